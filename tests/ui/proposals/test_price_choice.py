"""A price where the matrix calls for none: a reason, or a document without one."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop.ui.proposals.price_choice import PriceChoice
from tests.ui.accessibility import nameless, rich_text_labels


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 700)
    with qtbot.waitActive(window):
        window.show()
    return window


@pytest.fixture
def choice(window):
    choice = PriceChoice(window)
    choice.done = []
    others = [(name, lambda name=name: choice.done.append(name)) for name in ("Pre-proposal", "Slip")]
    choice.ask = lambda advice: choice.open_for(advice, others, lambda reason: choice.done.append(("price", reason)))
    return choice


def test_less_is_offered_first_and_taken_with_enter(choice):
    choice.ask("Close gap <b>no. 1</b>")
    assert [button.text() for button in choice.buttons] == ["Pre-proposal", "Slip"]
    assert choice.buttons[0].hasFocus() and "<b>" in choice.words.text()
    QTest.keyClick(choice.buttons[0], Qt.Key.Key_Space)
    assert choice.done == ["Pre-proposal"] and not choice.isVisible()
    assert nameless(choice) == [] and rich_text_labels(choice) == []


def test_a_price_needs_its_reason(choice):
    choice.ask("Wait")
    choice.reason.setFocus()
    QTest.keyClick(choice.reason, Qt.Key.Key_Return)
    assert choice.isVisible() and choice.reason_field.error and choice.done == []
    QTest.keyClicks(choice.reason, " Elle insiste ")
    QTest.keyClick(choice.reason, Qt.Key.Key_Return)
    assert choice.done == [("price", "Elle insiste")] and not choice.isVisible()
    choice.ask("Wait")
    assert choice.reason.text() == "" and not choice.reason_field.error, "the reason of another day is not proposed"


def test_where_the_matrix_allows_it_no_reason_is_asked_for(choice):
    choice.ask("")
    assert choice.reason_field.isHidden()
    choice.give.click()
    assert choice.done == [("price", "")]


def test_closed_without_a_choice_nothing_leaves(choice):
    choice.ask("Wait")
    QTest.keyClick(choice, Qt.Key.Key_Escape)
    assert choice.done == [] and not choice.isVisible()
