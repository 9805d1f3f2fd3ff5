"""T01: a machine that dies in the middle of a call loses nothing of what it said was saved."""

import os
import random
import shutil
import time
import uuid
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from desktop import database, migrations
from desktop.clock import FixedClock
from desktop.ui.calls.page import CallPage
from desktop.ui.mirror.window import MirrorWindow
from desktop.ui.workspace import Workspace
from tests.faults import played_call
from tests.faults.known_call import Played
from tests.faults.played_call import KEY, START
from tests.faults.typed_call import type_until_killed

Child = Callable[[Path, uuid.UUID, int, Connection], None]


def kill_and_reopen(child: Child, folder: Path, blank: Path, seed: int) -> tuple[int, float]:
    """One death: returns how many acts had been acknowledged, and how long the file took to open again."""
    path = folder / f"{seed}.db"
    shutil.copyfile(blank, path)
    store = database.Store(database.connect(path, KEY))
    call_id = played_call.begin(store)
    before = played_call.in_the_file(store, call_id)
    store.close()

    ours, theirs = played_call.processes.Pipe(duplex=False)
    process = played_call.processes.Process(target=child, args=(path, call_id, seed, theirs), daemon=True)
    process.start()
    theirs.close()
    # A key takes longer than the act behind it: the window is given more time to do something.
    seconds = random.Random(seed).uniform(0.02, 0.3) * (3 if child is type_until_killed else 1)
    acknowledged, underway, count = played_call.watch_and_kill(process, ours, seconds, before)

    started = time.monotonic()
    engine = database.connect(path, KEY)
    migrations.bring_up_to_date(engine, path, KEY, folder, START)
    store = database.Store(engine)
    found = played_call.in_the_file(store, call_id)
    elapsed = time.monotonic() - started
    assert found in (acknowledged, underway), f"seed {seed}, after {count} acts: {difference(found, acknowledged)}"
    database.check_integrity(engine)
    if child is type_until_killed:
        shows_the_same_question(store, call_id, found)
    store.close()
    path.unlink()
    return count, elapsed


def shows_the_same_question(store: database.Store, call_id: uuid.UUID, found: Played) -> None:
    """The window that opens on the file goes on where the other one died."""
    page = CallPage(Workspace(store, FixedClock(START)), Path("unused"), MirrorWindow)
    page.resume(call_id)
    page.show()
    assert page.call is not None
    assert page.live.question.text.text() == page.call.script.question(found.question).text
    assert [entry.text for entry in page.call.entries] == [line.text for line in found.lines if not line.gone]
    page.close()
    page.deleteLater()


def difference(found: Played, expected: Played) -> str:
    return "; ".join(
        f"{name}: {getattr(found, name)} instead of {getattr(expected, name)}"
        for name in found.plain()
        if getattr(found, name) != getattr(expected, name)
    )


def campaign(child: Child, folder: Path, blank: Path, runs: int, capsys: pytest.CaptureFixture[str]) -> None:
    first = int(os.environ.get("BOUSSOLE_SEED", random.SystemRandom().randrange(10**9)))
    done = [kill_and_reopen(child, folder, blank, first + run) for run in range(runs)]
    counts, times = [count for count, _seconds in done], sorted(seconds for _count, seconds in done)
    with capsys.disabled():
        print(  # noqa: T201
            f"\n{runs} kills from seed {first}: {sum(counts)} acts acknowledged, none lost; "
            f"reopened in {times[len(times) // 2] * 1000:.0f} ms, at worst {times[-1] * 1000:.0f} ms"
        )
    assert sum(counts) > runs, "the calls were killed before they did anything"


def test_killed_in_the_middle_of_a_call(
    tmp_path: Path, migrated_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    campaign(played_call.play_until_killed, tmp_path, migrated_file, 24, capsys)


def test_killed_while_the_rep_types(
    tmp_path: Path, migrated_file: Path, capsys: pytest.CaptureFixture[str], qtbot: object
) -> None:
    campaign(type_until_killed, tmp_path, migrated_file, 6, capsys)


@pytest.mark.faults
@pytest.mark.timeout(1800)
def test_killed_two_hundred_times(tmp_path: Path, migrated_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    campaign(played_call.play_until_killed, tmp_path, migrated_file, 180, capsys)


@pytest.mark.faults
@pytest.mark.timeout(1800)
def test_killed_twenty_times_while_the_rep_types(
    tmp_path: Path, migrated_file: Path, capsys: pytest.CaptureFixture[str], qtbot: object
) -> None:
    campaign(type_until_killed, tmp_path, migrated_file, 20, capsys)
