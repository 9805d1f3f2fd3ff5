"""Finding as one types, over names, notes and everything that was said; accents and order of words do not matter."""

import re
import unicodedata
import uuid
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Uuid, select, text
from sqlalchemy.orm import Session, selectinload

from desktop.models.calls import Entry, entry_numbers
from desktop.models.prospects import Prospect


@dataclass(frozen=True)
class SentenceHit:
    """Something said or noted that holds the words looked for."""

    entry_id: uuid.UUID
    prospect_id: uuid.UUID
    prospect: str
    call_id: uuid.UUID
    kind: str
    text: str
    at: datetime


_MATCHES = text(
    """
    SELECT prospect_id
    FROM (SELECT rowid AS number FROM prospect_search WHERE words MATCH :words
          ORDER BY rowid DESC LIMIT :limit OFFSET :offset)
    JOIN prospect_numbers USING (number) ORDER BY number DESC
    """
).columns(prospect_id=Uuid)


def matching_prospects(session: Session, words: str, *, limit: int = 50, offset: int = 0) -> list[uuid.UUID]:
    """Keys of the prospects that have every word of ``words``, as the beginning of one of theirs; the newest first.

    By age rather than by relevance: relevance reads every match, and the first letter typed matches half the file.
    """
    expression = full_text(words)
    if not expression:
        return []
    found = session.scalars(_MATCHES, {"words": expression, "limit": limit, "offset": offset})
    return list(found)


def matching_sentences(session: Session, words: str, *, limit: int = 20) -> list[SentenceHit]:
    """What was said that has every word of ``words``, the latest first; removed prospects are left out."""
    expression = full_text(words)
    if not expression:
        return []
    numbers = session.scalars(
        text("SELECT rowid FROM entry_search WHERE words MATCH :words ORDER BY rowid DESC LIMIT :limit"),
        {"words": expression, "limit": limit},
    ).all()
    query = (
        select(Entry, Prospect)
        .join(entry_numbers, entry_numbers.c.entry_id == Entry.id)
        .join(Prospect, Prospect.id == Entry.prospect_id)
        .where(entry_numbers.c.number.in_(numbers), Prospect.deleted_at.is_(None))
        .order_by(entry_numbers.c.number.desc())
        .options(selectinload(Prospect.contacts))
    )
    return [
        SentenceHit(entry.id, prospect.id, prospect.name, entry.call_id, entry.kind, entry.words, entry.at)
        for entry, prospect in session.execute(query)
    ]


def full_text(words: str) -> str:
    """An FTS5 expression that asks for every word as a prefix; whatever the rep types, it is data, never syntax."""
    plain = unicodedata.normalize("NFC", words)
    return " ".join(f'"{word}"*' for word in re.findall(r"\w+", plain))
