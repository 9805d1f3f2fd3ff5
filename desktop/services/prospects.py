"""Prospects and the people there: created in seconds, never deleted for good by accident."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session, selectinload

from desktop.errors import UserError
from desktop.i18n import _
from desktop.models.calls import Call, Score, Verbatim
from desktop.models.followups import FollowUp
from desktop.models.grids import Standing, standing
from desktop.models.matrix import Heat
from desktop.models.needs import Need
from desktop.models.prospects import Contact, Prospect, StatusChange
from desktop.models.statuses import Status, Suggestion, suggest_status
from desktop.services import grids
from desktop.services.followups import next_of


def create_prospect(
    session: Session,
    /,
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


def update_prospect(session: Session, /, prospect_id: uuid.UUID, *, now: datetime, **fields: Any) -> dict[str, Any]:
    """Change columns of a prospect, which keeps a name. Returns their former values, for undo."""
    prospect = session.get_one(Prospect, prospect_id)
    if "company" in fields and not fields["company"] and not _is_anybody_there(session, prospect_id):
        raise UserError(_("Give at least a name or a company."))
    before = {name: getattr(prospect, name) for name in fields}
    for name, value in fields.items():
        setattr(prospect, name, value)
    prospect.updated_at = now
    return before


def touch(session: Session, prospect_id: uuid.UUID, now: datetime) -> None:
    """Bring a prospect to the top of the list: something happened there."""
    session.get_one(Prospect, prospect_id).updated_at = now


def add_contact(session: Session, /, prospect_id: uuid.UUID, *, now: datetime, **fields: Any) -> uuid.UUID:
    """One more person at a prospect, after the others."""
    last = session.scalar(select(func.max(Contact.position)).where(Contact.prospect_id == prospect_id))
    position = 0 if last is None else last + 1
    contact = Contact(prospect_id=prospect_id, position=position, created_at=now, **fields)
    session.add(contact)
    session.flush()
    return contact.id


def update_contact(session: Session, /, contact_id: uuid.UUID, **fields: Any) -> dict[str, Any]:
    """Change columns of a contact. Returns their former values, for undo."""
    contact = session.get_one(Contact, contact_id)
    before = {name: getattr(contact, name) for name in fields}
    for name, value in fields.items():
        setattr(contact, name, value)
    return before


def remove_contact(session: Session, contact_id: uuid.UUID, *, at: datetime | None) -> None:
    """Take a contact out of the prospect, or bring them back with ``at=None``; the last name there is stays."""
    contact = session.get_one(Contact, contact_id)
    prospect = session.get_one(Prospect, contact.prospect_id)
    if at is not None and not prospect.company and not _is_anybody_there(session, prospect.id, but=contact_id):
        raise UserError(_("Give at least a name or a company."))
    contact.deleted_at = at


def _is_anybody_there(session: Session, prospect_id: uuid.UUID, but: uuid.UUID | None = None) -> bool:
    people = select(Contact.id).where(Contact.prospect_id == prospect_id, Contact.deleted_at.is_(None))
    return any(contact_id != but for contact_id in session.scalars(people))


def remove_prospect(session: Session, prospect_id: uuid.UUID, *, at: datetime | None) -> None:
    """Take a prospect out of every list, or bring it back with ``at=None``; nothing is erased."""
    session.get_one(Prospect, prospect_id).deleted_at = at


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


def take_back_status(session: Session, prospect_id: uuid.UUID, before: Status) -> None:
    """Undo the last move of a status, as if it had not been made; nothing happens unless it came from ``before``."""
    prospect = session.get_one(Prospect, prospect_id)
    moves = select(StatusChange).where(StatusChange.prospect_id == prospect_id)
    last = session.scalars(moves.order_by(StatusChange.at.desc(), StatusChange.id.desc()).limit(1)).first()
    if last is None or last.before is not before or last.after is not prospect.status:
        return
    session.delete(last)
    prospect.status = before


def status_changes(session: Session, prospect_id: uuid.UUID) -> list[StatusChange]:
    """How the status moved, the latest first."""
    query = select(StatusChange).where(StatusChange.prospect_id == prospect_id)
    return list(session.scalars(query.order_by(StatusChange.at.desc(), StatusChange.id.desc())))


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


@dataclass(frozen=True)
class PastCall:
    """One line of the history of calls."""

    call: Call
    standing: Standing
    """Where the prospect stood when it ended, on its own copy of the grid."""
    verbatims: int


@dataclass(frozen=True)
class ProspectFile:
    """Everything that the detail of a prospect shows, read at once."""

    prospect: Prospect
    sheet: grids.GridSheet | None
    suggestion: Suggestion
    verbatims: tuple[Verbatim, ...]
    next_step: FollowUp | None
    calls: tuple[PastCall, ...]
    """The latest first."""
    last_reason: str
    """Why the status is what it is, when a reason was given."""


def prospect_file(session: Session, prospect_id: uuid.UUID) -> ProspectFile:
    """The detail of a prospect, removed or not."""
    changes = status_changes(session, prospect_id)
    return ProspectFile(
        prospect=load_prospect(session, prospect_id),
        sheet=grids.prospect_sheet(session, prospect_id),
        suggestion=status_suggestion(session, prospect_id),
        verbatims=tuple(latest_verbatims(session, prospect_id)),
        next_step=next_of(session, prospect_id),
        calls=tuple(past_calls(session, prospect_id)),
        last_reason=changes[0].reason if changes else "",
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


def past_calls(session: Session, prospect_id: uuid.UUID) -> list[PastCall]:
    """The calls with this prospect, the latest first, each with what it brought."""
    said = select(Verbatim.call_id, func.count()).where(
        Verbatim.prospect_id == prospect_id, Verbatim.deleted_at.is_(None)
    )
    counts = dict(session.execute(said.group_by(Verbatim.call_id)).all())
    scores = grids.scores_of(session, prospect_id)
    return [
        PastCall(call, _standing_at_end(call, scores), counts.get(call.id, 0))
        for call in calls_of(session, prospect_id)
    ]


def _standing_at_end(call: Call, scores: Sequence[Score]) -> Standing:
    """What was known by then: a level given in a later call says nothing of how this one ended."""
    known: dict[str, int | None] = {}
    for score in scores:
        by_then = score.call_id == call.id or call.ended_at is None or score.at <= call.ended_at
        if by_then and (score.level is not None or score.criterion not in known):
            known[score.criterion] = score.level
    return standing(call.grid, known)
