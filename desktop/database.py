"""The encrypted file: one engine, its settings, its transactions, and what its failures mean to a rep.

Every setting here was chosen by measurement against power cuts, kills and full disks: WAL with ``synchronous=FULL``
loses no acknowledged write, and costs well under a millisecond a commit.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlcipher3
from sqlalchemy import Connection, Engine, QueuePool, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session as Session
from sqlalchemy.orm import sessionmaker

from desktop.errors import UserError
from desktop.i18n import _

_DRIVER: Any = sqlcipher3.dbapi2  # it comes without types

APPLICATION_ID = 0x424F5553  # "BOUS"
MINIMUM_ENGINE = (3, 51, 3)  # Older engines can lose committed pages when two connections checkpoint (WAL-reset bug).
KEY_BYTES = 32

PRAGMAS: dict[str, str | int] = {
    "journal_mode": "wal",
    "synchronous": 2,  # FULL: NORMAL loses acknowledged commits at a power cut
    "fullfsync": 1 if sys.platform == "darwin" else 0,
    "checkpoint_fullfsync": 1 if sys.platform == "darwin" else 0,
    "foreign_keys": 1,
    "busy_timeout": 5000,
    "recursive_triggers": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "secure_delete": 1,
    "temp_store": 2,
    "mmap_size": 0,
    "cache_size": -65_536,  # KiB: each page read again is a page decrypted again, and the usual 2 MiB hold few
    "wal_autocheckpoint": 200,
    "journal_size_limit": 1_048_576,
}


class StorageError(UserError):
    """The environment would not take a write or give a read: disk full, file locked, read-only or damaged."""


class DamagedFileError(StorageError):
    """The key is right and the file still does not open: its bytes are damaged."""


class NewerFileError(StorageError):
    """The file was written by a newer version of the program; not a byte of it was changed."""


def check_engine() -> None:
    """Refuse to work on an engine older than ``MINIMUM_ENGINE``."""
    version = _DRIVER.sqlite_version_info
    if version < MINIMUM_ENGINE:
        raise UserError(
            _("The database engine {found} is too old to keep your data safe; install Boussole again.").format(
                found=".".join(map(str, version))
            )
        )


def connect(path: Path, key: bytes) -> Engine:
    """An engine on the encrypted file at ``path``, created on first use. Nothing is read or written yet.

    ``key`` is the raw 256-bit data key. Writers begin with ``BEGIN IMMEDIATE``, so that no transaction fails half-way
    because another one wrote meanwhile; connections with ``execution_options(write=False)`` begin as readers.
    """
    assert len(key) == KEY_BYTES
    check_engine()
    engine = create_engine(
        URL.create("sqlite+pysqlcipher", password=f"x'{bytes(key).hex()}'", database=str(path)),
        poolclass=QueuePool,
        pool_size=2,
        max_overflow=0,
        connect_args={"check_same_thread": False, "timeout": 5},
        hide_parameters=True,  # personal data stay out of tracebacks
    )

    @event.listens_for(engine, "connect")
    def set_up(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # SQLAlchemy's begin event, below, opens the transactions
        connection.execute("PRAGMA cipher_log_level=NONE").fetchall()
        for name, value in PRAGMAS.items():
            answer = connection.execute(f"PRAGMA {name}={value}").fetchall()
            if name == "journal_mode" and answer != [("wal",)]:
                raise StorageError(
                    _("This folder cannot hold the data safely. Choose a folder on this computer's disk.")
                )

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        write = connection.get_execution_options().get("write", True)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")

    return engine


class Store:
    """The transactions on an open file."""

    def __init__(self, engine: Engine) -> None:
        self.reopen(engine)

    def reopen(self, engine: Engine) -> None:
        """Go on with another engine on the same data, after ``close``: the file was encrypted with a new key."""
        self._engine = engine
        self._writers = sessionmaker(engine, expire_on_commit=False)
        self._readers = sessionmaker(engine.execution_options(write=False), expire_on_commit=False)
        event.listen(self._writers, "before_flush", _note_what_is_touched)
        event.listen(self._writers, "loaded_as_persistent", _keep_what_is_held)
        event.listen(self._writers, "pending_to_persistent", _keep_what_is_held)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that is never committed."""
        with translated_errors(), self._readers() as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[tuple[Session, set[type]]]:
        """A session committed at the end, and the model classes that it touched, filled in as it flushes."""
        touched: set[type] = set()
        with translated_errors(), self._writers(info={"touched": touched, "held": []}) as session:
            yield session, touched
            session.commit()

    def checkpoint(self) -> None:
        """Fold the journal into the file, so that little is left beside it."""
        with translated_errors():
            raw = self._engine.raw_connection()
            try:
                raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            finally:
                raw.close()

    def close(self) -> None:
        """Let go of the file."""
        self.checkpoint()
        self._engine.dispose()


def _keep_what_is_held(session: Session, instance: object) -> None:
    # A session forgets what nobody holds, and would read the call again for each service that one key runs.
    session.info["held"].append(instance)


def _note_what_is_touched(session: Session, _context: object, _instances: object) -> None:
    for thing in (*session.new, *session.dirty, *session.deleted):
        session.info["touched"].update(kind for kind in type(thing).__mro__ if hasattr(kind, "__tablename__"))


def verify(path: Path, engine: Engine, newest: int) -> int:
    """The schema version of the file behind ``engine``: 0 when it is new and empty.

    Raises ``NewerFileError`` above ``newest`` and ``DamagedFileError`` when the file is not one of ours or cannot be
    read with this key. Reads only.
    """
    if path.exists() and path.stat().st_size:
        with path.open("rb") as file:
            header = file.read(16)
        if header == b"SQLite format 3\0":
            raise DamagedFileError(_("This data file is not encrypted, so it is not one that Boussole wrote."))
        if len(header) < 16:  # the engine would take a file of one byte for a new one
            raise DamagedFileError(_("The data file is damaged."))
    with translated_errors(), engine.execution_options(write=False).connect() as connection:
        ours = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
        version = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
        tables = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one()
    if ours != APPLICATION_ID and (tables or ours):
        raise DamagedFileError(_("This data file was not written by Boussole."))
    if version > newest:
        raise NewerFileError(
            _("This data file was written by a newer version of Boussole. Install that version to open it.")
        )
    return version


def check_integrity(engine: Engine) -> None:
    """Raise ``DamagedFileError`` unless every page and every index of the file is whole."""
    pages, rows = _faults(engine)
    if pages:
        # SQLCipher checks the file without its journal: a page that a power cut tore while the journal was being
        # folded in is whole there, and is mended by finishing that.
        Store(engine).checkpoint()
        pages, rows = _faults(engine)
    if pages or rows != [("ok",)]:
        raise DamagedFileError(_("The data file is damaged."))


def _faults(engine: Engine) -> tuple[list[Any], list[Any]]:
    """What SQLCipher says of the pages, and what SQLite says of what they hold."""
    with translated_errors(), engine.execution_options(write=False).connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA cipher_integrity_check").fetchall()
        return list(pages), list(connection.exec_driver_sql("PRAGMA integrity_check").fetchall())


def copy_to(engine: Engine, target: Path, key: bytes) -> None:
    """A compact copy of the live file, encrypted with the same key, checked before it takes its final name."""
    unfinished = target.with_name(target.name + ".part")
    unfinished.unlink(missing_ok=True)
    with translated_errors():
        raw = engine.raw_connection()
        try:
            raw.cursor().execute("VACUUM INTO ?", (str(unfinished),))
        finally:
            raw.close()
    copy = connect(unfinished, key)
    try:
        check_integrity(copy)
    finally:
        copy.dispose()
    put_in_place(unfinished, target)


def opens_with(path: Path, key: bytes) -> bool:
    """Whether ``key`` is the one the file at ``path`` is encrypted with, so far as its first pages tell."""
    engine = connect(path, key)
    try:
        with translated_errors(), engine.execution_options(write=False).connect() as connection:
            connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one()
    except DamagedFileError:
        return False
    finally:
        engine.dispose()
    return True


def change_key(path: Path, former: bytes, key: bytes) -> None:
    """Encrypt the file at ``path``, which nobody has open, with ``key`` instead of ``former``.

    A checked copy takes its place in one step: a power cut leaves the file whole, under one key or the other. Done
    already, it does nothing.
    """
    if opens_with(path, key):
        return
    fresh = path.with_name(path.name + ".rekeyed")
    fresh.unlink(missing_ok=True)
    engine = connect(path, former)
    try:
        copy_to(engine, fresh, former)
    finally:
        engine.dispose()
    with translated_errors():
        raw = _DRIVER.connect(str(fresh), isolation_level=None)
        try:
            raw.execute(f"PRAGMA key=\"x'{former.hex()}'\"")
            raw.execute("PRAGMA journal_mode=DELETE").fetchall()
            raw.execute(f"PRAGMA rekey=\"x'{key.hex()}'\"")
        finally:
            raw.close()
    copy = connect(fresh, key)
    try:
        check_integrity(copy)
    finally:
        copy.dispose()
    put_in_place(fresh, path)


def put_in_place(finished: Path, target: Path) -> None:
    """Give a file its final name, in one step and on the disk."""
    with finished.open("rb+") as file:
        os.fsync(file.fileno())
    finished.replace(target)
    if sys.platform != "win32":  # where a folder cannot be opened, and a rename is journalled
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


@contextmanager
def translated_errors() -> Iterator[None]:
    """Turn a failure of the environment into a ``StorageError``; anything else is a bug and passes through."""
    try:
        yield
    except DBAPIError as error:
        meaning = _meaning(getattr(error.orig, "sqlite_errorcode", None))
        if meaning is None:
            raise
        raise meaning from error
    except _DRIVER.Error as error:
        meaning = _meaning(getattr(error, "sqlite_errorcode", None))
        if meaning is None:
            raise
        raise meaning from error


def _meaning(code: int | None) -> StorageError | None:
    if code is None:
        return None
    match code & 0xFF:  # the primary result code, without its extension
        case _DRIVER.SQLITE_FULL | _DRIVER.SQLITE_IOERR:  # a full disk is reported as IOERR under a quota
            return StorageError(_("The disk is full or cannot be written. Free some room: nothing you typed is lost."))
        case _DRIVER.SQLITE_BUSY | _DRIVER.SQLITE_LOCKED:
            return StorageError(_("Another program is using the data file. Close it, then try again."))
        case _DRIVER.SQLITE_READONLY | _DRIVER.SQLITE_CANTOPEN:
            return StorageError(_("The data folder cannot be written. Check its permissions, then try again."))
        case _DRIVER.SQLITE_CORRUPT | _DRIVER.SQLITE_NOTADB:
            return DamagedFileError(_("The data file is damaged."))
    return None
