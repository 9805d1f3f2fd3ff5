"""What must not be forgotten, in words: one and several, a day by its name, more than a thousand."""

from datetime import date

import pytest

from desktop import i18n
from desktop.services.loose_ends import MOST, Kind, LooseEnd
from desktop.ui.today.loose_ends_card import LooseEndsCard, said
from tests.ui.accessibility import nameless

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("end", "in_english", "in_french"),
    [
        (
            LooseEnd(Kind.EXPIRING, 1, None, None, date(2026, 11, 27)),
            "1 proposal expires Friday",
            "1 proposition expire vendredi",
        ),
        (LooseEnd(Kind.EXPIRING, 1, None, None, TODAY), "1 proposal expires today", "1 proposition expire aujourd’hui"),
        (
            LooseEnd(Kind.EXPIRING, 3),
            "3 proposals expire within 7 days",
            "3 propositions expirent sous 7 jours",
        ),
        (
            LooseEnd(Kind.HOT_WITHOUT_DECIDER, 2),
            "2 hot prospects without a known decision-maker",
            "2 prospects chauds sans décideur identifié",
        ),
        (
            LooseEnd(Kind.SHOW_NEVER_CALLED, MOST),
            "more than 1,000 contacts of a show never called back",
            "plus de 1\u202f000 contacts de salon jamais rappelés",
        ),
        (LooseEnd(Kind.TO_WAKE, 1), "1 prospect to wake up", "1 prospect à réveiller"),
    ],
)
def test_in_words(end: LooseEnd, in_english: str, in_french: str) -> None:
    assert said(end, TODAY) == in_english
    i18n.use("fr")
    assert said(end, TODAY) == in_french


def test_a_line_stays_while_nothing_changes_and_keeps_the_focus(qtbot) -> None:
    card = LooseEndsCard()
    qtbot.addWidget(card)
    with qtbot.waitActive(card):
        card.show()
    ends = [LooseEnd(Kind.UNPLANNED, 2), LooseEnd(Kind.TO_COMPLETE, 3)]
    card.show_ends(ends, TODAY)
    before = card.lines
    before[1].setFocus()
    card.show_ends(ends, TODAY)
    assert card.lines is before
    card.show_ends(ends[1:], TODAY)
    assert [line.end.kind for line in card.lines] == [Kind.TO_COMPLETE]
    assert card.lines[0].hasFocus()
    assert card.plan_button.isHidden() and card.none.isHidden()
    assert nameless(card) == []
    card.show_ends([], TODAY)
    assert card.none.isVisible()
