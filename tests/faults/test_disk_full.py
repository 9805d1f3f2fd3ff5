"""T08: a disk that fills up in the middle of a call. Nothing is said to be saved that is not, and nothing is lost."""

import shutil
import uuid
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from desktop import database
from desktop.clock import FixedClock
from tests.faults import played_call
from tests.faults.played_call import KEY, START

resource = pytest.importorskip("resource", reason="Windows has no limit on the size of a file", exc_type=ImportError)


def play_on_a_full_disk(path: Path, call_id: uuid.UUID, room: int, seed: int, pipe: Connection) -> None:
    """Play until the disk is full, try again on the full disk, free some room, and do the refused act again."""
    from desktop.ui.workspace import Workspace

    store = database.Store(database.connect(path, KEY))
    workspace = Workspace(store, FixedClock(START))
    saved: list[float] = []
    failed: list[str] = []
    workspace.saved.connect(saved.append)
    workspace.failed.connect(failed.append)
    rep = played_call.Rep(workspace, call_id)
    acts = played_call.acts_of(store, call_id, seed)

    _soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, hard))
    done = []
    for act in acts:
        try:
            rep.perform(act)
        except database.StorageError:
            break
        done.append(act)
    told = (len(saved), len(done), list(failed))
    with pytest.raises(database.StorageError):
        rep.perform(("line", "verbatim", "still no room " * 1000))
    seen_while_full = played_call.in_the_file(store, call_id)
    resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
    rep.perform(act)
    pipe.send((done, act, told, seen_while_full))
    workspace.close()


@pytest.mark.parametrize("seed", range(4))
def test_a_disk_full_in_the_middle_of_a_call(seed: int, tmp_path: Path, migrated_file: Path) -> None:
    path = tmp_path / "boussole.db"
    shutil.copyfile(migrated_file, path)
    store = database.Store(database.connect(path, KEY))
    call_id = played_call.begin(store)
    played = played_call.in_the_file(store, call_id)
    store.close()
    # Room for the file as it is, and for a journal that fills up after some acts.
    room = path.stat().st_size + 40_000 * (1 + seed)
    ours, theirs = played_call.processes.Pipe(duplex=False)
    process = played_call.processes.Process(target=play_on_a_full_disk, args=(path, call_id, room, seed, theirs))
    process.start()
    theirs.close()
    done, refused, (saved, acknowledged, failed), seen_while_full = ours.recv()
    process.join()

    assert acknowledged > 3, "the disk was full before anything was done"
    assert saved == acknowledged, "the status bar said “saved” for something that was not"
    assert failed == ["The disk is full or cannot be written. Free some room: nothing you typed is lost."]
    for act in done:
        played = played.after(act)
    assert seen_while_full == played
    store = database.Store(database.connect(path, KEY))
    assert played_call.in_the_file(store, call_id) == played.after(refused)
    store.close()
    engine = database.connect(path, KEY)
    database.check_integrity(engine)
    engine.dispose()
