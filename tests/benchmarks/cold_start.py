"""From nothing to the first page painted, with ten thousand prospects; and the memory it took."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

from desktop import backups, settings, vault
from desktop.clock import PARIS, SystemClock
from desktop.paths import Paths
from desktop.settings import Settings
from tests.benchmarks import generate
from tests.benchmarks.table import Table, median

RUNS = 7
PROSPECTS = 10_000


def run(table: Table, folder: Path) -> None:
    paths = Paths(folder / "start")
    paths.create()
    generate.fill(paths.database, PROSPECTS)
    vault.create(paths.vault, generate.KEY)
    settings.save(paths.settings, Settings(language="fr", theme="light", first_run_done=True))
    # As on any day but the first: the copy of the day is made.
    backups.back_up(paths.database, generate.KEY, paths.backups, SystemClock(PARIS).now())
    measured: dict[str, list[tuple[float, float]]] = {"floor": [], "program": []}
    for number in range(RUNS + 1):  # the first of each only warms the disk's cache
        for what, results in measured.items():
            result = _first_paint(what, paths.data)
            if number:
                results.append(result)
    seconds = {what: median([seconds for seconds, _megabytes in results]) for what, results in measured.items()}
    memory = {what: median([megabytes for _seconds, megabytes in results]) for what, results in measured.items()}
    table.add(
        f"Start to first paint, {PROSPECTS:,} prospects",
        seconds["program"] * 1000,
        "ms",
        floor=seconds["floor"] * 1000,
        ratio=1.5,
    )
    table.add("Peak memory at first paint", memory["program"], "MB", floor=memory["floor"])


def _first_paint(what: str, data: Path) -> tuple[float, float]:
    """Seconds from the start of the process to its window painted, and its peak of memory in megabytes."""
    command = [sys.executable, "-m", "tests.benchmarks.first_paint", what, str(data)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    started = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment, text=True) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        seconds = time.perf_counter() - started
    if process.returncode:
        raise RuntimeError(f"{what} ended with {process.returncode}")
    return seconds, json.loads(line)["megabytes"]
