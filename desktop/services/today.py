"""What to do now: late first, then today, then this week, each with the reason it is there."""

import uuid
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, Integer, and_, case, exists, func, select
from sqlalchemy.orm import Session, selectinload

from desktop.models.followup_kinds import Channel, Objective
from desktop.models.followups import FollowUp, FollowUpState
from desktop.models.grids import Band
from desktop.models.matrix import Cell, Heat, cell
from desktop.models.prospects import Prospect
from desktop.models.statuses import Status
from desktop.services.strips import Strip, strips

ACTIVE = (Status.LEAD, Status.PROSPECT, Status.QUALIFIED)
DAYS_AHEAD = 7
SHOWN = 40
"""How many follow-ups of each list are read whole; the counts are always those of the file."""
_ORDER = {Band.GOOD: 0, Band.MEDIUM: 1, Band.LOW: 2}
_WARMTH = {Heat.HOT: 0, Heat.WARM: 1, Heat.COLD: 2}
_LAST = 3


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
    strip: Strip
    """The current grid, criterion by criterion; empty before the first call."""
    low: int | None
    high: int | None
    heat: Heat | None
    cell: Cell | None
    to_complete: bool
    amount: Decimal | None
    moves: int

    @property
    def who(self) -> str:
        """The person, or the company when nobody is named."""
        return self.person or self.company


@dataclass(frozen=True)
class Incomplete:
    """An active prospect whose grid leaves too much unknown to decide anything."""

    prospect_id: uuid.UUID
    name: str
    heat: Heat | None
    known: int
    count: int
    """Criteria of its grid; 0 before the first call."""


@dataclass(frozen=True)
class Agenda:
    """The Today page, whole. The lists stop at ``SHOWN``; the numbers do not."""

    now: tuple[Task, ...]
    """Late or due today."""
    week: tuple[Task, ...]
    """The seven days after."""
    due: int
    """Late or due today, all of them."""
    ahead: int
    """In the seven days after, all of them."""
    late: int
    matrix: dict[tuple[Band, Heat], int]
    """How many active prospects there are in each cell, by their low band."""
    to_complete: int
    incomplete: tuple[Incomplete, ...]
    """The first few of those to complete, the hottest first."""
    without_next_step: int
    qualified: int


def agenda(session: Session, now: datetime, *, shown: int = SHOWN) -> Agenda:
    """Open follow-ups of active prospects up to a week ahead: late ones first, then by recommended action, then date.

    ``now`` is aware, in the rep's zone: it says where the day ends.
    """
    today, tonight = today_and_tonight(now)
    later = tonight + timedelta(days=DAYS_AHEAD)
    # A late follow-up is one whose day is over: at ten past nine, the call of nine is not late yet.
    is_late = FollowUp.due_local < today
    first = tasks(session, now.date(), FollowUp.due_at < tonight, (is_late.desc(), *_urgency()), shown)
    ahead = and_(FollowUp.due_at >= tonight, FollowUp.due_at < later)
    week = tasks(session, now.date(), ahead, (FollowUp.due_at.asc(),), shown)
    matrix, to_complete, qualified = _counts(session)
    return Agenda(
        now=first,
        week=week,
        due=count_tasks(session, FollowUp.due_at < tonight),
        ahead=count_tasks(session, ahead),
        late=count_tasks(session, FollowUp.due_at < tonight, is_late),
        matrix=matrix,
        to_complete=to_complete,
        incomplete=_incomplete(session),
        without_next_step=count_unplanned(session),
        qualified=qualified,
    )


def due_count(session: Session, now: datetime) -> int:
    """How many follow-ups are late or due today: the badge of the rail."""
    return count_tasks(session, FollowUp.due_at < today_and_tonight(now)[1])


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


def today_and_tonight(now: datetime) -> tuple[datetime, datetime]:
    """The wall clock on which today began, and the moment it ends."""
    return datetime.combine(now.date(), time(0)), datetime.combine(now.date() + timedelta(days=1), time(0), now.tzinfo)


def _rank(column: ColumnElement[Any], order: Mapping[Any, int]) -> ColumnElement[int]:
    return case(*((column == value, place) for value, place in order.items()), else_=_LAST)


def _urgency() -> tuple[ColumnElement[Any], ...]:
    """The recommended action first: band and heat together, then heat, then the date, then the amount."""
    warmth = _rank(Prospect.heat.expression, _WARMTH)
    both = case((Prospect.heat.is_not(None), _rank(Prospect.band.expression, _ORDER)), else_=_LAST)
    amount = func.coalesce(Prospect.amount, 0, type_=Integer)
    return (both + warmth, warmth, FollowUp.due_at.expression, amount.desc())


def _followed() -> tuple[ColumnElement[bool], ...]:
    followed = (*ACTIVE, Status.CLIENT)
    return (FollowUp.state == FollowUpState.OPEN, Prospect.deleted_at.is_(None), Prospect.status.in_(followed))


def count_tasks(session: Session, *conditions: ColumnElement[bool]) -> int:
    """How many open follow-ups of active prospects and clients there are under these conditions."""
    query = select(func.count(FollowUp.id)).join(Prospect, Prospect.id == FollowUp.prospect_id)
    return session.scalar(query.where(*_followed(), *conditions)) or 0


def tasks(
    session: Session,
    today: date,
    condition: ColumnElement[bool],
    order: tuple[ColumnElement[Any], ...],
    limit: int,
    *,
    with_strips: bool = True,
) -> tuple[Task, ...]:
    """Open follow-ups of active prospects and clients under a condition, the first ``limit`` in that order.

    ``with_strips``: whether to read the grid of each, for who shows it.
    """
    query = (
        select(FollowUp, Prospect)
        .join(Prospect, Prospect.id == FollowUp.prospect_id)
        .where(*_followed(), condition)
        .order_by(*order, FollowUp.id)
        .limit(limit)
        .options(selectinload(Prospect.contacts))
    )
    found = session.execute(query).all()
    known = strips(session, {prospect.id for _follow_up, prospect in found}) if with_strips else {}
    return tuple(_task(follow_up, prospect, known.get(prospect.id, Strip()), today) for follow_up, prospect in found)


def _task(follow_up: FollowUp, prospect: Prospect, strip: Strip, today: date) -> Task:
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
        strip=strip,
        low=prospect.low,
        high=prospect.high,
        heat=prospect.heat,
        cell=cell(prospect.band, prospect.heat) if prospect.band and prospect.heat else None,
        to_complete=prospect.to_complete,
        amount=prospect.amount,
        moves=follow_up.moves,
    )


def active() -> tuple[ColumnElement[bool], ...]:
    """The prospects that a rep still works on: neither removed, nor clients, nor gone."""
    return (Prospect.deleted_at.is_(None), Prospect.status.in_(ACTIVE))


def unplanned() -> ColumnElement[bool]:
    """No step is open for this prospect."""
    return ~exists().where(FollowUp.prospect_id == Prospect.id, FollowUp.state == FollowUpState.OPEN)


def count_unplanned(session: Session) -> int:
    """How many active prospects have no next step: each is a defect to mend (domain §6)."""
    return session.scalar(select(func.count(Prospect.id)).where(*active(), unplanned())) or 0


def _counts(session: Session) -> tuple[dict[tuple[Band, Heat], int], int, int]:
    """The matrix, how many are to complete, how many are qualified: one pass over the active prospects."""
    by = (Prospect.status, Prospect.band, Prospect.heat, Prospect.to_complete)
    matrix: dict[tuple[Band, Heat], int] = defaultdict(int)
    to_complete = qualified = 0
    for status, band, heat, open_grid, count in session.execute(
        select(*by, func.count()).where(*active()).group_by(*by)
    ):
        if band and heat:
            matrix[band, heat] += count
        to_complete += count if open_grid else 0
        qualified += count if status is Status.QUALIFIED else 0
    return dict(matrix), to_complete, qualified


def _incomplete(session: Session, limit: int = 4) -> tuple[Incomplete, ...]:
    order = (_rank(Prospect.heat.expression, _WARMTH), Prospect.updated_at.desc(), Prospect.id.expression)
    # The keys first, which an index covers: sorting whole prospects would read them all.
    first = select(Prospect.id).where(*active(), Prospect.to_complete).order_by(*order).limit(limit)
    query = select(Prospect).where(Prospect.id.in_(first)).order_by(*order).options(selectinload(Prospect.contacts))
    prospects = session.scalars(query).all()
    known = strips(session, [prospect.id for prospect in prospects])
    return tuple(
        Incomplete(each.id, each.name, each.heat, strip.known, len(strip.names))
        for each in prospects
        for strip in [known.get(each.id, Strip())]
    )
