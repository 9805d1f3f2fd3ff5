"""Every open follow-up at a glance, by when it falls, and who was promised nothing."""

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import and_, select
from sqlalchemy.orm import Session, selectinload

from desktop.models.followups import FollowUp
from desktop.models.matrix import Heat
from desktop.models.prospects import Prospect
from desktop.services.today import (
    DAYS_AHEAD,
    Task,
    active,
    count_tasks,
    count_unplanned,
    tasks,
    today_and_tonight,
    unplanned,
)


@dataclass(frozen=True)
class Group:
    """A part of the board: the first tasks of it, and how many there are in all."""

    tasks: tuple[Task, ...]
    count: int


@dataclass(frozen=True)
class Unplanned:
    """An active prospect that nobody has promised anything to."""

    prospect_id: uuid.UUID
    name: str
    person: str
    heat: Heat | None
    updated_at: datetime


@dataclass(frozen=True)
class Board:
    """Every open follow-up by when it falls, and the prospects that have none."""

    late: Group
    today: Group
    week: Group
    """The seven days after today."""
    later: Group
    unplanned: tuple[Unplanned, ...]
    """The latest touched first."""
    unplanned_count: int


def board(session: Session, now: datetime, *, shown: int = 50) -> Board:
    """The Follow-ups page, by date. ``now`` is aware, in the rep's zone; ``shown`` bounds each list, not the counts."""
    today, tonight = today_and_tonight(now)
    later = tonight + timedelta(days=DAYS_AHEAD)
    conditions = (
        and_(FollowUp.due_local < today, FollowUp.due_at < tonight),
        and_(FollowUp.due_local >= today, FollowUp.due_at < tonight),
        and_(FollowUp.due_at >= tonight, FollowUp.due_at < later),
        FollowUp.due_at >= later,
    )
    by_date = (FollowUp.due_at.asc(),)
    late, due_today, week, after = (
        Group(tasks(session, now.date(), each, by_date, shown, with_strips=False), count_tasks(session, each))
        for each in conditions
    )
    return Board(late, due_today, week, after, _unplanned(session, shown), count_unplanned(session))


def _unplanned(session: Session, limit: int) -> tuple[Unplanned, ...]:
    query = (
        select(Prospect)
        .where(*active(), unplanned())
        .order_by(Prospect.updated_at.desc(), Prospect.id)
        .limit(limit)
        .options(selectinload(Prospect.contacts))
    )
    return tuple(
        Unplanned(
            each.id,
            each.name,
            each.main_contact.name if each.main_contact and each.company else "",
            each.heat,
            each.updated_at,
        )
        for each in session.scalars(query)
    )
