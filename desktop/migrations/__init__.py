"""Bringing a file to this version of the program: a verified copy first, then each step in one transaction.

The schema's version is the file's ``user_version``, equal to the number of the newest Alembic revision, so that a file
that needs nothing is recognised without importing Alembic (0.2 to 0.45 s).
"""

from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine

from desktop import database

NEWEST = 5


def bring_up_to_date(engine: Engine, path: Path, key: bytes, backups: Path, now: datetime) -> None:
    """Migrate the file at ``path`` if a step is due; a new, empty file is created by the same steps.

    Raises ``NewerFileError`` or ``DamagedFileError`` before anything is written.
    """
    version = database.verify(path, engine, NEWEST)
    if version == NEWEST:
        return
    if version:
        database.check_integrity(engine)
        backups.mkdir(parents=True, exist_ok=True)
        database.copy_to(engine, backups / f"before-version-{NEWEST}-{now:%Y%m%d-%H%M%S}.db", key)
    _upgrade(engine)


def _upgrade(engine: Engine, to: int = NEWEST) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    with database.translated_errors(), engine.connect() as connection:
        raw = connection.connection.driver_connection
        assert raw is not None
        raw.execute("PRAGMA foreign_keys=OFF")  # a batch step rebuilds tables; this cannot be said inside a transaction
        try:
            with connection.begin():
                config.attributes["connection"] = connection
                command.upgrade(config, f"{to:04}")
                broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
                if broken:
                    raise AssertionError(f"migration left {len(broken)} dangling references")
                connection.exec_driver_sql(f"PRAGMA application_id={database.APPLICATION_ID}")
                connection.exec_driver_sql(f"PRAGMA user_version={to}")
        finally:
            raw.execute("PRAGMA foreign_keys=ON")
