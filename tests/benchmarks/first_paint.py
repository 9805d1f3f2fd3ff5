"""The child of the start benchmark: shows a window, says so when it is painted, and how much memory that took.

``python -m tests.benchmarks.first_paint program FOLDER`` or ``floor FOLDER``: the floor is the least that any program
on these libraries must do, a bare window, the import of SQLAlchemy and the opening of the same encrypted file.
"""

import json
import sys
from pathlib import Path

if sys.argv[1:2] == ["program"]:
    import desktop.ui  # noqa: F401  first, as the command does: what is loaded before Qt is loaded faster

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QWidget


class Watch(QObject):
    """Knows when a widget has been painted; what it holds is painted in the same turn of the loop.

    It watches that widget alone: a filter on the whole application would cost a start more than it measures.
    """

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.painted = False
        self.widget = widget  # a window that nobody holds is closed
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.painted = self.painted or event.type() == QEvent.Type.Paint
        return False


def show_floor(folder: Path) -> QWidget:
    import sqlalchemy.orm
    from sqlalchemy.engine import URL

    import desktop.paths
    from tests.benchmarks.generate_key import KEY

    path = desktop.paths.Paths(folder).database
    url = URL.create("sqlite+pysqlcipher", password=f"x'{KEY.hex()}'", database=str(path))
    with sqlalchemy.create_engine(url).connect() as connection:
        count = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one()
    window = QMainWindow()
    window.setCentralWidget(QLabel(str(count)))
    window.resize(1280, 800)
    window.show()
    return window


def show_program(folder: Path) -> QWidget:
    from desktop.clock import PARIS, SystemClock
    from desktop.paths import Paths
    from desktop.ui.application import Application

    app = QApplication.instance()
    assert isinstance(app, QApplication)
    application = Application(app, Paths(folder), SystemClock(PARIS))
    assert application.start()
    assert application.shell is not None
    app.aboutToQuit.connect(application.stop)
    return application.shell.window.current_page()


def peak_memory() -> float:
    """Megabytes. Linux's own count first: ``ru_maxrss`` remembers the process that started this one."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 2**20 if sys.platform == "darwin" else peak / 1024


def main(what: str, folder: Path) -> None:
    app = QApplication(["boussole"])
    watch = Watch(show_program(folder) if what == "program" else show_floor(folder))
    while not watch.painted:
        app.processEvents()
    sys.stdout.write(json.dumps({"megabytes": peak_memory()}) + "\n")
    sys.stdout.flush()
    app.aboutToQuit.emit()


main(sys.argv[1], Path(sys.argv[2]))
