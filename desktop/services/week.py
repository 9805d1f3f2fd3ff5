"""A week of follow-ups: each day with its first ones by hour, how many calls, and why it is not worked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, func, select, union_all
from sqlalchemy.orm import Session

from desktop.i18n import _
from desktop.models.absences import Absence
from desktop.models.followups import FollowUp, FollowUpState
from desktop.models.holiday_names import holiday_name
from desktop.models.prospects import Prospect
from desktop.models.working_days import Closure
from desktop.services import absences, closures, settings
from desktop.services.followup_rows import SPOKEN, Task, followed, start_of, tasks

DAYS = 7
SHOWN = 14
"""Cards of one day read at first: a column holds about as many."""


@dataclass(frozen=True)
class Day:
    """One column of the week."""

    day: date
    tasks: tuple[Task, ...]
    """The first ones, by hour."""
    count: int
    """All of them."""
    calls: int
    """Those that are spoken: calls, visits, video calls."""
    worked: bool
    why: str
    """What a day off is called: a public holiday, an absence, a closure; "" for a weekend and for a worked day."""


def monday_of(day: date) -> date:
    """The first day of its week."""
    return day - timedelta(days=day.weekday())


def week(session: Session, monday: date, now: datetime, *, shown: int = SHOWN) -> tuple[Day, ...]:
    """The seven days from ``monday``, with the first ``shown`` follow-ups of each. ``now`` is in the rep's zone."""
    days = [monday + timedelta(days=number) for number in range(DAYS)]
    read = tasks(session, _first_of_each(session, days, now, shown), now)
    calendar = absences.calendar(session)
    away, closed = absences.current(session), closures.calendar_of(settings.company(session)).closures
    counted = _counts(session, days, now)
    return tuple(
        Day(
            day=day,
            tasks=tuple(task for task in read if task.at.date() == day),
            count=count,
            calls=calls,
            worked=calendar.works(day),
            why=_why(day, away, closed),
        )
        for day, (count, calls) in zip(days, counted, strict=True)
    )


def _why(day: date, away: Sequence[Absence], closed: Sequence[Closure]) -> str:
    absence = next((each for each in away if each.first <= day <= each.last), None)
    if absence is not None:
        return absence.name or _("Away")
    closure = next((each for each in closed if each.holds(day)), None)
    if closure is not None:
        return closure.name or _("Closed")
    return holiday_name(day)


def _day(number: int) -> Any:
    due = Prospect.next_due_at
    first = (
        select(Prospect.id, due)
        .where(*followed(), due >= bindparam(f"since_{number}"), due < bindparam(f"until_{number}"))
        .order_by(due, Prospect.id)
        .limit(bindparam("shown"))
    )
    return select(first.subquery())


_FIRST_OF_EACH = union_all(*(_day(number) for number in range(DAYS)))
_COUNT = select(func.count()).where(
    *followed(), Prospect.next_due_at >= bindparam("since"), Prospect.next_due_at < bindparam("until")
)
_CALLS = (
    select(func.count())
    .select_from(FollowUp)
    .join(Prospect, Prospect.id == FollowUp.prospect_id)
    .where(
        FollowUp.state == FollowUpState.OPEN,
        FollowUp.due_at >= bindparam("since"),
        FollowUp.due_at < bindparam("until"),
        FollowUp.channel.in_(SPOKEN),
        *followed(),
    )
)


def _bounds(day: date, now: datetime) -> tuple[datetime, datetime]:
    return start_of(day, now), start_of(day + timedelta(days=1), now)


def _first_of_each(session: Session, days: Sequence[date], now: datetime, shown: int) -> list[Any]:
    asked: dict[str, Any] = {"shown": shown}
    for number, day in enumerate(days):
        asked[f"since_{number}"], asked[f"until_{number}"] = _bounds(day, now)
    # In the order of the days already, and by hour in each.
    return [row[0] for row in session.execute(_FIRST_OF_EACH, asked)]


def _counts(session: Session, days: Sequence[date], now: datetime) -> list[tuple[int, int]]:
    found = []
    for day in days:
        since, until = _bounds(day, now)
        asked = {"since": since, "until": until}
        found.append((session.scalar(_COUNT, asked) or 0, session.scalar(_CALLS, asked) or 0))
    return found
