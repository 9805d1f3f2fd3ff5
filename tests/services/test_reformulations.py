"""What they answered, on the file: evidence and needs follow the answers that stand, in whatever order they come."""

import uuid
from datetime import datetime, timedelta
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from desktop.clock import FixedClock
from desktop.database import Session, Store
from desktop.errors import UserError
from desktop.models.calls import Call, Entry, Verbatim
from desktop.models.evidence import Grade
from desktop.models.need_kinds import NeedKind
from desktop.models.needs import Need, NeedVerbatim, Reformulation, Reply, Told
from desktop.services import calls, evidence, needs, prospects, reformulations, templates
from desktop.services.reformulations import answer, latest_replies, propose, restore, take_back

SCRIPT, GRID = templates.script("b2b", "fr"), templates.grid("five-criteria", "fr")
STAKE = next(each for each in SCRIPT.questions if each.need_kind is NeedKind.STAKE)
NOON = datetime.fromisoformat("2026-11-23T12:00:00+01:00")
WORDS = "On perd une journée par semaine."


class Said(NamedTuple):
    call_id: uuid.UUID
    entry_id: uuid.UUID
    need_id: uuid.UUID


def a_call(session: Session) -> Said:
    """A call with one citable verbatim that states one need."""
    prospect_id = prospects.create_prospect(session, now=NOON, company="Ateliers Brévent", person="Claire Fontaine")
    call_id = calls.start_call(session, prospect_id, SCRIPT, GRID, now=NOON)
    entry_id = calls.add_entry(session, call_id, "verbatim", WORDS, at=NOON, question=STAKE.key, offset_seconds=60)
    calls.set_citable(session, entry_id, True)
    need_id = needs.add_need(session, prospect_id, [entry_id], now=NOON, kind=NeedKind.OBSTACLE)
    return Said(call_id, entry_id, need_id)


@pytest.fixture
def said(session: Session) -> Said:
    return a_call(session)


def later(minutes: int) -> datetime:
    return NOON + timedelta(minutes=minutes)


def state(session: Session, said: Said) -> tuple[object, ...]:
    """Everything that the answers decide."""
    session.flush()
    session.expire_all()
    need, entry = session.get_one(Need, said.need_id), session.get_one(Entry, said.entry_id)
    live = [(each.text, each.grade, each.citable) for each in calls.entries(session, said.call_id)]
    links = sorted(
        str(each)
        for each in session.scalars(select(NeedVerbatim.verbatim_id).where(NeedVerbatim.need_id == said.need_id))
    )
    replies = latest_replies(session, said.call_id)
    return need.confirmed, need.confirmed_at, need.confirmed_via, entry.grade, live, links, replies


def test_the_sentence_is_about_the_need_that_the_words_state(session: Session, said: Said) -> None:
    proposal = propose(session, said.entry_id)
    assert (proposal.entry_id, proposal.kind, proposal.fallback) == (said.entry_id, NeedKind.OBSTACLE, False)
    assert proposal.template_key.startswith("obstacle-")
    assert "vous perdez une journée par semaine" in proposal.sentence
    assert propose(session, said.entry_id) == proposal
    assert propose(session, said.entry_id, 1).sentence != proposal.sentence


def test_without_a_need_it_follows_the_question_and_then_what_is_usual(session: Session, said: Said) -> None:
    session.get_one(Need, said.need_id).deleted_at = NOON
    assert propose(session, said.entry_id).kind is NeedKind.STAKE
    aside = calls.add_entry(session, said.call_id, "verbatim", "Envoyez-moi ça.", at=NOON)
    proposal = propose(session, aside)
    assert (proposal.kind, proposal.fallback) == (NeedKind.NEED, True)
    assert "“Envoyez-moi ça”" in proposal.sentence


def test_the_sentence_uses_the_corrected_words(session: Session, said: Said) -> None:
    session.get_one(Entry, said.entry_id).corrected = "On perd deux journées par semaine."
    assert "vous perdez deux journées" in propose(session, said.entry_id).sentence


def test_a_note_is_not_said_back(session: Session, said: Said) -> None:
    note = calls.add_entry(session, said.call_id, "note", "Elle soupire.", at=NOON)
    with pytest.raises(UserError):
        propose(session, note)
    with pytest.raises(UserError):
        answer(session, note, "Vous soupirez.", Reply.CONFIRMED, NOON)


def test_confirmed_words_prove_more_and_confirm_their_need(session: Session, said: Said) -> None:
    kept = answer(session, said.entry_id, " Vous perdez une journée ? ", Reply.CONFIRMED, later(1))
    confirmed, at, via, grade, *_, replies = state(session, said)
    assert (confirmed, at, via, grade) == (True, later(1), Told.ALOUD, Grade.CONFIRMED)
    assert replies == {said.entry_id: Reply.CONFIRMED}
    row = session.get_one(Reformulation, kept)
    call = session.get_one(Call, said.call_id)
    assert (row.sentence, row.contact_id, row.call_id) == ("Vous perdez une journée ?", call.contact_id, said.call_id)


def test_a_refusal_unconfirms_and_the_one_before_counts_again_when_it_is_taken_back(session, said) -> None:
    answer(session, said.entry_id, "A", Reply.CONFIRMED, later(1), via=Told.MIRROR)
    after_first = state(session, said)
    refused = answer(session, said.entry_id, "B", Reply.REFUSED, later(2))
    confirmed, at, via, grade, *_ = state(session, said)
    assert (confirmed, at, via, grade) == (False, None, None, Grade.STATED)
    take_back(session, refused, at=later(3))
    assert state(session, said) == after_first
    assert after_first[2] is Told.MIRROR


def test_a_correction_is_a_new_verbatim_confirmed_like_the_first(session: Session, said: Said) -> None:
    before = state(session, said)
    kept = answer(
        session, said.entry_id, "Une journée ?", Reply.CORRECTED, later(1), correction=" Non, deux. ", offset_seconds=90
    )
    new = session.get_one(Entry, kept)
    first = session.get_one(Entry, said.entry_id)
    assert isinstance(new, Verbatim)
    assert (new.text, new.citable, new.question, new.criterion) == ("Non, deux.", True, first.question, first.criterion)
    assert (new.grade, new.offset_seconds, new.sequence, new.at) == (Grade.CONFIRMED, 90, first.sequence + 1, later(1))
    assert session.get_one(Reformulation, kept).correction == "Non, deux."
    assert state(session, said)[0] is True
    (need,) = needs.needs_of(session, first.prospect_id)
    assert [each.text for each in need.verbatims] == [WORDS, "Non, deux."]
    assert latest_replies(session, said.call_id) == {said.entry_id: Reply.CORRECTED, kept: Reply.CONFIRMED}
    corrected = state(session, said)
    take_back(session, kept, at=later(2))
    assert state(session, said) == before
    restore(session, kept)
    assert state(session, said) == corrected
    assert evidence.refresh_grade(session, kept) is Grade.CONFIRMED


def test_its_call_tells_the_answer_once(session: Session, said: Said) -> None:
    answer(session, said.entry_id, "Une journée ?", Reply.CORRECTED, later(1), correction="Deux.")
    told = select(Reformulation).where(Reformulation.call_id == said.call_id, Reformulation.deleted_at.is_(None))
    assert [each.reply for each in session.scalars(told)] == [Reply.CORRECTED]


@pytest.mark.parametrize(
    "reply, correction", [(Reply.CORRECTED, " "), (Reply.CONFIRMED, "Deux."), (Reply.REFUSED, "x")]
)
def test_a_correction_goes_with_its_own_answer_only(session, said, reply: Reply, correction: str) -> None:
    with pytest.raises(UserError):
        answer(session, said.entry_id, "Une journée ?", reply, NOON, correction=correction)
    with pytest.raises(UserError):
        answer(session, said.entry_id, "  ", Reply.CONFIRMED, NOON)


@pytest.mark.parametrize("reply", list(Reply))
def test_each_step_may_be_done_twice(session: Session, said: Said, reply: Reply) -> None:
    before = state(session, said)
    correction = "Deux." if reply is Reply.CORRECTED else ""

    def say() -> uuid.UUID:
        return answer(session, said.entry_id, "Une journée ?", reply, later(1), correction=correction)

    kept = say()
    after = state(session, said)
    assert say() == kept
    assert state(session, said) == after
    for moment in (2, 3):
        take_back(session, kept, at=later(moment))
        assert state(session, said) == before
    assert session.get_one(Reformulation, kept).deleted_at == later(2)
    for _again in range(2):
        restore(session, kept)
        assert state(session, said) == after


@pytest.mark.parametrize("by_hand", [(True, None, None), (True, later(-60), Told.MIRROR), (False, None, None)])
@pytest.mark.parametrize("reply", [Reply.CONFIRMED, Reply.REFUSED])
def test_what_was_confirmed_otherwise_is_found_again(session, said, by_hand, reply: Reply) -> None:
    need = session.get_one(Need, said.need_id)
    need.confirmed, need.confirmed_at, need.confirmed_via = by_hand
    before = state(session, said)
    kept = answer(session, said.entry_id, "A", reply, later(1))
    assert state(session, said)[0] is (reply is Reply.CONFIRMED)
    take_back(session, kept, at=later(2))
    assert state(session, said) == before


def test_what_is_confirmed_by_hand_after_a_refusal_stays_so(session: Session, said: Said) -> None:
    answer(session, said.entry_id, "A", Reply.REFUSED, later(1))
    need = session.get_one(Need, said.need_id)
    need.confirmed, need.confirmed_at, need.confirmed_via = True, later(2), Told.ALOUD
    reformulations.refresh_needs(session, said.entry_id)
    assert need.confirmed


def test_a_need_made_after_the_answer_is_confirmed_once_refreshed(session: Session, said: Said) -> None:
    answer(session, said.entry_id, "A", Reply.CONFIRMED, later(1))
    prospect_id = session.get_one(Entry, said.entry_id).prospect_id
    made = needs.add_need(session, prospect_id, [said.entry_id], now=later(2))
    reformulations.refresh_needs(session, said.entry_id)
    need = session.get_one(Need, made)
    assert (need.confirmed, need.confirmed_at) == (True, later(1))


def test_a_document_seen_stays_above_every_answer(session: Session, said: Said) -> None:
    evidence.set_documented(session, said.entry_id, True)
    answer(session, said.entry_id, "A", Reply.REFUSED, later(1))
    assert state(session, said)[3] is Grade.DOCUMENTED


def test_at_one_moment_the_last_answer_still_counts(session: Session, said: Said) -> None:
    needs.confirm_need(session, said.need_id, at=NOON)
    states, kept = [state(session, said)], []
    for sentence, reply in [("A", Reply.CONFIRMED), ("A", Reply.REFUSED), ("A", Reply.CONFIRMED), ("B", Reply.REFUSED)]:
        kept.append(answer(session, said.entry_id, sentence, reply, NOON))
        states.append(state(session, said))
        assert states[-1][0] is (reply is Reply.CONFIRMED)
    assert len(set(kept)) == 4
    for each in reversed(kept):
        assert state(session, said) == states.pop()
        take_back(session, each, at=later(1))
    assert state(session, said) == states.pop()


MOVES = st.lists(st.sampled_from(["confirm", "correct", "refuse", "undo", "redo"]), max_size=14)


@given(moves=MOVES, by_hand=st.sampled_from([None, "undated", "dated"]))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_answers_undone_to_the_start_leave_the_file_as_it_was(store: Store, moves: list[str], by_hand) -> None:
    replies = {"confirm": Reply.CONFIRMED, "correct": Reply.CORRECTED, "refuse": Reply.REFUSED}
    with store.writing() as (session, _touched):
        said = a_call(session)
        need = session.get_one(Need, said.need_id)
        if by_hand:
            need.confirmed, need.confirmed_at = True, later(-5) if by_hand == "dated" else None
        states, done, undone = [state(session, said)], [], []
        for minute, move in enumerate(moves, start=1):
            if move == "undo" and done:
                undone.append((done.pop(), states.pop()))
                take_back(session, undone[-1][0], at=later(minute))
                assert state(session, said) == states[-1]
            elif move == "redo" and undone:
                kept, was = undone.pop()
                restore(session, kept)
                assert state(session, said) == was
                done.append(kept)
                states.append(was)
            elif move in replies:
                correction = f"Non, {minute}." if move == "correct" else ""
                done.append(answer(session, said.entry_id, move, replies[move], later(minute), correction=correction))
                states.append(state(session, said))
                undone = []
        while done:
            take_back(session, done.pop(), at=later(99))
            states.pop()
            assert state(session, said) == states[-1]


def test_reading_the_answers_of_a_call_does_not_read_the_others(
    session: Session, said: Said, clock: FixedClock
) -> None:
    other = a_call(session)
    answer(session, other.entry_id, "A", Reply.CONFIRMED, later(1))
    gone = calls.add_entry(session, said.call_id, "verbatim", "On hésite.", at=NOON)
    answer(session, gone, "A", Reply.CONFIRMED, later(1))
    calls.take_back(session, gone, at=clock.now())
    assert latest_replies(session, said.call_id) == {}
