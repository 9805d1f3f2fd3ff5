"""T04 and T18, by kill: a first start, an upgrade or a copy cut short leaves nothing, the old thing, or a whole one."""

import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop import database, migrations
from tests.faults import played_call
from tests.faults.played_call import KEY, START


def upgrade(path: Path) -> None:
    migrations.bring_up_to_date(database.connect(path, KEY), path, KEY, path.parent / "backups", START)


def copy(path: Path) -> None:
    database.copy_to(database.connect(path, KEY), path.with_name("copy.db"), KEY)


def kill(work: Callable[[Path], None], path: Path, seconds: float) -> None:
    """Begin ``work`` in a process of its own and kill it that soon after it has begun."""
    begun = played_call.processes.Event()
    process = played_call.processes.Process(target=begin, args=(work, path, begun), daemon=True)
    process.start()
    begun.wait()
    process.join(seconds)
    process.kill()
    process.join()


def begin(work: Callable[[Path], None], path: Path, begun: object) -> None:
    begun.set()
    work(path)


def seconds_of(work: Callable[[Path], None], path: Path) -> float:
    """How long ``work`` takes undisturbed: kills fall anywhere in it."""
    begun = played_call.processes.Event()
    process = played_call.processes.Process(target=begin, args=(work, path, begun), daemon=True)
    process.start()
    begun.wait()
    started = time.monotonic()
    process.join()
    assert process.exitcode == 0
    return time.monotonic() - started


def version_and_names(path: Path) -> tuple[int, list[str]]:
    engine = database.connect(path, KEY)
    try:
        version = database.verify(path, engine, migrations.NEWEST)
        database.check_integrity(engine)
        with engine.execution_options(write=False).connect() as connection:
            query = "SELECT name FROM sqlite_master ORDER BY name"
            return version, [name for (name,) in connection.exec_driver_sql(query).fetchall()]
    finally:
        engine.dispose()


def killed_first_starts(tmp_path: Path, runs: int) -> None:
    usual = tmp_path / "usual.db"
    longest, expected = seconds_of(upgrade, usual), version_and_names(usual)
    chance, versions = random.Random(runs), []
    for run in range(runs):
        path = tmp_path / f"{run}.db"
        kill(upgrade, path, chance.uniform(0, longest))
        found = version_and_names(path)
        assert found in ((0, []), expected), "half a schema"
        versions.append(found[0])
        upgrade(path)
        assert version_and_names(path) == expected
    assert 0 in versions, "no kill fell before the end"


def test_killed_during_the_first_start(tmp_path: Path) -> None:
    killed_first_starts(tmp_path, 6)


@pytest.mark.faults
@pytest.mark.timeout(600)
def test_killed_during_fifty_first_starts(tmp_path: Path) -> None:
    killed_first_starts(tmp_path, 50)


def killed_copies(path: Path, runs: int) -> None:
    target = path.with_name("copy.db")
    longest, expected = seconds_of(copy, path), version_and_names(path)
    chance, absent = random.Random(runs), 0
    for _run in range(runs):
        target.unlink(missing_ok=True)
        kill(copy, path, chance.uniform(0, longest))
        absent += not target.exists()
        assert not target.exists() or version_and_names(target) == expected
    assert absent, "no kill fell before the end"
    copy(path)
    assert version_and_names(target) == expected


def test_killed_during_a_copy(data_file: Path) -> None:
    killed_copies(data_file, 10)


@pytest.mark.faults
@pytest.mark.timeout(600)
def test_killed_during_fifty_copies(data_file: Path) -> None:
    killed_copies(data_file, 50)
