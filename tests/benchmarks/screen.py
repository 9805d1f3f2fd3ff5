"""What the benchmarks that show something share: one application, one look, one clock."""

import os
import time
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop import database
from desktop.clock import FixedClock
from desktop.ui import theme
from desktop.ui.workspace import Workspace
from tests.benchmarks import generate


def application() -> QApplication:
    """The one application of this process, dressed as it is for a rep."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.apply(app, theme.load("light"))
    return app


def workspace_on(path: Path) -> tuple[Workspace, FixedClock]:
    """A generated file, open, and the clock of its rep."""
    clock = FixedClock(generate.NOW)
    return Workspace(database.Store(database.connect(path, generate.KEY)), clock), clock


def append(descriptor: int) -> float:
    """The floor of a commit: milliseconds to append a page to a file and have it on the disk."""
    block = os.urandom(4096)
    started = time.perf_counter()
    os.write(descriptor, block)
    os.fdatasync(descriptor)
    return (time.perf_counter() - started) * 1000
