"""A first passphrase is set and the machine dies meanwhile: the file opens as before, or with the passphrase (T28)."""

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from desktop.clock import FixedClock
from desktop.data_folder import DataFolder
from desktop.paths import Paths, resources
from desktop.services import settings
from tests.conftest import MONDAY

PASSPHRASE = "quatre mots bien choisis"
PROTECT = """
import sys
from pathlib import Path
from desktop.clock import FixedClock
from desktop.data_folder import DataFolder
from desktop.paths import Paths
from tests.conftest import MONDAY

folder = DataFolder(Paths(Path(sys.argv[1])), FixedClock(MONDAY))
folder.open()
print("begin", flush=True)
folder.protect(sys.argv[2])
print("done", flush=True)
sys.stdin.readline()
"""


def run_and_kill(data: Path, after: float) -> None:
    """Set a passphrase in another process, and kill it ``after`` seconds."""
    command = [sys.executable, "-c", PROTECT, str(data), PASSPHRASE]
    with subprocess.Popen(
        command, cwd=resources().parent, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout.readline() == "begin\n"
        time.sleep(after)  # the moment of the kill is what this test is about
        process.kill()


def name_in(data: Path) -> str:
    """What the file holds, opened as the next start would."""
    folder = DataFolder(Paths(data), FixedClock(MONDAY))
    if folder.is_protected:
        folder.unlock(PASSPHRASE)
    store = folder.open()
    with store.reading() as session:
        company = settings.company(session)
    store.close()
    return company.name if company else ""


def campaign(tmp_path: Path, rounds: int) -> None:
    seed = random.randrange(10**6)
    sys.stderr.write(f"seed {seed}\n")
    choice = random.Random(seed)
    for number in range(rounds):
        data = tmp_path / str(number)
        folder = DataFolder(Paths(data), FixedClock(MONDAY))
        folder.create()
        store = folder.open()
        with store.writing() as (session, _touched):
            settings.save_company(session, now=MONDAY, name="Atelier Duval")
        store.close()
        run_and_kill(data, choice.uniform(0.3, 1.6))
        assert name_in(data) == "Atelier Duval"


def test_the_file_opens_whenever_the_kill_came(tmp_path: Path) -> None:
    campaign(tmp_path, 4)


@pytest.mark.faults
def test_the_file_opens_whenever_the_kill_came_fifty_times(tmp_path: Path) -> None:
    campaign(tmp_path, 50)
