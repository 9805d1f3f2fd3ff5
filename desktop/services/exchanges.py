"""What passed outside a call, written in one line of the file: a note, a visit, a message received or sent."""

import re
import uuid
from dataclasses import dataclass
from datetime import datetime, tzinfo

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.i18n import _
from desktop.models.calls import Verbatim
from desktop.models.exchanges import HEARD, Exchange, ExchangeKind
from desktop.models.followup_kinds import ANSWERS
from desktop.models.followups import FollowUp
from desktop.models.prospects import Prospect
from desktop.services import cadence_runs
from desktop.services.past_dates import past_moment

_LETTERS = {
    "n": ExchangeKind.NOTE,
    "v": ExchangeKind.MEETING,
    "m": ExchangeKind.MEETING,
    "r": ExchangeKind.RECEIVED,
    "e": ExchangeKind.SENT,
    "s": ExchangeKind.SENT,
}
"""One small letter and a space: vu, reçu, envoyé in French; met, received, sent in English."""
_WORDS = {
    ExchangeKind.NOTE: "note",
    ExchangeKind.MEETING: "vu|rencontre|rdv|visite|met|meeting|visit",
    ExchangeKind.RECEIVED: "reçu|recu|received",
    ExchangeKind.SENT: "envoyé|envoye|sent",
}
_LETTER = re.compile(rf"\s*([{''.join(_LETTERS)}]) +(?=\S)")
_WORD = {kind: re.compile(rf"\s*(?:{words})\s*:\s*", re.IGNORECASE) for kind, words in _WORDS.items()}


@dataclass(frozen=True)
class Line:
    """What a line says: its kind, when it was, and the words that stay. ``kind`` is ``None`` when none was said."""

    kind: ExchangeKind | None
    text: str
    at: datetime | None


def understand(text: str, now: datetime, zone: tzinfo) -> Line:
    """Read a line as it is typed: ``r hier 14h demande le devis`` is a message received yesterday at two.

    ``at`` is ``None`` when no moment was said: it is now.
    """
    kind, rest = None, text.strip()
    if letter := _LETTER.match(text):
        kind, rest = _LETTERS[letter[1]], text[letter.end() :]
    else:
        for each, pattern in _WORD.items():
            if word := pattern.match(text):
                kind, rest = each, text[word.end() :]
    said = past_moment(rest, now.astimezone(zone))
    if said is None:
        return Line(kind, rest.strip(), None)
    return Line(kind, said.rest, said.at_local.replace(tzinfo=zone))


def write(
    session: Session,
    prospect_id: uuid.UUID,
    kind: ExchangeKind,
    text: str,
    *,
    now: datetime,
    at: datetime | None = None,
    contact_id: uuid.UUID | None = None,
) -> uuid.UUID:
    """Write one down. Raises ``UserError`` for an empty one, or one that is still to come."""
    exchange = Exchange(prospect_id=prospect_id, created_at=now)
    _fill(exchange, kind, text, at or now, contact_id, now)
    session.add(exchange)
    _told(session, exchange, now)
    return exchange.id


def rewrite(
    session: Session,
    exchange_id: uuid.UUID,
    kind: ExchangeKind,
    text: str,
    *,
    now: datetime,
    at: datetime | None = None,
    contact_id: uuid.UUID | None = None,
) -> None:
    """Another kind, other words, another moment or person; without ``at``, the moment stays."""
    exchange = session.get_one(Exchange, exchange_id)
    _fill(exchange, kind, text, at or exchange.at, contact_id, now)
    _told(session, exchange, now)


def remove(session: Session, exchange_id: uuid.UUID, *, now: datetime) -> None:
    """Take one out of the file."""
    exchange = session.get_one(Exchange, exchange_id)
    exchange.deleted_at = now
    _told(session, exchange, now)


def find(session: Session, exchange_id: uuid.UUID) -> Exchange:
    """One of them, to be edited."""
    return session.get_one(Exchange, exchange_id)


def last_heard(session: Session, prospect_id: uuid.UUID) -> datetime | None:
    """When they last said something themselves: in a call, by an answer to a follow-up, in an exchange."""
    said = select(func.max(Verbatim.at)).where(Verbatim.prospect_id == prospect_id, Verbatim.deleted_at.is_(None))
    answered = select(func.max(FollowUp.done_at)).where(
        FollowUp.prospect_id == prospect_id, FollowUp.outcome.in_(ANSWERS)
    )
    heard = select(func.max(Exchange.at)).where(
        Exchange.prospect_id == prospect_id, Exchange.kind.in_(HEARD), Exchange.deleted_at.is_(None)
    )
    moments = [session.scalar(query) for query in (said, answered, heard)]
    return max((moment for moment in moments if moment is not None), default=None)


def _fill(
    exchange: Exchange, kind: ExchangeKind, text: str, at: datetime, contact_id: uuid.UUID | None, now: datetime
) -> None:
    if not text.strip():
        raise UserError(_("Write a few words: what passed, or what they said."))
    if at > now:
        raise UserError(_("This moment is still to come: fix it as a next step instead."))
    exchange.kind, exchange.text, exchange.at, exchange.contact_id = kind, text.strip(), at, contact_id


def _told(session: Session, exchange: Exchange, now: datetime) -> None:
    """What it changes of the prospect: touched now, heard of when they last spoke; a series waits for us to answer."""
    session.flush()
    prospect = session.get_one(Prospect, exchange.prospect_id)
    prospect.heard_at, prospect.updated_at = last_heard(session, prospect.id), now
    if exchange.kind in HEARD and exchange.deleted_at is None:
        cadence_runs.heard(session, prospect.id, on=exchange.at.astimezone(now.tzinfo).date(), now=now)
