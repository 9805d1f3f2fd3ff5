"""The status bar never says "Saved" when it is not, and hides what it cannot show whole."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.ui.status_bar import HEIGHT, StatusBar
from tests.ui.accessibility import nameless, rich_text_labels


@pytest.fixture
def bar(qtbot: QtBot) -> StatusBar:
    made = StatusBar()
    qtbot.addWidget(made)
    made.resize(1240, HEIGHT)
    with qtbot.waitActive(made):
        made.show()
    return made


def test_saved_or_why_not(bar: StatusBar) -> None:
    assert bar.saved_text == "Saved"
    bar.set_unsaved("The disk is full: free some space.")
    assert bar.saved_text == "The disk is full: free some space."
    danger = bar.grab().toImage()
    bar.set_saved()
    assert bar.saved_text == "Saved"
    assert bar.grab().toImage() != danger


def test_protection_is_a_word_and_asks(qtbot: QtBot, bar: StatusBar) -> None:
    assert bar.protection_button.text() == "Protected"
    bar.set_protection(False)
    assert bar.protection_button.text() == "This machine is not protected"
    with qtbot.waitSignal(bar.protection_requested):
        qtbot.mouseClick(bar.protection_button, Qt.MouseButton.LeftButton)
    bar.focus_first()
    assert QApplication.focusWidget() is bar.protection_button


def test_the_reminder_and_all_commands(qtbot: QtBot, bar: StatusBar) -> None:
    bar.set_reminder("10:00 Call <b>Claire</b>")
    assert bar.reminder == "10:00 Call <b>Claire</b>"
    assert nameless(bar) == []
    assert rich_text_labels(bar) == []
    bar.palette_requested.connect(bar.set_saved)
    with qtbot.waitSignal(bar.palette_requested):
        bar.findChildren(type(bar.protection_button))[-1].click()


def shown_words(bar: StatusBar) -> list[str]:
    return [label.text() for label in bar.findChildren(QLabel) if label.isVisible()]


def test_hints_that_do_not_fit_are_hidden_whole(bar: StatusBar) -> None:
    bar.set_hints([("Objection", "F4"), ("Argument, proof", "F5"), ("Mirror screen", "F9")])
    assert {"Objection", "Argument, proof", "Mirror screen"} <= set(shown_words(bar))
    bar.resize(760, HEIGHT)
    assert "Objection" in shown_words(bar)
    assert "Mirror screen" not in shown_words(bar)
    bar.set_hints([])
    assert "Objection" not in shown_words(bar)


def test_the_free_room_lies_between_the_buttons(bar: StatusBar) -> None:
    bar.set_hints([("Objection", "F4")])
    commands = bar.findChildren(type(bar.protection_button))[-1]
    room = bar.free_room()
    assert room.left() == bar.protection_button.geometry().right() + 1
    assert room.right() + 1 == commands.geometry().left() and room.height() == HEIGHT
