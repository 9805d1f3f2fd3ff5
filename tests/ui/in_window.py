"""One page in a real window over a real file: what the tests of a page begin with."""

from desktop.ui.actions import ActionRegistry
from desktop.ui.main_window import MainWindow
from desktop.ui.page import Page
from desktop.ui.rail import RailEntry
from desktop.ui.workspace import Workspace


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
