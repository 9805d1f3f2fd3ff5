"""What the benchmarks that show something share: one application, one look, one clock."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop import database
from desktop.clock import FixedClock
from desktop.ui import theme
from desktop.ui.workspace import Workspace
from tests.benchmarks import generate


def application() -> QApplication:
    """The one application of this process, dressed as it is for a rep."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.apply(app, theme.load("light"))
    return app


def workspace_on(path: Path) -> tuple[Workspace, FixedClock]:
    """A generated file, open, and the clock of its rep."""
    clock = FixedClock(generate.NOW)
    return Workspace(database.Store(database.connect(path, generate.KEY)), clock), clock
