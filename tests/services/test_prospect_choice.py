"""Orders and counts: what has nothing to be sorted by comes last, and words are counted up to a limit."""

import uuid

import pytest
from sqlalchemy import select

from desktop.clock import FixedClock
from desktop.database import Session
from desktop.models.matrix import Heat
from desktop.models.prospects import Contact, Prospect
from desktop.services import prospect_choice, prospects
from desktop.services.prospect_choice import Count, Order, Sorting, chosen, count
from desktop.services.prospect_filters import ProspectFilter

FIELDS = (
    {"company": "beta", "amount": 100, "heat": Heat.COLD, "low": 5, "maximum": 15, "to_complete": False},
    {"company": "Alpha", "amount": None, "heat": Heat.HOT, "low": 9, "maximum": 15, "to_complete": True},
    {"company": "", "amount": 300, "heat": None, "low": None, "maximum": None, "to_complete": True},
    {"company": "Gamma", "amount": 200, "heat": Heat.WARM, "low": 12, "maximum": 15, "to_complete": False},
)


@pytest.fixture
def keys(session: Session, clock: FixedClock) -> list[uuid.UUID]:
    made = []
    for fields in FIELDS:
        clock.advance(60)
        key = prospects.create_prospect(session, now=clock.now(), person="Somebody", **fields)
        made.append(key)
        for name, value in fields.items():
            setattr(session.get_one(Prospect, key), name, value)
    session.flush()
    return made


@pytest.mark.parametrize(
    ("sorting", "places"),
    [
        (Sorting(), [3, 2, 1, 0]),
        (Sorting(Order.LATEST, reverse=True), [0, 1, 2, 3]),
        (Sorting(Order.NAME), [1, 0, 3, 2]),
        (Sorting(Order.NAME, reverse=True), [2, 3, 0, 1]),
        (Sorting(Order.AMOUNT), [2, 3, 0, 1]),
        (Sorting(Order.AMOUNT, reverse=True), [0, 3, 2, 1]),
        (Sorting(Order.HEAT), [1, 3, 0, 2]),
        (Sorting(Order.QUALIFICATION), [3, 0, 2, 1]),
    ],
)
def test_orders(session: Session, keys: list[uuid.UUID], sorting: Sorting, places: list[int]) -> None:
    assert chosen(session, sorting=sorting, limit=10) == [keys[place] for place in places]
    assert chosen(session, sorting=sorting, limit=2, offset=1) == [keys[place] for place in places[1:3]]


def test_words_are_counted_up_to_a_limit_and_sorted_too(
    session: Session, clock: FixedClock, keys: list[uuid.UUID], monkeypatch: pytest.MonkeyPatch
) -> None:
    words = ProspectFilter(text="some")
    assert count(session, words) == Count(4)
    assert chosen(session, words, sorting=Sorting(Order.AMOUNT), limit=2) == [keys[2], keys[3]]
    monkeypatch.setattr(prospect_choice, "MOST_FOUND", 3)
    assert count(session, words) == Count(3, more=True)


def test_words_and_a_filter_whichever_is_the_rarer(
    session: Session, keys: list[uuid.UUID], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = ProspectFilter(text="sòme", to_complete=True)
    found = []
    # A handful of the words; some; many, and few of the filter; many of both.
    for handful, tried, few in ((60, 6000, 400), (0, 6000, 400), (0, 1, 400), (0, 1, 0)):
        for name, value in (("_HANDFUL", handful), ("_TRIED", tried), ("_FEW", few)):
            monkeypatch.setattr(prospect_choice, name, value)
        found.append(chosen(session, asked, limit=10))
    assert found == [[keys[2], keys[1]]] * 4
    assert chosen(session, ProspectFilter(text="***", to_complete=True), limit=10) == []


def test_names_stand_among_their_letters_accents_or_not(session: Session, clock: FixedClock) -> None:
    names = ("Eurl Zénith", "Œuvres", "écluse", "", "Ébénisterie", "Fonderie")
    made = [prospects.create_prospect(session, now=clock.now(), company=name, person="Éva Roux") for name in names]
    by_name = Sorting(Order.NAME)
    expected = ["Ébénisterie", "écluse", "Eurl Zénith", "", "Fonderie", "Œuvres"]
    assert [names[made.index(key)] for key in chosen(session, sorting=by_name, limit=10)] == expected
    session.get_one(Prospect, made[4]).company = "Zinguerie"
    contact = session.scalars(select(Contact).where(Contact.prospect_id == made[3])).one()
    contact.name = "Ängström"
    session.flush()
    assert chosen(session, sorting=by_name, limit=1) == [made[3]]
    contact.deleted_at = clock.now()
    session.flush()
    found = [names[made.index(key)] for key in chosen(session, sorting=by_name, limit=10)]
    assert (found[-2], found[-1]) == ("Ébénisterie", "")
