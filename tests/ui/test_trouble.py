"""When the data will not open there is always a way out, and the safest is the one Enter takes."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from desktop.ui.calm_window import CalmWindow
from desktop.ui.trouble import TroubleSheet, WayOut
from tests.ui.accessibility import nameless, rich_text_labels


def shown_in(qtbot, sheet: TroubleSheet) -> CalmWindow:
    window = CalmWindow()
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.show_sheet(sheet)
    return window


def test_without_another_way_enter_leaves(qtbot) -> None:
    left: list[str] = []
    window = shown_in(qtbot, TroubleSheet("Newer data", "Install that version.", [], lambda: left.append("left")))
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert left == ["left"]
    assert nameless(window) == [] and rich_text_labels(window) == []


def test_each_way_does_what_it_says(qtbot) -> None:
    done: list[str] = []
    ways = [
        WayOut("Open the backups", lambda: done.append("backups")),
        WayOut("Restore", lambda: done.append("restore"), primary=True),
    ]
    sheet = TroubleSheet("Damaged", "The file is damaged.", ways, lambda: done.append("left"), ["A backup is whole."])
    window = shown_in(qtbot, sheet)
    assert window.sheet is sheet
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    sheet.buttons["Open the backups"].click()
    sheet.quit_button.click()
    assert done == ["restore", "backups", "left"]
    words = [label.text() for label in sheet.findChildren(QLabel)]
    assert "A backup is whole." in words and "Nothing was changed in your data." in words
