import uuid
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select

from desktop.errors import UserError
from desktop.models.cadence_runs import CadenceRun, RunState
from desktop.models.calls import Call, CallState, QuestionState, ScoreMove, Verbatim
from desktop.models.followup_kinds import Channel, Objective, Outcome
from desktop.models.followups import FollowUp, FollowUpState
from desktop.models.matrix import Heat
from desktop.models.prospects import Prospect
from desktop.services import cadence_runs, cadences, calls, followups, grids, prospects, scoring, templates
from desktop.services.followups import NextStep
from tests.conftest import MONDAY

SCRIPT, GRID = templates.script("b2b", "en"), templates.grid("five-criteria", "en")
TOMORROW = NextStep(
    (MONDAY + timedelta(days=1)).replace(tzinfo=None), "Europe/Paris", Channel.PHONE, Objective.VALIDATION, "budget"
)


@pytest.fixture
def prospect_id(session) -> uuid.UUID:
    return prospects.create_prospect(session, now=MONDAY, company="Ateliers Brévent", person="Claire Fontaine")


@pytest.fixture
def call_id(session, prospect_id) -> uuid.UUID:
    return calls.start_call(session, prospect_id, SCRIPT, GRID, now=MONDAY, planned_minutes=10)


def _moves(session, call_id) -> list[tuple[str, str]]:
    moves = session.scalars(select(ScoreMove).where(ScoreMove.call_id == call_id).order_by(ScoreMove.id))
    return [(move.before, move.after) for move in moves]


def test_a_call_begins_at_the_first_question_with_the_main_contact(session, prospect_id, call_id) -> None:
    outline = calls.outline(session, call_id)
    assert outline.call.question == SCRIPT.questions[0].key
    assert outline.contact.name == "Claire Fontaine"
    assert (outline.call.planned_minutes, outline.asked, outline.marks) == (10, 0, {})


def test_starting_a_call_leaves_the_one_that_runs(session, prospect_id, call_id) -> None:
    second = calls.start_call(session, prospect_id, SCRIPT, GRID, now=MONDAY + timedelta(hours=1))
    assert session.get_one(Call, call_id).state is CallState.LEFT
    assert calls.running_call(session) == second
    assert calls.left_call(session, prospect_id).id == second


def test_a_score_is_kept_with_its_history_and_is_idempotent(session, call_id) -> None:
    assert calls.set_score(session, call_id, "need", 2, at=MONDAY) == ""
    assert calls.set_score(session, call_id, "need", 2, at=MONDAY) == 2
    assert calls.set_score(session, call_id, "need", "?", at=MONDAY) == 2
    assert calls.set_score(session, call_id, "need", "", at=MONDAY) == "?"
    assert calls.set_score(session, call_id, "need", "", at=MONDAY) == ""
    session.flush()
    assert _moves(session, call_id) == [("", "2"), ("2", "?"), ("?", "")]
    with pytest.raises(KeyError):
        calls.set_score(session, call_id, "no-such", 2, at=MONDAY)


def test_the_sheet_given_with_a_score_is_the_one_read_afterwards(session, call_id) -> None:
    for criterion, answer in (("need", 3), ("budget", "?"), ("need", 1), ("need", "")):
        given, _before = scoring.score(session, call_id, criterion, answer, at=MONDAY)
        session.flush()
        assert given == grids.call_sheet(session, call_id)


def test_words_are_kept_letter_for_letter_in_their_order(session, call_id) -> None:
    hostile = "« <b>15 k€</b> » & 'quotes' \u202e שלום 😀"
    for text in (hostile, "second"):
        calls.add_entry(session, call_id, "verbatim", text, at=MONDAY, question="budget", offset_seconds=61)
    first, second = calls.entries(session, call_id)
    assert (first.text, second.text) == (hostile, "second")
    assert (first.criterion, first.offset_seconds, first.citable) == ("budget", 61, False)
    assert first.contact_id == calls.outline(session, call_id).contact.id
    with pytest.raises(UserError):
        calls.add_entry(session, call_id, "verbatim", "  ", at=MONDAY)


def test_a_restored_entry_keeps_its_place(session, call_id) -> None:
    first = calls.add_entry(session, call_id, "verbatim", "first", at=MONDAY)
    calls.take_back(session, first, at=MONDAY)
    calls.add_entry(session, call_id, "verbatim", "second", at=MONDAY)
    assert [entry.text for entry in calls.entries(session, call_id)] == ["second"]
    calls.restore_entry(session, first)
    assert [entry.text for entry in calls.entries(session, call_id)] == ["first", "second"]


@pytest.mark.parametrize("kind", ["note", "objection", "question"])
def test_only_a_verbatim_can_be_quoted(session, call_id, kind: str) -> None:
    entry_id = calls.add_entry(session, call_id, kind, "internal", at=MONDAY)
    with pytest.raises(UserError):
        calls.set_citable(session, entry_id, True)
    verbatim = calls.add_entry(session, call_id, "verbatim", "words", at=MONDAY)
    calls.set_citable(session, verbatim, True)
    assert [entry.citable for entry in calls.entries(session, call_id)] == [False, True]


def test_marks_are_idempotent_and_can_be_taken_back(session, call_id) -> None:
    asked, skipped = QuestionState.ASKED, QuestionState.SKIPPED
    assert calls.mark_question(session, call_id, "budget", asked, at=MONDAY) is None
    assert calls.mark_question(session, call_id, "budget", skipped, at=MONDAY) is asked
    assert calls.outline(session, call_id).marks == {"budget": skipped}
    assert calls.mark_question(session, call_id, "budget", None, at=MONDAY) is skipped
    assert calls.outline(session, call_id).marks == {}


def test_the_length_of_a_call_never_goes_back(session, call_id) -> None:
    calls.set_elapsed(session, call_id, 120)
    calls.set_elapsed(session, call_id, 60)
    assert session.get_one(Call, call_id).elapsed_seconds == 120


def test_a_call_cannot_be_concluded_without_a_next_step_or_a_reason(session, call_id) -> None:
    for reason in ("", "   "):
        with pytest.raises(UserError):
            calls.conclude(session, call_id, now=MONDAY, no_follow_up_reason=reason)
    assert session.get_one(Call, call_id).state is CallState.RUNNING


def test_concluding_plans_the_next_step_and_settles_what_was_due(session, prospect_id, call_id) -> None:
    due = NextStep(MONDAY.replace(tzinfo=None, hour=18), "Europe/Paris", Channel.PHONE, Objective.PRECISION)
    owed = followups.plan(session, prospect_id, due, now=MONDAY)
    planned = calls.conclude(session, call_id, now=MONDAY, next_step=TOMORROW)
    assert session.get_one(FollowUp, owed).state is FollowUpState.DONE
    assert session.get_one(FollowUp, planned).call_id == call_id
    assert followups.next_of(session, prospect_id).id == planned
    assert calls.left_call(session, prospect_id) is None


def test_concluding_rewrites_the_step_fixed_during_the_call(session, prospect_id, call_id) -> None:
    tonight = replace(TOMORROW, due_local=MONDAY.replace(hour=18, tzinfo=None))
    owed = followups.plan(session, prospect_id, tonight, now=MONDAY)
    fixed = followups.fix(session, call_id, tonight, now=MONDAY)
    later = MONDAY + timedelta(minutes=20)
    assert calls.conclude(session, call_id, now=later, next_step=replace(tonight, subject="the budget")) == fixed
    session.flush()
    assert session.get_one(FollowUp, owed).state is FollowUpState.DONE
    kept = session.get_one(FollowUp, fixed)
    assert (kept.state, kept.subject, kept.moves) == (FollowUpState.OPEN, "the budget", 0)
    assert len(session.scalars(select(FollowUp)).all()) == 2


def test_concluding_without_follow_up_drops_the_step_fixed_during_the_call(session, call_id) -> None:
    fixed = followups.fix(session, call_id, TOMORROW, now=MONDAY)
    assert calls.conclude(session, call_id, now=MONDAY, no_follow_up_reason="no budget") is None
    assert session.get_one(FollowUp, fixed).state is FollowUpState.DROPPED


def test_a_step_fixed_in_a_call_that_is_left_stays(session, prospect_id, call_id) -> None:
    fixed = followups.fix(session, call_id, TOMORROW, now=MONDAY)
    calls.leave(session, call_id, now=MONDAY)
    assert followups.next_of(session, prospect_id).id == fixed
    calls.resume(session, call_id, now=MONDAY + timedelta(hours=1))
    assert followups.of_call(session, call_id) == TOMORROW


@pytest.mark.parametrize("end", ["conclude", "leave"])
def test_only_a_call_in_which_they_said_something_dates_their_last_word(session, prospect_id, call_id, end) -> None:
    def over(call: uuid.UUID, now: datetime) -> None:
        if end == "leave":
            calls.leave(session, call, now=now)
        else:
            calls.conclude(session, call, now=now, next_step=TOMORROW)

    prospect = session.get_one(Prospect, prospect_id)
    taken_back = calls.add_entry(session, call_id, "verbatim", "Pas vraiment", at=MONDAY)
    calls.take_back(session, taken_back, at=MONDAY)
    calls.add_entry(session, call_id, "note", "personne ne décroche", at=MONDAY)
    over(call_id, MONDAY)
    assert prospect.heard_at is None
    second = calls.start_call(session, prospect_id, SCRIPT, GRID, now=MONDAY)
    calls.add_entry(session, second, "verbatim", "On perd deux heures", at=MONDAY)
    over(second, MONDAY + timedelta(minutes=20))
    assert prospect.heard_at == MONDAY + timedelta(minutes=20)


def test_a_call_that_was_a_step_of_a_series_moves_it_on_once(session, prospect_id, call_id) -> None:
    cadence = cadences.in_use(session, "en")[0]
    run_id = cadence_runs.start(session, prospect_id, cadence, now=MONDAY, zone=MONDAY.tzinfo)
    (step,) = followups.open_of(session, prospect_id)
    followups.shift(step, MONDAY.replace(hour=18, tzinfo=None))
    # Fixed during the call, the next step settles the first; concluded, the call moves the series on, and pauses it.
    followups.fix(session, call_id, TOMORROW, now=MONDAY)
    calls.add_entry(session, call_id, "verbatim", "On perd deux heures", at=MONDAY)
    calls.conclude(session, call_id, now=MONDAY, next_step=TOMORROW)
    run = session.get_one(CadenceRun, run_id)
    assert (run.next_step, run.state) == (1, RunState.PAUSED)
    assert (step.outcome, len(followups.open_of(session, prospect_id))) == (Outcome.REACHED, 1)


def test_a_concluded_call_is_neither_concluded_again_nor_taken_up(session, call_id) -> None:
    calls.conclude(session, call_id, now=MONDAY, no_follow_up_reason="equipped")
    with pytest.raises(UserError):
        calls.conclude(session, call_id, now=MONDAY, next_step=TOMORROW)
    with pytest.raises(UserError):
        calls.resume(session, call_id, now=MONDAY)
    assert session.get_one(Call, call_id).state is CallState.CONCLUDED


def test_a_call_left_is_taken_up_where_it_was(session, prospect_id, call_id) -> None:
    calls.go_to(session, call_id, "budget")
    calls.set_planned(session, call_id, 3)
    calls.leave(session, call_id, now=MONDAY)
    assert calls.running_call(session) is None
    assert calls.left_call(session, prospect_id).id == call_id
    calls.resume(session, call_id, now=MONDAY)
    call = session.get_one(Call, call_id)
    assert (call.state, call.ended_at, call.question, call.planned_minutes) == (CallState.RUNNING, None, "budget", 3)


def test_the_recap_prefers_the_need_then_what_may_be_quoted() -> None:
    def said(sequence: int, criterion: str, citable: bool) -> Verbatim:
        return Verbatim(sequence=sequence, criterion=criterion, citable=citable, text=str(sequence))

    entries = [
        said(1, "fit", True),
        said(2, "need", False),
        said(3, "budget", False),
        said(4, "need", True),
        said(5, "need", False),
        said(6, "need", False),
    ]
    assert [verbatim.text for verbatim in calls.recap(entries)] == ["2", "4", "5"]
    assert [verbatim.text for verbatim in calls.recap(entries[:3])] == ["1", "2", "3"]
    assert calls.recap([]) == []


@pytest.mark.parametrize(
    ("levels", "heat", "channel", "objective", "due"),
    [
        ((3, 3, 3, 3, 3), Heat.HOT, Channel.PHONE, Objective.VALIDATION, date(2026, 11, 25)),
        ((3, 3, 3, 3, 3), Heat.WARM, Channel.VIDEO, Objective.PROJECTION, date(2026, 12, 2)),
        ((2, 2, 2, 2, 1), Heat.HOT, Channel.PHONE, Objective.PRECISION, date(2026, 11, 25)),
        ((0, 0, 1, 1, 0), Heat.WARM, Channel.EMAIL, Objective.PROJECTION, date(2027, 1, 6)),
        ((3,), Heat.HOT, Channel.PHONE, Objective.PRECISION, date(2026, 12, 2)),
        ((), None, Channel.PHONE, Objective.PRECISION, date(2026, 11, 25)),
    ],
)
def test_the_next_step_follows_the_matrix(session, prospect_id, call_id, levels, heat, channel, objective, due) -> None:
    for criterion, level in zip(GRID.criteria, levels, strict=False):
        calls.set_score(session, call_id, criterion.key, level, at=MONDAY)
    if heat:
        prospects.set_heat(session, prospect_id, heat, now=MONDAY)
    step = calls.proposed_step(grids.call_sheet(session, call_id), today=MONDAY.date(), zone="Europe/Paris")
    assert (step.channel, step.objective, step.due_local.date()) == (channel, objective, due)
    assert step.due_local.time() == followups.USUAL_HOUR
