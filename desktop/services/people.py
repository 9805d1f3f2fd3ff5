"""The people at a prospect: who is spoken to first, who has been spoken to, and what each weighs in the decision."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from desktop.models.calls import Call, Entry
from desktop.models.exchanges import HEARD, Exchange
from desktop.models.prospects import Contact
from desktop.models.statuses import ContactRole, Stance


@dataclass(frozen=True)
class Person:
    """One of them, as the map of the decision shows them; ``spoken_at`` is ``None`` for who was never spoken to."""

    id: uuid.UUID
    name: str
    job_title: str
    role: ContactRole | None
    stance: Stance | None
    relation: str
    spoken_at: datetime | None


def people(session: Session, contacts: Sequence[Contact]) -> tuple[Person, ...]:
    """These contacts of one prospect, in their order, with the last time that each was spoken to."""
    spoken = _spoken(session, [contact.id for contact in contacts])
    return tuple(
        Person(each.id, each.name, each.job_title, each.role, each.stance, each.relation, spoken.get(each.id))
        for each in contacts
    )


def move_contact(session: Session, contact_id: uuid.UUID, place: int) -> None:
    """Put a person at ``place`` among those of their prospect; the first is the one spoken to first."""
    contact = session.get_one(Contact, contact_id)
    query = select(Contact).where(Contact.prospect_id == contact.prospect_id, Contact.deleted_at.is_(None))
    others = [each for each in session.scalars(query.order_by(Contact.position, Contact.id)) if each is not contact]
    others.insert(max(0, min(place, len(others))), contact)
    for position, each in enumerate(others):
        each.position = position


def _spoken(session: Session, keys: Sequence[uuid.UUID]) -> dict[uuid.UUID, datetime]:
    """By contact, the last call, word or meeting. An answer without a name says nothing of who gave it."""
    if not keys:
        return {}
    prospect = select(Contact.prospect_id).where(Contact.id == keys[0]).scalar_subquery()
    held = (Call.prospect_id == prospect, Call.contact_id.is_not(None))
    met = (Exchange.prospect_id == prospect, Exchange.kind.in_(HEARD), Exchange.deleted_at.is_(None))
    said = (Entry.prospect_id == prospect, Entry.kind == "verbatim", Entry.deleted_at.is_(None))
    found: dict[uuid.UUID, datetime] = {}
    _later(session, found, select(Call.contact_id, func.max(Call.started_at)).where(*held).group_by(Call.contact_id))
    _later(session, found, select(Exchange.contact_id, func.max(Exchange.at)).where(*met).group_by(Exchange.contact_id))
    if not found.keys() >= set(keys):
        # Whoever joined a call is only known by what they said there: read last, a file has thousands of words.
        _later(session, found, select(Entry.contact_id, func.max(Entry.at)).where(*said).group_by(Entry.contact_id))
    return found


def _later(session: Session, found: dict[uuid.UUID, datetime], moments: Select[uuid.UUID | None, datetime]) -> None:
    for key, at in session.execute(moments):
        if key is not None and (key not in found or at > found[key]):
            found[key] = at
