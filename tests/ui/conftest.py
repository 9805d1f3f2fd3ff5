"""Every screen test runs dressed as the program is: sizes and colours are part of what is tested."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from desktop.ui import theme


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
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
