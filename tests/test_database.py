"""The file is encrypted, set as measured on every connection, and transactional whatever happens (T05, T12)."""

from pathlib import Path

import pytest
import sqlcipher3
from sqlalchemy import Engine, text

from desktop import database
from desktop.database import DamagedFileError, NewerFileError, StorageError
from desktop.migrations import NEWEST
from tests.conftest import KEY, MONDAY


def test_every_connection_of_the_pool_has_every_setting(engine: Engine) -> None:
    pool = [engine.raw_connection(), engine.raw_connection()]
    assert pool[0].driver_connection is not pool[1].driver_connection
    for connection in pool:
        raw = connection.driver_connection
        assert {name: raw.execute(f"PRAGMA {name}").fetchone()[0] for name in database.PRAGMAS} == database.PRAGMAS
        connection.close()


def test_the_settings_are_those_that_were_measured() -> None:
    expected = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1, "trusted_schema": 0}
    assert expected.items() <= database.PRAGMAS.items()


def test_the_engine_is_past_the_bug_that_loses_pages() -> None:
    assert sqlcipher3.sqlite_version_info >= (3, 51, 3)
    database.check_engine()


def test_nothing_of_the_file_is_readable(data_file: Path) -> None:
    content = data_file.read_bytes()
    assert not content.startswith(b"SQLite format 3")
    assert b"prospects" not in content


def test_another_key_does_not_open_it(data_file: Path) -> None:
    other = database.connect(data_file, bytes(32))
    with pytest.raises(DamagedFileError), database.translated_errors(), other.connect():
        pass
    other.dispose()
    assert not database.opens_with(data_file, bytes(32))
    assert database.opens_with(data_file, KEY)


def rows(engine: Engine) -> int:
    with engine.execution_options(write=False).connect() as connection:
        return connection.execute(text("SELECT count(*) FROM scratch")).scalar_one()


@pytest.fixture
def scratch(engine: Engine) -> Engine:
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE scratch (n INTEGER)"))
    return engine


def in_transaction(engine: Engine) -> bool:
    """Whether a connection that went back to the pool still holds a transaction."""
    raw = engine.raw_connection()
    try:
        return raw.driver_connection.in_transaction
    finally:
        raw.close()


def test_a_rollback_leaves_nothing(scratch: Engine) -> None:
    with scratch.connect() as connection:
        connection.execute(text("INSERT INTO scratch VALUES (1)"))
        connection.rollback()
    assert rows(scratch) == 0
    assert not in_transaction(scratch)


def test_tables_are_rolled_back_like_rows(scratch: Engine) -> None:
    with scratch.connect() as connection:
        connection.execute(text("CREATE TABLE later (n INTEGER)"))
        connection.rollback()
        assert connection.execute(text("SELECT count(*) FROM sqlite_master WHERE name = 'later'")).scalar_one() == 0
    assert not in_transaction(scratch)


def test_a_savepoint_takes_back_its_own_part(scratch: Engine) -> None:
    with scratch.begin() as connection:
        connection.execute(text("INSERT INTO scratch VALUES (1)"))
        nested = connection.begin_nested()
        connection.execute(text("INSERT INTO scratch VALUES (2)"))
        nested.rollback()
        connection.execute(text("INSERT INTO scratch VALUES (3)"))
    assert rows(scratch) == 2
    assert not in_transaction(scratch)


def test_an_exception_leaves_nothing(scratch: Engine) -> None:
    with pytest.raises(ZeroDivisionError), scratch.begin() as connection:
        connection.execute(text("INSERT INTO scratch VALUES (1)"))
        raise ZeroDivisionError
    assert rows(scratch) == 0
    assert not in_transaction(scratch)


def test_a_reader_cannot_hold_a_writer_up(scratch: Engine) -> None:
    with scratch.execution_options(write=False).connect() as reader:
        reader.execute(text("SELECT count(*) FROM scratch")).scalar_one()
        with scratch.begin() as writer:
            writer.execute(text("INSERT INTO scratch VALUES (1)"))
    assert rows(scratch) == 1


def test_no_value_reaches_the_text_of_an_error(scratch: Engine) -> None:
    with pytest.raises(Exception, match="no column named") as caught, scratch.begin() as connection:
        connection.execute(text("INSERT INTO scratch (absent) VALUES (:name)"), {"name": "Claire Fontaine"})
    assert "Claire" not in str(caught.value)


def test_a_newer_file_is_refused_with_not_a_byte_changed(data_file: Path) -> None:
    engine = database.connect(data_file, KEY)
    with engine.begin() as connection:
        connection.exec_driver_sql("PRAGMA user_version=999")
    database.Store(engine).close()
    before = data_file.read_bytes()
    engine = database.connect(data_file, KEY)
    with pytest.raises(NewerFileError):
        database.verify(data_file, engine, newest=NEWEST)
    engine.dispose()
    assert data_file.read_bytes() == before


def test_a_plain_file_is_not_taken_for_ours(tmp_path: Path) -> None:
    path = tmp_path / "plain.db"
    path.write_bytes(b"SQLite format 3\0" + bytes(4080))
    engine = database.connect(path, KEY)
    with pytest.raises(DamagedFileError, match="not encrypted"):
        database.verify(path, engine, newest=NEWEST)
    engine.dispose()


def test_a_file_of_another_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    engine = database.connect(path, KEY)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE theirs (n INTEGER)"))
    with pytest.raises(DamagedFileError, match="not written by Boussole"):
        database.verify(path, engine, newest=NEWEST)
    engine.dispose()


def test_a_changed_byte_is_found(data_file: Path) -> None:
    content = bytearray(data_file.read_bytes())
    content[len(content) // 2] ^= 1
    data_file.write_bytes(content)
    engine = database.connect(data_file, KEY)
    with pytest.raises(DamagedFileError):
        database.check_integrity(engine)
    engine.dispose()


def test_a_copy_is_whole_and_encrypted(engine: Engine, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    database.copy_to(engine, copy, KEY)
    assert database.opens_with(copy, KEY)
    assert not copy.read_bytes().startswith(b"SQLite format 3")
    assert not copy.with_name("copy.db.part").exists()


def test_the_key_is_changed_and_nothing_else(data_file: Path) -> None:
    other = bytes(reversed(KEY))
    database.change_key(data_file, KEY, other)
    assert database.opens_with(data_file, other)
    assert not database.opens_with(data_file, KEY)
    engine = database.connect(data_file, other)
    assert database.verify(data_file, engine, newest=NEWEST) == NEWEST
    engine.dispose()
    content = data_file.read_bytes()
    database.change_key(data_file, KEY, other)
    assert data_file.read_bytes() == content


def test_a_store_goes_on_with_another_engine(data_file: Path, store: database.Store) -> None:
    from desktop.models.settings import Company

    with store.writing() as (session, touched):
        session.add(Company(name="Duval", updated_at=MONDAY))
    assert touched == {Company}
    store.close()
    other = bytes(reversed(KEY))
    database.change_key(data_file, KEY, other)
    store.reopen(database.connect(data_file, other))
    with store.writing() as (session, touched):
        company = session.query(Company).one()
        company.name = "Duval & Fils"
        session.flush()
        assert Company in touched
    store.close()


def test_a_locked_file_is_told_in_a_sentence(data_file: Path, engine: Engine, store: database.Store) -> None:
    impatient = engine.raw_connection()
    impatient.driver_connection.execute("PRAGMA busy_timeout=1")
    impatient.close()
    other = database.connect(data_file, KEY)
    with (
        other.begin(),
        pytest.raises(StorageError, match="Another program"),
        store.writing() as (session, _touched),
    ):
        session.connection()
    other.dispose()
