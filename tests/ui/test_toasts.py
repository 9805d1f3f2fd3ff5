"""A toast can be undone, goes away alone and steals no focus; a banner stays."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.toasts import SECONDS, Banner, Toasts
from tests.ui.accessibility import nameless, rich_text_labels


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(900, 600)
    QVBoxLayout(made).addWidget(QLineEdit())
    with qtbot.waitActive(made):
        made.show()
    return made


def test_a_toast_offers_to_undo_once(qtbot: QtBot, window: QWidget) -> None:
    line = window.findChild(QLineEdit)
    assert line is not None
    line.setFocus()
    undone: list[str] = []
    toasts = Toasts(window)
    toasts.show_toast("Prospect <b>removed</b>", run=lambda: undone.append("yes"))
    assert toasts.text == "Prospect <b>removed</b>"
    assert toasts.button.text() == "Undo"
    assert QApplication.focusWidget() is line
    assert toasts.timer.interval() == SECONDS * 1000 == 8000
    qtbot.mouseClick(toasts.button, Qt.MouseButton.LeftButton)
    assert undone == ["yes"]
    assert toasts.text == ""
    assert QApplication.focusWidget() is line
    assert not toasts.timer.isActive()


def test_a_toast_goes_away_alone(qtbot: QtBot, window: QWidget) -> None:
    toasts = Toasts(window)
    toasts.show_toast("Done", seconds=0.01)
    assert not toasts.button.isVisible()
    qtbot.waitUntil(lambda: toasts.text == "")


def test_the_next_toast_replaces_the_one_before(window: QWidget) -> None:
    ran: list[str] = []
    toasts = Toasts(window)
    toasts.show_toast("One", run=lambda: ran.append("one"))
    toasts.show_toast("Two", "See", lambda: ran.append("two"))
    assert toasts.button.accessibleName() == "See"
    toasts.button.click()
    assert ran == ["two"]


def test_a_toast_stays_inside_the_window(window: QWidget) -> None:
    toasts = Toasts(window)
    toasts.show_toast("Done", run=lambda: None)
    window.resize(500, 400)
    assert window.rect().contains(toasts.geometry())
    toasts.show_toast("Said " * 60, run=lambda: None)
    assert window.rect().contains(toasts.geometry())
    assert toasts.button.geometry().right() < toasts.width()
    assert nameless(window.findChild(Toasts) or window) == []
    assert rich_text_labels(window) == []


def test_a_banner_stays_until_it_is_closed(qtbot: QtBot, window: QWidget) -> None:
    ran: list[str] = []
    banner = Banner()
    layout = window.layout()
    assert layout is not None
    layout.addWidget(banner)
    assert banner.text == ""
    banner.show_error("The disk is full: free some space.", "Try again", lambda: ran.append("again"))
    assert banner.text == "The disk is full: free some space."
    assert nameless(banner) == []
    assert rich_text_labels(banner) == []
    banner.button.click()
    assert (ran, banner.text) == (["again"], "")
    banner.show_notice("Two prospects look alike.")
    assert not banner.button.isVisible()
    banner.close_button.click()
    assert banner.text == ""
