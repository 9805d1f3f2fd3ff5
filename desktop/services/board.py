"""Every next step by when it falls, a window at a time; who has none, and whose cadence waits.

Sixty thousand of them cost what sixty do: counts and order come from indexes, and only what is on screen is read whole.
"""

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, func, select
from sqlalchemy.orm import Session, aliased

from desktop.models.cadence_runs import CadenceRun, RunState
from desktop.models.followup_kinds import Channel, Objective
from desktop.models.followups import FollowUp, FollowUpState
from desktop.models.matrix import Heat
from desktop.models.prospects import Contact, Prospect, standing_counts
from desktop.models.statuses import ACTIVE
from desktop.services import followup_rows, today
from desktop.services.followup_rows import FOLLOWED, Task, dawn_and_tonight, followed
from desktop.services.today import DAYS_AHEAD

MOST_FILTERED = 500
"""How many of a part are listed when something is asked of them: a rep asks for more before reading so many."""


class Part(StrEnum):
    """The parts of the list, in their order."""

    LATE = "late"
    TODAY = "today"
    WEEK = "week"
    """The seven days after today."""
    LATER = "later"
    UNPLANNED = "unplanned"
    """Active prospects without a next step."""
    PAUSED = "paused"
    """Cadences that wait: an answer came, or the rep stopped them for a while."""


DATED = (Part.LATE, Part.TODAY, Part.WEEK, Part.LATER)


@dataclass(frozen=True)
class Asked:
    """What is asked of the dated follow-ups; ``None`` asks nothing."""

    channel: Channel | None = None
    objective: Objective | None = None
    in_cadence: bool | None = None

    def __bool__(self) -> bool:
        return self != Asked()


@dataclass(frozen=True)
class Unplanned:
    """An active prospect that nobody has promised anything to."""

    prospect_id: uuid.UUID
    name: str
    person: str
    heat: Heat | None
    updated_at: datetime


@dataclass(frozen=True)
class Paused:
    """A cadence that waits, and why."""

    run_id: uuid.UUID
    prospect_id: uuid.UUID
    name: str
    person: str
    heat: Heat | None
    cadence: str
    step: int
    """The step that comes next, the first being 1."""
    steps: int
    reason: str
    since: datetime


Line = Task | Unplanned | Paused


def counts(session: Session, now: datetime, asked: Asked) -> dict[Part, int]:
    """How many there are in each part; with something asked, no more than ``MOST_FILTERED`` are counted in each.

    What is asked of follow-ups leaves out those who have none. ``now`` is aware, in the rep's zone.
    """
    if asked:
        return {part: _count_filtered(session, part, asked, now) for part in DATED}
    due = today.due_counts(session, now)
    planned, unplanned = session.execute(_PLANNED_OR_NOT).one()
    return {
        Part.LATE: due.late,
        Part.TODAY: due.today,
        Part.WEEK: due.week,
        Part.LATER: max(0, (planned or 0) - due.late - due.today - due.week),
        Part.UNPLANNED: unplanned or 0,
        Part.PAUSED: session.scalar(_PAUSED_COUNT) or 0,
    }


def lines(session: Session, now: datetime, part: Part, asked: Asked, *, offset: int, limit: int) -> tuple[Line, ...]:
    """A window of one part: dated ones by date, prospects without a step by when they were last touched."""
    if part is Part.UNPLANNED:
        return _unplanned(session, offset, limit)
    if part is Part.PAUSED:
        return _paused(session, offset, limit)
    keys = _filtered(part, asked, now) if asked else _of_part(part, now)
    return followup_rows.tasks(session, list(session.scalars(keys.limit(limit).offset(offset))), now)


# By date


def _bounds(part: Part, now: datetime) -> tuple[datetime | None, datetime | None]:
    dawn, tonight = dawn_and_tonight(now)
    later = tonight + timedelta(days=DAYS_AHEAD)
    return {
        Part.LATE: (None, dawn),
        Part.TODAY: (dawn, tonight),
        Part.WEEK: (tonight, later),
        Part.LATER: (later, None),
    }[part]


def _within(column: ColumnElement[Any], part: Part, now: datetime) -> list[ColumnElement[bool]]:
    since, before = _bounds(part, now)
    return [
        *([column >= since] if since is not None else []),
        *([column < before] if before is not None else []),
    ]


def _of_part(part: Part, now: datetime) -> Select[Any]:
    kept = select(Prospect.id).where(*followed(), *_within(Prospect.next_due_at.expression, part, now))
    return kept.order_by(Prospect.next_due_at, Prospect.id)


def _filtered(part: Part, asked: Asked, now: datetime) -> Select[Any]:
    # ``due_at`` rather than the date repeated on the prospect: the index that holds the channel is in that order.
    query = (
        select(FollowUp.prospect_id)
        .join(Prospect, Prospect.id == FollowUp.prospect_id)
        .where(FollowUp.state == FollowUpState.OPEN, *followed())
        .where(*_within(FollowUp.due_at.expression, part, now))
    )
    if asked.channel is not None:
        query = query.where(FollowUp.channel == asked.channel)
    if asked.objective is not None:
        query = query.where(FollowUp.objective == asked.objective)
    if asked.in_cadence is not None:
        in_cadence = FollowUp.cadence_run_id.is_not(None)
        query = query.where(in_cadence if asked.in_cadence else ~in_cadence)
    return query.order_by(FollowUp.due_at, FollowUp.prospect_id)


def _count_filtered(session: Session, part: Part, asked: Asked, now: datetime) -> int:
    first = _filtered(part, asked, now).limit(MOST_FILTERED).subquery()
    return session.scalar(select(func.count()).select_from(first)) or 0


_each = standing_counts.c
_PLANNED_OR_NOT = select(
    func.sum(_each.prospects).filter(_each.planned, _each.status.in_([status.value for status in FOLLOWED])),
    func.sum(_each.prospects).filter(~_each.planned, _each.status.in_([status.value for status in ACTIVE])),
)


# Without a date

_PERSON = aliased(Contact, name="person")
_FIRST = (
    select(Contact.id)
    .where(Contact.prospect_id == Prospect.id, Contact.deleted_at.is_(None))
    .order_by(Contact.position)
    .limit(1)
    .correlate(Prospect)
    .scalar_subquery()
)
_LAST_TOUCHED = (Prospect.updated_at.desc(), Prospect.id.desc())
_WITHOUT = (
    select(Prospect.id)
    .where(Prospect.deleted_at.is_(None), Prospect.status.in_(ACTIVE), Prospect.next_due_at.is_(None))
    .order_by(*_LAST_TOUCHED)
)
_UNPLANNED = (
    select(Prospect.id, Prospect.company, _PERSON.name, Prospect.heat, Prospect.updated_at)
    .outerjoin(_PERSON, _PERSON.id == _FIRST)
    .where(Prospect.id.in_(bindparam("prospects", expanding=True)))
    .order_by(*_LAST_TOUCHED)
)
_WAITING = (CadenceRun.state == RunState.PAUSED, Prospect.deleted_at.is_(None), Prospect.status.in_(ACTIVE))
_PAUSED = (
    select(
        CadenceRun.id,
        CadenceRun.prospect_id,
        Prospect.company,
        _PERSON.name,
        Prospect.heat,
        CadenceRun.cadence_copy,
        CadenceRun.next_step,
        CadenceRun.reason,
        CadenceRun.changed_at,
    )
    .join(Prospect, Prospect.id == CadenceRun.prospect_id)
    .outerjoin(_PERSON, _PERSON.id == _FIRST)
    .where(*_WAITING)
    .order_by(CadenceRun.changed_at.desc(), CadenceRun.id)
)
_PAUSED_COUNT = (
    select(func.count()).select_from(CadenceRun).join(Prospect, Prospect.id == CadenceRun.prospect_id).where(*_WAITING)
)


def _unplanned(session: Session, offset: int, limit: int) -> tuple[Unplanned, ...]:
    # The keys first, which an index covers: skipping whole rows would read them all.
    keys = list(session.scalars(_WITHOUT.limit(limit).offset(offset)))
    rows = session.execute(_UNPLANNED, {"prospects": keys})
    return tuple(
        Unplanned(key, company or person or "", person or "" if company else "", heat, at)
        for key, company, person, heat, at in rows
    )


def _paused(session: Session, offset: int, limit: int) -> tuple[Paused, ...]:
    rows = session.execute(_PAUSED.limit(limit).offset(offset))
    return tuple(
        Paused(
            run_id=run_id,
            prospect_id=prospect_id,
            name=company or person or "",
            person=person or "" if company else "",
            heat=heat,
            cadence=str(copy.get("name", "")),
            step=step + 1,
            steps=len(copy.get("steps", ())),
            reason=reason,
            since=since,
        )
        for run_id, prospect_id, company, person, heat, copy, step, reason, since in rows
    )
