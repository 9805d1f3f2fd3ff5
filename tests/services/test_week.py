"""A week: each day by hour, its calls counted, and why a day off is one."""

from datetime import date, datetime

from desktop.clock import FixedClock
from desktop.database import Session
from desktop.models.absences import Absence
from desktop.models.followup_kinds import Channel, Objective
from desktop.models.working_days import Closure
from desktop.services import closures, followups
from desktop.services.followups import NextStep
from desktop.services.week import monday_of, week
from tests.services.test_today import prospect


def test_each_day_by_hour_with_its_calls(session: Session, clock: FixedClock) -> None:
    for name, due in (("b", "2026-11-25T14:00"), ("a", "2026-11-25T09:00"), ("other week", "2026-11-30T09:00")):
        prospect(session, clock, name, due=datetime.fromisoformat(due))
    mailed = prospect(session, clock, "mailed")
    step = NextStep(datetime.fromisoformat("2026-11-25T23:59"), "Europe/Paris", Channel.EMAIL, Objective.PRECISION)
    followups.plan(session, mailed, step, now=clock.now())
    days = week(session, monday_of(clock.today()), clock.now())
    assert [day.day.day for day in days] == [23, 24, 25, 26, 27, 28, 29]
    wednesday = days[2]
    assert [task.company for task in wednesday.tasks] == ["a", "b", "mailed"]
    assert (wednesday.count, wednesday.calls) == (3, 2)
    assert sum(day.count for day in days) == 3
    bounded = week(session, date(2026, 11, 23), clock.now(), shown=1)[2]
    assert ([task.company for task in bounded.tasks], bounded.count) == (["a"], 3)


def test_a_day_off_says_why(session: Session, clock: FixedClock) -> None:
    away = Absence(first=date(2026, 12, 22), last=date(2026, 12, 23), name="Ski", created_at=clock.now())
    session.add(away)
    closures.save(session, [Closure((12, 24), (12, 24), "Inventory")], now=clock.now())
    session.flush()
    days = week(session, date(2026, 12, 21), clock.now())
    assert [day.worked for day in days] == [True, False, False, False, False, False, False]
    assert [day.why for day in days] == ["", "Ski", "Ski", "Inventory", "Christmas Day", "", ""]
