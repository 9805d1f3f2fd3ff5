"""What stood around something that was found: the lines before and after it in its call, or its whole text."""

import uuid
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.calls import Entry
from desktop.models.exchanges import Exchange
from desktop.models.proposals import Proposal
from desktop.models.prospects import Contact, Prospect
from desktop.services.found_things import Found, FoundKind

AROUND = 2


@dataclass(frozen=True)
class ContextLine:
    """A line around what was found; ``found``: the very one. ``kind`` is that of an entry, "" elsewhere."""

    text: str
    kind: str
    found: bool


def context(session: Session, found: Found) -> tuple[ContextLine, ...]:
    """Two lines before and two after in the same call; a whole text otherwise; nothing of what is gone."""
    if found.kind is FoundKind.SENTENCE:
        return _in_call(session, found.key)
    texts: list[str] = []
    if found.kind is FoundKind.EXCHANGE and (exchange := session.get(Exchange, found.key)) is not None:
        texts = [exchange.text]
    elif found.kind is FoundKind.PROPOSAL and (made := session.get(Proposal, found.key)) is not None:
        texts = [made.objective, made.cost_today, made.recommendation, made.next_step]
    elif found.kind is FoundKind.PROSPECT and (prospect := session.get(Prospect, found.key)) is not None:
        texts = [prospect.about, prospect.sector, *_people(session, prospect.id), prospect.address, prospect.notes]
    return tuple(ContextLine(text, "", False) for text in texts if text.strip())


def _in_call(session: Session, entry_id: uuid.UUID) -> tuple[ContextLine, ...]:
    entry = session.get(Entry, entry_id)
    if entry is None:
        return ()
    same_call = select(Entry).where(Entry.call_id == entry.call_id, Entry.deleted_at.is_(None))
    before = same_call.where(Entry.sequence < entry.sequence).order_by(Entry.sequence.desc()).limit(AROUND)
    after = same_call.where(Entry.sequence > entry.sequence).order_by(Entry.sequence).limit(AROUND)
    lines = [*reversed(session.scalars(before).all()), entry, *session.scalars(after)]
    return tuple(ContextLine(line.words, line.kind, line.id == entry.id) for line in lines)


def _people(session: Session, prospect_id: uuid.UUID) -> list[str]:
    here = select(Contact).where(Contact.prospect_id == prospect_id, Contact.deleted_at.is_(None))
    return [
        " · ".join(part for part in (each.name, each.job_title, each.phone, each.email) if part)
        for each in session.scalars(here.order_by(Contact.position).limit(4))
    ]
