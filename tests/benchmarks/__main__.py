"""``python -m tests.benchmarks [name …]``: every benchmark, or those named. Nothing here passes or fails."""

import sys
import tempfile
import time
from pathlib import Path

from desktop import i18n
from tests.benchmarks import call_keys, cold_start, compose, growth, preview, proposal, score_key, search
from tests.benchmarks.table import Table

BENCHMARKS = {
    "start": cold_start.run,
    "score": score_key.run,
    "keys": call_keys.run,
    "search": search.run,
    "proposal": proposal.run,
    "compose": compose.run,
    "preview": preview.run,
    "growth": growth.run,
}


def main(names: list[str]) -> None:
    i18n.use("fr")
    table, started = Table(), time.monotonic()
    # Beside the code rather than in /tmp, which may be memory: the floor is a disk.
    build = Path("build")
    build.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=build, prefix="benchmarks-") as folder:
        for name in names or BENCHMARKS:
            BENCHMARKS[name](table, Path(folder))
    table.show()
    print(f"{time.monotonic() - started:.0f} s")


main(sys.argv[1:])
