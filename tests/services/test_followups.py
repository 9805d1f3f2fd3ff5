"""Next steps: planned, moved, amended, settled, and the days that are worked."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.clock import FixedClock
from desktop.database import Session
from desktop.errors import UserError
from desktop.models.followup_kinds import Channel, Objective
from desktop.models.followups import FollowUp, FollowUpState
from desktop.services import followups
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


@pytest.mark.parametrize(
    ("day", "worked"),
    [
        (date(2026, 4, 6), date(2026, 4, 7)),  # Easter Monday
        (date(2026, 5, 14), date(2026, 5, 15)),  # Ascension
        (date(2026, 5, 25), date(2026, 5, 26)),  # Whit Monday
        (date(2026, 11, 28), date(2026, 11, 30)),  # a Saturday
        (date(2027, 1, 1), date(2027, 1, 4)),  # a holiday, then the weekend
        (date(2026, 11, 23), date(2026, 11, 23)),
    ],
)
def test_days_that_are_not_worked_give_way(day: date, worked: date) -> None:
    assert followups.working_day(day) == worked


@given(DAYS)
def test_a_working_day_is_the_first_one_from_there(day: date) -> None:
    found = followups.working_day(day)
    between = [day + timedelta(days=place) for place in range((found - day).days)]
    assert followups.is_working_day(found)
    assert not any(followups.is_working_day(each) for each in between)
    assert len(between) <= 5


@given(DAYS, st.integers(0, 30))
def test_adding_working_days_counts_only_those(day: date, count: int) -> None:
    end = followups.add_working_days(day, count)
    passed = [day + timedelta(days=place + 1) for place in range((end - day).days)]
    assert sum(map(followups.is_working_day, passed)) == count


@given(st.integers(1990, 2090))
def test_there_are_eleven_holidays_a_year_unless_two_fall_together(year: int) -> None:
    assert 10 <= len(followups.holidays(year)) <= 11
