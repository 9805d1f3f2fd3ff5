"""Who is on the line: the people of the prospect, the one who is speaking, and whoever joins during the call."""

import uuid
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.i18n import _
from desktop.models.calls import Call
from desktop.models.prospects import Contact
from desktop.models.statuses import ContactRole
from desktop.services import prospects


@dataclass(frozen=True)
class Person:
    """A contact of the prospect, as the call names them."""

    contact_id: uuid.UUID
    name: str
    job_title: str
    role: ContactRole | None


@dataclass(frozen=True)
class Speakers:
    """Everybody at the prospect, in the order of its file, and the key of who is speaking."""

    people: tuple[Person, ...]
    current: uuid.UUID | None

    @property
    def several(self) -> bool:
        return len(self.people) > 1

    @property
    def speaking(self) -> Person | None:
        return next((person for person in self.people if person.contact_id == self.current), None)

    @property
    def opinion_of(self) -> uuid.UUID | None:
        """Whose opinion a score is; ``None`` when one person is there, and a score is simply the score."""
        return self.current if self.several and self.speaking else None

    @property
    def first_names(self) -> Mapping[uuid.UUID, str]:
        """What each is called in one word; two of the same first name keep their whole names."""
        return first_names({person.contact_id: person.name or person.job_title for person in self.people})

    def neighbour(self, step: int) -> Person | None:
        """The person ``step`` further on, round the end; ``None`` when there is nobody else."""
        if not self.people:
            return None
        keys = [person.contact_id for person in self.people]
        if self.current not in keys:
            return self.people[0 if step > 0 else -1]
        person = self.people[(keys.index(self.current) + step) % len(keys)]
        return person if person.contact_id != self.current else None


def speakers_of(session: Session, call_id: uuid.UUID) -> Speakers:
    """The people at the prospect of a call; whoever picked up speaks until another one is named."""
    call = session.get_one(Call, call_id)
    query = select(Contact).where(Contact.prospect_id == call.prospect_id, Contact.deleted_at.is_(None))
    return speakers_among(call, session.scalars(query.order_by(Contact.position, Contact.id)))


def speakers_among(call: Call, contacts: Iterable[Contact]) -> Speakers:
    """``speakers_of``, from what the screen has read already."""
    people = tuple(Person(each.id, each.name.strip(), each.job_title.strip(), each.role) for each in contacts)
    here = {person.contact_id for person in people}
    current = next((key for key in (call.speaker_id, call.contact_id) if key in here), None)
    return Speakers(people, current)


def set_speaker(session: Session, call_id: uuid.UUID, contact_id: uuid.UUID) -> uuid.UUID | None:
    """Say who is speaking: what is written and scored from now on is theirs. Idempotent. Returns who was before."""
    call = session.get_one(Call, call_id)
    contact = session.get(Contact, contact_id)
    if contact is None or contact.deleted_at is not None or contact.prospect_id != call.prospect_id:
        raise UserError(_("This person is no longer among the contacts of this prospect."))
    previous = call.speaker_id or call.contact_id
    call.speaker_id = contact_id
    return previous


def add_speaker(
    session: Session,
    call_id: uuid.UUID,
    name: str,
    *,
    now: datetime,
    job_title: str = "",
    role: ContactRole | None = None,
) -> uuid.UUID:
    """Somebody joins the call: a new contact of the prospect, who is now speaking. Returns the contact's key."""
    if not name.strip():
        raise UserError(_("Type the name of the person who joins."))
    call = session.get_one(Call, call_id)
    contact_id = prospects.add_contact(
        session, call.prospect_id, now=now, name=name.strip(), job_title=job_title.strip(), role=role
    )
    call.speaker_id = contact_id
    return contact_id


def take_back_speaker(
    session: Session, call_id: uuid.UUID, contact_id: uuid.UUID, previous: uuid.UUID | None, *, at: datetime
) -> None:
    """Undo ``add_speaker``: ``previous``, the call's ``speaker_id`` before it, speaks again. Idempotent."""
    prospects.remove_contact(session, contact_id, at=at)
    call = session.get_one(Call, call_id)
    if call.speaker_id == contact_id:
        call.speaker_id = previous


def bring_back_speaker(session: Session, call_id: uuid.UUID, contact_id: uuid.UUID) -> None:
    """Do ``add_speaker`` again, with the same contact. Idempotent."""
    prospects.remove_contact(session, contact_id, at=None)
    session.get_one(Call, call_id).speaker_id = contact_id


def first_names(names: Mapping[uuid.UUID, str]) -> dict[uuid.UUID, str]:
    """What to call each person in one word, from their whole ``names``; two of the same first name keep theirs."""
    whole = {key: name.strip() or _("Unnamed") for key, name in names.items()}
    short = {key: name.split()[0] for key, name in whole.items()}
    told = Counter(short.values())
    return {key: name if told[name] == 1 else whole[key] for key, name in short.items()}
