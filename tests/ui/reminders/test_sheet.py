"""The list of what rings: one at hand, by the arrows or a click, and its place when another goes."""

import uuid
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from desktop.ui import theme
from desktop.ui.reminders.sheet import ReminderSheet
from tests.conftest import MONDAY
from tests.ui.reminders.reminder_case import CALL
from tests.ui.touch import too_small

SEVERAL = tuple(replace(CALL, follow_up_id=uuid.UUID(int=number), person=f"Personne {number}") for number in range(4))


@pytest.fixture
def window(qtbot) -> QWidget:
    window = QWidget()
    window.line = QLineEdit(window)
    QVBoxLayout(window).addWidget(window.line)
    window.resize(1024, 640)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    window.line.setFocus()
    return window


@pytest.fixture
def sheet(window: QWidget) -> ReminderSheet:
    return ReminderSheet(window)


def fill(sheet: ReminderSheet, *reminders, total: int = 0) -> None:
    count = total or len(reminders)
    sheet.show_reminders(reminders, "Reminders", total=count, now=MONDAY, tomorrow="tomorrow")


def press(key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget(), key)


def at_hand(sheet: ReminderSheet) -> str:
    assert sheet.at_hand is not None
    return sheet.at_hand.person


def test_the_arrows_go_through_it_and_the_place_is_kept(sheet: ReminderSheet, window: QWidget) -> None:
    fill(sheet, *SEVERAL)
    sheet.come()
    assert window.line.hasFocus() and at_hand(sheet) == "Personne 0"
    sheet.take_focus()
    for _step in range(6):
        press(Qt.Key.Key_Down)
    assert at_hand(sheet) == "Personne 3"
    press(Qt.Key.Key_Up)
    assert at_hand(sheet) == "Personne 2"
    # Another one goes: the one at hand stays. It goes itself: the next takes its place, and the keyboard.
    fill(sheet, *SEVERAL[1:])
    assert at_hand(sheet) == "Personne 2"
    fill(sheet, SEVERAL[1], SEVERAL[3])
    assert at_hand(sheet) == "Personne 3" and sheet.rows[1].hasFocus()
    QTest.mouseClick(sheet.rows[0], Qt.MouseButton.LeftButton)
    assert at_hand(sheet) == "Personne 1"
    sheet.take_focus()
    press(Qt.Key.Key_Escape)
    assert not sheet.isVisible() and window.line.hasFocus()


def test_the_keys_of_an_act_that_makes_no_sense_do_nothing(sheet: ReminderSheet) -> None:
    asked: list[str] = []
    sheet.chosen.connect(lambda act, _reminder: asked.append(act))
    fill(sheet, CALL)
    sheet.come()
    sheet.take_focus()
    for key in (Qt.Key.Key_P, Qt.Key.Key_A, Qt.Key.Key_Space, Qt.Key.Key_2, Qt.Key.Key_X, Qt.Key.Key_Enter):
        press(key)
    assert asked == ["call", "done", "hour", "open"]


def test_what_is_not_listed_is_counted(sheet: ReminderSheet) -> None:
    fill(sheet, *SEVERAL, total=1234)
    assert sheet._more.text() == "And 1230 others." and not sheet.seen_button.isHidden()
    fill(sheet, CALL)
    assert sheet._more.isHidden() and sheet.seen_button.isHidden()


def test_under_a_finger_it_holds_in_the_least_window(sheet: ReminderSheet, window: QWidget, look) -> None:
    theme.apply(look, theme.load("light"), touch=True)
    window.resize(880, 560)
    fill(sheet, *SEVERAL)
    sheet.come()
    QApplication.processEvents()
    assert too_small(sheet, 44) == [] and window.rect().contains(sheet.geometry())
