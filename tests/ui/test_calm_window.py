"""One question at a time, answered by keyboard, whole on the smallest screen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop.ui.calm_window import CalmWindow, Sheet
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.fields import Field
from tests.ui.accessibility import nameless, rich_text_labels


@pytest.fixture
def window(qtbot) -> CalmWindow:
    window = CalmWindow()
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


class Question(Sheet):
    def __init__(self) -> None:
        super().__init__("A question", "A sentence that is long enough to take more than one line of the sheet. " * 3)
        self.pressed: list[str] = []
        self.line = QLineEdit()
        self.content.addWidget(Field("Answer", self.line, "A hint"))
        self.later, self.go = Button("Later", "quiet"), Button("Go", "primary")
        self.later.clicked.connect(lambda: self.pressed.append("later"))
        self.go.clicked.connect(lambda: self.pressed.append("go"))
        self.add_button(self.later, left=True)
        self.add_button(self.go, primary=True)


def test_the_first_field_has_the_focus_and_enter_is_the_primary_button(window: CalmWindow) -> None:
    sheet = Question()
    window.show_sheet(sheet)
    assert sheet.line.hasFocus()
    QTest.keyClick(sheet.line, Qt.Key.Key_Return)
    assert sheet.pressed == ["go"]


def test_enter_on_another_button_is_that_button(window: CalmWindow) -> None:
    sheet = Question()
    window.show_sheet(sheet)
    sheet.later.setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert sheet.pressed == ["later"]


def test_a_disabled_button_is_not_pressed(window: CalmWindow) -> None:
    sheet = Question()
    window.show_sheet(sheet)
    sheet.go.setEnabled(False)
    QTest.keyClick(sheet.line, Qt.Key.Key_Return)
    assert sheet.pressed == []


@pytest.mark.parametrize("size", [(1440, 900), (1024, 640), (720, 560)])
def test_nothing_of_a_sheet_is_cut(window: CalmWindow, qtbot, size: tuple[int, int]) -> None:
    window.resize(*size)
    sheet = Question()
    window.show_sheet(sheet)
    qtbot.waitUntil(lambda: sheet.height() > 100)
    assert sheet.height() == sheet.layout().totalHeightForWidth(sheet.width())
    assert sheet.sentence.height() >= sheet.sentence.heightForWidth(sheet.sentence.width())


def test_one_sheet_takes_the_place_of_another(window: CalmWindow, qtbot) -> None:
    first, second = Question(), Question()
    window.show_sheet(first)
    window.show_sheet(second)
    assert window.sheet is second and second.isVisible()
    assert nameless(window) == [] and rich_text_labels(window) == []


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_it_comes_forward_when_asked(window: CalmWindow) -> None:
    window.showMinimized()
    window.come_forward()
    assert not window.isMinimized()
