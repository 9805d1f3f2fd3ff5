"""The list of prospects: a page at a time, in plain columns, so that a hundred thousand open as fast as ten."""

import uuid
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import ScalarSelect, func, select
from sqlalchemy.orm import Session, aliased

from desktop.models.followups import FollowUp, FollowUpState
from desktop.models.grids import Band
from desktop.models.matrix import Heat
from desktop.models.prospects import Contact, Prospect
from desktop.models.statuses import Status
from desktop.services.followups import BY_DATE
from desktop.services.search import matching_prospects

PAGE = 60
"""Rows read at once: more than a screen shows, few enough to be read again at each key of a search."""


@dataclass(frozen=True)
class ProspectRow:
    """One line of the list."""

    id: uuid.UUID
    name: str
    contact: str
    job_title: str
    status: Status
    heat: Heat | None
    low: int | None
    high: int | None
    maximum: int | None
    band: Band | None
    to_complete: bool
    amount: Decimal | None
    due_local: datetime | None
    due_at: datetime | None
    is_example: bool


def count_prospects(session: Session) -> int:
    return session.scalar(select(func.count()).where(Prospect.deleted_at.is_(None))) or 0


def prospect_rows(session: Session, text: str = "", *, limit: int = PAGE, offset: int = 0) -> list[ProspectRow]:
    """A page of the list, the latest touched first; with ``text``, those whose words begin like its words."""
    if text.strip():
        found = matching_prospects(session, text, limit=limit, offset=offset)
        # What was removed is not in the index; saying so again would have SQLite walk every prospect to check it.
        rows = {row.id: row for row in map(_row, session.execute(_ROWS.where(Prospect.id.in_(found))))}
        return [rows[prospect_id] for prospect_id in found]
    kept = _ROWS.where(Prospect.deleted_at.is_(None))
    page = kept.order_by(Prospect.updated_at.desc(), Prospect.id.desc()).limit(limit).offset(offset)
    return list(map(_row, session.execute(page)))


def _first_contact() -> ScalarSelect[uuid.UUID]:
    first = select(Contact.id).where(Contact.prospect_id == Prospect.id, Contact.deleted_at.is_(None))
    return first.order_by(Contact.position).limit(1).correlate(Prospect).scalar_subquery()


def _first_due() -> ScalarSelect[uuid.UUID]:
    due = select(FollowUp.id).where(FollowUp.prospect_id == Prospect.id, FollowUp.state == FollowUpState.OPEN)
    return due.order_by(BY_DATE).limit(1).correlate(Prospect).scalar_subquery()


_PERSON, _DUE = aliased(Contact, name="person"), aliased(FollowUp, name="due")
# Plain columns in one query, built once: a page of loaded objects takes ten times as long, and this runs at each key.
_ROWS = (
    select(
        Prospect.id,
        Prospect.company,
        _PERSON.name,
        _PERSON.job_title,
        Prospect.status,
        Prospect.heat,
        Prospect.low,
        Prospect.high,
        Prospect.maximum,
        Prospect.band,
        Prospect.to_complete,
        Prospect.amount,
        _DUE.due_local,
        _DUE.due_at,
        Prospect.is_example,
    )
    .select_from(Prospect)
    .outerjoin(_PERSON, _PERSON.id == _first_contact())
    .outerjoin(_DUE, _DUE.id == _first_due())
)


def _row(columns: Any) -> ProspectRow:
    prospect_id, company, person, job_title, *others = columns
    return ProspectRow(prospect_id, company or person or "", person or "" if company else "", job_title or "", *others)
