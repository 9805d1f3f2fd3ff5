"""Next steps: planned, moved, amended and settled."""

import uuid
from datetime import date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from desktop.clock import FixedClock
from desktop.database import Session, Store
from desktop.errors import UserError
from desktop.models.calls import Call
from desktop.models.followup_kinds import Channel, Objective, Outcome
from desktop.models.followups import FollowUp, FollowUpState
from desktop.services import calls, followups, templates
from desktop.services.followups import NextStep
from desktop.services.prospects import create_prospect
from desktop.services.row_changes import recorded

DAYS = st.dates(date(2020, 1, 1), date(2060, 12, 31))


def step(due: datetime, **fields: object) -> NextStep:
    return NextStep(due, "Europe/Paris", Channel.PHONE, Objective.VALIDATION, **fields)  # type: ignore[arg-type]


def planned(session: Session, clock: FixedClock, due: datetime) -> FollowUp:
    prospect_id = create_prospect(session, now=clock.now(), company="Ateliers Brévent")
    return session.get_one(FollowUp, followups.plan(session, prospect_id, step(due), now=clock.now()))


def test_the_moment_is_that_of_the_wall_clock(session: Session, clock: FixedClock) -> None:
    follow_up = planned(session, clock, datetime.fromisoformat("2026-11-27T10:00"))
    assert follow_up.due_at.isoformat() == "2026-11-27T09:00:00+00:00"
    assert followups.next_of(session, follow_up.prospect_id) is follow_up


def test_a_date_already_past_is_refused(session: Session, clock: FixedClock) -> None:
    prospect_id = create_prospect(session, now=clock.now(), company="Ateliers Brévent")
    with pytest.raises(UserError, match="already past"):
        followups.plan(session, prospect_id, step(datetime.fromisoformat("2026-11-23T09:29")), now=clock.now())
    followups.plan(session, prospect_id, step(datetime.fromisoformat("2026-11-23T09:30")), now=clock.now())


def test_moving_counts_and_its_undo_does_not(session: Session, clock: FixedClock) -> None:
    follow_up = planned(session, clock, datetime.fromisoformat("2026-11-23T14:00"))
    clock.advance(24 * 3600)
    later = datetime.fromisoformat("2026-11-30T14:00")
    before, changes = recorded(session, followups.move, follow_up.id, later, now=clock.now())
    assert (before, follow_up.moves) == (datetime.fromisoformat("2026-11-23T14:00"), 1)
    assert follow_up.remind_at == follow_up.due_at == FollowUp.moment(later, "Europe/Paris")
    followups.undo(session, changes)
    assert (follow_up.due_local, follow_up.moves) == (before, 0)
    assert follow_up.remind_at == follow_up.due_at == FollowUp.moment(before, "Europe/Paris")
    assert follow_up.sequence == 2
    with pytest.raises(UserError):
        followups.move(session, follow_up.id, before, now=clock.now())


def test_from_the_third_time_on_it_is_moved_for_a_reason(session: Session, clock: FixedClock) -> None:
    follow_up = planned(session, clock, datetime.fromisoformat("2026-11-23T14:00"))
    for day in (24, 25):
        followups.move(session, follow_up.id, datetime.fromisoformat(f"2026-11-{day}T09:00"), now=clock.now())
    third = datetime.fromisoformat("2026-11-26T09:00")
    with pytest.raises(UserError, match="once more"):
        followups.move(session, follow_up.id, third, now=clock.now(), reason="  ")
    assert (follow_up.moves, follow_up.sequence) == (2, 2)
    followups.move(session, follow_up.id, third, now=clock.now(), reason=" nobody answers ")
    assert (follow_up.moves, follow_up.move_reason, follow_up.due_local) == (3, "nobody answers", third)


def test_a_snooze_rings_again_and_stays_due(session: Session, clock: FixedClock) -> None:
    follow_up = planned(session, clock, datetime.fromisoformat("2026-11-23T10:00"))
    clock.advance(3600)
    until = clock.now() + timedelta(hours=2)
    _none, changes = recorded(session, followups.snooze, follow_up.id, until, now=clock.now())
    assert (follow_up.snoozed_until, follow_up.remind_at) == (until, until)
    assert (follow_up.due_local.hour, follow_up.moves, follow_up.sequence) == (10, 0, 0)
    with pytest.raises(UserError, match="already past"):
        followups.snooze(session, follow_up.id, clock.now(), now=clock.now())
    followups.undo(session, changes)
    assert (follow_up.snoozed_until, follow_up.remind_at) == (None, follow_up.due_at)


def test_a_prospect_has_one_next_step(session: Session, clock: FixedClock) -> None:
    first = planned(session, clock, datetime.fromisoformat("2026-11-23T14:00"))
    later = step(datetime.fromisoformat("2026-11-24T14:00"))
    second, changes = recorded(session, followups.plan, first.prospect_id, later, now=clock.now())
    assert (first.state, first.remind_at) == (FollowUpState.REPLACED, None)
    assert [each.id for each in followups.open_of(session, first.prospect_id)] == [second]
    followups.undo(session, changes)
    assert (first.state, first.remind_at) == (FollowUpState.OPEN, first.due_at)
    assert session.get(FollowUp, second) is None
    followups.redo(session, changes)
    assert [each.id for each in followups.open_of(session, first.prospect_id)] == [second]
    followups.set_state(session, first.id, FollowUpState.OPEN, now=clock.now())
    assert followups.open_of(session, first.prospect_id) == [first]


def test_taken_back_out_of_turn_what_was_planned_since_stays(session: Session, clock: FixedClock) -> None:
    first = planned(session, clock, datetime.fromisoformat("2026-11-23T14:00"))
    _before, dropped = recorded(session, followups.set_state, first.id, FollowUpState.DROPPED, now=clock.now())
    since = followups.plan(
        session, first.prospect_id, step(datetime.fromisoformat("2026-11-25T14:00")), now=clock.now()
    )
    followups.undo(session, dropped)
    assert [each.id for each in followups.open_of(session, first.prospect_id)] == [since]
    assert (first.state, first.remind_at) == (FollowUpState.REPLACED, None)


def test_one_that_a_calendar_holds_is_dropped_rather_than_erased(session: Session, clock: FixedClock) -> None:
    prospect_id = create_prospect(session, now=clock.now(), company="Ateliers Brévent")
    key, changes = recorded(session, followups.plan, prospect_id, step(FRIDAY), now=clock.now())
    session.get_one(FollowUp, key).calendar_sequence = 0
    followups.undo(session, changes)
    follow_up = session.get_one(FollowUp, key)
    assert (follow_up.state, follow_up.remind_at, follow_up.sequence) == (FollowUpState.DROPPED, None, 1)
    followups.redo(session, changes)
    assert (follow_up.state, follow_up.calendar_sequence, follow_up.sequence) == (FollowUpState.OPEN, 0, 2)


def test_a_late_step_can_be_rewritten_without_being_moved(session: Session, clock: FixedClock) -> None:
    follow_up = planned(session, clock, datetime.fromisoformat("2026-11-23T14:00"))
    clock.advance(3 * 24 * 3600)
    new = NextStep(follow_up.due_local, "Europe/Paris", Channel.EMAIL, Objective.PROJECTION, "  cas client ")
    _before, changes = recorded(session, followups.amend, follow_up.id, new, now=clock.now())
    assert (follow_up.channel, follow_up.subject, follow_up.moves) == (Channel.EMAIL, "cas client", 0)
    followups.undo(session, changes)
    assert (follow_up.channel, follow_up.subject) == (Channel.PHONE, "")


@pytest.mark.parametrize(("due", "settled"), [("2026-11-23T23:59", True), ("2026-11-24T00:00", False)])
def test_settling_takes_what_is_due_by_tonight(session: Session, clock: FixedClock, due: str, settled: bool) -> None:
    follow_up = planned(session, clock, datetime.fromisoformat(due))
    other = planned(session, clock, datetime.fromisoformat("2026-11-23T14:00"))
    assert followups.settle_due(session, follow_up.prospect_id, now=clock.now()) == [follow_up] * settled
    assert (follow_up.state is FollowUpState.DONE, follow_up.outcome) == (settled, Outcome.REACHED if settled else None)
    assert other.state is FollowUpState.OPEN


def test_done_and_open_again(session: Session, clock: FixedClock) -> None:
    follow_up = planned(session, clock, datetime.fromisoformat("2026-11-23T14:00"))
    before = followups.set_state(session, follow_up.id, FollowUpState.DONE, now=clock.now())
    assert (before, follow_up.done_at) == (FollowUpState.OPEN, clock.now())
    followups.set_state(session, follow_up.id, FollowUpState.OPEN, now=clock.now())
    assert follow_up.done_at is None


def in_call(session: Session, clock: FixedClock) -> uuid.UUID:
    prospect_id = create_prospect(session, now=clock.now(), company="Ateliers Brévent")
    script, grid = templates.script("b2b", "en"), templates.grid("five-criteria", "en")
    return calls.start_call(session, prospect_id, script, grid, now=clock.now())


TODAY = datetime.fromisoformat("2026-11-23T14:00")
FRIDAY, LATER = datetime.fromisoformat("2026-11-27T10:00"), datetime.fromisoformat("2026-12-04T10:00")


def test_a_second_step_fixed_in_a_call_rewrites_the_first_and_postpones_nothing(
    session: Session, clock: FixedClock
) -> None:
    call_id = in_call(session, clock)
    assert followups.of_call(session, call_id) is None
    first = followups.fix(session, call_id, step(FRIDAY, subject="budget"), now=clock.now())
    second = followups.fix(session, call_id, step(LATER, subject="décision"), now=clock.now())
    session.flush()
    follow_up = session.get_one(FollowUp, first)
    assert (second, follow_up.call_id, follow_up.moves) == (first, call_id, 0)
    assert followups.of_call(session, call_id) == step(LATER, subject="décision")


def test_a_step_fixed_in_a_call_is_to_come(session: Session, clock: FixedClock) -> None:
    call_id = in_call(session, clock)
    past = datetime.fromisoformat("2026-11-20T10:00")
    with pytest.raises(UserError, match="already past"):
        followups.fix(session, call_id, step(past), now=clock.now())
    followups.fix(session, call_id, step(FRIDAY), now=clock.now())
    with pytest.raises(UserError, match="already past"):
        followups.fix(session, call_id, step(past), now=clock.now())
    assert followups.of_call(session, call_id) == step(FRIDAY)
    clock.advance(5 * 24 * 3600)
    followups.fix(session, call_id, step(FRIDAY, subject="other words"), now=clock.now())
    assert followups.of_call(session, call_id) == step(FRIDAY, subject="other words")


def test_a_step_that_was_done_since_is_left_alone(session: Session, clock: FixedClock) -> None:
    call_id = in_call(session, clock)
    first = followups.fix(session, call_id, step(FRIDAY), now=clock.now())
    followups.set_state(session, first, FollowUpState.DONE, now=clock.now())
    assert followups.of_call(session, call_id) is None
    assert followups.fix(session, call_id, step(LATER), now=clock.now()) != first
    assert session.get_one(FollowUp, first).due_local == FRIDAY


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.dates(date(2026, 11, 24), date(2027, 3, 1)), max_size=6))
def test_steps_fixed_one_after_the_other_are_undone_one_by_one(store: Store, days: list[date]) -> None:
    clock = FixedClock(datetime.fromisoformat("2026-11-23T09:30+01:00"))
    with store.writing() as (session, _touched):
        call_id = in_call(session, clock)
        done = []
        for day in days:
            was = followups.of_call(session, call_id)
            due = step(datetime.combine(day, FRIDAY.time()))
            done.append((was, recorded(session, followups.fix, call_id, due, now=clock.now())[1]))
        for was, changes in reversed(done):
            followups.undo(session, changes)
            assert followups.of_call(session, call_id) == was
        assert session.scalars(select(FollowUp).where(FollowUp.call_id == call_id)).all() == []


def test_a_step_fixed_in_a_call_settles_what_it_was_for(session: Session, clock: FixedClock) -> None:
    call_id = in_call(session, clock)
    prospect_id = session.get_one(Call, call_id).prospect_id
    due = session.get_one(FollowUp, followups.plan(session, prospect_id, step(TODAY), now=clock.now()))
    fixed, changes = recorded(session, followups.fix, call_id, step(FRIDAY), now=clock.now())
    assert (due.state, due.outcome) == (FollowUpState.DONE, Outcome.REACHED)
    assert [each.id for each in followups.open_of(session, prospect_id)] == [fixed]
    followups.undo(session, changes)
    assert followups.open_of(session, prospect_id) == [due]
    assert (due.outcome, due.done_at) == (None, None)
