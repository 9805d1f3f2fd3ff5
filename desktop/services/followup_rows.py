"""Open follow-ups as the lists show them, read for a screenful of prospects at a time.

A prospect has one next step at most, so that its key says which: lists choose and order prospects by what is repeated
on them (``next_due_at``, band, heat), and only what is shown is read whole, here.
"""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, and_, bindparam, func, literal_column, select
from sqlalchemy.orm import Session, aliased

from desktop.models.cadence_runs import CadenceRun
from desktop.models.followup_kinds import Channel, Objective
from desktop.models.followups import FollowUp, FollowUpState
from desktop.models.grids import Band
from desktop.models.matrix import Cell, Heat
from desktop.models.prospects import Contact, Prospect
from desktop.models.statuses import ACTIVE, Status
from desktop.services import matrix_cells
from desktop.services.strips import Strip, strips

SPOKEN = (Channel.PHONE, Channel.VIDEO, Channel.MEETING)
"""The channels on which one speaks with them: a call is prepared, not a message."""
PRESENT = literal_column("+prospects.deleted_at").is_(None)
"""Not removed. The plus keeps SQLite from walking every prospect by the index that begins with this column, when the
one that begins with a date or a cell reads a screenful."""
FOLLOWED = (*ACTIVE, Status.CLIENT)
_NO_STRIP = Strip()


@dataclass(frozen=True)
class Task:
    """One follow-up to do, with what a rep needs to do it without opening anything."""

    follow_up_id: uuid.UUID
    prospect_id: uuid.UUID
    person: str
    company: str
    due_local: datetime
    due_at: datetime
    at: datetime
    """``due_at`` on the rep's clock: the day and the hour that lists show."""
    late_days: int
    """Days since it was due; 0 when it is due today or later."""
    channel: Channel
    objective: Objective
    subject: str
    brings: str
    moves: int
    snoozed_until: datetime | None
    """On the rep's clock, while it is still ahead."""
    cadence: str
    """The name of the cadence that it is a step of, or ""."""
    step: int
    """Which step it is, the first being 1; 0 outside a cadence."""
    steps: int
    low: int | None
    high: int | None
    band: Band | None
    heat: Heat | None
    to_complete: bool
    amount: Decimal | None
    cell: Cell | None = None
    strip: Strip = _NO_STRIP
    """The current grid, criterion by criterion; empty before the first call, and where it was not asked for."""

    @property
    def who(self) -> str:
        """The person, or the company when nobody is named."""
        return self.person or self.company

    @property
    def late(self) -> bool:
        """Its day is over: at ten past nine, the call of nine is not late yet."""
        return self.late_days > 0


def dawn_and_tonight(now: datetime) -> tuple[datetime, datetime]:
    """The moments when the day of ``now`` begins and ends, where the rep is."""
    return start_of(now.date(), now), start_of(now.date() + timedelta(days=1), now)


def start_of(day: date, now: datetime) -> datetime:
    """The moment when a day begins where the rep is now."""
    return datetime.combine(day, time(0), now.tzinfo)


def followed() -> tuple[ColumnElement[bool], ...]:
    """The prospects whose next step is to be done: active ones and clients, with one."""
    return (PRESENT, Prospect.next_due_at.is_not(None), Prospect.status.in_(FOLLOWED))


def tasks(
    session: Session, prospect_ids: Sequence[uuid.UUID], now: datetime, *, with_strips: bool = False
) -> tuple[Task, ...]:
    """The next step of each of these prospects, in their order; those without one are left out.

    ``now`` is aware, in the rep's zone. ``with_strips``: whether to read the grid of each, for who shows it.
    """
    cells = matrix_cells.cells(session)
    known = strips(session, prospect_ids) if with_strips else {}
    found: dict[uuid.UUID, Task] = {}
    for row in session.execute(_ROWS, {"prospects": prospect_ids}):
        prospect_id, band, heat = row.prospect_id, row.band, row.heat
        # Too little is known to recommend anything: "to complete" wins over the cell (domain §3).
        cell = cells[band, heat] if band and heat and not row.to_complete else None
        found[prospect_id] = _task(row, now, cell, known.get(prospect_id, _NO_STRIP))
    return tuple(found[each] for each in prospect_ids if each in found)


_NAMED, _FIRST = aliased(Contact, name="named"), aliased(Contact, name="first")
_MAIN = (
    select(Contact.id)
    .where(Contact.prospect_id == FollowUp.prospect_id, Contact.deleted_at.is_(None))
    .order_by(Contact.position)
    .limit(1)
    .correlate(FollowUp)
    .scalar_subquery()
)
# Plain columns in one statement, built once: a page of loaded objects takes ten times as long.
_ROWS = (
    select(
        FollowUp.id,
        FollowUp.prospect_id,
        func.coalesce(_NAMED.name, _FIRST.name, "").label("person"),
        Prospect.company,
        FollowUp.due_local,
        FollowUp.due_at,
        FollowUp.channel,
        FollowUp.objective,
        FollowUp.subject,
        FollowUp.brings,
        FollowUp.moves,
        FollowUp.snoozed_until,
        FollowUp.cadence_step,
        CadenceRun.cadence_copy,
        Prospect.low,
        Prospect.high,
        Prospect.band,
        Prospect.heat,
        Prospect.to_complete,
        Prospect.amount,
    )
    .select_from(FollowUp)
    .join(Prospect, Prospect.id == FollowUp.prospect_id)
    .outerjoin(_NAMED, and_(_NAMED.id == FollowUp.contact_id, _NAMED.deleted_at.is_(None)))
    .outerjoin(_FIRST, _FIRST.id == _MAIN)
    .outerjoin(CadenceRun, CadenceRun.id == FollowUp.cadence_run_id)
    .where(FollowUp.prospect_id.in_(bindparam("prospects", expanding=True)), FollowUp.state == FollowUpState.OPEN)
)


def _task(row: Any, now: datetime, cell: Cell | None, strip: Strip) -> Task:
    at = row.due_at.astimezone(now.tzinfo)
    snoozed = row.snoozed_until
    cadence = row.cadence_copy if row.cadence_step is not None else None
    return Task(
        follow_up_id=row.id,
        prospect_id=row.prospect_id,
        person=row.person,
        company=row.company,
        due_local=row.due_local,
        due_at=row.due_at,
        at=at,
        late_days=max(0, (now.date() - at.date()).days),
        channel=row.channel,
        objective=row.objective,
        subject=row.subject,
        brings=row.brings,
        moves=row.moves,
        snoozed_until=snoozed.astimezone(now.tzinfo) if snoozed is not None and snoozed > now else None,
        cadence=str(cadence.get("name", "")) if cadence else "",
        step=row.cadence_step + 1 if cadence else 0,
        steps=len(cadence.get("steps", ())) if cadence else 0,
        low=row.low,
        high=row.high,
        band=row.band,
        heat=row.heat,
        to_complete=row.to_complete,
        amount=row.amount,
        cell=cell,
        strip=strip,
    )
