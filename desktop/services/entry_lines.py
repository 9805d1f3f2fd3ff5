"""What becomes of a line after it was written: its spelling put right, its kind changed, its tags.

The text of an entry never changes: a verbatim keeps its correction beside it, any other change makes a new entry.
"""

import uuid
from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.i18n import _
from desktop.models.calls import Entry, Objection, Verbatim
from desktop.services.calls import KINDS
from desktop.services.capture import plain_tag


def correct(session: Session, entry_id: uuid.UUID, words: str) -> Entry:
    """Keep ``words`` beside what was typed; the very words that were typed take the correction away. Idempotent."""
    entry = _standing(session, entry_id)
    if not isinstance(entry, Verbatim):
        raise UserError(_("Only the prospect’s own words are kept beside their correction."))
    entry.corrected = "" if words == entry.text else words
    return entry


def replace(session: Session, entry_id: uuid.UUID, kind: str, text: str, *, at: datetime) -> Entry:
    """Take an entry back and write another at its place: same moment, question, criterion, speaker and tags.

    ``kind`` is a key of ``calls.KINDS``. Returns the new one; ``swap`` undoes this and does it again.
    """
    former = _standing(session, entry_id)
    if not text.strip():
        raise UserError(_("There is nothing to write down yet."))
    last = session.scalar(select(func.max(Entry.sequence)).where(Entry.call_id == former.call_id)) or 0
    entry = KINDS[kind](
        call_id=former.call_id,
        prospect_id=former.prospect_id,
        contact_id=former.contact_id,
        sequence=last + 1,
        text=text,
        tags=list(former.tags),
        question=former.question,
        criterion=former.criterion,
        offset_seconds=former.offset_seconds,
        at=former.at,
    )
    if isinstance(former, Objection) and isinstance(entry, Objection):
        entry.card, entry.settled = former.card, former.settled
    session.add(entry)
    former.deleted_at = at
    session.flush()
    return entry


def swap(session: Session, gone: uuid.UUID, back: uuid.UUID, *, at: datetime) -> Entry:
    """Put one of two entries in the place of the other. Idempotent. Returns the one that is back."""
    session.get_one(Entry, gone).deleted_at = at
    entry = session.get_one(Entry, back)
    entry.deleted_at = None
    return entry


def set_tags(session: Session, entry_id: uuid.UUID, tags: Sequence[str]) -> Entry:
    """Give an entry these tags and no others. Idempotent."""
    entry = session.get_one(Entry, entry_id)
    entry.tags = list(tags)
    return entry


def tagged(tags: Iterable[str], added: Iterable[str], removed: Iterable[str]) -> list[str]:
    """Tags with some more and some fewer; the same one is never there twice, however it is written."""
    off = {plain_tag(tag) for tag in removed}
    kept = {plain_tag(tag): tag for tag in tags if plain_tag(tag) not in off}
    for tag in added:
        kept.setdefault(plain_tag(tag), tag)
    return list(kept.values())


def _standing(session: Session, entry_id: uuid.UUID) -> Entry:
    entry = session.get_one(Entry, entry_id)
    if entry.deleted_at is not None:
        raise UserError(_("This entry was taken back. Press Esc, then type the words anew."))
    return entry
