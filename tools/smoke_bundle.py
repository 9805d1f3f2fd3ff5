"""Does the frozen program really work? ``python tools/smoke_bundle.py dist/boussole``: one line a check.

It runs as a customer's machine would have it, without this repository, its Python or its environment.
"""

import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pypdf

UNDER_GPL = re.compile(
    r"Qt6?(VirtualKeyboard|Charts|DataVisualization|Graphs|Quick3D|HttpServer|NetworkAuth|Lottie|QuickTimeline|Mqtt|Coap)"
    r"|virtualkeyboard",
    re.IGNORECASE,
)
HEAVIEST_MB = 400
PATIENCE = 120


class Bundle:
    """The frozen folder, and a throw-away one for what it writes."""

    def __init__(self, folder: Path, scratch: Path) -> None:
        self.folder, self.scratch = folder, scratch
        self.program = folder / ("boussole.exe" if sys.platform == "win32" else "boussole")
        self.data, self.out = scratch / "data", scratch / "out"
        kept = {name: os.environ[name] for name in ("SYSTEMROOT", "PATH", "LD_LIBRARY_PATH") if name in os.environ}
        self.environment = {**kept, "HOME": str(scratch), "QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8"}

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        command = [str(self.program), *arguments]
        return subprocess.run(
            command, env=self.environment, cwd=self.scratch, capture_output=True, encoding="utf-8", timeout=PATIENCE
        )


def says_its_version(bundle: Bundle) -> str:
    done = bundle.run("--version")
    assert done.returncode == 0 and done.stdout.startswith("Boussole "), done
    return done.stdout.strip()


def carries_nothing_under_the_gpl(bundle: Bundle) -> str:
    files = [path for path in bundle.folder.rglob("*") if path.is_file()]
    guilty = [str(path.relative_to(bundle.folder)) for path in files if UNDER_GPL.search(path.name)]
    assert not guilty, guilty
    return f"{len(files)} files"


def is_not_too_heavy(bundle: Bundle) -> str:
    size = sum(path.stat().st_size for path in bundle.folder.rglob("*") if path.is_file() and not path.is_symlink())
    assert size < HEAVIEST_MB * 1e6, size
    return f"{size / 1e6:.0f} MB"


def opens_its_window(bundle: Bundle) -> str:
    """The first run, on an empty folder, until the program says that it started; then the session ends."""
    started = time.monotonic()
    command, data = [str(bundle.program), "--data-dir", str(bundle.scratch / "new")], bundle.scratch / "new"
    process = subprocess.Popen(command, env=bundle.environment)
    try:
        while not any("start" in log.read_text("utf-8") for log in data.rglob("*.log")):
            assert process.poll() is None, f"ended with {process.returncode}"
            assert time.monotonic() - started < PATIENCE, "it never said that it started"
            time.sleep(0.1)
        seconds = time.monotonic() - started
        process.send_signal(signal.SIGTERM)
        code = process.wait(PATIENCE)
    finally:
        process.kill()
    assert code == 0 or sys.platform == "win32", f"ended with {code}"
    return f"{seconds:.1f} s"


def plays_claire(bundle: Bundle) -> str:
    conversation = next(bundle.folder.rglob("claire.toml"))
    started = time.monotonic()
    done = bundle.run("play", str(conversation), "--out", str(bundle.out), "--data-dir", str(bundle.data))
    assert done.returncode == 0, f"ended with {done.returncode}: {done.stdout}{done.stderr}"
    return f"{time.monotonic() - started:.1f} s"


def wrote_an_encrypted_file(bundle: Bundle) -> str:
    path = next(bundle.data.rglob("boussole.db"))
    content = path.read_bytes()
    assert len(content) > 100_000, "the schema is not there"
    assert content[:16] != b"SQLite format 3\0" and b"Claire" not in content, "the data lie in the clear"
    return f"{len(content) / 1e3:.0f} kB"


def wrote_a_proposal(bundle: Bundle) -> str:
    reader = pypdf.PdfReader(bundle.out / "proposition.pdf")
    text = " ".join(page.extract_text() for page in reader.pages)
    assert 4 <= len(reader.pages) <= 6, len(reader.pages)
    assert re.search(r"Ce\s+que\s+vous\s+nous\s+avez\s+dit", text), "their words are missing"
    fonts = [font.get_object() for page in reader.pages for font in page["/Resources"]["/Font"].values()]
    described = [font["/FontDescriptor"] for font in fonts if "/FontDescriptor" in font]
    assert described and all("/FontFile2" in each for each in described), "fonts are not embedded"
    assert (bundle.out / "summary.json").exists() and list(bundle.out.glob("*.png")), "what it left is not whole"
    return f"{len(reader.pages)} pages"


CHECKS: list[Callable[[Bundle], str]] = [
    carries_nothing_under_the_gpl,
    is_not_too_heavy,
    says_its_version,
    opens_its_window,
    plays_claire,
    wrote_an_encrypted_file,
    wrote_a_proposal,
]


def main(folder: Path) -> int:
    failed = 0
    with tempfile.TemporaryDirectory() as scratch:
        bundle = Bundle(folder.resolve(), Path(scratch))
        for check in CHECKS:
            name = check.__name__.replace("_", " ")
            try:
                print(f"ok      {name}: {check(bundle)}")
            except (AssertionError, OSError, StopIteration, subprocess.TimeoutExpired) as error:
                failed += 1
                print(f"FAILED  {name}: {error!r}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
