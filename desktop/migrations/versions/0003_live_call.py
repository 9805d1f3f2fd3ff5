"""What the live call has learnt since: evidence, several speakers, reformulations, the shared page, the library.

Columns are added in place: rebuilding ``entries`` or ``prospects`` would lose the triggers of their full-text search.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_COLUMNS = (
    ("calls", "speaker_id CHAR(32) CONSTRAINT fk_calls_speaker_id_contacts REFERENCES contacts (id)"),
    ("calls", "question_since INTEGER NOT NULL DEFAULT 0"),
    ("score_moves", "contact_id CHAR(32) CONSTRAINT fk_score_moves_contact_id_contacts REFERENCES contacts (id)"),
    ("entries", "grade VARCHAR(20) NOT NULL DEFAULT 'stated'"),
    ("entries", "tags JSON NOT NULL DEFAULT '[]'"),
    ("entries", "card VARCHAR NOT NULL DEFAULT ''"),
    ("entries", "settled BOOLEAN"),
    ("prospects", "heat_signs JSON NOT NULL DEFAULT '{}'"),
    ("needs", "confirmed_at DATETIME"),
    ("needs", "confirmed_via VARCHAR(20)"),
    ("needs", "amount BIGINT"),
    ("needs", "due_on DATE"),
    ("needs", "figure VARCHAR NOT NULL DEFAULT ''"),
)


def upgrade() -> None:
    for table, column in _COLUMNS:
        op.execute(f"ALTER TABLE {table} ADD COLUMN {column}")
    op.create_index(
        "ix_entries_proofs", "entries", ["prospect_id", "kind", "deleted_at", "criterion", "grade"], unique=False
    )
    op.create_index("ix_entries_card", "entries", ["card", "settled"], unique=False, sqlite_where=sa.text("card <> ''"))
    _opinions_and_proofs()
    _what_was_said_back()
    _library()


def _opinions_and_proofs() -> None:
    op.create_table(
        "opinions",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("call_id", sa.Uuid(), nullable=False),
        sa.Column("prospect_id", sa.Uuid(), nullable=False),
        sa.Column("contact_id", sa.Uuid(), nullable=False),
        sa.Column("criterion", sa.String(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.CheckConstraint("level BETWEEN 0 AND 3", name=op.f("ck_opinions_level")),
        sa.ForeignKeyConstraint(["call_id"], ["calls.id"], name="fk_opinions_call_id_calls"),
        sa.ForeignKeyConstraint(["prospect_id"], ["prospects.id"], name="fk_opinions_prospect_id_prospects"),
        sa.ForeignKeyConstraint(["contact_id"], ["contacts.id"], name="fk_opinions_contact_id_contacts"),
        sa.PrimaryKeyConstraint("id", name="pk_opinions"),
        sa.UniqueConstraint("call_id", "criterion", "contact_id", name="uq_opinions_call_id_criterion_contact_id"),
    )
    op.create_index("ix_opinions_prospect_id_criterion", "opinions", ["prospect_id", "criterion"])
    op.create_table(
        "proofs",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("prospect_id", sa.Uuid(), nullable=False),
        sa.Column("entry_id", sa.Uuid(), nullable=False),
        sa.Column("criterion", sa.String(), nullable=False),
        sa.Column("linked", sa.Boolean(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["prospect_id"], ["prospects.id"], name="fk_proofs_prospect_id_prospects"),
        sa.ForeignKeyConstraint(["entry_id"], ["entries.id"], name="fk_proofs_entry_id_entries"),
        sa.PrimaryKeyConstraint("id", name="pk_proofs"),
        sa.UniqueConstraint("entry_id", "criterion", name="uq_proofs_entry_id_criterion"),
    )
    op.create_index("ix_proofs_prospect_id_criterion", "proofs", ["prospect_id", "criterion"])
    op.create_table(
        "question_times",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("call_id", sa.Uuid(), nullable=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("seconds", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["call_id"], ["calls.id"], name="fk_question_times_call_id_calls"),
        sa.PrimaryKeyConstraint("id", name="pk_question_times"),
        sa.UniqueConstraint("call_id", "question", name="uq_question_times_call_id_question"),
    )


def _what_was_said_back() -> None:
    op.create_table(
        "reformulations",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("prospect_id", sa.Uuid(), nullable=False),
        sa.Column("call_id", sa.Uuid(), nullable=True),
        sa.Column("entry_id", sa.Uuid(), nullable=False),
        sa.Column("contact_id", sa.Uuid(), nullable=True),
        sa.Column("sentence", sa.String(), nullable=False),
        sa.Column("reply", sa.String(length=20), nullable=False),
        sa.Column("correction", sa.String(), nullable=False),
        sa.Column("via", sa.String(length=20), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["prospect_id"], ["prospects.id"], name="fk_reformulations_prospect_id_prospects"),
        sa.ForeignKeyConstraint(["call_id"], ["calls.id"], name="fk_reformulations_call_id_calls"),
        sa.ForeignKeyConstraint(["entry_id"], ["entries.id"], name="fk_reformulations_entry_id_entries"),
        sa.ForeignKeyConstraint(["contact_id"], ["contacts.id"], name="fk_reformulations_contact_id_contacts"),
        sa.PrimaryKeyConstraint("id", name="pk_reformulations"),
    )
    op.create_index("ix_reformulations_prospect_id_at", "reformulations", ["prospect_id", "at"])
    op.create_index("ix_reformulations_entry_id_at", "reformulations", ["entry_id", "at"])
    op.create_table(
        "shared_pages",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("prospect_id", sa.Uuid(), nullable=False),
        sa.Column("call_id", sa.Uuid(), nullable=True),
        sa.Column("contact_id", sa.Uuid(), nullable=True),
        sa.Column("signed_name", sa.String(), nullable=False),
        sa.Column("signature", sa.JSON(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["prospect_id"], ["prospects.id"], name="fk_shared_pages_prospect_id_prospects"),
        sa.ForeignKeyConstraint(["call_id"], ["calls.id"], name="fk_shared_pages_call_id_calls"),
        sa.ForeignKeyConstraint(["contact_id"], ["contacts.id"], name="fk_shared_pages_contact_id_contacts"),
        sa.PrimaryKeyConstraint("id", name="pk_shared_pages"),
    )
    op.create_index("ix_shared_pages_prospect_id_at", "shared_pages", ["prospect_id", "at"])


def _library() -> None:
    op.create_table(
        "library_items",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("published_at", sa.DateTime(), nullable=True),
        sa.Column("archived_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_library_items"),
        sa.UniqueConstraint("kind", "key", "language", "version", name="uq_library_items_kind_key_language_version"),
    )
