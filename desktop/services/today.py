"""What to do now and in the week: by recommended action, then by date, then by amount, and the counts beside it.

Nothing here grows with the file: each cell of the matrix is walked by date only as far as the screen goes, and the
counts are those that triggers keep, or a walk of one index.
"""

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import Select, bindparam, func, literal, select, union_all
from sqlalchemy.orm import Session, selectinload

from desktop.models.followups import FollowUp, FollowUpState
from desktop.models.grids import Band
from desktop.models.matrix import Heat
from desktop.models.prospects import Prospect, standing_counts
from desktop.models.statuses import ACTIVE, Status
from desktop.services.followup_rows import SPOKEN, Task, dawn_and_tonight, followed, tasks

DAYS_AHEAD = 7
SHOWN = 40
"""How many follow-ups are read whole, today's before those of the week; the counts are always those of the file."""
WEEK_AT_LEAST = 6
CALLS_SHOWN = 4
_BANDS = (Band.GOOD, Band.MEDIUM, Band.LOW, None)
_HEATS = (Heat.HOT, Heat.WARM, Heat.COLD, None)


@dataclass(frozen=True)
class Agenda:
    """The Today page. The lists stop at what was asked for; the numbers do not."""

    now: tuple[Task, ...]
    """Late or due today, by recommended action."""
    week: tuple[Task, ...]
    """The seven days after, by date."""
    calls: tuple[Task, ...]
    """The calls, visits and video calls of today, by hour: the first ``CALLS_SHOWN``."""
    due: int
    """Late or due today, all of them."""
    late: int
    ahead: int
    """In the seven days after, all of them."""
    matrix: dict[tuple[Band, Heat], int]
    """How many active prospects there are in each cell, by their low band; those whose grid is to complete in none."""
    qualified: int
    expected: Decimal
    """What the qualified prospects are worth."""
    without_next_step: int


@dataclass(frozen=True)
class Due:
    """How many follow-ups fall when."""

    late: int
    today: int
    week: int


def agenda(session: Session, now: datetime, *, shown: int = SHOWN) -> Agenda:
    """Open follow-ups of active prospects and clients up to a week ahead, the first ``shown`` of them.

    ``now`` is aware, in the rep's zone: it says where the day ends.
    """
    _dawn, tonight = dawn_and_tonight(now)
    first = ranked(session, tonight, shown)
    ahead = _by_date(session, tonight, tonight + timedelta(days=DAYS_AHEAD), max(WEEK_AT_LEAST, shown - len(first)))
    read = tasks(session, [*first, *ahead], now, with_strips=True)
    due = due_counts(session, now)
    matrix, qualified, expected, unplanned = _standing(session)
    return Agenda(
        now=tuple(task for task in read if task.due_at < tonight),
        week=tuple(task for task in read if task.due_at >= tonight),
        calls=_calls(session, now),
        due=due.late + due.today,
        late=due.late,
        ahead=due.week,
        matrix=matrix,
        qualified=qualified,
        expected=expected,
        without_next_step=unplanned,
    )


def _walk(place: int, heat: Heat | None, band: Band | None) -> Select[Any]:
    """What is due in one cell, by date, and no more than may be shown: a full cell costs what an empty one does."""
    first = (
        select(Prospect.id, literal(place).label("place"), Prospect.next_due_at, Prospect.amount)
        .where(*followed(), Prospect.next_due_at < bindparam("before"))
        .where(Prospect.heat == heat if heat else Prospect.heat.is_(None))
        .where(Prospect.band == band if band else Prospect.band.is_(None))
        .order_by(Prospect.next_due_at, Prospect.amount.desc(), Prospect.id)
        .limit(bindparam("shown"))
        .subquery()
    )
    return select(first)


def _ranked() -> Select[Any]:
    # The recommended action first: band and heat together, then heat. Without either, nothing is recommended yet.
    last = len(_BANDS) - 1
    order = sorted(
        ((heat, band) for heat in _HEATS for band in _BANDS),
        key=lambda cell: (
            (_BANDS.index(cell[1]) if cell[0] else last) + _HEATS.index(cell[0]),
            _HEATS.index(cell[0]),
        ),
    )
    walks = union_all(*(_walk(place, heat, band) for place, (heat, band) in enumerate(order))).subquery()
    each = walks.c
    return select(each.id).order_by(each.place, each.next_due_at, each.amount.desc(), each.id).limit(bindparam("shown"))


_RANKED = _ranked()
"""Built once: sixteen short walks of an index, in one statement."""


def ranked(session: Session, before: datetime, limit: int) -> list[uuid.UUID]:
    """The prospects whose next step is due before a moment: by recommended action, then date, then amount."""
    return list(session.scalars(_RANKED, {"before": before, "shown": limit}))


_BETWEEN = (
    select(Prospect.id)
    .where(*followed(), Prospect.next_due_at >= bindparam("since"), Prospect.next_due_at < bindparam("before"))
    .order_by(Prospect.next_due_at, Prospect.amount.desc(), Prospect.id)
    .limit(bindparam("shown"))
)


def _by_date(session: Session, since: datetime, before: datetime, limit: int) -> list[uuid.UUID]:
    return list(session.scalars(_BETWEEN, {"since": since, "before": before, "shown": limit}))


_CALLS = (
    select(FollowUp.prospect_id)
    .join(Prospect, Prospect.id == FollowUp.prospect_id)
    .where(
        FollowUp.state == FollowUpState.OPEN,
        FollowUp.due_at >= bindparam("since"),
        FollowUp.due_at < bindparam("before"),
        FollowUp.channel.in_(SPOKEN),
        *followed(),
    )
    .order_by(FollowUp.due_at, FollowUp.id)
    .limit(CALLS_SHOWN)
)


def _calls(session: Session, now: datetime) -> tuple[Task, ...]:
    dawn, tonight = dawn_and_tonight(now)
    return tasks(session, list(session.scalars(_CALLS, {"since": dawn, "before": tonight})), now)


_DUE_BEFORE = select(
    func.count().filter(Prospect.next_due_at < bindparam("dawn")),
    func.count().filter(Prospect.next_due_at < bindparam("tonight")),
    func.count(),
).where(*followed(), Prospect.next_due_at < bindparam("later"))


def due_counts(session: Session, now: datetime) -> Due:
    """How many are late, due today, and due in the seven days after: one walk of the index that orders them."""
    dawn, tonight = dawn_and_tonight(now)
    later = tonight + timedelta(days=DAYS_AHEAD)
    late, due, ahead = session.execute(_DUE_BEFORE, {"dawn": dawn, "tonight": tonight, "later": later}).one()
    return Due(late, due - late, ahead - due)


def due_count(session: Session, now: datetime) -> int:
    """How many follow-ups are late or due today: the badge of the rail."""
    due = due_counts(session, now)
    return due.late + due.today


def next_reminder(session: Session, now: datetime) -> tuple[FollowUp, Prospect] | None:
    """The first follow-up still ahead, for the status bar."""
    first = select(Prospect.id).where(*followed(), Prospect.next_due_at >= now).order_by(Prospect.next_due_at).limit(1)
    query = (
        select(FollowUp, Prospect)
        .join(Prospect, Prospect.id == FollowUp.prospect_id)
        .where(FollowUp.prospect_id == session.scalar(first), FollowUp.state == FollowUpState.OPEN)
        .options(selectinload(Prospect.contacts))
    )
    found = session.execute(query).first()
    return (found[0], found[1]) if found else None


_each = standing_counts.c
_STANDING = (
    select(
        _each.status,
        _each.band,
        _each.heat,
        _each.to_complete,
        _each.planned,
        func.sum(_each.prospects).label("prospects"),
        func.sum(_each.amount).label("amount"),
    )
    .where(_each.status.in_([status.value for status in ACTIVE]))
    .group_by(_each.status, _each.band, _each.heat, _each.to_complete, _each.planned)
)


def _standing(session: Session) -> tuple[dict[tuple[Band, Heat], int], int, Decimal, int]:
    """The matrix, how many are qualified and what they are worth, how many have no next step."""
    matrix: dict[tuple[Band, Heat], int] = {}
    qualified = unplanned = cents = 0
    for row in session.execute(_STANDING):
        if row.band and row.heat and not row.to_complete:
            cell = Band(row.band), Heat(row.heat)
            matrix[cell] = matrix.get(cell, 0) + row.prospects
        if row.status == Status.QUALIFIED:
            qualified += row.prospects
            cents += row.amount
        unplanned += 0 if row.planned else row.prospects
    return {cell: count for cell, count in matrix.items() if count}, qualified, Decimal(cents) / 100, unplanned
