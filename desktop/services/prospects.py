"""Prospects and the people there: created in seconds, never deleted for good by accident."""

import uuid
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session, selectinload

from desktop.errors import UserError
from desktop.i18n import _
from desktop.models.calls import Call, Verbatim
from desktop.models.followups import FollowUp, FollowUpState
from desktop.models.grids import Band
from desktop.models.matrix import Heat
from desktop.models.needs import Need
from desktop.models.prospects import Contact, Prospect, StatusChange
from desktop.models.statuses import Status, Suggestion, suggest_status
from desktop.services import grids
from desktop.services.search import matching_prospects

PAGE = 200


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


def create_prospect(
    session: Session,
    *,
    now: datetime,
    company: str = "",
    person: str = "",
    job_title: str = "",
    phone: str = "",
    email: str = "",
    **fields: Any,
) -> uuid.UUID:
    """A new prospect, with its first contact when a person is named. A name or a company is enough, and needed.

    ``fields`` are columns of ``Prospect``: ``kind``, ``about``, ``source``, ``amount``, ``expected_on``, ``notes``…
    """
    company, person = company.strip(), person.strip()
    if not company and not person:
        raise UserError(_("Give at least a name or a company."))
    prospect = Prospect(company=company, created_at=now, updated_at=now, **fields)
    session.add(prospect)
    session.flush()
    if person:
        add_contact(session, prospect.id, now=now, name=person, job_title=job_title, phone=phone, email=email)
    return prospect.id


def update_prospect(session: Session, prospect_id: uuid.UUID, *, now: datetime, **fields: Any) -> dict[str, Any]:
    """Change columns of a prospect. Returns their former values, for undo."""
    prospect = session.get_one(Prospect, prospect_id)
    before = {name: getattr(prospect, name) for name in fields}
    for name, value in fields.items():
        setattr(prospect, name, value)
    prospect.updated_at = now
    return before


def touch(session: Session, prospect_id: uuid.UUID, now: datetime) -> None:
    """Bring a prospect to the top of the list: something happened there."""
    session.get_one(Prospect, prospect_id).updated_at = now


def add_contact(session: Session, prospect_id: uuid.UUID, *, now: datetime, **fields: Any) -> uuid.UUID:
    """One more person at a prospect, after the others."""
    last = session.scalar(select(func.max(Contact.position)).where(Contact.prospect_id == prospect_id))
    position = 0 if last is None else last + 1
    contact = Contact(prospect_id=prospect_id, position=position, created_at=now, **fields)
    session.add(contact)
    session.flush()
    return contact.id


def update_contact(session: Session, contact_id: uuid.UUID, **fields: Any) -> dict[str, Any]:
    """Change columns of a contact. Returns their former values, for undo."""
    contact = session.get_one(Contact, contact_id)
    before = {name: getattr(contact, name) for name in fields}
    for name, value in fields.items():
        setattr(contact, name, value)
    return before


def remove_contact(session: Session, contact_id: uuid.UUID, *, at: datetime | None) -> None:
    """Take a contact out of the prospect, or bring them back with ``at=None``."""
    session.get_one(Contact, contact_id).deleted_at = at


def remove_prospect(session: Session, prospect_id: uuid.UUID, *, at: datetime | None) -> None:
    """Take a prospect out of every list, or bring it back with ``at=None``; nothing is erased."""
    session.get_one(Prospect, prospect_id).deleted_at = at


def remove_examples(session: Session, *, at: datetime) -> int:
    """Take the example prospects out in one act. Returns how many there were."""
    examples = session.scalars(select(Prospect).where(Prospect.is_example, Prospect.deleted_at.is_(None))).all()
    for prospect in examples:
        prospect.deleted_at = at
    return len(examples)


def set_heat(session: Session, prospect_id: uuid.UUID, heat: Heat | None, *, now: datetime) -> Heat | None:
    """Say how ready to act they are. Idempotent. Returns what it was before."""
    prospect = session.get_one(Prospect, prospect_id)
    before = prospect.heat
    prospect.heat, prospect.updated_at = heat, now
    return before


def set_status(session: Session, prospect_id: uuid.UUID, status: Status, *, now: datetime, reason: str = "") -> Status:
    """Move a prospect to another status and keep the move. Returns the former one.

    Leaving the path (shelved, lost) asks for a reason: losses are counted by it.
    """
    prospect = session.get_one(Prospect, prospect_id)
    before = prospect.status
    if before is status:
        return before
    if status in (Status.SHELVED, Status.LOST) and not reason.strip():
        raise UserError(_("Say in a few words why: it is what you will learn from."))
    prospect.status, prospect.updated_at = status, now
    change = StatusChange(prospect_id=prospect_id, at=now, before=before, after=status, reason=reason.strip())
    session.add(change)
    return before


def status_suggestion(session: Session, prospect_id: uuid.UUID) -> Suggestion:
    """The status that the rules of domain §2 suggest, and what is missing for the next one."""
    prospect = session.get_one(Prospect, prospect_id)
    sheet = grids.prospect_sheet(session, prospect_id)
    needs = select(func.count()).where(Need.prospect_id == prospect_id, Need.deleted_at.is_(None))
    stated = select(func.count()).where(
        Verbatim.prospect_id == prospect_id, Verbatim.criterion == "need", Verbatim.deleted_at.is_(None)
    )
    calls = select(func.count()).where(Call.prospect_id == prospect_id)
    return suggest_status(
        prospect.status,
        grids.current_levels(session, [prospect_id])[prospect_id],
        stated_needs=(session.scalar(needs) or 0) + (session.scalar(stated) or 0),
        exchanges=session.scalar(calls) or 0,
        knocked_out=sheet.standing.knocked_out if sheet else (),
        grid=sheet.grid if sheet else None,
    )


def load_prospect(session: Session, prospect_id: uuid.UUID) -> Prospect:
    """A prospect with its contacts."""
    return session.scalars(
        select(Prospect).where(Prospect.id == prospect_id).options(selectinload(Prospect.contacts))
    ).one()


def latest_verbatims(session: Session, prospect_id: uuid.UUID, limit: int = 5) -> list[Verbatim]:
    """What they said last, the citable ones first."""
    query = (
        select(Verbatim)
        .where(Verbatim.prospect_id == prospect_id, Verbatim.deleted_at.is_(None))
        .order_by(Verbatim.citable.desc(), Verbatim.at.desc(), Verbatim.sequence.desc())
    )
    return list(session.scalars(query.limit(limit)))


def calls_of(session: Session, prospect_id: uuid.UUID) -> list[Call]:
    """The calls with this prospect, the latest first."""
    return list(session.scalars(select(Call).where(Call.prospect_id == prospect_id).order_by(Call.started_at.desc())))


def count_prospects(session: Session) -> int:
    return session.scalar(select(func.count()).where(Prospect.deleted_at.is_(None))) or 0


def prospect_rows(session: Session, text: str = "", *, limit: int = PAGE, offset: int = 0) -> list[ProspectRow]:
    """A page of the list, the latest touched first; with ``text``, those whose words begin like its words."""
    query = select(Prospect).where(Prospect.deleted_at.is_(None)).options(selectinload(Prospect.contacts))
    if text.strip():
        found = matching_prospects(session, text, limit=limit, offset=offset)
        rank = {prospect_id: place for place, prospect_id in enumerate(found)}
        prospects = sorted(session.scalars(query.where(Prospect.id.in_(found))), key=lambda each: rank[each.id])
    else:
        page = query.order_by(Prospect.updated_at.desc(), Prospect.id.desc()).limit(limit).offset(offset)
        prospects = list(session.scalars(page))
    due = _next_dates(session, [prospect.id for prospect in prospects])
    return [_row(prospect, due.get(prospect.id)) for prospect in prospects]


def _next_dates(session: Session, prospect_ids: list[uuid.UUID]) -> dict[uuid.UUID, FollowUp]:
    query = (
        select(FollowUp)
        .where(FollowUp.prospect_id.in_(prospect_ids), FollowUp.state == FollowUpState.OPEN)
        .order_by(FollowUp.due_at.desc())
    )
    return {follow_up.prospect_id: follow_up for follow_up in session.scalars(query)}


def _row(prospect: Prospect, due: FollowUp | None) -> ProspectRow:
    contact = prospect.main_contact
    return ProspectRow(
        id=prospect.id,
        name=prospect.name,
        contact=contact.name if contact and prospect.company else "",
        job_title=contact.job_title if contact else "",
        status=prospect.status,
        heat=prospect.heat,
        low=prospect.low,
        high=prospect.high,
        maximum=prospect.maximum,
        band=prospect.band,
        to_complete=prospect.to_complete,
        amount=prospect.amount,
        due_local=due.due_local if due else None,
        due_at=due.due_at if due else None,
        is_example=prospect.is_example,
    )
