"""The map of a decision: five roles in a company, who decides in a household, and what to ask where nobody is."""

import uuid
from dataclasses import replace

from desktop.models.base import new_id
from desktop.models.statuses import ContactRole, Stance
from desktop.services.people import Person
from desktop.ui.prospects.decision_map import DecisionMap, Hole, places
from tests.conftest import MONDAY, PARIS
from tests.hostile import MARKUP
from tests.ui.accessibility import nameless, rich_text_labels

CLAIRE = Person(new_id(), "Claire", "Owner", ContactRole.DECIDER, Stance.FOR, "", MONDAY)
BEA = Person(new_id(), MARKUP[0], "", None, Stance.AGAINST, "", None)


def test_roles_that_nobody_holds_say_what_to_ask(qtbot) -> None:
    found = places([CLAIRE, BEA], household=False)
    assert [place.name for place in found] == [
        "Decision-maker",
        "Influencer",
        "User",
        "Buyer",
        "Blocker",
        "Role?",
    ]
    assert [bool(place.question) for place in found] == [False, True, True, True, True, False]
    assert places([], household=False)[0].question == "No decision-maker known: who will take the final decision?"


def test_a_household_only_asks_who_decides(qtbot) -> None:
    paul = replace(BEA, role=ContactRole.USER, relation="spouse")
    assert [(place.name, len(place.people)) for place in places([CLAIRE, paul], household=True)] == [
        ("Decides", 1),
        ("Also there", 1),
    ]
    (alone,) = places([], household=True)
    assert alone.question


def test_a_person_says_their_stance_and_whether_they_were_spoken_to(qtbot) -> None:
    shown = DecisionMap()
    qtbot.addWidget(shown)
    shown.show_people([CLAIRE, BEA], PARIS, household=False)
    shown.show()
    claire, bea = shown.buttons[CLAIRE.id], shown.buttons[BEA.id]
    assert claire.accessibleName() == "Claire · in favour, Owner, spoken to on 23 November 2026"
    assert bea.accessibleName() == f"{MARKUP[0]} · against, never spoken to"
    holes = [hole.label.text() for hole in shown.findChildren(Hole)]
    assert len(holes) == 4
    chosen: list[uuid.UUID] = []
    shown.chosen.connect(chosen.append)
    bea.click()
    assert chosen == [BEA.id]
    shown.show_people([CLAIRE, BEA], PARIS, household=False)
    assert shown.buttons[BEA.id] is bea
    assert nameless(shown) == [] and rich_text_labels(shown) == []
