"""What following up needs: one next step a prospect, reminders, cadences, absences, exchanges, merges, own cells.

Four things are kept by triggers, because no list of a hundred thousand prospects can work them out: when each is next
due, whether somebody there decides, the name it is sorted by, and how many prospects there are of each standing.
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

_COLUMNS = (
    ("prospects", "website VARCHAR NOT NULL DEFAULT ''"),
    ("prospects", "wake_on DATE"),
    ("prospects", "heard_at DATETIME"),
    ("prospects", "next_due_at DATETIME"),
    ("prospects", "has_decider BOOLEAN NOT NULL DEFAULT 0"),
    ("prospects", "sort_name VARCHAR NOT NULL DEFAULT ''"),
    ("contacts", "stance VARCHAR(20)"),
    ("contacts", "relation VARCHAR NOT NULL DEFAULT ''"),
    ("status_changes", "loss VARCHAR(20)"),
    ("status_changes", "suggested VARCHAR(20)"),
    ("status_changes", "grid VARCHAR NOT NULL DEFAULT ''"),
    ("status_changes", "grid_version INTEGER"),
    ("follow_ups", "brings VARCHAR NOT NULL DEFAULT ''"),
    ("follow_ups", "move_reason VARCHAR NOT NULL DEFAULT ''"),
    ("follow_ups", "outcome VARCHAR(20)"),
    ("follow_ups", "outcome_note VARCHAR NOT NULL DEFAULT ''"),
    ("follow_ups", "snoozed_until DATETIME"),
    ("follow_ups", "remind_at DATETIME"),
    (
        "follow_ups",
        "cadence_run_id CHAR(32) CONSTRAINT fk_follow_ups_cadence_run_id_cadence_runs REFERENCES cadence_runs (id)",
    ),
    ("follow_ups", "cadence_step INTEGER"),
    ("follow_ups", "sequence INTEGER NOT NULL DEFAULT 0"),
    ("follow_ups", "calendar_sequence INTEGER"),
)


def upgrade() -> None:
    _cadences_and_exchanges()
    _own_choices()
    _merges()
    for table, column in _COLUMNS:
        op.execute(f"ALTER TABLE {table} ADD COLUMN {column}")
    op.drop_index("ix_follow_ups_prospect_id_state", "follow_ups")
    op.drop_index("ix_follow_ups_state_due_at", "follow_ups")
    asked = ["channel", "objective", "cadence_run_id", "prospect_id"]
    op.create_index("ix_follow_ups_list", "follow_ups", ["state", "due_at", *asked])
    op.create_index("ix_follow_ups_prospect_id_state_due_at", "follow_ups", ["prospect_id", "state", "due_at"])
    for column in ("remind_at", "cadence_run_id"):
        name = f"ix_follow_ups_{column}"
        op.create_index(name, "follow_ups", [column], sqlite_where=sa.text(f"{column} IS NOT NULL"))
    op.create_index("ix_proposals_state_valid_until", "proposals", ["state", "valid_until"])
    _what_is_known_already()
    _list()
    _kept_by_triggers()
    _search()
    _search_by_place()


def _cadences_and_exchanges() -> None:
    op.create_table(
        "cadence_runs",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("prospect_id", sa.Uuid(), nullable=False),
        sa.Column("cadence_copy", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("proposal_id", sa.Uuid(), nullable=True),
        sa.Column("started_on", sa.Date(), nullable=False),
        sa.Column("next_step", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["prospect_id"], ["prospects.id"], name="fk_cadence_runs_prospect_id_prospects"),
        sa.ForeignKeyConstraint(["proposal_id"], ["proposals.id"], name="fk_cadence_runs_proposal_id_proposals"),
        sa.PrimaryKeyConstraint("id", name="pk_cadence_runs"),
    )
    op.create_index("ix_cadence_runs_prospect_id_state", "cadence_runs", ["prospect_id", "state"])
    op.create_index("ix_cadence_runs_state_changed_at", "cadence_runs", ["state", "changed_at"])
    op.create_table(
        "exchanges",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("prospect_id", sa.Uuid(), nullable=False),
        sa.Column("contact_id", sa.Uuid(), nullable=True),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["prospect_id"], ["prospects.id"], name="fk_exchanges_prospect_id_prospects"),
        sa.ForeignKeyConstraint(["contact_id"], ["contacts.id"], name="fk_exchanges_contact_id_contacts"),
        sa.PrimaryKeyConstraint("id", name="pk_exchanges"),
    )
    op.create_index("ix_exchanges_prospect_id_at", "exchanges", ["prospect_id", "at"])
    op.create_table(
        "absences",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_absences"),
    )


def _own_choices() -> None:
    op.create_table(
        "saved_filters",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_saved_filters"),
    )
    op.create_table(
        "matrix_cells",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("band", sa.String(length=20), nullable=False),
        sa.Column("heat", sa.String(length=20), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column("delay_days", sa.Integer(), nullable=False),
        sa.Column("proposal", sa.String(), nullable=False),
        sa.Column("cadence", sa.String(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_matrix_cells"),
        sa.UniqueConstraint("band", "heat", name="uq_matrix_cells_band_heat"),
    )


def _merges() -> None:
    op.create_table(
        "merges",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kept_id", sa.Uuid(), nullable=False),
        sa.Column("merged_id", sa.Uuid(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("undone_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["kept_id"], ["prospects.id"], name="fk_merges_kept_id_prospects"),
        sa.ForeignKeyConstraint(["merged_id"], ["prospects.id"], name="fk_merges_merged_id_prospects"),
        sa.PrimaryKeyConstraint("id", name="pk_merges"),
    )
    op.create_index("ix_merges_kept_id", "merges", ["kept_id"])
    op.create_index("ix_merges_merged_id", "merges", ["merged_id"])
    op.create_table(
        "distinct_pairs",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("first_id", sa.Uuid(), nullable=False),
        sa.Column("second_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["first_id"], ["prospects.id"], name="fk_distinct_pairs_first_id_prospects"),
        sa.ForeignKeyConstraint(["second_id"], ["prospects.id"], name="fk_distinct_pairs_second_id_prospects"),
        sa.PrimaryKeyConstraint("id", name="pk_distinct_pairs"),
        sa.UniqueConstraint("first_id", "second_id", name="uq_distinct_pairs_first_id_second_id"),
    )
    op.create_table(
        "standing_counts",
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("band", sa.String(length=20), nullable=False),
        sa.Column("heat", sa.String(length=20), nullable=False),
        sa.Column("to_complete", sa.Boolean(), nullable=False),
        sa.Column("planned", sa.Boolean(), nullable=False),
        sa.Column("decider", sa.Boolean(), nullable=False),
        sa.Column("prospects", sa.Integer(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint(
            "status", "band", "heat", "to_complete", "planned", "decider", name="pk_standing_counts"
        ),
    )


_FIRST_DUE = "(SELECT min(due_at) FROM follow_ups WHERE prospect_id = {key} AND state = 'open')"
_DECIDES = "EXISTS (SELECT 1 FROM contacts WHERE prospect_id = {key} AND role = 'decider' AND deleted_at IS NULL)"
_PLAIN = {"a": "àâäáãå", "c": "ç", "e": "éèêë", "i": "îïíì", "n": "ñ", "o": "ôöóòõø", "u": "ùûüú", "y": "ÿý"}
_PLAIN |= {"oe": "œ", "ae": "æ", "ss": "ß"}


def _without_accents(name: str) -> str:
    """Small letters, and no accent: Écluse stands among the E. SQLite's own functions know ASCII's letters alone."""
    name = f"lower({name})"
    for plain, accented in _PLAIN.items():
        for letter in dict.fromkeys(accented + accented.upper()):
            name = f"replace({name}, '{letter}', '{plain}')"
    return name


_SORT_NAME = _without_accents("""coalesce(nullif(company, ''), (
    SELECT name FROM contacts WHERE prospect_id = {key} AND deleted_at IS NULL ORDER BY position LIMIT 1), '')""")
_KEY = "status, coalesce(band, ''), coalesce(heat, ''), to_complete, next_due_at IS NOT NULL, has_decider"


def _what_is_known_already() -> None:
    """One next step a prospect from now on: of several that were open, the first is."""
    op.execute("""
        UPDATE follow_ups SET state = 'replaced' WHERE state = 'open' AND id <> (
            SELECT other.id FROM follow_ups other
            WHERE other.prospect_id = follow_ups.prospect_id AND other.state = 'open'
            ORDER BY other.due_at, other.id LIMIT 1)""")
    op.execute("UPDATE follow_ups SET remind_at = due_at WHERE state = 'open'")
    op.execute(f"UPDATE prospects SET next_due_at = {_FIRST_DUE.format(key='prospects.id')}")
    op.execute(f"UPDATE prospects SET has_decider = {_DECIDES.format(key='prospects.id')}")
    op.execute(f"UPDATE prospects SET sort_name = {_SORT_NAME.format(key='prospects.id')}")
    op.execute("""
        UPDATE prospects SET heard_at = (
            SELECT max(at) FROM entries
            WHERE prospect_id = prospects.id AND kind = 'verbatim' AND deleted_at IS NULL)""")
    op.execute(f"""
        INSERT INTO standing_counts
        SELECT {_KEY}, count(*), sum(coalesce(amount, 0)) FROM prospects
        WHERE deleted_at IS NULL GROUP BY 1, 2, 3, 4, 5, 6""")


def _list() -> None:
    """One index answers every filter, order and count of the list; one the cells of the matrix, others one thing."""
    op.drop_index("ix_prospects_active", "prospects")
    op.drop_index("ix_prospects_deleted_at_updated_at", "prospects")
    op.execute("""
        CREATE INDEX ix_prospects_list ON prospects (
            updated_at DESC, id DESC, status, band, heat, to_complete, has_decider, next_due_at, amount, low, maximum,
            kind, source, heard_at, created_at, sort_name, deleted_at
        ) WHERE deleted_at IS NULL""")
    standing = ["to_complete", "amount", "low", "high", "maximum", "id"]
    op.create_index(
        "ix_prospects_cell", "prospects", ["heat", "band", "next_due_at", "status", "deleted_at", *standing]
    )
    heard = ["source", "heard_at", "created_at", "status", "deleted_at"]
    op.create_index("ix_prospects_source", "prospects", heard)
    for name, columns in (
        ("ix_prospects_due", ["next_due_at", "status", "deleted_at", "amount", "id"]),
        ("ix_prospects_wake_on", ["wake_on", "status", "deleted_at"]),
    ):
        op.create_index(name, "prospects", columns, sqlite_where=sa.text(f"{columns[0]} IS NOT NULL"))


def _counted(row: str, by: int) -> str:
    """One prospect more of its standing, or one less."""
    return f"""
        INSERT INTO standing_counts (status, band, heat, to_complete, planned, decider, prospects, amount)
        SELECT {row}.status, coalesce({row}.band, ''), coalesce({row}.heat, ''), {row}.to_complete,
               {row}.next_due_at IS NOT NULL, {row}.has_decider, {by}, {by} * coalesce({row}.amount, 0)
        WHERE {row}.deleted_at IS NULL
        ON CONFLICT (status, band, heat, to_complete, planned, decider) DO UPDATE SET
            prospects = prospects + excluded.prospects, amount = amount + excluded.amount;
    """


def _kept_by_triggers() -> None:
    columns = "status, band, heat, to_complete, next_due_at, has_decider, amount, deleted_at"
    op.execute(f"CREATE TRIGGER prospects_counted_in AFTER INSERT ON prospects BEGIN {_counted('new', 1)} END")
    op.execute(f"CREATE TRIGGER prospects_counted_out AFTER DELETE ON prospects BEGIN {_counted('old', -1)} END")
    op.execute(f"""
        CREATE TRIGGER prospects_counted_again AFTER UPDATE OF {columns} ON prospects BEGIN
            {_counted("old", -1)} {_counted("new", 1)}
        END""")

    def kept(name: str, event: str, table: str, columns: str, keys: tuple[str, ...], column: str, value: str) -> None:
        only = f" OF {columns}" if event == "UPDATE" else ""
        acts = "".join(
            f"UPDATE prospects SET {column} = {value.format(key=key)}"
            f" WHERE id = {key} AND {column} IS NOT {value.format(key=key)};"
            for key in keys
        )
        op.execute(f"CREATE TRIGGER {name}_{event.lower()} AFTER {event}{only} ON {table} BEGIN {acts} END")

    for event, keys in (
        ("INSERT", ("new.prospect_id",)),
        ("UPDATE", ("old.prospect_id", "new.prospect_id")),
        ("DELETE", ("old.prospect_id",)),
    ):
        kept("next_due", event, "follow_ups", "state, due_at, prospect_id", keys, "next_due_at", _FIRST_DUE)
        kept("decider", event, "contacts", "role, deleted_at, prospect_id", keys, "has_decider", _DECIDES)
        kept("named", event, "contacts", "name, position, deleted_at, prospect_id", keys, "sort_name", _SORT_NAME)
    for event in ("INSERT", "UPDATE"):
        kept("prospects_named", event, "prospects", "company", ("new.id",), "sort_name", _SORT_NAME)


def _search() -> None:
    """Exchanges and proposals are found as entries are."""
    options = "tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'"
    words = {
        "exchange": ("exchanges", "text", "new.text"),
        "proposal": (
            "proposals",
            "title, objective, cost_today, recommendation, next_step",
            "'P-' || new.year || '-' || printf('%04d', new.rank) || ' ' || new.title || ' ' || new.objective || ' ' "
            "|| new.cost_today || ' ' || new.recommendation || ' ' || new.next_step",
        ),
    }
    for name, (table, columns, text) in words.items():
        op.create_table(
            f"{name}_numbers",
            sa.Column("number", sa.Integer(), nullable=False),
            sa.Column(f"{name}_id", sa.Uuid(), nullable=False),
            sa.PrimaryKeyConstraint("number", name=f"pk_{name}_numbers"),
            sa.UniqueConstraint(f"{name}_id", name=f"uq_{name}_numbers_{name}_id"),
        )
        op.execute(f"CREATE VIRTUAL TABLE {name}_search USING fts5 (words, {options})")
        op.execute(f"INSERT INTO {name}_search ({name}_search, rank) VALUES ('secure-delete', 1)")
        put = f"""
            INSERT INTO {name}_search (rowid, words)
            SELECT number, {text} FROM {name}_numbers WHERE {name}_id = new.id AND new.deleted_at IS NULL;"""
        drop = f"""
            DELETE FROM {name}_search WHERE rowid = (SELECT number FROM {name}_numbers WHERE {name}_id = {{key}});"""
        op.execute(f"""
            CREATE TRIGGER {table}_added AFTER INSERT ON {table} BEGIN
                INSERT INTO {name}_numbers ({name}_id) VALUES (new.id); {put}
            END""")
        op.execute(f"""
            CREATE TRIGGER {table}_changed AFTER UPDATE OF {columns}, deleted_at ON {table} BEGIN
                {drop.format(key="new.id")} {put}
            END""")
        op.execute(f"""
            CREATE TRIGGER {table}_removed AFTER DELETE ON {table} BEGIN
                {drop.format(key="old.id")} DELETE FROM {name}_numbers WHERE {name}_id = old.id;
            END""")
        op.execute(f"INSERT INTO {name}_numbers ({name}_id) SELECT id FROM {table}")
        op.execute(f"""
            INSERT INTO {name}_search (rowid, words)
            SELECT number, {text.replace("new.", "t.")} FROM {table} t
            JOIN {name}_numbers ON {name}_id = t.id WHERE t.deleted_at IS NULL""")


_PROSPECT_WORDS = """
    SELECT n.number,
           p.company || ' ' || p.about || ' ' || p.sector || ' ' || p.notes || ' ' || p.address || ' ' || p.siren || ' '
           || p.website || ' ' || coalesce(
               (SELECT group_concat(c.name || ' ' || c.job_title || ' ' || c.email || ' ' || c.phone, ' ')
                FROM contacts c WHERE c.prospect_id = p.id AND c.deleted_at IS NULL), '')
    FROM prospects p JOIN prospect_numbers n ON n.prospect_id = p.id
    WHERE p.deleted_at IS NULL
"""


def _search_by_place() -> None:
    """A prospect is also found by its town, its SIREN and its web site: the triggers of the second step, made again."""

    def indexed(key: str) -> str:
        return f"""
            DELETE FROM prospect_search WHERE rowid = (SELECT number FROM prospect_numbers WHERE prospect_id = {key});
            INSERT INTO prospect_search (rowid, words) {_PROSPECT_WORDS} AND p.id = {key};"""

    for name in ("prospects_added", "prospects_changed", "contacts_insert", "contacts_update", "contacts_delete"):
        op.execute(f"DROP TRIGGER {name}")
    op.execute(f"""
        CREATE TRIGGER prospects_added AFTER INSERT ON prospects BEGIN
            INSERT INTO prospect_numbers (prospect_id) VALUES (new.id); {indexed("new.id")}
        END""")
    columns = "company, about, sector, notes, address, siren, website, deleted_at"
    op.execute(f"""
        CREATE TRIGGER prospects_changed AFTER UPDATE OF {columns} ON prospects BEGIN {indexed("new.id")} END""")
    for event, row in (("INSERT", "new"), ("UPDATE", "new"), ("DELETE", "old")):
        op.execute(f"""
            CREATE TRIGGER contacts_{event.lower()} AFTER {event} ON contacts BEGIN
                {indexed(f"{row}.prospect_id")}
            END""")
    op.execute(f"""
        CREATE TRIGGER contacts_moved AFTER UPDATE OF prospect_id ON contacts BEGIN {indexed("old.prospect_id")} END""")
    op.execute("DELETE FROM prospect_search")
    op.execute(f"INSERT INTO prospect_search (rowid, words) {_PROSPECT_WORDS}")
