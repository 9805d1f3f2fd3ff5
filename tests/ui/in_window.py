"""One page over a real file, in the window or by itself: what the tests of a page begin with."""

from typing import TypeVar

from desktop.ui.actions import ActionRegistry
from desktop.ui.main_window import MainWindow
from desktop.ui.page import Page
from desktop.ui.rail import RailEntry
from desktop.ui.workspace import Workspace

AnyPage = TypeVar("AnyPage", bound=Page)


def in_window(page: Page, workspace: Workspace, qtbot) -> tuple[MainWindow, list[str]]:
    """The window, active and on the page, and the toasts that the page asks for."""
    entry = RailEntry(page.key, page.key.capitalize(), page.icon_name, foot=True)
    window = MainWindow([page], [entry], ActionRegistry())
    qtbot.addWidget(window)
    workspace.changed.connect(window.refresh)
    said: list[str] = []
    page.toasted.connect(lambda text, _undo: said.append(text))
    window.resize(1280, 800)
    with qtbot.waitActive(window):
        window.show()
    window.show_page(page.key)
    return window, said


def by_itself(page: AnyPage, workspace: Workspace, qtbot, width: int = 1200, height: int = 800) -> AnyPage:
    """The page without a window around it: active, arrived on, and told of what changes."""
    qtbot.addWidget(page)
    workspace.changed.connect(page.refresh)
    page.resize(width, height)
    page.refresh(frozenset())
    with qtbot.waitActive(page):
        page.show()
    page.arrive()
    return page
