"""The whole program on a stage: a data folder, a clock that obeys, and the real window over the real encrypted file."""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QThreadPool, QtMsgType, qInstallMessageHandler
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


@dataclass(frozen=True)
class Stage:
    """What a play needs at hand."""

    shell: Shell
    workspace: Workspace
    clock: FixedClock
    hands: Hands
    look: Look
    folder: Path


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
        folder = DataFolder(paths, clock)
        if folder.is_new:
            folder.create()
        elif folder.is_protected:
            raise UserError(_("This data folder is protected by a passphrase: play in another one."))
        workspace = Workspace(folder.open(), clock)
        # From here on: what forbids a play is said in the language of whoever asked for it.
        stack.callback(i18n.use, i18n.current().code)
        i18n.use(language)
        look = Look(app, theme)
        stack.callback(look.deleteLater)
        shell = Shell(workspace, folder, look, Preferences(paths.settings), documents=data / "documents")
        stack.callback(_strike, shell)
        shell.window.resize(*size)
        shell.open()
        hands = Hands(shell.window)
        stack.enter_context(_crashes_kept(hands.crashes))
        shell.window.activateWindow()
        hands.until(shell.window.isActiveWindow, "the window")
        yield Stage(shell, workspace, clock, hands, look, data)


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


def _strike(shell: Shell) -> None:
    shell.window.close()
    shell.close()
    shell.window.deleteLater()
    shell.deleteLater()
    QApplication.processEvents()
