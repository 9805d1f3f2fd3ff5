"""The tables of the first version."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "company",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("legal_form", sa.String(), nullable=False),
        sa.Column("capital", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("postcode_city", sa.String(), nullable=False),
        sa.Column("siret", sa.String(), nullable=False),
        sa.Column("rcs", sa.String(), nullable=False),
        sa.Column("vat_number", sa.String(), nullable=False),
        sa.Column("vat_exempt", sa.Boolean(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("representative", sa.String(), nullable=False),
        sa.Column("insurance", sa.String(), nullable=False),
        sa.Column("payment_terms", sa.String(), nullable=False),
        sa.Column("late_penalty", sa.String(), nullable=False),
        sa.Column("deposit_percent", sa.BigInteger(), nullable=False),
        sa.Column("validity_days", sa.Integer(), nullable=False),
        sa.Column("accent", sa.String(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_company"),
    )
    op.create_table(
        "entry_numbers",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_entry_numbers"),
        sa.UniqueConstraint("entry_id", name="uq_entry_numbers_entry_id"),
    )
    op.create_table(
        "offers",
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("detail", sa.String(), nullable=False),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("benefit", sa.String(), nullable=False),
        sa.Column("proof", sa.String(), nullable=False),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("unit_price", sa.BigInteger(), nullable=False),
        sa.Column("vat_rate", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("archived_at", sa.DateTime(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_offers"),
    )
    op.create_table(
        "prospect_numbers",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("prospect_id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_prospect_numbers"),
        sa.UniqueConstraint("prospect_id", name="uq_prospect_numbers_prospect_id"),
    )
    op.create_table(
        "prospects",
        sa.Column("company", sa.String(), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("sector", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("siren", sa.String(), nullable=False),
        sa.Column("notes", sa.String(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=True),
        sa.Column("expected_on", sa.Date(), nullable=True),
        sa.Column("status", sa.String(20), nullable=False),
        sa.Column("heat", sa.String(20), nullable=True),
        sa.Column("low", sa.Integer(), nullable=True),
        sa.Column("high", sa.Integer(), nullable=True),
        sa.Column("maximum", sa.Integer(), nullable=True),
        sa.Column("band", sa.String(20), nullable=True),
        sa.Column("band_high", sa.String(20), nullable=True),
        sa.Column("to_complete", sa.Boolean(), nullable=False),
        sa.Column("is_example", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_prospects"),
    )
    op.create_index("ix_prospects_deleted_at_updated_at", "prospects", ["deleted_at", "updated_at"])
    op.create_index(
        "ix_prospects_active",
        "prospects",
        ["deleted_at", "status", "to_complete", "heat", "band", "updated_at", "id"],
    )

    op.create_table(
        "contacts",
        sa.Column("prospect_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("job_title", sa.String(), nullable=False),
        sa.Column("role", sa.String(20), nullable=True),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["prospect_id"], ["prospects.id"], name="fk_contacts_prospect_id_prospects"),
        sa.PrimaryKeyConstraint("id", name="pk_contacts"),
    )
    op.create_index("ix_contacts_prospect_id_position", "contacts", ["prospect_id", "position"])

    op.create_table(
        "status_changes",
        sa.Column("prospect_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("before", sa.String(20), nullable=False),
        sa.Column("after", sa.String(20), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["prospect_id"], ["prospects.id"], name="fk_status_changes_prospect_id_prospects"),
        sa.PrimaryKeyConstraint("id", name="pk_status_changes"),
    )
    op.create_index("ix_status_changes_prospect_id", "status_changes", ["prospect_id"])

    op.create_table(
        "calls",
        sa.Column("prospect_id", sa.Uuid(), nullable=False),
        sa.Column("contact_id", sa.Uuid(), nullable=True),
        sa.Column("script_copy", sa.JSON(), nullable=False),
        sa.Column("grid_copy", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("planned_minutes", sa.Integer(), nullable=False),
        sa.Column("elapsed_seconds", sa.Integer(), nullable=False),
        sa.Column("started_at", sa.DateTime(), nullable=False),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.Column("no_follow_up_reason", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["contact_id"], ["contacts.id"], name="fk_calls_contact_id_contacts"),
        sa.ForeignKeyConstraint(["prospect_id"], ["prospects.id"], name="fk_calls_prospect_id_prospects"),
        sa.PrimaryKeyConstraint("id", name="pk_calls"),
    )
    op.create_index("ix_calls_prospect_id", "calls", ["prospect_id"])
    op.create_index("ix_calls_state_started_at_id", "calls", ["state", "started_at", "id"])

    op.create_table(
        "entries",
        sa.Column("call_id", sa.Uuid(), nullable=False),
        sa.Column("prospect_id", sa.Uuid(), nullable=False),
        sa.Column("contact_id", sa.Uuid(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("corrected", sa.String(), nullable=False),
        sa.Column("citable", sa.Boolean(), nullable=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("criterion", sa.String(), nullable=False),
        sa.Column("offset_seconds", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["call_id"], ["calls.id"], name="fk_entries_call_id_calls"),
        sa.ForeignKeyConstraint(["contact_id"], ["contacts.id"], name="fk_entries_contact_id_contacts"),
        sa.ForeignKeyConstraint(["prospect_id"], ["prospects.id"], name="fk_entries_prospect_id_prospects"),
        sa.PrimaryKeyConstraint("id", name="pk_entries"),
        sa.UniqueConstraint("call_id", "sequence", name="uq_entries_call_id_sequence"),
    )
    op.create_index("ix_entries_prospect_id_kind_at", "entries", ["prospect_id", "kind", "at"])

    op.create_table(
        "follow_ups",
        sa.Column("prospect_id", sa.Uuid(), nullable=False),
        sa.Column("call_id", sa.Uuid(), nullable=True),
        sa.Column("contact_id", sa.Uuid(), nullable=True),
        sa.Column("due_local", sa.DateTime(), nullable=False),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("due_at", sa.DateTime(), nullable=False),
        sa.Column("channel", sa.String(20), nullable=False),
        sa.Column("objective", sa.String(20), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("done_at", sa.DateTime(), nullable=True),
        sa.Column("moves", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["call_id"], ["calls.id"], name="fk_follow_ups_call_id_calls"),
        sa.ForeignKeyConstraint(["contact_id"], ["contacts.id"], name="fk_follow_ups_contact_id_contacts"),
        sa.ForeignKeyConstraint(["prospect_id"], ["prospects.id"], name="fk_follow_ups_prospect_id_prospects"),
        sa.PrimaryKeyConstraint("id", name="pk_follow_ups"),
    )
    op.create_index("ix_follow_ups_prospect_id_state", "follow_ups", ["prospect_id", "state"])
    op.create_index("ix_follow_ups_state_due_at", "follow_ups", ["state", "due_at"])

    op.create_table(
        "needs",
        sa.Column("prospect_id", sa.Uuid(), nullable=False),
        sa.Column("call_id", sa.Uuid(), nullable=True),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("statement", sa.String(), nullable=False),
        sa.Column("confirmed", sa.Boolean(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["call_id"], ["calls.id"], name="fk_needs_call_id_calls"),
        sa.ForeignKeyConstraint(["prospect_id"], ["prospects.id"], name="fk_needs_prospect_id_prospects"),
        sa.PrimaryKeyConstraint("id", name="pk_needs"),
    )
    op.create_index("ix_needs_prospect_id_position", "needs", ["prospect_id", "position"])

    op.create_table(
        "question_marks",
        sa.Column("call_id", sa.Uuid(), nullable=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["call_id"], ["calls.id"], name="fk_question_marks_call_id_calls"),
        sa.PrimaryKeyConstraint("id", name="pk_question_marks"),
        sa.UniqueConstraint("call_id", "question", name="uq_question_marks_call_id_question"),
    )
    op.create_table(
        "score_moves",
        sa.Column("call_id", sa.Uuid(), nullable=False),
        sa.Column("criterion", sa.String(), nullable=False),
        sa.Column("before", sa.String(), nullable=False),
        sa.Column("after", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["call_id"], ["calls.id"], name="fk_score_moves_call_id_calls"),
        sa.PrimaryKeyConstraint("id", name="pk_score_moves"),
    )
    op.create_index("ix_score_moves_call_id_criterion", "score_moves", ["call_id", "criterion"])

    op.create_table(
        "scores",
        sa.Column("call_id", sa.Uuid(), nullable=False),
        sa.Column("prospect_id", sa.Uuid(), nullable=False),
        sa.Column("criterion", sa.String(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("level BETWEEN 0 AND 3", name="ck_scores_level"),
        sa.ForeignKeyConstraint(["call_id"], ["calls.id"], name="fk_scores_call_id_calls"),
        sa.ForeignKeyConstraint(["prospect_id"], ["prospects.id"], name="fk_scores_prospect_id_prospects"),
        sa.PrimaryKeyConstraint("id", name="pk_scores"),
        sa.UniqueConstraint("call_id", "criterion", name="uq_scores_call_id_criterion"),
    )
    op.create_index("ix_scores_prospect_id_criterion", "scores", ["prospect_id", "criterion"])

    op.create_table(
        "need_verbatims",
        sa.Column("need_id", sa.Uuid(), nullable=False),
        sa.Column("verbatim_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["need_id"], ["needs.id"], name="fk_need_verbatims_need_id_needs"),
        sa.ForeignKeyConstraint(["verbatim_id"], ["entries.id"], name="fk_need_verbatims_verbatim_id_entries"),
        sa.PrimaryKeyConstraint("id", name="pk_need_verbatims"),
    )
    op.create_index("ix_need_verbatims_need_id_verbatim_id", "need_verbatims", ["need_id", "verbatim_id"], unique=True)

    op.create_table(
        "proposals",
        sa.Column("prospect_id", sa.Uuid(), nullable=False),
        sa.Column("call_id", sa.Uuid(), nullable=True),
        sa.Column("contact_id", sa.Uuid(), nullable=True),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("objective", sa.String(), nullable=False),
        sa.Column("cost_today", sa.String(), nullable=False),
        sa.Column("recommendation", sa.String(), nullable=False),
        sa.Column("gains", sa.JSON(), nullable=False),
        sa.Column("to_confirm", sa.JSON(), nullable=False),
        sa.Column("lead_verbatim_id", sa.Uuid(), nullable=True),
        sa.Column("contractual", sa.Boolean(), nullable=False),
        sa.Column("price_reason", sa.String(), nullable=False),
        sa.Column("issued_on", sa.Date(), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=False),
        sa.Column("start_on", sa.Date(), nullable=True),
        sa.Column("sign_before", sa.Date(), nullable=True),
        sa.Column("next_step", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["call_id"], ["calls.id"], name="fk_proposals_call_id_calls"),
        sa.ForeignKeyConstraint(["contact_id"], ["contacts.id"], name="fk_proposals_contact_id_contacts"),
        sa.ForeignKeyConstraint(["lead_verbatim_id"], ["entries.id"], name="fk_proposals_lead_verbatim_id_entries"),
        sa.ForeignKeyConstraint(["prospect_id"], ["prospects.id"], name="fk_proposals_prospect_id_prospects"),
        sa.PrimaryKeyConstraint("id", name="pk_proposals"),
        sa.UniqueConstraint("year", "rank", name="uq_proposals_year_rank"),
    )
    op.create_index("ix_proposals_prospect_id", "proposals", ["prospect_id"])

    op.create_table(
        "options",
        sa.Column("proposal_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("for_whom", sa.String(), nullable=False),
        sa.Column("lead_time", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("recommended", sa.Boolean(), nullable=False),
        sa.Column("included", sa.JSON(), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["proposal_id"], ["proposals.id"], name="fk_options_proposal_id_proposals"),
        sa.PrimaryKeyConstraint("id", name="pk_options"),
    )
    op.create_index("ix_options_proposal_id_position", "options", ["proposal_id", "position"])

    op.create_table(
        "proposal_exports",
        sa.Column("proposal_id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("pdf", sa.LargeBinary(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["proposal_id"], ["proposals.id"], name="fk_proposal_exports_proposal_id_proposals"),
        sa.PrimaryKeyConstraint("id", name="pk_proposal_exports"),
        sa.UniqueConstraint("proposal_id", "revision", name="uq_proposal_exports_proposal_id_revision"),
    )
    op.create_table(
        "proposal_needs",
        sa.Column("proposal_id", sa.Uuid(), nullable=False),
        sa.Column("need_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("included", sa.Boolean(), nullable=False),
        sa.Column("understanding", sa.String(), nullable=False),
        sa.Column("impact", sa.String(), nullable=False),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("benefit", sa.String(), nullable=False),
        sa.Column("proof", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["need_id"], ["needs.id"], name="fk_proposal_needs_need_id_needs"),
        sa.ForeignKeyConstraint(["proposal_id"], ["proposals.id"], name="fk_proposal_needs_proposal_id_proposals"),
        sa.PrimaryKeyConstraint("id", name="pk_proposal_needs"),
    )
    op.create_index("ix_proposal_needs_proposal_id_position", "proposal_needs", ["proposal_id", "position"])

    op.create_table(
        "option_lines",
        sa.Column("option_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("detail", sa.String(), nullable=False),
        sa.Column("quantity", sa.BigInteger(), nullable=False),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("unit_price", sa.BigInteger(), nullable=False),
        sa.Column("vat_rate", sa.BigInteger(), nullable=False),
        sa.Column("discount", sa.BigInteger(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["option_id"], ["options.id"], name="fk_option_lines_option_id_options"),
        sa.PrimaryKeyConstraint("id", name="pk_option_lines"),
    )
    op.create_index("ix_option_lines_option_id_position", "option_lines", ["option_id", "position"])
