"""Every screen test runs dressed as the program is: sizes and colours are part of what is tested."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool
from PySide6.QtWidgets import QApplication

from desktop import vault
from desktop.clock import FixedClock
from desktop.data_folder import DataFolder
from desktop.paths import Paths
from desktop.services import examples
from desktop.settings import Preferences
from desktop.ui import theme
from desktop.ui.theme import Look
from desktop.ui.workspace import Workspace
from tests.conftest import KEY, MONDAY

if TYPE_CHECKING:
    from desktop.ui.shell import Shell


def pytest_itemcollected(item: pytest.Item) -> None:
    """The offscreen platform warns of every window with a fixed size; it says nothing about the program."""
    item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints"))


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> Iterator[QApplication]:
    """The light theme, whatever the test before chose; what the test let go of is gone when it ends.

    Qt deletes later what pytest-qt closes: in an event loop, which the next tests may never run. Until then every
    widget ever made is dressed again before each test.
    """
    theme.apply(qapp, theme.load("light"))
    yield qapp
    for left in qapp.topLevelWidgets():  # held by nobody but a cycle of Python: a page without its window, a card
        left.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


OpenShell = Callable[..., "Shell"]


@pytest.fixture
def folder(tmp_path: Path, clock: FixedClock, migrated_file: Path) -> DataFolder:
    """An unprotected folder of this version, without the time it takes to migrate one."""
    paths = Paths(tmp_path / "data")
    paths.create()
    vault.create(paths.vault, KEY)
    shutil.copyfile(migrated_file, paths.database)
    return DataFolder(paths, clock)


@pytest.fixture
def open_shell(folder: DataFolder, clock: FixedClock, qapp: QApplication, qtbot, tmp_path: Path) -> Iterator[OpenShell]:
    """Opens the program on the folder, as often as asked."""
    from desktop.ui.shell import Shell  # the whole program: most tests of a screen do without

    shells: list[Shell] = []
    look = Look(qapp, "light")

    def begin(ahead: bool = False) -> "Shell":
        workspace = Workspace(folder.open(), clock)
        shell = Shell(workspace, folder, look, Preferences(folder.paths.settings), tmp_path / "documents")
        shells.append(shell)
        shell.window.resize(1440, 900)
        shell.open(ahead=ahead)
        shell.window.activateWindow()
        qtbot.waitUntil(shell.window.isActiveWindow)
        return shell

    yield begin
    for shell in shells:
        QThreadPool.globalInstance().waitForDone()
        shell.window.close()
        shell.close()
        shell.window.deleteLater()
        shell.deleteLater()
    look.deleteLater()


@pytest.fixture
def shell(open_shell: OpenShell) -> "Shell":
    shell = open_shell()
    shell.workspace.do(examples.load, now=MONDAY, language="en")
    shell.window.show_page("today")
    return shell
