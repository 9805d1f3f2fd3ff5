"""Prospects and the people there: created in seconds, never deleted for good by accident."""

import uuid
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, defer, selectinload

from desktop.errors import UserError
from desktop.i18n import _
from desktop.models.calls import Call, CallState, Score, Verbatim
from desktop.models.followups import FollowUp
from desktop.models.grids import Standing, standing
from desktop.models.matrix import Heat
from desktop.models.prospects import Contact, Prospect, StatusChange
from desktop.models.statuses import Suggestion
from desktop.services import grids
from desktop.services.followups import next_of
from desktop.services.people import Person, people
from desktop.services.status_moves import status_changes, suggestion_of


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
    people: tuple[Person, ...]
    sheet: grids.GridSheet | None
    suggestion: Suggestion
    verbatims: tuple[Verbatim, ...]
    next_step: FollowUp | None
    unfinished: uuid.UUID | None
    """The call that can be taken up again."""
    status_moves: tuple[StatusChange, ...]
    """The latest first."""

    @property
    def last_reason(self) -> str:
        """Why the status is what it is, when a reason was given."""
        return self.status_moves[0].reason if self.status_moves else ""


def prospect_file(session: Session, prospect_id: uuid.UUID) -> ProspectFile:
    """The detail of a prospect, removed or not."""
    prospect, sheet = load_prospect(session, prospect_id), grids.prospect_sheet(session, prospect_id)
    return ProspectFile(
        prospect=prospect,
        people=people(session, prospect.contacts),
        sheet=sheet,
        suggestion=suggestion_of(session, prospect, sheet),
        verbatims=tuple(latest_verbatims(session, prospect_id)),
        next_step=next_of(session, prospect_id),
        unfinished=session.scalars(_unfinished(prospect_id)).first(),
        status_moves=tuple(status_changes(session, prospect_id)),
    )


def _unfinished(prospect_id: uuid.UUID) -> Select[uuid.UUID]:
    calls = select(Call.id).where(Call.prospect_id == prospect_id, Call.state != CallState.CONCLUDED)
    return calls.order_by(Call.started_at.desc()).limit(1)


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


def past_calls(session: Session, prospect_id: uuid.UUID, keys: Collection[uuid.UUID] | None = None) -> list[PastCall]:
    """The calls with this prospect, the latest first, each with what it brought; with ``keys``, those alone."""
    said = select(Verbatim.call_id, func.count()).where(Verbatim.kind == "verbatim", Verbatim.deleted_at.is_(None))
    # The copy of the script is the largest part of a call, and says nothing of what it brought.
    held = select(Call).where(Call.prospect_id == prospect_id).options(defer(Call.script_copy))
    if keys is None:
        said = said.where(Verbatim.prospect_id == prospect_id)
    else:
        said, held = said.where(Verbatim.call_id.in_(keys)), held.where(Call.id.in_(keys))
    counts = dict(session.execute(said.group_by(Verbatim.call_id)).all())
    scores = grids.scores_of(session, prospect_id)
    return [
        PastCall(call, _standing_at_end(call, scores), counts.get(call.id, 0))
        for call in session.scalars(held.order_by(Call.started_at.desc()))
    ]


def _standing_at_end(call: Call, scores: Sequence[Score]) -> Standing:
    """What was known by then: a level given in a later call says nothing of how this one ended."""
    known: dict[str, int | None] = {}
    for score in scores:
        by_then = score.call_id == call.id or call.ended_at is None or score.at <= call.ended_at
        if by_then and (score.level is not None or score.criterion not in known):
            known[score.criterion] = score.level
    return standing(call.grid, known)
