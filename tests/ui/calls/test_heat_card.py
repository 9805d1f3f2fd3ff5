"""The heat before hanging up: chosen by the rep, suggested with its reason."""

import pytest

from desktop.models.heat_signs import Sign, Suggestion
from desktop.models.matrix import Heat
from desktop.services.heat import Feeling
from desktop.ui.calls.heat_card import HeatCard
from tests.ui.accessibility import nameless, rich_text_labels


@pytest.fixture
def card(qtbot) -> HeatCard:
    card = HeatCard()
    qtbot.addWidget(card)
    card.show()
    return card


def test_a_suggestion_stands_with_its_reason_and_waits_for_a_click(qtbot, card: HeatCard) -> None:
    card.show_feeling(Feeling(Heat.HOT, {}, Suggestion(Heat.WARM, "Hot 34 days ago, and no news since.")))
    assert card.heat.heat == "hot"
    assert card.reason.isVisible() and "34 days" in card.reason.text()
    with qtbot.waitSignal(card.heat_chosen) as chosen:
        card.accept.click()
    assert chosen.args == ["warm"]


def test_nothing_to_suggest_shows_nothing(card: HeatCard) -> None:
    card.show_feeling(Feeling(Heat.COLD, {Sign.TRUST: 1}, None))
    assert not card.reason.isVisible() and not card.accept.isVisible()
    assert card.signs[Sign.TRUST].chips[1].isChecked()
    assert not card.signs[Sign.INTEREST].chips[1].isChecked()


def test_an_impression_is_one_click(qtbot, card: HeatCard) -> None:
    with qtbot.waitSignal(card.sign_chosen) as chosen:
        card.signs[Sign.INTEREST].chips[2].click()
    assert chosen.args == [Sign.INTEREST, 2]


def test_everything_has_a_name(card: HeatCard) -> None:
    assert nameless(card) == [] and rich_text_labels(card) == []
