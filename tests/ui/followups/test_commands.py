"""Every key of the page is told under F1, once."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop.ui.actions import ActionRegistry
from desktop.ui.followups.commands import PageKeys, hints
from desktop.ui.followups.page import FollowUpsPage


def test_no_key_is_told_twice(page: FollowUpsPage) -> None:
    registry = ActionRegistry()
    registry.add(*page.commands())
    told = {key for action in registry.all() for key in action.keys}
    assert {"Space", "A", "M", "R", "S", "P", "Return", "Delete", "X", "V", "F", "Ctrl+E", "Alt+Right"} <= told
    registry.get("followups.view").trigger()
    assert page.shows_week
    assert not registry.get("followups.next_week").enabled()


def test_the_hints_are_those_of_the_view() -> None:
    assert [keys for _words, keys in hints(shows_week=True)][:2] == ["V", "Alt+Right"]
    assert len(hints(shows_week=False)) == 5


def test_the_keys_of_the_page(qtbot) -> None:
    page, heard = QWidget(), []
    qtbot.addWidget(page)
    PageKeys(page, QWidget(page), heard.append, heard.append)
    for key in (Qt.Key.Key_V, Qt.Key.Key_F, Qt.Key.Key_X, Qt.Key.Key_Escape, Qt.Key.Key_M):
        QTest.keyClick(page, key)
    assert heard == ["view", "filter", "choose", "unchoose", "draft"]
