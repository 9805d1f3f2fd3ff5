"""The whole program on a stage: a data folder, a clock that obeys, and the real window over the real encrypted file."""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import (
    QEvent,
    QMessageLogContext,
    QObject,
    QThreadPool,
    QtMsgType,
    QUrl,
    Slot,
    qInstallMessageHandler,
)
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from desktop import i18n
from desktop.clock import FixedClock
from desktop.data_folder import DataFolder
from desktop.errors import UserError
from desktop.i18n import _
from desktop.paths import Paths
from desktop.settings import Preferences
from desktop.ui.play.keys import Hands
from desktop.ui.shell import Shell
from desktop.ui.single_instance import AlreadyRunningError, SingleInstance
from desktop.ui.theme import Look
from desktop.ui.workspace import Workspace

SIZE = (1440, 900)


class Neighbours(QObject):
    """The other programs of the rep, which a play must not start: what they were asked to open is noted."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[QUrl] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.opened.append(url)


class Stage:
    """What a play needs at hand: the window, its file, a clock that obeys, and hands."""

    def __init__(self, clock: FixedClock, folder: Path, look: Look, size: tuple[int, int]) -> None:
        self.clock = clock
        self.folder = folder
        self.look = look
        self._size = size
        self.neighbours = Neighbours()
        self._crashes: list[BaseException] = []
        self._open()

    @property
    def documents(self) -> Path:
        """Where the program leaves what it exports."""
        return self.folder / "documents"

    @property
    def crashes(self) -> list[BaseException]:
        """What went wrong inside the program and no page caught, over all the times it was started."""
        return self._crashes

    def reopen(self, at: datetime) -> None:
        """Close the program and start it again on the same data, at another moment."""
        self.strike()
        self.clock = FixedClock(at, self.clock.zone)
        self._open()

    def come_forward(self) -> None:
        """Wait for the window."""
        self.shell.window.activateWindow()
        self.hands.until(self.shell.window.isActiveWindow, "the window")

    def strike(self) -> None:
        """Close the window and let go of the file."""
        self.shell.window.close()
        self.shell.close()
        self.shell.window.deleteLater()
        self.shell.deleteLater()
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def _open(self) -> None:
        paths = Paths(self.folder)
        data = DataFolder(paths, self.clock)
        if data.is_new:
            data.create()
        self.workspace = Workspace(data.open(), self.clock)
        preferences = Preferences(paths.settings)
        self.shell = Shell(self.workspace, data, self.look, preferences, documents=self.documents)
        self.shell.window.resize(*self._size)
        self.shell.open(ahead=False)  # between two keys of a play nobody waits
        self.hands = Hands(self.shell.window)
        self.hands.crashes = self._crashes


@contextmanager
def opened(
    clock: FixedClock,
    language: str,
    data_dir: Path | None = None,
    *,
    theme: str = "light",
    size: tuple[int, int] = SIZE,
) -> Iterator[Stage]:
    """The window on Today, over ``data_dir`` or a folder thrown away at the end.

    Raises ``UserError`` when a given folder asks for a passphrase or cannot be opened.
    """
    with ExitStack() as stack:
        app = QApplication.instance() or QApplication(["boussole"])
        assert isinstance(app, QApplication)
        stack.enter_context(without_platform_noise())
        data = data_dir or Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="boussole-")))
        # A copy of the file is a job of the shell's: it must be over before its folder goes.
        stack.callback(QThreadPool.globalInstance().waitForDone)
        paths = Paths(data)
        paths.create()
        stack.callback(_alone(paths).release)
        _refuse_protected(DataFolder(paths, clock))
        # From here on: what forbids a play is said in the language of whoever asked for it.
        stack.callback(i18n.use, i18n.current().code)
        i18n.use(language)
        look = Look(app, theme, "off")
        stack.callback(look.deleteLater)
        stage = Stage(clock, data, look, size)
        # The library takes the name of the slot as text, whatever its own types say.
        QDesktopServices.setUrlHandler("file", stage.neighbours, "take")  # type: ignore[arg-type]
        stack.callback(QDesktopServices.unsetUrlHandler, "file")
        stack.callback(stage.strike)
        stack.enter_context(_crashes_kept(stage.crashes))
        stage.come_forward()
        yield stage


def _refuse_protected(folder: DataFolder) -> None:
    if not folder.is_new and folder.is_protected:
        raise UserError(_("This data folder is protected by a passphrase: play in another one."))


def _alone(paths: Paths) -> SingleInstance:
    """Nobody else may have the folder open: two windows would fight over its journal."""
    instance = SingleInstance(paths.lock)
    try:
        instance.acquire()
    except AlreadyRunningError as error:
        raise UserError(_("Boussole is open on this data folder. Close it, then play again.")) from error
    return instance


@contextmanager
def without_platform_noise() -> Iterator[None]:
    """The offscreen platform says at each window what it cannot do: that says nothing about the program."""

    def hear(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        if text.startswith("This plugin does not support"):
            return
        if former is not None:
            former(kind, context, text)
        else:
            sys.stderr.write(f"{text}\n")

    former = qInstallMessageHandler(hear)
    try:
        yield
    finally:
        qInstallMessageHandler(former)


@contextmanager
def _crashes_kept(crashes: list[BaseException]) -> Iterator[None]:
    """An exception in a slot goes to the hook and the program goes on: a play must not."""

    def keep(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        crashes.append(error.with_traceback(trace))

    former, sys.excepthook = sys.excepthook, keep
    try:
        yield
    finally:
        sys.excepthook = former
