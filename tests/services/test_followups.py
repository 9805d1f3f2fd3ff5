"""Next steps: planned, moved, amended and settled."""

import uuid
from datetime import date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from desktop.clock import FixedClock
from desktop.database import Session, Store
from desktop.errors import UserError
from desktop.models.followup_kinds import Channel, Objective
from desktop.models.followups import FollowUp, FollowUpState
from desktop.services import calls, followups, templates
from desktop.services.followups import NextStep
from desktop.services.prospects import create_prospect

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
    before = followups.move(session, follow_up.id, datetime.fromisoformat("2026-11-30T14:00"), now=clock.now())
    assert (before, follow_up.moves) == (datetime.fromisoformat("2026-11-23T14:00"), 1)
    followups.undo_move(session, follow_up.id, before)
    assert (follow_up.due_local, follow_up.moves) == (before, 0)
    assert follow_up.due_at == FollowUp.moment(before, "Europe/Paris")
    with pytest.raises(UserError):
        followups.move(session, follow_up.id, before, now=clock.now())


def test_a_late_step_can_be_rewritten_without_being_moved(session: Session, clock: FixedClock) -> None:
    follow_up = planned(session, clock, datetime.fromisoformat("2026-11-23T14:00"))
    clock.advance(3 * 24 * 3600)
    new = NextStep(follow_up.due_local, "Europe/Paris", Channel.EMAIL, Objective.PROJECTION, "  cas client ")
    before = followups.amend(session, follow_up.id, new, now=clock.now())
    assert (follow_up.channel, follow_up.subject, follow_up.moves) == (Channel.EMAIL, "cas client", 0)
    followups.restore(session, follow_up.id, before)
    assert (follow_up.channel, follow_up.subject) == (Channel.PHONE, "")


def test_settling_takes_what_is_due_by_tonight_and_nothing_else(session: Session, clock: FixedClock) -> None:
    tonight = planned(session, clock, datetime.fromisoformat("2026-11-23T23:59"))
    tomorrow = session.get_one(
        FollowUp,
        followups.plan(session, tonight.prospect_id, step(datetime.fromisoformat("2026-11-24T00:00")), now=clock.now()),
    )
    other = planned(session, clock, datetime.fromisoformat("2026-11-23T14:00"))
    followups.settle_due(session, tonight.prospect_id, now=clock.now())
    states = (tonight.state, tomorrow.state, other.state)
    assert states == (FollowUpState.DONE, FollowUpState.OPEN, FollowUpState.OPEN)


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
    followups.put_back(session, call_id, step(FRIDAY, subject="budget"))
    assert followups.of_call(session, call_id) == step(FRIDAY, subject="budget")
    for _twice in range(2):
        followups.put_back(session, call_id, None)
        session.flush()
        assert session.scalars(select(FollowUp)).all() == []


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


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.dates(date(2026, 11, 24), date(2027, 3, 1)), max_size=6))
def test_steps_fixed_one_after_the_other_are_undone_one_by_one(store: Store, days: list[date]) -> None:
    clock = FixedClock(datetime.fromisoformat("2026-11-23T09:30+01:00"))
    with store.writing() as (session, _touched):
        call_id = in_call(session, clock)
        before = []
        for day in days:
            before.append(followups.of_call(session, call_id))
            followups.fix(session, call_id, step(datetime.combine(day, FRIDAY.time())), now=clock.now())
        for was in reversed(before):
            followups.put_back(session, call_id, was)
            session.flush()
            assert followups.of_call(session, call_id) == was
        assert session.scalars(select(FollowUp).where(FollowUp.call_id == call_id)).all() == []
