"""Steps are taken once, in one transaction, after a checked copy; and they lead exactly to the models."""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, Engine, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from sqlalchemy.schema import CreateIndex

from desktop import database, migrations
from desktop.database import NewerFileError
from desktop.models import everything
from desktop.models.base import Base
from desktop.models.proposals import DocumentKind, ProposalExport
from desktop.models.prospects import Prospect
from tests.conftest import KEY, MONDAY

assert everything
FULL_TEXT = (
    "prospect_search",
    "entry_search",
    "exchange_search",
    "proposal_search",
)  # FTS5 keeps tables of its own beside each of them
NEWEST_FIRST = "ix_prospects_list"  # Alembic cannot read that a column of an index is in descending order
VERSIONS = Path(migrations.__file__).parent / "versions"


def test_the_migrations_lead_exactly_to_the_models(engine: Engine) -> None:
    options = {
        "compare_type": False,  # SQLite keeps every text alike; names, nullability, keys and indexes are compared
        "include_name": lambda name, kind, _parents: not (kind == "table" and str(name).startswith(FULL_TEXT)),
        "include_object": lambda _item, name, *_of: name != NEWEST_FIRST,
    }
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, Base.metadata) == []
        made = connection.exec_driver_sql(f"SELECT sql FROM sqlite_master WHERE name = '{NEWEST_FIRST}'").scalar_one()
    (index,) = (index for index in Prospect.metadata.tables["prospects"].indexes if index.name == NEWEST_FIRST)
    assert "".join(made.split()) == "".join(str(CreateIndex(index).compile(engine)).split())


def test_the_newest_version_is_that_of_the_last_step() -> None:
    numbers = [int(path.name[:4]) for path in VERSIONS.glob("[0-9]*.py")]
    assert sorted(numbers) == list(range(1, migrations.NEWEST + 1))


def test_a_file_that_needs_nothing_is_left_alone(data_file: Path, engine: Engine, tmp_path: Path) -> None:
    backups = tmp_path / "backups"
    migrations.bring_up_to_date(engine, data_file, KEY, backups, MONDAY)
    assert not backups.exists()


def older(path: Path, version: int) -> Engine:
    """A file as an older version of the program left it."""
    engine = database.connect(path, KEY)
    migrations._upgrade(engine, version)
    return engine


@pytest.mark.parametrize("version", range(1, migrations.NEWEST))
def test_a_checked_copy_is_made_before_a_step(version: int, tmp_path: Path) -> None:
    data_file = tmp_path / "older.db"
    engine = older(data_file, version)
    backups = tmp_path / "backups"
    migrations.bring_up_to_date(engine, data_file, KEY, backups, MONDAY)
    assert database.verify(data_file, engine, migrations.NEWEST) == migrations.NEWEST
    engine.dispose()
    (copy,) = backups.iterdir()
    before = database.connect(copy, KEY)
    assert database.verify(copy, before, migrations.NEWEST) == version
    database.check_integrity(before)
    before.dispose()


def test_what_was_handed_over_before_version_4_keeps_its_bytes(tmp_path: Path) -> None:
    data_file = tmp_path / "older.db"
    engine = older(data_file, 3)
    pdf, at = bytes(range(256)) * 40, "2026-11-23 08:30:00.000000"
    rows = {
        "prospects": {"id": "a" * 32, "created_at": at, "updated_at": at},
        "proposals": {"id": "b" * 32, "prospect_id": "a" * 32, "year": 2026, "rank": 42, "state": "sent"},
        "proposal_exports": {"proposal_id": "b" * 32, "at": at, "file_name": "old.pdf", "sha256": "0" * 64},
    }
    with engine.begin() as connection:
        connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
        insert(connection, "prospects", rows["prospects"])
        insert(connection, "proposals", rows["proposals"])
        for number in (1, 2):
            own = {"id": str(number) * 32, "revision": number, "content": f'{{"n": {number}}}', "pdf": pdf[number:]}
            insert(connection, "proposal_exports", {**rows["proposal_exports"], **own})
    migrations.bring_up_to_date(engine, data_file, KEY, tmp_path / "backups", MONDAY)
    with Session(engine) as session:
        first, second = session.scalars(select(ProposalExport).order_by(ProposalExport.revision))
        assert (first.pdf, second.pdf) == (pdf[1:], pdf[2:])
        assert (second.document, second.file_name, second.content) == (DocumentKind.PROPOSAL, "old.pdf", {"n": 2})
        # The same revision may now hold another document, and still not the same one twice.
        session.add(copy_of(second, DocumentKind.SUMMARY))
        session.flush()
        session.add(copy_of(second, DocumentKind.PROPOSAL))
        with pytest.raises(IntegrityError):
            session.flush()
    engine.dispose()


def copy_of(export: ProposalExport, document: DocumentKind) -> ProposalExport:
    kept = ("proposal_id", "revision", "at", "file_name", "sha256", "content", "pdf")
    return ProposalExport(document=document, **{name: getattr(export, name) for name in kept})


def insert(connection: Connection, table: str, values: dict[str, object]) -> None:
    """A row of an older version: what is not given is as empty as its column allows."""
    empty = {"INTEGER": 0, "BOOLEAN": 0, "JSON": "[]", "DATE": "2026-11-23", "DATETIME": "2026-11-23 08:30:00.000000"}
    for column in connection.exec_driver_sql(f"PRAGMA table_info({table})").mappings().all():
        if column["notnull"] and column["dflt_value"] is None and column["name"] not in values:
            values = {**values, column["name"]: empty.get(column["type"].split("(")[0], "")}
    names = ", ".join(values)
    connection.exec_driver_sql(
        f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(values))})", tuple(values.values())
    )


def test_a_step_that_fails_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    data_file = tmp_path / "older.db"
    engine = older(data_file, 1)
    with engine.begin() as connection:
        # The second step will find a table of that name already there.
        connection.exec_driver_sql("CREATE TABLE entry_search (words TEXT)")
    with pytest.raises(Exception, match="entry_search"):
        migrations.bring_up_to_date(engine, data_file, KEY, tmp_path / "backups", MONDAY)
    assert database.verify(data_file, engine, migrations.NEWEST) == 1
    with engine.connect() as connection:
        found = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master WHERE name = 'prospect_search'")
        assert found.scalar_one() == 0
    engine.dispose()


def test_a_newer_file_is_refused_before_anything(data_file: Path, tmp_path: Path) -> None:
    engine = database.connect(data_file, KEY)
    with engine.begin() as connection:
        connection.exec_driver_sql(f"PRAGMA user_version={migrations.NEWEST + 1}")
    with pytest.raises(NewerFileError):
        migrations.bring_up_to_date(engine, data_file, KEY, tmp_path / "backups", MONDAY)
    assert not (tmp_path / "backups").exists()
    engine.dispose()
