"""Real widgets under real keys: what was typed is what the field holds, whatever the signs."""

from datetime import date, datetime, time

import pytest
from PySide6.QtCore import QDate
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from desktop.clock import FixedClock
from desktop.ui.play import stage
from desktop.ui.play.keys import Hands, PlayError, field_text
from desktop.ui.widgets.signature_pad import SignaturePad
from tests.conftest import MONDAY


@pytest.fixture
def form(qtbot) -> QWidget:
    window = QWidget()
    column = QVBoxLayout(window)
    for kind, name in ((QLineEdit, "Company"), (QPlainTextEdit, "Notes"), (QPushButton, "Save"), (QComboBox, "Role")):
        widget = kind(window)
        widget.setObjectName(name.lower())
        widget.setAccessibleName(name)
        column.addWidget(widget)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    return window


@pytest.fixture
def hands(form: QWidget) -> Hands:
    return Hands(form)


@pytest.mark.parametrize("words", ["Ateliers Brévent", "15 k€ « oui » ; d’œuvre", "<b>R&D</b> \\ {x}", "שלום 👍", ""])
def test_a_field_holds_what_was_typed(hands: Hands, words: str):
    field = hands.find(QLineEdit, "Company")
    hands.fill(field, "before")
    hands.fill(field, words)
    assert field_text(field) == words


def test_a_line_break_is_the_return_key(hands: Hands):
    notes = hands.named(QPlainTextEdit, "notes")
    hands.fill(notes, "é\nb")
    assert notes.toPlainText() == "é\nb"


def test_a_chord_reaches_a_shortcut(hands: Hands, form: QWidget):
    heard: list[str] = []
    shortcut = QShortcut("Ctrl+Shift+Return", form)
    shortcut.activated.connect(lambda: heard.append("end"))
    hands.focus(hands.find(QLineEdit, "Company"))
    hands.press("Ctrl+Shift+Return")
    assert heard == ["end"]


def test_space_presses_a_button(hands: Hands):
    heard: list[str] = []
    button = hands.find(QPushButton, "Save")
    button.clicked.connect(lambda: heard.append("saved"))
    hands.toggle(button)
    assert heard == ["saved"]


def test_an_entry_of_a_list_is_picked_by_value_or_by_words(hands: Hands):
    box = hands.find(QComboBox, "Role")
    for words, value in (("Decision-maker", "decider"), ("User", "user"), ("Buyer", "buyer")):
        box.addItem(words, value)
    hands.pick(box, "user")
    assert box.currentText() == "User"
    hands.pick(box, "Buyer")
    assert box.currentData() == "buyer"
    with pytest.raises(PlayError, match="no entry 'ghost'"):
        hands.pick(box, "ghost")


@pytest.mark.parametrize("day", [date(2027, 1, 29), date(2026, 12, 31), date(2028, 2, 29), date(2026, 11, 23)])
@pytest.mark.parametrize("form_of_date", ["ddd dd/MM/yyyy", "dd/MM/yyyy"])
def test_a_date_is_typed(qtbot, day: date, form_of_date: str):
    edit = QDateEdit(QDate(2026, 11, 24))
    edit.setDisplayFormat(form_of_date)
    qtbot.addWidget(edit)
    edit.show()
    Hands(edit).fill_date(edit, day)
    assert edit.date().toPython() == day


def test_a_time_is_typed(qtbot):
    edit = QTimeEdit()
    edit.setDisplayFormat("HH:mm")
    qtbot.addWidget(edit)
    edit.show()
    Hands(edit).fill_time(edit, time(10, 30))
    assert edit.time().toPython() == time(10, 30)
    assert datetime.combine(date(2026, 11, 23), edit.time().toPython()).hour == 10


def test_what_is_not_on_the_screen_is_an_error_that_says_what_is(hands: Hands, form: QWidget):
    with pytest.raises(PlayError, match="nothing on the screen is named “Siren” among “Company”"):
        hands.find(QLineEdit, "Siren")
    hands.find(QPlainTextEdit, "Notes").hide()
    with pytest.raises(PlayError, match="“notes” is not on the screen"):
        hands.named(QPlainTextEdit, "notes")


def test_a_field_that_takes_nothing_is_an_error(hands: Hands):
    field = hands.find(QLineEdit, "Company")
    field.setReadOnly(True)
    with pytest.raises(PlayError, match="“Company” holds “”, not “x”"):
        hands.fill(field, "x")


def test_a_pen_draws_in_thousandths_of_the_width(qtbot):
    pad = SignaturePad("Your signature", "Sign here")
    pad.resize(400, 140)
    qtbot.addWidget(pad)
    pad.show()
    Hands(pad).draw(pad, [((100, 100), (500, 200)), ((0, 0), (250, 300))])
    assert pad.strokes == (((100, 100), (500, 200)), ((0, 0), (250, 300)))


def test_a_panel_is_found_by_its_kind(hands: Hands, form: QWidget):
    assert isinstance(hands.one(QPlainTextEdit), QPlainTextEdit)
    hands.one(QPlainTextEdit).hide()
    with pytest.raises(PlayError, match="no QPlainTextEdit is on the screen"):
        hands.one(QPlainTextEdit)


def test_a_command_is_chosen_by_its_title(look):
    with stage.opened(FixedClock(MONDAY), "en") as opened:
        opened.hands.run_command("Prospects")
        opened.hands.until(opened.shell.pages.prospects.isVisible, "the prospects")
        with pytest.raises(PlayError, match="the palette finds"):
            opened.hands.run_command("Make coffee")
