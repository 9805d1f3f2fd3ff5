"""A fresh encrypted file for each test, copied from one that real migrations made once a session."""

import os
import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Engine

from desktop import database, i18n, migrations
from desktop.clock import FixedClock

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

KEY = bytes(range(32))
PARIS = ZoneInfo("Europe/Paris")
MONDAY = datetime(2026, 11, 23, 9, 30, tzinfo=PARIS)


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("migrated")
    path = folder / "boussole.db"
    engine = database.connect(path, KEY)
    migrations.bring_up_to_date(engine, path, KEY, folder, MONDAY)
    database.Store(engine).close()
    return path


@pytest.fixture(autouse=True)
def english() -> None:
    i18n.use("en")


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(MONDAY)


@pytest.fixture
def data_file(migrated_file: Path, tmp_path: Path) -> Path:
    path = tmp_path / "boussole.db"
    shutil.copyfile(migrated_file, path)
    return path


@pytest.fixture
def engine(data_file: Path) -> Iterator[Engine]:
    engine = database.connect(data_file, KEY)
    yield engine
    engine.dispose()


@pytest.fixture
def store(engine: Engine) -> database.Store:
    return database.Store(engine)


@pytest.fixture
def session(store: database.Store) -> Iterator[database.Session]:
    """A writing session; what a test adds is flushed by the next query and committed at the end."""
    with store.writing() as (session, _touched):
        yield session


@pytest.fixture
def workspace(store: database.Store, clock: FixedClock, qtbot: object):
    from desktop.ui.workspace import Workspace

    workspace = Workspace(store, clock)
    yield workspace
    workspace.close()
