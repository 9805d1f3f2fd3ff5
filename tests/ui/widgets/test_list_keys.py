from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QWidget

from desktop.ui.widgets.list_keys import ListKeys


def test_one_key_goes_through_the_list_and_one_key_acts(qtbot) -> None:
    page, heard = QWidget(), []
    qtbot.addWidget(page)
    scroll = QScrollArea(page)
    ListKeys(page, scroll, heard.append, heard.append)
    for key in (
        Qt.Key.Key_J,
        Qt.Key.Key_Up,
        Qt.Key.Key_Space,
        Qt.Key.Key_R,
        Qt.Key.Key_Return,
        Qt.Key.Key_A,
        Qt.Key.Key_S,
    ):
        QTest.keyClick(page, key)
    QTest.keyClick(scroll, Qt.Key.Key_Down)
    QTest.keyClick(scroll, Qt.Key.Key_Delete)
    assert heard == [1, -1, "done", "move", "open", "call", "snooze", 1, "drop"]


def test_a_key_with_a_modifier_or_without_meaning_is_left_to_others(qtbot) -> None:
    page, heard = QWidget(), []
    qtbot.addWidget(page)
    ListKeys(page, QScrollArea(page), heard.append, heard.append)
    QTest.keyClick(page, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(page, Qt.Key.Key_Z)
    assert heard == []


def test_a_page_has_keys_of_its_own_on_each_of_its_lists(qtbot) -> None:
    page, heard = QWidget(), []
    qtbot.addWidget(page)
    keys = ListKeys(page, QScrollArea(page), heard.append, heard.append, {Qt.Key.Key_V: lambda: heard.append("view")})
    other = QWidget(page)
    keys.watch(other)
    QTest.keyClick(other, Qt.Key.Key_V)
    QTest.keyClick(other, Qt.Key.Key_M)
    assert heard == ["view", "draft"]
