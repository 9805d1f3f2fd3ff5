"""When the rep is away: nothing is proposed then, and what was due keeps the working days that were left to it."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session, selectinload

from desktop.errors import UserError
from desktop.i18n import _
from desktop.models.absences import Absence
from desktop.models.cadence_runs import CadenceRun, RunState
from desktop.models.followup_kinds import Channel
from desktop.models.followups import FollowUp, FollowUpState
from desktop.models.prospects import Prospect
from desktop.models.working_days import Calendar
from desktop.services import closures, followups, row_changes, settings
from desktop.services.row_changes import Changes

LONGEST = 366
"""Days of one absence."""
_AGREED = (Channel.MEETING, Channel.VIDEO)
"""Somebody else's day was taken for these: the rep moves them, or does not."""


@dataclass(frozen=True)
class Declared:
    """An absence, how many follow-ups waited for the return, and the appointments that fall in it."""

    absence_id: uuid.UUID
    shifted: int
    appointments: tuple[uuid.UUID, ...]
    """Those that fall in it, not moved."""
    changes: Changes


def calendar(session: Session) -> Calendar:
    """The days on which this rep works: the company's, less their absences."""
    away = tuple((each.first, each.last) for each in current(session))
    return replace(closures.calendar_of(settings.company(session)), absences=away)


def current(session: Session) -> list[Absence]:
    """The absences that were declared and not withdrawn, past ones included, the earliest first."""
    return list(session.scalars(select(Absence).where(Absence.deleted_at.is_(None)).order_by(Absence.first)))


def declare(session: Session, first: date, last: date, name: str = "", *, now: datetime) -> Declared:
    """Be away from ``first`` to ``last``, both included; ``now`` is the rep's wall clock.

    What is open and falls due then keeps the working days it had left, counted from the first day of the absence, after
    the return. What falls due later stays, but for the steps of a running cadence, which keep theirs too. Meetings and
    video calls stay where they are: they are given back, for the rep to see to.
    """
    _check(first, last, now.date())
    before = calendar(session)
    with row_changes.recording(session) as recorded:
        absence = Absence(first=first, last=last, name=name.strip(), created_at=now)
        session.add(absence)
        session.flush()
        after = calendar(session)
        start = max(first, now.date())
        back = after.first(last)
        concerned = _concerned(session, start, last)
        waiting = [each for each in concerned if each.channel not in _AGREED]
        for follow_up in waiting:
            left = before.between(start, follow_up.due_local.date())
            followups.shift(follow_up, datetime.combine(after.after(back, left), follow_up.due_local.time()))
        _tell_series(session, waiting)
    appointments = tuple(
        each.id for each in concerned if each.channel in _AGREED and first <= each.due_local.date() <= last
    )
    return Declared(absence.id, len(waiting), appointments, recorded.changes)


@dataclass(frozen=True)
class Appointment:
    """A meeting or a video call that falls when the rep is away."""

    follow_up_id: uuid.UUID
    who: str
    due_local: datetime
    channel: Channel


def appointments(session: Session, *, now: datetime) -> tuple[Appointment, ...]:
    """Those to come that an absence touches, the earliest first: the rep moves them, or does not."""
    found: dict[uuid.UUID, FollowUp] = {}
    for absence in current(session):
        until = datetime.combine(absence.last, time.max)
        due = _open_from(max(absence.first, now.date())).where(FollowUp.due_local <= until)
        found |= {each.id: each for each in session.scalars(due.where(FollowUp.channel.in_(_AGREED)))}
    agreed = sorted(found.values(), key=lambda each: each.due_at)
    known = select(Prospect).where(Prospect.id.in_([each.prospect_id for each in agreed]))
    names = {each.id: each.name for each in session.scalars(known.options(selectinload(Prospect.contacts)))}
    return tuple(Appointment(each.id, names[each.prospect_id], each.due_local, each.channel) for each in agreed)


def waiting(session: Session, first: date, last: date, *, now: datetime) -> int:
    """How many follow-ups such an absence would make wait for the return."""
    _check(first, last, now.date())
    due = _concerned(session, max(first, now.date()), last)
    return sum(each.channel not in _AGREED for each in due)


def withdraw(session: Session, absence_id: uuid.UUID, *, now: datetime) -> Changes:
    """The rep is there after all. What waited for the return stays where it is: nobody says it was forgotten."""
    with row_changes.recording(session) as recorded:
        session.get_one(Absence, absence_id).deleted_at = now
    return recorded.changes


def _check(first: date, last: date, today: date) -> None:
    if last < first:
        raise UserError(_("The last day comes before the first."))
    if last < today:
        raise UserError(_("This absence is already over."))
    if (last - first).days >= LONGEST:
        raise UserError(_("An absence lasts a year at most."))


def _concerned(session: Session, start: date, last: date) -> Sequence[FollowUp]:
    """What is due in the absence, and later on for the cadences under way."""
    running = select(CadenceRun.id).where(CadenceRun.state == RunState.RUNNING)
    within = FollowUp.due_local <= datetime.combine(last, time.max)
    return session.scalars(_open_from(start).where(or_(within, FollowUp.cadence_run_id.in_(running)))).all()


def _tell_series(session: Session, shifted: Sequence[FollowUp]) -> None:
    """A series says why its step comes later than it was planned."""
    keys = {each.cadence_run_id for each in shifted if each.cadence_run_id is not None}
    for run in session.scalars(select(CadenceRun).where(CadenceRun.id.in_(keys), CadenceRun.state == RunState.RUNNING)):
        run.reason = _("put off by an absence")


def _open_from(start: date) -> Select[FollowUp]:
    """What is open and due from that day on; the moment, a day earlier whatever the zone, is what the index knows."""
    since = datetime.combine(start, time.min)
    return select(FollowUp).where(
        FollowUp.state == FollowUpState.OPEN,
        FollowUp.due_at >= since.replace(tzinfo=UTC) - timedelta(days=1),
        FollowUp.due_local >= since,
    )
