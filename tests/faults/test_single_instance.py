"""Twenty starts at the same moment: one lives, the others leave quickly and say so by their exit code (T20)."""

import subprocess
import sys
from pathlib import Path

from desktop.paths import resources

STARTS = 20
ONE_START = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from desktop.ui.single_instance import EXIT_CODE, AlreadyRunningError, SingleInstance

app = QCoreApplication([])
instance = SingleInstance(Path(sys.argv[1]))
sys.stdin.readline()
begun = time.monotonic()
try:
    instance.acquire()
except AlreadyRunningError:
    print(f"left {time.monotonic() - begun:.3f}", flush=True)
    sys.exit(EXIT_CODE)
print("alive", flush=True)
sys.stdin.readline()
instance.release()
"""


def test_one_of_twenty_lives(tmp_path: Path) -> None:
    command = [sys.executable, "-c", ONE_START, str(tmp_path / "boussole.lock")]
    started = [
        subprocess.Popen(
            command, cwd=resources().parent, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
        )
        for _start in range(STARTS)
    ]
    for process in started:
        process.stdin.write("go\n")
        process.stdin.flush()
    said = [process.stdout.readline().split() for process in started]
    assert [words[0] for words in said].count("alive") == 1
    # Connecting to the one that lives is the only thing waited for, a second at most; the rest is the machine's load.
    assert all(float(words[1]) < 2 for words in said if words[0] == "left")
    for process in started:
        process.communicate("end\n", timeout=30)
    assert sorted(process.returncode for process in started) == [0] + [3] * (STARTS - 1)


def test_a_start_after_a_kill_takes_over(tmp_path: Path) -> None:
    command = [sys.executable, "-c", ONE_START, str(tmp_path / "boussole.lock")]
    for _round in range(2):
        with subprocess.Popen(
            command, cwd=resources().parent, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
        ) as process:
            process.stdin.write("go\n")
            process.stdin.flush()
            assert process.stdout.readline().split() == ["alive"]
            process.kill()
