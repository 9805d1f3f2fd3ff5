"""Needs tied to the words that state them: in their order, once each, and never from words taken back."""

import uuid

import pytest

from desktop.clock import FixedClock
from desktop.database import Session
from desktop.models.need_kinds import NeedKind
from desktop.services import calls, needs, prospects, templates

SCRIPT, GRID = templates.script("b2b", "en"), templates.grid("five-criteria", "en")
REVEALING = next(each for each in SCRIPT.questions if each.need_kind not in (None, NeedKind.NEED))


@pytest.fixture
def prospect_id(session: Session, clock: FixedClock) -> uuid.UUID:
    return prospects.create_prospect(session, now=clock.now(), company="Ateliers Brévent")


@pytest.fixture
def call_id(session: Session, clock: FixedClock, prospect_id: uuid.UUID) -> uuid.UUID:
    return calls.start_call(session, prospect_id, SCRIPT, GRID, now=clock.now())


def said(session: Session, clock: FixedClock, call_id: uuid.UUID, text: str, question: str = "") -> uuid.UUID:
    entry_id = calls.add_entry(session, call_id, "verbatim", text, at=clock.now(), question=question)
    calls.set_citable(session, entry_id, True)
    return entry_id


def test_the_kind_is_what_the_question_reveals(session, clock, prospect_id, call_id) -> None:
    words = said(session, clock, call_id, "a day a week", REVEALING.key)
    needs.add_need(session, prospect_id, [words], now=clock.now(), statement=" Time back ")
    needs.add_need(session, prospect_id, [words], now=clock.now(), kind=NeedKind.NEED)
    needs.add_need(session, prospect_id, [], now=clock.now(), statement="A guess")
    first, second, third = needs.needs_of(session, prospect_id)
    assert (first.need.kind, first.need.statement, first.need.call_id) == (REVEALING.need_kind, "Time back", call_id)
    assert second.need.kind is third.need.kind is NeedKind.NEED
    assert (third.need.call_id, third.verbatims) == (None, ())


def test_each_citable_verbatim_states_one_need_once(session, clock, prospect_id, call_id) -> None:
    kept = [said(session, clock, call_id, text) for text in ("first", "second")]
    silent = said(session, clock, call_id, "not to be quoted")
    calls.set_citable(session, silent, False)
    calls.take_back(session, said(session, clock, call_id, "taken back"), at=clock.now())
    assert len(needs.needs_from_citable(session, prospect_id, now=clock.now())) == 2
    assert needs.needs_from_citable(session, prospect_id, now=clock.now()) == []
    found = needs.needs_of(session, prospect_id)
    assert [each.verbatims[0].id for each in found] == kept
    assert [each.need.position for each in found] == [0, 1]


def test_a_need_removed_frees_its_words(session, clock, prospect_id, call_id) -> None:
    said(session, clock, call_id, "first")
    (need_id,) = needs.needs_from_citable(session, prospect_id, now=clock.now())
    assert needs.update_need(session, need_id, deleted_at=clock.now()) == {"deleted_at": None}
    assert needs.needs_of(session, prospect_id) == []
    assert len(needs.needs_from_citable(session, prospect_id, now=clock.now())) == 1


def test_words_of_a_need_come_as_they_were_said(session, clock, prospect_id, call_id) -> None:
    first, second = (said(session, clock, call_id, text) for text in ("first", "second"))
    calls.set_citable(session, first, False)
    needs.add_need(session, prospect_id, [second, first], now=clock.now())
    (found,) = needs.needs_of(session, prospect_id)
    assert [each.text for each in found.verbatims] == ["first", "second"]
    assert [each.text for each in found.citable] == ["second"]
    calls.take_back(session, second, at=clock.now())
    (found,) = needs.needs_of(session, prospect_id)
    assert [each.text for each in found.verbatims] == ["first"]
