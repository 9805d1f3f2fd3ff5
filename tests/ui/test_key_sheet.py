"""The sheet lists every key of the page and of everywhere, and nothing else."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.ui.widgets.buttons import KeyCap
from tests.ui.accessibility import nameless, rich_text_labels
from tests.ui.shell import small_window


def test_the_sheet_is_made_from_the_registry(qtbot: QtBot) -> None:
    window = small_window()
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    window.show_keys()
    sheet = window.key_sheet
    assert sheet.lines == [(each.text, each.keys) for each in window.registry.visible("today") if each.keys]
    words = [label.text() for label in sheet.findChildren(QLabel) if label.isVisible()]
    assert {"New in Today", "All commands", "Keys of this screen", "Everywhere"} <= set(words)
    assert "New in Réglages étendus" not in words
    caps = [cap.accessibleName() for cap in sheet.findChildren(KeyCap)]
    assert {"Ctrl N", "Ctrl K", "F1", "⇧ F6"} <= set(caps)
    assert nameless(sheet) == []
    assert rich_text_labels(sheet) == []


def test_tab_stays_inside_and_a_click_beside_closes(qtbot: QtBot) -> None:
    window = small_window()
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    window.show_keys()
    for _turn in range(4):
        focused = QApplication.focusWidget()
        assert focused is not None
        assert window.key_sheet.isAncestorOf(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    qtbot.mouseClick(window.key_sheet, Qt.MouseButton.LeftButton, pos=window.key_sheet.rect().bottomLeft())
    assert not window.key_sheet.isVisible()
    window.show_keys()
    window.key_sheet.close_button.click()
    assert not window.key_sheet.isVisible()
