"""Away: no date is proposed then, what was due keeps its working days, appointments are left to the rep."""

import uuid
from datetime import date, datetime, time

import pytest

from desktop.clock import FixedClock
from desktop.database import Session
from desktop.errors import UserError
from desktop.models.cadence_runs import CadenceRun
from desktop.models.followup_kinds import Channel, Objective
from desktop.models.followups import FollowUp
from desktop.models.working_days import Closure
from desktop.services import absences, closures, followups
from desktop.services.followups import NextStep
from desktop.services.prospects import create_prospect
from tests.services.followup_course import whole

FIRST, LAST = date(2026, 11, 30), date(2026, 12, 4)  # a week, Monday to Friday


def due(
    session: Session, clock: FixedClock, day: str, channel: Channel = Channel.PHONE, run: uuid.UUID | None = None
) -> FollowUp:
    key = create_prospect(session, now=clock.now(), company=f"Prospect {day}")
    when = datetime.combine(date.fromisoformat(day), time(14))
    step = NextStep(when, "Europe/Paris", channel, Objective.VALIDATION, cadence_run_id=run)
    return session.get_one(FollowUp, followups.plan(session, key, step, now=clock.now()))


def running(session: Session, clock: FixedClock) -> uuid.UUID:
    key = create_prospect(session, now=clock.now(), company="En séquence")
    run = CadenceRun(
        prospect_id=key, cadence_copy={}, started_on=date(2026, 11, 23), created_at=clock.now(), changed_at=clock.now()
    )
    session.add(run)
    session.flush()
    return run.id


@pytest.mark.parametrize(
    ("day", "shifted"),
    [
        ("2026-11-27", "2026-11-27"),
        ("2026-11-30", "2026-12-07"),
        ("2026-12-02", "2026-12-09"),
        ("2026-12-04", "2026-12-11"),
        ("2026-12-05", "2026-12-05"),
        ("2026-12-07", "2026-12-07"),
    ],
)
def test_what_falls_in_it_keeps_its_working_days(session: Session, clock: FixedClock, day: str, shifted: str) -> None:
    follow_up = due(session, clock, day)
    declared = absences.declare(session, FIRST, LAST, " Ski ", now=clock.now())
    assert (follow_up.due_local.date().isoformat(), follow_up.due_local.hour) == (shifted, 14)
    assert follow_up.remind_at == follow_up.due_at == FollowUp.moment(follow_up.due_local, "Europe/Paris")
    assert (declared.shifted, follow_up.moves) == (int(day != shifted), 0)
    assert [(each.first, each.name) for each in absences.current(session)] == [(FIRST, "Ski")]


def test_the_steps_of_a_running_series_after_it_are_pushed_by_as_much(session: Session, clock: FixedClock) -> None:
    run = running(session, clock)
    step, other = due(session, clock, "2026-12-09", run=run), due(session, clock, "2026-12-09")
    absences.declare(session, FIRST, LAST, now=clock.now())
    # Seven working days were left from the first day on: they are after the return as well.
    assert (step.due_local.date(), other.due_local.date()) == (date(2026, 12, 16), date(2026, 12, 9))


def test_appointments_are_left_to_the_rep(session: Session, clock: FixedClock) -> None:
    inside, outside = (
        due(session, clock, "2026-12-01", Channel.MEETING),
        due(session, clock, "2026-12-08", Channel.VIDEO),
    )
    declared = absences.declare(session, FIRST, LAST, now=clock.now())
    assert declared.appointments == (inside.id,)
    assert inside.due_local.date() == date(2026, 12, 1)
    (found,) = absences.appointments(session, now=clock.now())
    assert (found.follow_up_id, found.who, found.channel) == (inside.id, "Prospect 2026-12-01", Channel.MEETING)
    followups.move(session, inside.id, outside.due_local, now=clock.now())
    session.flush()
    assert absences.appointments(session, now=clock.now()) == ()


def test_declared_in_the_middle_of_it_counts_from_today_and_late_ones_stay(session: Session, clock: FixedClock) -> None:
    late, today = due(session, clock, "2026-11-24"), due(session, clock, "2026-11-26")
    clock.advance(2 * 24 * 3600)  # Wednesday 25
    absences.declare(session, date(2026, 11, 23), date(2026, 11, 27), now=clock.now())
    assert late.due_local.date() == date(2026, 11, 24)
    assert today.due_local.date() == date(2026, 12, 1)


def test_the_calendar_holds_holidays_closures_and_absences(session: Session, clock: FixedClock) -> None:
    closures.save(session, [Closure((12, 24), (1, 1), "")], now=clock.now())
    declared = absences.declare(session, date(2026, 12, 21), date(2026, 12, 23), now=clock.now())
    worked = absences.calendar(session)
    assert worked.first(date(2026, 12, 19)) == date(2027, 1, 4)
    assert (worked.is_away(date(2026, 12, 22)), worked.is_off(date(2026, 12, 28))) == (True, True)
    absences.withdraw(session, declared.absence_id, now=clock.now())
    session.flush()
    assert absences.calendar(session).first(date(2026, 12, 19)) == date(2026, 12, 21)


def test_undone_to_the_last_row(session: Session, clock: FixedClock) -> None:
    due(session, clock, "2026-12-02")
    before = whole(session)
    declared = absences.declare(session, FIRST, LAST, now=clock.now())
    after = whole(session)
    changes = absences.withdraw(session, declared.absence_id, now=clock.now())
    followups.undo(session, changes)
    assert whole(session) == after
    followups.undo(session, declared.changes)
    assert whole(session) == before


@pytest.mark.parametrize(
    ("first", "last", "why"),
    [
        (LAST, FIRST, "before the first"),
        (date(2026, 11, 2), date(2026, 11, 6), "already over"),
        (FIRST, date(2028, 1, 1), "a year at most"),
    ],
)
def test_an_absence_that_makes_no_sense_is_refused(
    session: Session, clock: FixedClock, first: date, last: date, why: str
) -> None:
    with pytest.raises(UserError, match=why):
        absences.declare(session, first, last, now=clock.now())
    with pytest.raises(UserError, match=why):
        absences.waiting(session, first, last, now=clock.now())
    assert absences.current(session) == []


def test_how_many_would_wait_is_known_before(session: Session, clock: FixedClock) -> None:
    due(session, clock, "2026-12-02")
    due(session, clock, "2026-12-03", Channel.MEETING)
    assert absences.waiting(session, FIRST, LAST, now=clock.now()) == 1
