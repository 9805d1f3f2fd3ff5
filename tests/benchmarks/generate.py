"""A data file as a busy rep has it after years: so many prospects, with people, calls, words, scores and next steps.

The same seed gives the same file. Rows go straight to the encrypted file: the services would take hours. What triggers
keep is written in one go instead, and indexes are built once the rows are there.

``python -m tests.benchmarks.generate 100000 /somewhere/book.db`` makes one to look at.
"""

import os
import re
import sys
import time
import unicodedata
from collections.abc import Callable, Iterable
from itertools import islice
from pathlib import Path
from typing import Any

from desktop import database, migrations
from tests.benchmarks.generate_key import KEY as KEY
from tests.benchmarks.generate_rows import NOW as NOW
from tests.benchmarks.generate_rows import Book, Row

VERBATIMS, FOLLOW_UPS = 10, 3
"""A prospect, on average."""
_BATCH = 5000
_ACCENTS = re.compile("[\u0300-\u036f]")
_NUMBERED = ("prospect", "entry", "exchange", "proposal")
_PLURAL = {"prospect": "prospects", "entry": "entries", "exchange": "exchanges", "proposal": "proposals"}
_WORDS = {
    "prospect": """p.company || ' ' || p.about || ' ' || p.sector || ' ' || p.notes || ' ' || coalesce(
        (SELECT group_concat(c.name || ' ' || c.job_title || ' ' || c.email || ' ' || c.phone, ' ')
         FROM contacts c WHERE c.prospect_id = p.id), '')""",
    "entry": "p.text || ' ' || p.corrected",
    "exchange": "p.text",
    "proposal": """'P-' || p.year || '-' || printf('%04d', p.rank) || ' ' || p.title || ' ' || p.objective || ' '
        || p.cost_today || ' ' || p.recommendation || ' ' || p.next_step""",
}
_STANDING = "status, coalesce(band, ''), coalesce(heat, ''), to_complete, next_due_at IS NOT NULL, has_decider"


def fill(
    path: Path,
    prospects: int,
    *,
    calls: float = 0.5,
    verbatims: float = VERBATIMS,
    follow_ups: float = FOLLOW_UPS,
    seed: int = 1,
) -> None:
    """Create the file at ``path`` with that many prospects; ``calls`` is the share of them that had a call."""
    engine = database.connect(path, KEY)
    migrations.bring_up_to_date(engine, path, KEY, path.parent, NOW)
    engine.dispose()
    raw = engine.raw_connection()
    connection = raw.driver_connection
    assert connection is not None
    try:
        for pragma in ("foreign_keys=OFF", "journal_mode=OFF", "synchronous=OFF", "cache_size=-400000"):
            connection.execute(f"PRAGMA {pragma}").fetchall()
        connection.execute("BEGIN IMMEDIATE")
        put_back = _set_aside(connection)
        for table, columns, rows in Book(seed, prospects, calls, verbatims, follow_ups).tables():
            _insert(connection, table, columns, rows)
        put_back()
        _name(connection)
        for name in _NUMBERED:
            _index(connection, name)
        connection.execute(f"""
            INSERT INTO standing_counts
            SELECT {_STANDING}, count(*), sum(coalesce(amount, 0)) FROM prospects GROUP BY 1, 2, 3, 4, 5, 6""")
        assert not connection.execute("PRAGMA foreign_key_check").fetchall()
        connection.execute("COMMIT")
        connection.execute("PRAGMA journal_mode=WAL").fetchall()
    finally:
        raw.invalidate()
    database.Store(engine).close()


def kept(prospects: int) -> Path:
    """The file of that many prospects, made once and kept in the folder that ``BOUSSOLE_BOOKS`` names."""
    folder = Path(os.environ["BOUSSOLE_BOOKS"])
    path = folder / f"book-{prospects}.db"
    if not path.exists():
        unfinished = path.with_suffix(".part")
        unfinished.unlink(missing_ok=True)
        fill(unfinished, prospects)
        unfinished.replace(path)
    return path


def _set_aside(connection: Any) -> Callable[[], None]:
    """Take triggers and indexes away; what it gives back puts them in place again."""
    made = connection.execute(
        "SELECT type, name, sql FROM sqlite_master WHERE type IN ('trigger', 'index') AND sql IS NOT NULL"
    ).fetchall()
    for kind, name, _sql in made:
        connection.execute(f'DROP {kind} "{name}"')

    def put_back() -> None:
        for _kind, _name, sql in made:
            connection.execute(sql)

    return put_back


def _insert(connection: Any, table: str, columns: tuple[str, ...], rows: Iterable[Row]) -> None:
    names = ", ".join(f'"{name}"' for name in columns)
    statement = f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(columns))})"
    coming = iter(rows)
    while batch := list(islice(coming, _BATCH)):
        connection.executemany(statement, batch)


def _name(connection: Any) -> None:
    """Give each the name that it is sorted by, as a trigger would."""
    connection.create_function("plain", 1, lambda name: _ACCENTS.sub("", unicodedata.normalize("NFD", name)).lower())
    first = "SELECT name FROM contacts WHERE prospect_id = prospects.id ORDER BY position LIMIT 1"
    connection.execute(f"UPDATE prospects SET sort_name = plain(coalesce(nullif(company, ''), ({first})))")


def _index(connection: Any, name: str) -> None:
    """Number the rows of a table in their order, and put their words in the full-text index."""
    table = _PLURAL[name]
    connection.execute(f"INSERT INTO {name}_numbers ({name}_id) SELECT id FROM {table} ORDER BY id")
    connection.execute(f"""
        INSERT INTO {name}_search (rowid, words)
        SELECT n.number, {_WORDS[name]} FROM {table} p JOIN {name}_numbers n ON n.{name}_id = p.id ORDER BY n.number""")


if __name__ == "__main__":
    started = time.monotonic()
    fill(Path(sys.argv[2]), int(sys.argv[1]))
    print(f"{time.monotonic() - started:.0f} s, {Path(sys.argv[2]).stat().st_size / 1e6:.0f} MB")
