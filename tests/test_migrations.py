"""Steps are taken once, in one transaction, after a checked copy; and they lead exactly to the models."""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine

from desktop import database, migrations
from desktop.database import NewerFileError
from desktop.models import everything
from desktop.models.base import Base
from tests.conftest import KEY, MONDAY

assert everything
FULL_TEXT = ("prospect_search", "entry_search")  # FTS5 keeps tables of its own beside each of them
VERSIONS = Path(migrations.__file__).parent / "versions"


def test_the_migrations_lead_exactly_to_the_models(engine: Engine) -> None:
    options = {
        "compare_type": False,  # SQLite keeps every text alike; names, nullability, keys and indexes are compared
        "include_name": lambda name, kind, _parents: not (kind == "table" and str(name).startswith(FULL_TEXT)),
    }
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, Base.metadata) == []


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
