"""The qualification over time, on the screen."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QLabel

from desktop.services.score_history import CriterionHistory, DatedMove
from desktop.ui.prospects.score_history_card import MoveLine, ScoreHistoryCard
from tests.conftest import MONDAY, PARIS
from tests.ui.accessibility import nameless, rich_text_labels

HISTORY = CriterionHistory(
    "budget",
    "Budget",
    (
        DatedMove(MONDAY, "1", "3", ("<b>15 k€</b> voted",)),
        DatedMove(MONDAY - timedelta(days=11), "", "1", ()),
    ),
)


@pytest.fixture
def card(qtbot) -> ScoreHistoryCard:
    card = ScoreHistoryCard()
    qtbot.addWidget(card)
    card.show_history([HISTORY], PARIS)
    card.show()
    return card


def test_the_latest_move_stands_with_its_date_and_words(card: ScoreHistoryCard) -> None:
    (line,) = card.findChildren(MoveLine)
    assert line.move_label.text() == "1 → 3"
    shown = [label.text() for label in line.findChildren(QLabel)]
    assert "23 Nov" in shown and "“<b>15 k€</b> voted”" in shown


def test_the_earlier_ones_are_one_button_away(qtbot, card: ScoreHistoryCard) -> None:
    def shown() -> list[str]:
        return [line.move_label.text() for line in card.findChildren(MoveLine) if line.isVisible()]

    assert shown() == ["1 → 3"] and card.rows[0].more.isVisible()
    card.rows[0].more.click()
    qtbot.waitUntil(lambda: shown() == ["1 → 3", "not asked → 1"])
    assert not card.rows[0].more.isVisible()


def test_nothing_to_show_hides_it(card: ScoreHistoryCard) -> None:
    card.show_history([], PARIS)
    assert not card.isVisible()


def test_everything_has_a_name(card: ScoreHistoryCard) -> None:
    assert nameless(card) == [] and rich_text_labels(card) == []
