"""T11: another process holds the file. A short wait is waited out; a long one is said, and the retry saves once."""

import threading
from pathlib import Path

import pytest
from sqlalchemy import Engine

from desktop import database
from desktop.database import StorageError
from tests.faults import played_call
from tests.faults.played_call import KEY


def hold(path: Path, held: object, release: object) -> None:
    """The other program: takes the write lock, says so, keeps it until told."""
    with database.connect(path, KEY).connect() as connection:
        connection.exec_driver_sql("UPDATE calls SET planned_minutes = 31")
        held.set()
        release.wait()
        connection.rollback()


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(database.PRAGMAS, "busy_timeout", 300)


@pytest.mark.usefixtures("impatient")
def test_a_long_lock_is_said_and_the_retry_saves_once(store: database.Store, data_file: Path, qtbot: object) -> None:
    long_lock(store, data_file)


@pytest.mark.faults
def test_a_lock_held_past_the_real_patience(store: database.Store, data_file: Path, qtbot: object) -> None:
    long_lock(store, data_file)


def long_lock(store: database.Store, path: Path) -> None:
    from desktop.ui.workspace import Workspace

    call_id = played_call.begin(store)
    before = played_call.in_the_file(store, call_id)
    workspace = Workspace(store, played_call.FixedClock(played_call.START))
    failed: list[str] = []
    workspace.failed.connect(failed.append)
    rep, act = played_call.Rep(workspace, call_id), ("line", "verbatim", "Chaque rupture me coûte un client.")
    held, release = played_call.processes.Event(), played_call.processes.Event()
    other = played_call.processes.Process(target=hold, args=(path, held, release))
    other.start()
    held.wait()
    with pytest.raises(StorageError):
        rep.perform(act)
    assert failed == ["Another program is using the data file. Close it, then try again."]
    assert played_call.in_the_file(store, call_id) == before
    release.set()
    other.join()
    rep.perform(act)
    assert played_call.in_the_file(store, call_id) == before.after(act)
    workspace.close()


def test_a_short_lock_is_waited_out(store: database.Store, engine: Engine, data_file: Path, qtbot: object) -> None:
    from desktop.ui.workspace import Workspace

    call_id = played_call.begin(store)
    before = played_call.in_the_file(store, call_id)
    workspace = Workspace(store, played_call.FixedClock(played_call.START))
    held, release = played_call.processes.Event(), played_call.processes.Event()
    other = played_call.processes.Process(target=hold, args=(data_file, held, release))
    other.start()
    held.wait()
    later = threading.Timer(0.3, release.set)
    later.start()
    act = ("score", "budget", 2, played_call.CLAIRE)
    played_call.Rep(workspace, call_id).perform(act)
    assert release.is_set(), "the write did not wait for the other program"
    other.join()
    assert played_call.in_the_file(store, call_id) == before.after(act)
    workspace.close()
