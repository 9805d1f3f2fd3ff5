"""The slim row of what was recognised: shown when there is something, taken with one key, never in the way."""

import uuid
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.services.offered_facts import Offer, OfferKind
from desktop.ui.calls.facts_bar import FactsBar, facts_actions
from desktop.ui.widgets.chips import ChipButton
from tests.ui.accessibility import nameless, rich_text_labels

KEY = uuid.uuid4()


def offer(words: str, kind: OfferKind = OfferKind.AMOUNT, before: object = None) -> Offer:
    return Offer(kind, words, "15 k€", KEY, KEY, "", before, Decimal(15000))


AMOUNT = offer("Amount: €15,000", before=Decimal(9000))
LEVEL = offer("Budget: 2", OfferKind.LEVEL, "")


@pytest.fixture
def bar(qtbot) -> FactsBar:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    bar, line = FactsBar(), QLineEdit()
    line.setAccessibleName("line")
    column.addWidget(bar)
    column.addWidget(line)
    bar.keep = (window, line)  # the window must outlive the fixture's locals
    with qtbot.waitActive(window):
        window.show()
    line.setFocus()
    return bar


def test_shown_with_offers_and_hidden_without(bar: FactsBar) -> None:
    assert bar.isHidden()
    bar.show_offers([AMOUNT, LEVEL])
    assert bar.isVisible()
    assert [chip.text() for chip in bar.chips] == ["Amount: €15,000", "Budget: 2"]
    assert [chip.toolTip() for chip in bar.chips] == ["“15 k€”, instead of €9,000", "“15 k€”"]
    bar.show_offers([])
    assert bar.isHidden() and bar.chips == []


def test_the_focus_stays_in_the_line(bar: FactsBar, qtbot) -> None:
    bar.show_offers([AMOUNT, LEVEL])
    line = bar.keep[1]
    with qtbot.waitSignal(bar.accepted) as taken:
        QTest.mouseClick(bar.chips[1], Qt.MouseButton.LeftButton)
    assert taken.args == [LEVEL]
    assert line.hasFocus()
    QTest.keyClick(line, Qt.Key.Key_Tab)
    assert line.hasFocus()
    with qtbot.waitSignal(bar.dismissed):
        QTest.mouseClick(bar.close_button, Qt.MouseButton.LeftButton)
    assert bar.isHidden() and line.hasFocus()


def test_the_key_takes_the_first(bar: FactsBar, qtbot) -> None:
    (action,) = facts_actions(bar, "call", lambda: True)
    assert action.keys == ("Ctrl+Shift+A",) and not action.enabled()
    bar.show_offers([AMOUNT, LEVEL])
    with qtbot.waitSignal(bar.accepted) as taken:
        action.trigger()
    assert taken.args == [AMOUNT]


def test_everything_has_a_name_and_is_plain_text(bar: FactsBar) -> None:
    bar.show_offers([offer("<b>Amount</b>"), LEVEL])
    assert nameless(bar) == [] and rich_text_labels(bar) == []


def test_a_chip_is_filled_again_rather_than_made_again(bar: FactsBar) -> None:
    bar.show_offers([AMOUNT])
    chip = bar.chips[0]
    bar.show_offers([LEVEL, AMOUNT])
    assert bar.chips[0] is chip
    assert [(each.text(), each.accessibleName()) for each in bar.chips] == [
        ("Budget: 2", "Budget: 2"),
        ("Amount: €15,000", "Amount: €15,000"),
    ]
    assert all(each.isVisible() for each in bar.chips)
    bar.show_offers([AMOUNT])
    assert [each.isVisible() for each in bar.findChildren(ChipButton)] == [True, False]
