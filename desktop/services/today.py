"""What to do now: late first, then today, then this week, each with the reason it is there."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session, selectinload

from desktop.models.calls import Answer
from desktop.models.followup_kinds import Channel, Objective
from desktop.models.followups import FollowUp, FollowUpState
from desktop.models.grids import Band
from desktop.models.matrix import Cell, Heat, cell
from desktop.models.prospects import Prospect
from desktop.models.statuses import Status
from desktop.services import grids

ACTIVE = (Status.LEAD, Status.PROSPECT, Status.QUALIFIED)
_ORDER = {Band.GOOD: 0, Band.MEDIUM: 1, Band.LOW: 2, None: 3}
_WARMTH = {Heat.HOT: 0, Heat.WARM: 1, Heat.COLD: 2, None: 3}


@dataclass(frozen=True)
class Task:
    """One follow-up to do, with what a rep needs to do it without opening anything."""

    follow_up_id: uuid.UUID
    prospect_id: uuid.UUID
    person: str
    company: str
    due_local: datetime
    due_at: datetime
    late: bool
    channel: Channel
    objective: Objective
    subject: str
    answers: tuple[Answer, ...]
    """The current grid, criterion by criterion, for the strip of squares."""
    low: int | None
    high: int | None
    heat: Heat | None
    cell: Cell | None
    amount_rank: int


@dataclass(frozen=True)
class Agenda:
    """The Today page, whole."""

    now: tuple[Task, ...]
    """Late or due today."""
    week: tuple[Task, ...]
    """The seven days after."""
    late: int
    matrix: dict[tuple[Band, Heat], int]
    """How many active prospects there are in each cell, by their low band."""
    to_complete: int
    without_next_step: int
    qualified: int


def agenda(session: Session, now: datetime) -> Agenda:
    """Open follow-ups of active prospects up to a week ahead: late ones first, then by recommended action, then date.

    ``now`` is aware, in the rep's zone: it says where the day ends.
    """
    tonight = datetime.combine(now.date() + timedelta(days=1), time(0), now.tzinfo)
    tasks = _tasks(session, now, until=tonight + timedelta(days=7))
    due = [task for task in tasks if task.due_at < tonight]
    # A late follow-up is one whose day is over: at ten past nine, the call of nine is not late yet.
    first = sorted(due, key=lambda task: (not task.late, *_urgency(task)))
    week = sorted((task for task in tasks if task.due_at >= tonight), key=lambda task: task.due_at)
    return Agenda(
        now=tuple(first),
        week=tuple(week),
        late=sum(task.late for task in due),
        matrix=_matrix(session),
        to_complete=_count(session, Prospect.to_complete),
        without_next_step=_without_next_step(session),
        qualified=_count(session, Prospect.status == Status.QUALIFIED),
    )


def next_reminder(session: Session, now: datetime) -> tuple[FollowUp, Prospect] | None:
    """The first follow-up still ahead, for the status bar."""
    query = (
        select(FollowUp, Prospect)
        .join(Prospect, Prospect.id == FollowUp.prospect_id)
        .where(FollowUp.state == FollowUpState.OPEN, FollowUp.due_at >= now, Prospect.deleted_at.is_(None))
        .order_by(FollowUp.due_at)
        .limit(1)
        .options(selectinload(Prospect.contacts))
    )
    found = session.execute(query).first()
    return (found[0], found[1]) if found else None


def _urgency(task: Task) -> tuple[int, int, datetime, int]:
    band = task.cell.band if task.cell else None
    return (_ORDER[band] + _WARMTH[task.heat], _WARMTH[task.heat], task.due_at, -task.amount_rank)


def _tasks(session: Session, now: datetime, until: datetime) -> list[Task]:
    query = (
        select(FollowUp, Prospect)
        .join(Prospect, Prospect.id == FollowUp.prospect_id)
        .where(
            FollowUp.state == FollowUpState.OPEN,
            FollowUp.due_at < until,
            Prospect.deleted_at.is_(None),
            Prospect.status.in_((*ACTIVE, Status.CLIENT)),
        )
        .order_by(FollowUp.due_at)
        .options(selectinload(Prospect.contacts))
    )
    found = session.execute(query).all()
    sheets = {prospect.id: grids.prospect_sheet(session, prospect.id) for _follow_up, prospect in found}
    return [_task(follow_up, prospect, sheets[prospect.id], now.date()) for follow_up, prospect in found]


def _task(follow_up: FollowUp, prospect: Prospect, sheet: grids.GridSheet | None, today: date) -> Task:
    contact = next((each for each in prospect.contacts if each.id == follow_up.contact_id), prospect.main_contact)
    return Task(
        follow_up_id=follow_up.id,
        prospect_id=prospect.id,
        person=contact.name if contact else "",
        company=prospect.company,
        due_local=follow_up.due_local,
        due_at=follow_up.due_at,
        late=follow_up.due_local.date() < today,
        channel=follow_up.channel,
        objective=follow_up.objective,
        subject=follow_up.subject,
        answers=tuple(sheet.answers.values()) if sheet else (),
        low=prospect.low,
        high=prospect.high,
        heat=prospect.heat,
        cell=cell(prospect.band, prospect.heat) if prospect.band and prospect.heat else None,
        amount_rank=int(prospect.amount or 0),
    )


def _active() -> tuple[object, ...]:
    return (Prospect.deleted_at.is_(None), Prospect.status.in_(ACTIVE))


def _count(session: Session, condition: object) -> int:
    return session.scalar(select(func.count(Prospect.id)).where(*_active(), condition)) or 0  # type: ignore[arg-type]


def _without_next_step(session: Session) -> int:
    planned = select(FollowUp.prospect_id).where(FollowUp.state == FollowUpState.OPEN)
    return _count(session, Prospect.id.not_in(planned))


def _matrix(session: Session) -> dict[tuple[Band, Heat], int]:
    query = (
        select(Prospect.band, Prospect.heat, func.count())
        .where(*_active(), Prospect.band.is_not(None), Prospect.heat.is_not(None))  # type: ignore[arg-type]
        .group_by(Prospect.band, Prospect.heat)
    )
    return {(band, heat): count for band, heat, count in session.execute(query) if band and heat}
