"""T15 and T16: bytes flipped, files cut short, companions lost. Damage is said, or does no harm; never wrong data."""

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop import database, migrations
from desktop.clock import FixedClock
from desktop.data_folder import DataFolder
from desktop.database import DamagedFileError
from desktop.paths import Paths
from tests.faults import played_call
from tests.faults.played_call import KEY, START

Dump = dict[str, list[tuple[object, ...]]]


def dump(path: Path) -> Dump:
    """Every row of every table, after the checks that the program does when it opens a file it does not trust."""
    engine = database.connect(path, KEY)
    try:
        migrations.bring_up_to_date(engine, path, KEY, path.parent, START)
        database.check_integrity(engine)
        with engine.execution_options(write=False).connect() as connection:
            names = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
            return {
                name: sorted(map(tuple, connection.exec_driver_sql(f'SELECT * FROM "{name}"')), key=repr)
                for (name,) in names.fetchall()
            }
    finally:
        engine.dispose()


@pytest.fixture(scope="module")
def whole(migrated_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with a call in it, its journal folded in."""
    path = tmp_path_factory.mktemp("whole") / "boussole.db"
    shutil.copyfile(migrated_file, path)
    store = database.Store(database.connect(path, KEY))
    call_id = played_call.begin(store)
    played_call.play(store, call_id, seed=1, count=60)
    store.close()
    return path


def flip_bytes(whole: Path, tmp_path: Path, count: int) -> None:
    seed = int(os.environ.get("BOUSSOLE_SEED", random.SystemRandom().randrange(10**9)))
    chance, before, original = random.Random(seed), dump(whole), whole.read_bytes()
    path, harmless = tmp_path / "flipped.db", 0
    for _number in range(count):
        place, bit = chance.randrange(len(original)), 1 << chance.randrange(8)
        path.write_bytes(original[:place] + bytes([original[place] ^ bit]) + original[place + 1 :])
        try:
            harmless += dump(path) == before
        except DamagedFileError:
            continue
        assert dump(path) == before, f"seed {seed}: byte {place} changed the data and nobody noticed"
    assert harmless < count / 2, "flips are not noticed at all"


def test_a_flipped_byte_is_noticed_or_does_no_harm(whole: Path, tmp_path: Path) -> None:
    flip_bytes(whole, tmp_path, 50)


@pytest.mark.faults
@pytest.mark.timeout(600)
def test_five_hundred_flipped_bytes(whole: Path, tmp_path: Path) -> None:
    flip_bytes(whole, tmp_path, 500)


@pytest.mark.parametrize("kept", [1, 15, 16, 511, 512, 4095, 4096, 4097, 8192, 40_000, 100_000, 0.5, 0.9, 0.999])
def test_a_file_cut_short_is_refused_and_left_as_it_is(whole: Path, tmp_path: Path, kept: float) -> None:
    path, data = tmp_path / "cut.db", whole.read_bytes()
    short = data[: kept if isinstance(kept, int) else int(len(data) * kept)]
    path.write_bytes(short)
    with pytest.raises(DamagedFileError):
        dump(path)
    assert path.read_bytes() == short


@pytest.mark.parametrize(
    "bytes_of",
    [
        lambda data: bytes(4096) + data[4096:],
        lambda data: bytes(len(data)),
        lambda data: random.Random(1).randbytes(len(data)),
        lambda data: b"SQLite format 3\0" + data[16:],
        lambda data: b"%PDF-1.7\n" + data,
    ],
    ids=["header zeroed", "all zeroed", "random", "plain SQLite header", "another program's file"],
)
def test_a_file_that_is_not_ours_is_refused_and_left_as_it_is(
    whole: Path, tmp_path: Path, bytes_of: Callable[[bytes], bytes]
) -> None:
    path, data = tmp_path / "other.db", bytes_of(whole.read_bytes())
    path.write_bytes(data)
    with pytest.raises(DamagedFileError):
        dump(path)
    assert path.read_bytes() == data


def test_a_plain_sqlite_file_is_refused(tmp_path: Path) -> None:
    import sqlite3

    path = tmp_path / "plain.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE prospects (name)")
    connection.close()
    data = path.read_bytes()
    with pytest.raises(DamagedFileError):
        dump(path)
    assert path.read_bytes() == data


@pytest.mark.parametrize("lost", ["-wal", "-shm"])
def test_a_lost_companion_leaves_a_whole_file(whole: Path, tmp_path: Path, lost: str) -> None:
    live, path = tmp_path / "live.db", tmp_path / "copy.db"
    shutil.copyfile(whole, live)
    before = dump(live)
    store = database.Store(database.connect(live, KEY))
    with store.writing() as (session, _touched):
        played_call.prospects.create_prospect(session, now=START, company="Écrit dans le journal")
    for suffix in ("", "-wal", "-shm"):
        if suffix != lost:
            shutil.copyfile(f"{live}{suffix}", f"{path}{suffix}")
    store.close()
    assert dump(path) == (before if lost == "-wal" else dump(live))


@pytest.mark.parametrize("lost", ["missing", "empty"])
def test_a_lost_file_is_said_when_a_backup_exists(lost: str, tmp_path: Path) -> None:
    folder = DataFolder(Paths(tmp_path), FixedClock(START))
    folder.create()
    store = folder.open()
    folder.back_up()
    store.close()
    for path in tmp_path.glob("boussole.db*"):
        path.unlink()
    if lost == "empty":
        (tmp_path / "boussole.db").touch()
    with pytest.raises(DamagedFileError, match="missing"):
        DataFolder(Paths(tmp_path), FixedClock(START)).open()
