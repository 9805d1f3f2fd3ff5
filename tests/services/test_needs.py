"""Needs tied to the words that state them: in their order, once each, and never from words taken back."""

import uuid
from decimal import Decimal

import pytest
from sqlalchemy import event

from desktop.clock import FixedClock
from desktop.database import Session
from desktop.errors import UserError
from desktop.models.calls import Call, Verbatim
from desktop.models.need_kinds import NeedKind
from desktop.models.needs import Reformulation, Reply, Told
from desktop.services import calls, needs, prospects, reformulations, templates

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


def test_the_words_of_a_verbatim_are_those_put_right(session, clock, call_id) -> None:
    words = said(session, clock, call_id, "a day a weak")
    assert needs.words_of(session, words) == "a day a weak"
    session.get_one(Verbatim, words).corrected = "a day a week"
    assert needs.words_of(session, words) == "a day a week"


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


def test_needs_made_at_once_are_those_made_one_by_one(session, clock, prospect_id, call_id) -> None:
    needs.add_need(session, prospect_id, [], now=clock.now(), statement="A guess")
    answered = said(session, clock, call_id, "a day a week", REVEALING.key)
    reformulations.answer(session, answered, "You lose a day.", Reply.CONFIRMED, clock.now())
    for number in range(40):
        said(session, clock, call_id, f"word {number}")
    session.flush()
    asked: list[str] = []
    event.listen(session.get_bind(), "before_cursor_execute", lambda *call: asked.append(call[2]))
    made = needs.needs_from_citable(session, prospect_id, now=clock.now())
    assert len(made) == 41 and len(asked) < 20, asked
    found = [each.need for each in needs.needs_of(session, prospect_id)]
    assert [need.id for need in found[1:]] == made and [need.position for need in found] == list(range(42))
    assert (found[1].kind, found[1].confirmed) == (REVEALING.need_kind, True)
    assert found[1].confirmed_at is not None and found[1].call_id == call_id
    assert not any(need.confirmed or need.statement for need in found[2:])


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


def test_the_order_moves_and_comes_back(session, clock, prospect_id) -> None:
    keys = [needs.add_need(session, prospect_id, [], now=clock.now(), statement=each) for each in "abcd"]
    needs.remove_need(session, keys[1], at=clock.now())

    def order() -> str:
        return "".join(each.need.statement for each in needs.needs_of(session, prospect_id))

    before = needs.move_need(session, keys[3], 0)
    assert order() == "dac"
    assert needs.move_need(session, keys[3], 0) == {}
    needs.put_in_order(session, before)
    assert order() == "acd"
    needs.remove_need(session, keys[1], at=None)
    assert order() == "abcd"
    needs.move_need(session, keys[0], 99)
    assert order() == "bcda"


def test_confirming_says_how_and_when(session, clock, prospect_id) -> None:
    key = needs.add_need(session, prospect_id, [], now=clock.now(), statement="Time back")
    before = needs.confirm_need(session, key, at=clock.now(), via=Told.MIRROR)
    need = needs.needs_of(session, prospect_id)[0].need
    assert (need.confirmed, need.confirmed_at, need.confirmed_via) == (True, clock.now(), Told.MIRROR)
    needs.unconfirm_need(session, key)
    assert (need.confirmed, need.confirmed_at, need.confirmed_via) == (False, None, None)
    needs.confirm_need(session, key, at=clock.now())
    needs.update_need(session, key, **before)
    assert (need.confirmed, need.confirmed_at, need.confirmed_via) == (False, None, None)


def test_words_are_tied_once_and_untied(session, clock, prospect_id, call_id) -> None:
    words = said(session, clock, call_id, "a day a week")
    key = needs.add_need(session, prospect_id, [], now=clock.now())
    for _twice in range(2):
        needs.attach(session, key, words)
    assert [each.id for each in needs.needs_of(session, prospect_id)[0].verbatims] == [words]
    assert needs.stating(session, words) == key
    for _twice in range(2):
        needs.detach(session, key, words)
    assert needs.needs_of(session, prospect_id)[0].verbatims == ()
    assert needs.stated_verbatims(session, prospect_id) == frozenset()


def test_words_of_another_prospect_are_refused(session, clock, call_id) -> None:
    words = said(session, clock, call_id, "a day a week")
    other = prospects.create_prospect(session, now=clock.now(), company="Menuiseries Roland")
    key = needs.add_need(session, other, [], now=clock.now())
    with pytest.raises(UserError):
        needs.attach(session, key, words)
    mine = needs.add_need(session, session.get_one(Call, call_id).prospect_id, [], now=clock.now())
    with pytest.raises(UserError):
        needs.merge_needs(session, mine, key, at=clock.now())


def test_two_needs_put_together_and_parted_again(session, clock, prospect_id, call_id) -> None:
    both, own = (said(session, clock, call_id, text) for text in ("both", "only the second"))
    kept = needs.add_need(session, prospect_id, [both], now=clock.now(), statement="Kept")
    gone = needs.add_need(session, prospect_id, [both, own], now=clock.now(), statement="Gone")
    needs.update_need(session, gone, amount=Decimal(15000))
    merged = needs.merge_needs(session, kept, gone, at=clock.now())
    (one,) = needs.needs_of(session, prospect_id)
    assert (one.need.statement, one.need.amount) == ("Kept", 15000)
    assert [each.text for each in one.verbatims] == ["both", "only the second"]
    for _twice in range(2):
        needs.unmerge(session, merged)
    first, second = needs.needs_of(session, prospect_id)
    assert (first.need.amount, [each.text for each in first.verbatims]) == (None, ["both"])
    assert [each.text for each in second.verbatims] == ["both", "only the second"]


def test_the_sheet_says_who_said_it_what_they_answered_and_what_is_left(session, clock, call_id, prospect_id) -> None:
    claire = prospects.add_contact(session, prospect_id, now=clock.now(), name="Claire Fontaine")
    words = calls.add_entry(session, call_id, "verbatim", "a day a week", at=clock.now(), contact_id=claire)
    said(session, clock, call_id, "left over")
    calls.add_entry(session, call_id, "note", "not theirs", at=clock.now())
    needs.add_need(session, prospect_id, [words], now=clock.now())
    reply = Reformulation(
        prospect_id=prospect_id, entry_id=words, sentence="So, a day?", reply=Reply.CONFIRMED, at=clock.now()
    )
    session.add(reply)
    sheet = needs.needs_sheet(session, prospect_id)
    (stated,) = sheet.needs
    assert (stated.said_by, stated.replies, stated.name) == (("Claire Fontaine",), (reply,), "a day a week")
    assert [(each.words, each.speaker) for each in sheet.loose] == [("left over", "")]
