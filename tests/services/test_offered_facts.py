"""What a verbatim could fill in: offered with what it would replace, taken and put back, never guessed."""

import uuid
from datetime import date
from decimal import Decimal

import pytest

from desktop.clock import FixedClock
from desktop.database import Session
from desktop.models.calls import Entry
from desktop.models.prospects import Prospect
from desktop.services import calls, grids, needs, offered_facts, prospects, templates
from desktop.services.offered_facts import Offer, OfferKind

TODAY = date(2026, 11, 23)
SCRIPT = templates.script("b2b", "fr")


@pytest.fixture
def prospect_id(session: Session, clock: FixedClock) -> uuid.UUID:
    return prospects.create_prospect(session, now=clock.now(), company="Ateliers Brévent")


@pytest.fixture
def call_id(session: Session, clock: FixedClock, prospect_id: uuid.UUID) -> uuid.UUID:
    return calls.start_call(session, prospect_id, SCRIPT, templates.grid("five-criteria", "fr"), now=clock.now())


def found_in(session: Session, entry_id: uuid.UUID) -> tuple[Offer, ...]:
    entry = session.get_one(Entry, entry_id)
    sheet = grids.call_sheet(session, entry.call_id)
    return offered_facts.offers(entry, sheet, session.get_one(Prospect, entry.prospect_id), TODAY)


def offered(session, clock, call_id, text: str) -> list[tuple[str, str, object]]:
    found = found_in(session, calls.add_entry(session, call_id, "verbatim", text, at=clock.now()))
    return [(each.kind.value, each.criterion, each.after) for each in found]


def test_an_amount_and_a_deadline_with_the_levels_they_speak_of(session, clock, call_id) -> None:
    assert offered(session, clock, call_id, "J’ai mis 15 k€ de côté pour ça, à lancer avant fin janvier.") == [
        ("amount", "", Decimal(15000)),
        ("due", "", date(2027, 1, 29)),
        ("level", "budget", 2),
        ("level", "timing", 3),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Rien à signaler", "On perd 3 000 € par mois.", "We have a budget of £12k.", "On a 38 salariés.",
        "Pas avant l’an prochain.",
    ],
)  # fmt: skip
def test_nothing_to_offer(session, clock, call_id, text: str) -> None:
    assert offered(session, clock, call_id, text) == []


def test_only_a_verbatim_offers_something(session, clock, call_id) -> None:
    note = calls.add_entry(session, call_id, "note", "budget de 15 k€", at=clock.now())
    assert found_in(session, note) == ()


def test_what_is_so_already_is_not_offered(session, clock, prospect_id, call_id) -> None:
    fields = {"amount": Decimal(15000), "expected_on": date(2027, 1, 29)}
    prospects.update_prospect(session, prospect_id, now=clock.now(), **fields)
    calls.set_score(session, call_id, "budget", 3, at=clock.now())
    calls.set_score(session, call_id, "timing", 3, at=clock.now())
    assert offered(session, clock, call_id, "15 k€, avant fin janvier, c’est mon budget") == []


def test_taken_and_put_back_twice_over(session, clock, prospect_id, call_id) -> None:
    prospects.update_prospect(session, prospect_id, now=clock.now(), amount=Decimal(9000))
    words = calls.add_entry(session, call_id, "verbatim", "15 k€ avant fin janvier", at=clock.now())
    found = found_in(session, words)
    assert {each.kind: each.before for each in found[:2]} == {OfferKind.AMOUNT: 9000, OfferKind.DUE: None}

    def state() -> tuple[object, ...]:
        prospect = session.get_one(Prospect, prospect_id)
        return prospect.amount, prospect.expected_on

    for step, result in (
        (offered_facts.accept, (15000, date(2027, 1, 29))),
        (offered_facts.revert, (9000, None)),
    ):
        for offer in (*found[:2], *found[:2]):
            step(session, offer, at=clock.now())
        assert state() == result
    assert {each.kind for each in found[2:]} == {OfferKind.LEVEL}
    with pytest.raises(ValueError, match="scored"):
        offered_facts.accept(session, found[2], at=clock.now())


@pytest.mark.parametrize(
    ("grid", "language", "day", "level"),
    [
        ("five-criteria", "fr", "2026-12-31", 3), ("five-criteria", "fr", "2027-04-30", 2),
        ("five-criteria", "en", "2027-09-30", 1), ("five-criteria", "en", "2028-01-31", 0),
        ("bant", "fr", "2026-12-31", 3), ("bant", "en", "2028-01-31", 0),
        ("b2c", "fr", "2026-11-30", 3), ("b2c", "en", "2026-12-31", 2), ("b2c", "fr", "2027-06-30", 1),
        ("b2c", "en", "2028-06-30", None),
    ],
)  # fmt: skip
def test_levels_are_read_in_the_texts_of_the_shipped_grids(grid: str, language: str, day: str, level) -> None:
    when = date.fromisoformat(day)
    criterion = templates.grid(grid, language).criterion("timing")
    assert offered_facts.level_for(criterion, when, when, TODAY) == level


def test_a_period_over_two_levels_and_a_criterion_without_delays_offer_none() -> None:
    grid = templates.grid("five-criteria", "fr")
    assert offered_facts.level_for(grid.criterion("timing"), date(2027, 1, 1), date(2027, 12, 31), TODAY) is None
    assert offered_facts.level_for(grid.criterion("need"), TODAY, TODAY, TODAY) is None


def test_a_need_is_offered_the_figures_of_its_words(session, clock, prospect_id, call_id) -> None:
    text = "15 k€ avant fin janvier, on perd deux jours par semaine"
    words = calls.add_entry(session, call_id, "verbatim", text, at=clock.now())
    key = needs.add_need(session, prospect_id, [words], now=clock.now())
    (stated,) = needs.needs_of(session, prospect_id)
    found = offered_facts.for_need(stated, TODAY)
    assert {each.field: each.value for each in found} == {
        "amount": 15000, "due_on": date(2027, 1, 29), "figure": "deux jours par semaine",
    }  # fmt: skip
    for each in found:
        needs.update_need(session, key, **{each.field: each.value})
    assert offered_facts.for_need(stated, TODAY) == ()
