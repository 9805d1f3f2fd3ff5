"""The list of prospects: a page at a time, in plain columns, so that a hundred thousand open as fast as ten."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import ScalarSelect, func, select
from sqlalchemy.orm import Session, aliased

from desktop.models.followups import FollowUp, FollowUpState
from desktop.models.grids import Band
from desktop.models.matrix import Heat
from desktop.models.prospects import Contact, Prospect, standing_counts
from desktop.models.statuses import Status
from desktop.services.followups import BY_DATE
from desktop.services.prospect_choice import LATEST, Sorting, chosen
from desktop.services.prospect_filters import NO_FILTER, ProspectFilter

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
    follow_up_id: uuid.UUID | None
    is_example: bool
    kind: str
    sector: str
    source: str
    heard_at: datetime | None


def count_prospects(session: Session) -> int:
    """All of them, whatever their status."""
    return session.scalar(select(func.sum(standing_counts.c.prospects))) or 0


def prospect_rows(
    session: Session,
    text: str = "",
    *,
    chosen_by: ProspectFilter = NO_FILTER,
    sorting: Sorting = LATEST,
    now: datetime | None = None,
    limit: int = PAGE,
    offset: int = 0,
) -> list[ProspectRow]:
    """A page of the list: of the prospects that a filter chooses, those whose words begin like those of ``text``.

    ``now`` is aware, in the rep's zone; a filter that counts days asks for it.
    """
    asked = replace(chosen_by, text=text) if text else chosen_by
    return rows_of(session, chosen(session, asked, sorting=sorting, now=now, limit=limit, offset=offset))


def rows_of(session: Session, keys: Sequence[uuid.UUID]) -> list[ProspectRow]:
    """The lines of these prospects, in that order; those that are no more are left out."""
    rows = {row.id: row for row in map(_row, session.execute(_ROWS.where(Prospect.id.in_(keys))))}
    return [rows[key] for key in keys if key in rows]


def sources(session: Session, limit: int = 30) -> list[str]:
    """Where prospects came from, the commonest first."""
    count = func.count()
    query = select(Prospect.source).where(Prospect.deleted_at.is_(None), Prospect.source != "")
    return list(session.scalars(query.group_by(Prospect.source).order_by(count.desc(), Prospect.source).limit(limit)))


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
        _DUE.id,
        Prospect.is_example,
        Prospect.kind,
        Prospect.sector,
        Prospect.source,
        Prospect.heard_at,
    )
    .select_from(Prospect)
    .outerjoin(_PERSON, _PERSON.id == _first_contact())
    .outerjoin(_DUE, _DUE.id == _first_due())
)


def _row(columns: Any) -> ProspectRow:
    prospect_id, company, person, job_title, *others = columns
    return ProspectRow(prospect_id, company or person or "", person or "" if company else "", job_title or "", *others)
