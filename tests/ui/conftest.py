"""Every screen test runs dressed as the program is: sizes and colours are part of what is tested."""

import pytest
from PySide6.QtWidgets import QApplication

from desktop.ui import theme


def pytest_itemcollected(item: pytest.Item) -> None:
    """The offscreen platform warns of every window with a fixed size; it says nothing about the program."""
    item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints"))


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> QApplication:
    """The light theme, whatever the test before chose."""
    theme.apply(qapp, theme.load("light"))
    return qapp
