"""Full-text search over prospects and what they said, kept by triggers.

FTS5 numbers its rows; the tables of numbers tie those to our keys, and survive a compaction of the file. Accents are
folded, so that "echeance" finds "Échéance"; one to three letters have their own index, for search as one types.
"""

from alembic import op

revision = "0002"
down_revision = "0001"

_PROSPECT_WORDS = """
    SELECT n.number,
           p.company || ' ' || p.about || ' ' || p.sector || ' ' || p.notes || ' ' || coalesce(
               (SELECT group_concat(c.name || ' ' || c.job_title || ' ' || c.email || ' ' || c.phone, ' ')
                FROM contacts c WHERE c.prospect_id = p.id AND c.deleted_at IS NULL), '')
    FROM prospects p JOIN prospect_numbers n ON n.prospect_id = p.id
    WHERE p.id = {key} AND p.deleted_at IS NULL
"""


def _index_prospect(key: str) -> str:
    return f"""
        DELETE FROM prospect_search WHERE rowid = (SELECT number FROM prospect_numbers WHERE prospect_id = {key});
        INSERT INTO prospect_search (rowid, words) {_PROSPECT_WORDS.format(key=key)};
    """


def upgrade() -> None:
    options = "tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'"
    for name in ("prospect_search", "entry_search"):
        op.execute(f"CREATE VIRTUAL TABLE {name} USING fts5 (words, {options})")
        op.execute(f"INSERT INTO {name} ({name}, rank) VALUES ('secure-delete', 1)")
    op.execute(f"""
        CREATE TRIGGER prospects_added AFTER INSERT ON prospects BEGIN
            INSERT INTO prospect_numbers (prospect_id) VALUES (new.id);
            {_index_prospect("new.id")}
        END""")
    op.execute(f"""
        CREATE TRIGGER prospects_changed AFTER UPDATE OF company, about, sector, notes, deleted_at ON prospects BEGIN
            {_index_prospect("new.id")}
        END""")
    op.execute("""
        CREATE TRIGGER prospects_removed AFTER DELETE ON prospects BEGIN
            DELETE FROM prospect_search
            WHERE rowid = (SELECT number FROM prospect_numbers WHERE prospect_id = old.id);
            DELETE FROM prospect_numbers WHERE prospect_id = old.id;
        END""")
    for event, key in (("INSERT", "new"), ("UPDATE", "new"), ("DELETE", "old")):
        op.execute(f"""
            CREATE TRIGGER contacts_{event.lower()} AFTER {event} ON contacts BEGIN
                {_index_prospect(f"{key}.prospect_id")}
            END""")
    op.execute("""
        CREATE TRIGGER entries_added AFTER INSERT ON entries BEGIN
            INSERT INTO entry_numbers (entry_id) VALUES (new.id);
            INSERT INTO entry_search (rowid, words)
            SELECT number, new.text || ' ' || new.corrected FROM entry_numbers
            WHERE entry_id = new.id AND new.deleted_at IS NULL;
        END""")
    op.execute("""
        CREATE TRIGGER entries_changed AFTER UPDATE OF text, corrected, deleted_at ON entries BEGIN
            DELETE FROM entry_search WHERE rowid = (SELECT number FROM entry_numbers WHERE entry_id = new.id);
            INSERT INTO entry_search (rowid, words)
            SELECT number, new.text || ' ' || new.corrected FROM entry_numbers
            WHERE entry_id = new.id AND new.deleted_at IS NULL;
        END""")
    op.execute("""
        CREATE TRIGGER entries_removed AFTER DELETE ON entries BEGIN
            DELETE FROM entry_search WHERE rowid = (SELECT number FROM entry_numbers WHERE entry_id = old.id);
            DELETE FROM entry_numbers WHERE entry_id = old.id;
        END""")
