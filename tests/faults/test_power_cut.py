"""T02, T03 and T10: the power goes, or the disk fails, at any write. What was acknowledged is there, and whole.

A recorder (``recorder.c``, loaded under a child) keeps every write and every sync. A power cut is then any moment of
that record, where what was not synced yet is lost, kept or torn, write by write.
"""

import json
import os
import random
import shutil
import struct
import subprocess
import sys
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from desktop import database, migrations
from desktop.database import StorageError
from tests.faults import played_call
from tests.faults.known_call import Played
from tests.faults.played_call import KEY, START

FULL, NORMAL = 2, 1
SECTOR = 512
ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Change:
    act: str
    """``w`` write, ``t`` truncate, ``s`` sync, ``u`` unlink."""
    name: str
    offset: int
    data: bytes


@pytest.fixture(scope="session")
def recorder(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    compiler = shutil.which("gcc") or shutil.which("cc")
    if not sys.platform.startswith("linux") or compiler is None:
        reason = "POWER CUTS ARE NOT TESTED HERE: their recorder needs Linux and a C compiler"
        with request.config.pluginmanager.getplugin("capturemanager").global_and_fixture_disabled():
            sys.stderr.write(f"\n{reason}\n")
        pytest.skip(reason)
    library = tmp_path_factory.mktemp("recorder") / "recorder.so"
    source = Path(__file__).with_name("recorder.c")
    subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", library, source, "-ldl"], check=True)
    return library


@dataclass(frozen=True)
class Call:
    """A call begun in a file of its own, in a folder that holds nothing else."""

    path: Path
    call_id: uuid.UUID
    begun: Played

    def child(self, recorder: Path, what: str, *numbers: int) -> str:
        environment = {
            **os.environ,
            "LD_PRELOAD": str(recorder),
            "RECORDED_FOLDER": str(self.path.parent),
            "RECORDER_JOURNAL": str(self.path.parent.with_suffix(".journal")),
        }
        command = [sys.executable, "-m", "tests.faults.recorded_call", what, str(self.path), str(self.call_id)]
        done = subprocess.run(
            [*command, *map(str, numbers)], cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE, text=True
        )
        return done.stdout

    def after_each(self, seed: int, count: int) -> list[Played]:
        """The call as begun, then after each of ``count`` acts."""
        store = database.Store(database.connect(self.path, KEY))
        acts = played_call.acts_of(store, self.call_id, seed)
        states = [self.begun]
        for _number in range(count):
            states.append(states[-1].after(next(acts)))
        store.close()
        return states


@pytest.fixture
def call(tmp_path: Path, migrated_file: Path) -> Call:
    folder = tmp_path / "recorded"
    folder.mkdir()
    path = folder / "boussole.db"
    shutil.copyfile(migrated_file, path)
    store = database.Store(database.connect(path, KEY))
    call_id = played_call.begin(store)
    begun = played_call.in_the_file(store, call_id)
    store.close()
    return Call(path, call_id, begun)


def read(journal: Path) -> Iterator[Change]:
    data, place = journal.read_bytes(), 0
    head = struct.Struct("<cIQQ")
    while place < len(data):
        act, name, offset, length = head.unpack_from(data, place)
        place += head.size
        path = data[place : place + name].decode()
        place += name
        yield Change(act.decode(), Path(path).name, offset, data[place : place + length])
        place += length


def after_the_cut(before: dict[str, bytes], changes: list[Change], chance: random.Random) -> dict[str, bytes]:
    """What is on the disk when the power goes after the last of ``changes``, the files being ``before`` at first."""
    synced = {name: max((i for i, each in enumerate(changes) if each.name == name and each.act == "s"), default=-1)
              for name in {each.name for each in changes}}  # fmt: skip
    files = {name: bytearray(data) for name, data in before.items()}
    habit = chance.choice(["lose", "some", "tear"])
    for place, change in enumerate(changes):
        safe = place <= synced[change.name]
        if not safe and (habit == "lose" or chance.random() < 0.5):
            continue
        if change.act == "u":
            files.pop(change.name, None)
        file = files.setdefault(change.name, bytearray()) if change.act in "wt" else bytearray()
        if change.act == "t":
            del file[change.offset :]
            file.extend(bytes(change.offset - len(file)))
        elif change.act == "w":
            file.extend(bytes(max(0, change.offset - len(file))))
            for start in range(0, len(change.data), SECTOR):
                if safe or habit != "tear" or chance.random() < 0.5:
                    piece = change.data[start : start + SECTOR]
                    file.extend(bytes(max(0, change.offset + start - len(file))))
                    file[change.offset + start : change.offset + start + len(piece)] = piece
    return {name: bytes(data) for name, data in files.items()}


def losses(recorder: Path, call: Call, *, states: int, acts: int, synchronous: int) -> int:
    """How many of that many power cuts lost something acknowledged. Damage is a failure at once."""
    seed = int(os.environ.get("BOUSSOLE_SEED", random.SystemRandom().randrange(10**9)))
    before = {call.path.name: call.path.read_bytes()}
    expected = call.after_each(seed, acts)
    call.child(recorder, "play", seed, acts, synchronous)
    changes = list(read(call.path.parent.with_suffix(".journal")))
    assert sum(each.name == "acknowledged" for each in changes) == acts
    assert any(each.name == call.path.name and each.act == "w" for each in changes), "no checkpoint was played"
    chance, lost = random.Random(seed), 0
    for number in range(states):
        cut = chance.randrange(len(changes))
        acknowledged = sum(each.name == "acknowledged" for each in changes[:cut])
        kept = [each for each in changes[:cut] if each.name in (call.path.name, f"{call.path.name}-wal")]
        folder = call.path.parent.parent / f"cut-{number}"
        folder.mkdir()
        for name, data in after_the_cut(before, kept, chance).items():
            (folder / name).write_bytes(data)
        try:
            found = reopened(folder / call.path.name, call.call_id)
        except StorageError as error:
            raise AssertionError(f"seed {seed}, cut {number}: {error}") from error
        shutil.rmtree(folder)
        lost += found not in expected[acknowledged : acknowledged + 2]
        assert synchronous != FULL or not lost, f"seed {seed}, cut {number}: something acknowledged was lost"
        assert found in expected, f"seed {seed}, cut {number}: the call is as it never was"
    return lost


def reopened(path: Path, call_id: uuid.UUID) -> Played:
    engine = database.connect(path, KEY)
    migrations.bring_up_to_date(engine, path, KEY, path.parent, START)
    database.check_integrity(engine)
    found = played_call.in_the_file(database.Store(engine), call_id)
    engine.dispose()
    return found


def test_a_power_cut_loses_nothing_acknowledged(recorder: Path, call: Call) -> None:
    assert losses(recorder, call, states=100, acts=120, synchronous=FULL) == 0


@pytest.mark.faults
@pytest.mark.timeout(1800)
def test_two_thousand_power_cuts(recorder: Path, call: Call) -> None:
    assert losses(recorder, call, states=2000, acts=400, synchronous=FULL) == 0


def test_the_recorder_tells_a_setting_that_loses_from_ours(recorder: Path, call: Call) -> None:
    assert losses(recorder, call, states=30, acts=120, synchronous=NORMAL) > 0


def test_a_page_torn_by_a_cut_during_a_checkpoint_is_mended_by_the_journal(call: Call) -> None:
    """Found by these tests: SQLCipher's own check reads the file without its journal, and called this damage."""
    store = database.Store(database.connect(call.path, KEY))
    played_call.play(store, call.call_id, seed=3, count=10)
    expected = played_call.in_the_file(store, call.call_id)
    cut = call.path.with_name("cut.db")
    journal = call.path.with_name(f"{call.path.name}-wal").read_bytes()
    cut.with_name("cut.db-wal").write_bytes(journal)
    (page,) = struct.unpack_from(">I", journal, 32)  # of the first frame, after the journal's own header
    torn = bytearray(call.path.read_bytes())
    torn[(page - 1) * 4096 + 2048 : page * 4096] = bytes(2048)
    cut.write_bytes(torn)
    store.close()
    assert reopened(cut, call.call_id) == expected


def fail_each(recorder: Path, call: Call, last: int) -> None:
    seed = 7
    expected = call.after_each(seed, last + 1)
    lines = [json.loads(line) for line in call.child(recorder, "fail", seed, 1, last).splitlines()]
    assert [number for number, _done, _seen in lines] == list(range(1, last + 1))
    said = 0
    for number, done, seen in lines:
        if seen is not None:
            said += 1
            assert seen == json.loads(json.dumps(expected[done].plain())), number
            done += 1
        assert reopened(call.path.with_name(f"{number}.db"), call.call_id) == expected[done], number
    assert said > last / 2, "failures of the disk are not noticed at all"


def test_a_disk_that_fails_once_at_any_write(recorder: Path, call: Call) -> None:
    fail_each(recorder, call, 40)


@pytest.mark.faults
@pytest.mark.timeout(600)
def test_a_disk_that_fails_once_at_two_hundred_writes(recorder: Path, call: Call) -> None:
    fail_each(recorder, call, 200)
