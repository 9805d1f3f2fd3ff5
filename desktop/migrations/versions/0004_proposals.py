"""What a whole proposal needs: a richer catalogue, doors, a plan, returns, one export a document, signatures."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_COLUMNS = (
    ("company", "logo BLOB"),
    ("company", "closures JSON NOT NULL DEFAULT '[]'"),
    ("offers", "code VARCHAR NOT NULL DEFAULT ''"),
    ("offers", "need_kinds JSON NOT NULL DEFAULT '[]'"),
    ("offers", "sectors JSON NOT NULL DEFAULT '[]'"),
    ("offers", "billing VARCHAR(20) NOT NULL DEFAULT 'once'"),
    ("offers", "lead_days INTEGER NOT NULL DEFAULT 0"),
    ("offers", "step BOOLEAN NOT NULL DEFAULT 0"),
    ("proposals", "wished_on DATE"),
    ("proposals", "plan JSON NOT NULL DEFAULT '[]'"),
    ("proposals", "returns JSON NOT NULL DEFAULT '{}'"),
    ("proposals", "blocks JSON NOT NULL DEFAULT '[]'"),
    ("proposals", "state_at DATETIME"),
    ("proposals", "refusal VARCHAR NOT NULL DEFAULT ''"),
    ("proposals", "states JSON NOT NULL DEFAULT '[]'"),
    ("options", "door VARCHAR(20) NOT NULL DEFAULT ''"),
    ("options", "proposed VARCHAR NOT NULL DEFAULT ''"),
    ("option_lines", "billing VARCHAR(20) NOT NULL DEFAULT 'once'"),
    ("option_lines", "optional BOOLEAN NOT NULL DEFAULT 0"),
    ("option_lines", "chosen BOOLEAN NOT NULL DEFAULT 0"),
    ("option_lines", "offer_id CHAR(32) CONSTRAINT fk_option_lines_offer_id_offers REFERENCES offers (id)"),
    ("option_lines", "catalogue_price BIGINT"),
)


def upgrade() -> None:
    for table, column in _COLUMNS:
        op.execute(f"ALTER TABLE {table} ADD COLUMN {column}")
    with op.batch_alter_table("proposal_exports") as batch:
        batch.add_column(sa.Column("document", sa.String(length=20), nullable=False, server_default="proposal"))
        batch.drop_constraint("uq_proposal_exports_proposal_id_revision", type_="unique")
        batch.create_unique_constraint(
            "uq_proposal_exports_proposal_id_revision_document", ["proposal_id", "revision", "document"]
        )
    _catalogue()
    _signatures()


def _catalogue() -> None:
    op.create_table(
        "catalogue_references",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("offer_id", sa.Uuid(), nullable=True),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("sectors", sa.JSON(), nullable=False),
        sa.Column("need_kinds", sa.JSON(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("archived_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["offer_id"], ["offers.id"], name="fk_catalogue_references_offer_id_offers"),
        sa.PrimaryKeyConstraint("id", name="pk_catalogue_references"),
    )
    op.create_index("ix_catalogue_references_offer_id", "catalogue_references", ["offer_id"])
    op.create_table(
        "standing_blocks",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("usual", sa.Boolean(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("archived_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_standing_blocks"),
    )
    op.create_index("ix_standing_blocks_language_position", "standing_blocks", ["language", "position"])


def _signatures() -> None:
    op.create_table(
        "signatures",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("proposal_id", sa.Uuid(), nullable=False),
        sa.Column("export_id", sa.Uuid(), nullable=False),
        sa.Column("option_id", sa.Uuid(), nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("quality", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("strokes", sa.JSON(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("pdf", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["proposal_id"], ["proposals.id"], name="fk_signatures_proposal_id_proposals"),
        sa.ForeignKeyConstraint(
            ["export_id"], ["proposal_exports.id"], name="fk_signatures_export_id_proposal_exports"
        ),
        sa.ForeignKeyConstraint(["option_id"], ["options.id"], name="fk_signatures_option_id_options"),
        sa.PrimaryKeyConstraint("id", name="pk_signatures"),
    )
    op.create_index("ix_signatures_proposal_id_at", "signatures", ["proposal_id", "at"])
