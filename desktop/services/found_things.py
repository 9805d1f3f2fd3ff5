"""What a search found, read in plain columns: a sentence, an exchange, a proposal or a prospect, with who and when."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, case, func, literal, select
from sqlalchemy.orm import Session, aliased

from desktop.models.calls import Entry, entry_numbers
from desktop.models.exchanges import Exchange, exchange_numbers, proposal_numbers
from desktop.models.proposals import Proposal
from desktop.models.prospects import Contact, Prospect, prospect_numbers
from desktop.services.said_when import excerpt, marks


class FoundKind(StrEnum):
    """What can be found, in the order it is shown; the value begins the names of its index and of its numbers."""

    PROSPECT = "prospect"
    SENTENCE = "entry"
    EXCHANGE = "exchange"
    PROPOSAL = "proposal"

    @property
    def probe(self) -> str:
        """SQL for the first thing numbered ``:number`` or after, and when it took place."""
        table, moment = {"entry": ("entries", "at"), "exchange": ("exchanges", "at")}.get(
            self.value, ("proposals", "updated_at")
        )
        return (
            f"SELECT number, {moment} AS at FROM {self.value}_numbers JOIN {table} ON id = {self.value}_id"
            " WHERE number >= :number ORDER BY number LIMIT 1"
        )

    @staticmethod
    def moment(stored: str) -> datetime:
        """A moment as the file writes it."""
        return datetime.fromisoformat(stored).replace(tzinfo=UTC)


@dataclass(frozen=True)
class Found:
    """One thing. ``text`` is its sentence, cut around the words; ``beside`` says where else words of it were found."""

    kind: FoundKind
    key: uuid.UUID
    prospect_id: uuid.UUID
    prospect: str
    """Its name."""
    text: str
    beside: str
    who: str
    """Who said it, when one knows."""
    at: datetime | None
    sort: str
    """The kind of an entry or an exchange; the number of a proposal."""
    call_id: uuid.UUID | None


Between = tuple[datetime, datetime]
_Way = tuple[Any, Any, Any]
"""A query, the column of its numbers and that of its moments."""
_NUMBER: ColumnElement[str] = func.printf("P-%d-%04d", Proposal.year, Proposal.rank)
_PROPOSAL_TEXTS: tuple[Any, ...] = (
    Proposal.title,
    Proposal.objective,
    Proposal.cost_today,
    Proposal.recommendation,
    Proposal.next_step,
)
_SPEAKER = aliased(Contact, name="speaker")


def described(
    session: Session,
    kind: FoundKind,
    numbers: Sequence[int],
    limit: int,
    words: Sequence[str] = (),
    *,
    between: Between | None = None,
) -> list[Found]:
    """At most ``limit`` of the things so numbered, in that order; with ``between``, those of these moments.

    What was removed, or belongs to a prospect that was, is left out.
    """
    query, number, at = _QUERIES[kind]
    if between is not None:
        query = query.where(at.between(*between))
    found: list[Found] = []
    step = len(numbers) if between is not None else limit
    for place in range(0, len(numbers), max(1, step)):
        rows = session.execute(query.where(number.in_(numbers[place : place + step])).order_by(number.desc()))
        # Asked of SQL, "not removed" has it walk every prospect that is not, rather than these few.
        found += (_found(kind, row[1:], words) for row in rows if row[0] is None)
        if len(found) >= limit:
            break
    return found[:limit]


def told_by(
    session: Session, kind: FoundKind, prospects: Sequence[uuid.UUID], limit: int, between: Between | None = None
) -> list[tuple[int, str, str]]:
    """The latest things of these prospects: their number, their words, and the names of the prospect and its people."""
    if not prospects:
        return []
    table, number, at, said = _TOLD[kind]
    query = select(number, table.prospect_id, said).where(table.prospect_id.in_(prospects), table.deleted_at.is_(None))
    if between is not None:
        query = query.where(at.between(*between))
    rows = session.execute(query.order_by(at.desc()).limit(limit)).all()
    named = select(Prospect.id, Prospect.company + " " + _people()).where(Prospect.id.in_({row[1] for row in rows}))
    names = dict(session.execute(named).all())
    return [(place, words, names[prospect_id]) for place, prospect_id, words in rows]


def _people() -> ColumnElement[str]:
    there = select(func.group_concat(Contact.name, " · ")).where(
        Contact.prospect_id == Prospect.id, Contact.deleted_at.is_(None)
    )
    return func.coalesce(there.correlate(Prospect).scalar_subquery(), "")


def _first() -> ColumnElement[str]:
    first = select(Contact.name).where(Contact.prospect_id == Prospect.id, Contact.deleted_at.is_(None))
    name = first.order_by(Contact.position).limit(1).correlate(Prospect).scalar_subquery()
    return case((Prospect.company != "", Prospect.company), else_=func.coalesce(name, ""))


def _of_prospect() -> _Way:
    ways = select(
        func.group_concat(
            Contact.name + " · " + Contact.job_title + " · " + Contact.email + " · " + Contact.phone, " · "
        )
    ).where(Contact.prospect_id == Prospect.id, Contact.deleted_at.is_(None))
    fields = (Prospect.about, Prospect.sector, Prospect.notes, Prospect.address, Prospect.siren, Prospect.website)
    query = select(
        Prospect.deleted_at,
        Prospect.id,
        Prospect.id,
        _first(),
        literal(None),
        literal(""),
        literal(None),
        literal(""),
        func.coalesce(ways.correlate(Prospect).scalar_subquery(), ""),
        *fields,
    ).join(prospect_numbers, prospect_numbers.c.prospect_id == Prospect.id)
    return query, prospect_numbers.c.number, Prospect.updated_at


def _of_entry() -> _Way:
    query = (
        select(
            func.coalesce(Prospect.deleted_at, Entry.deleted_at),
            Entry.id,
            Prospect.id,
            _first(),
            Entry.at,
            Entry.kind,
            Entry.call_id,
            func.coalesce(_SPEAKER.name, ""),
            case((Entry.corrected != "", Entry.corrected), else_=Entry.text),
        )
        .select_from(Entry)
        .join(entry_numbers, entry_numbers.c.entry_id == Entry.id)
        .join(Prospect, Prospect.id == Entry.prospect_id)
        .outerjoin(_SPEAKER, _SPEAKER.id == Entry.contact_id)
    )
    return query, entry_numbers.c.number, Entry.at


def _of_exchange() -> _Way:
    query = (
        select(
            func.coalesce(Prospect.deleted_at, Exchange.deleted_at),
            Exchange.id,
            Prospect.id,
            _first(),
            Exchange.at,
            Exchange.kind,
            literal(None),
            func.coalesce(_SPEAKER.name, ""),
            Exchange.text,
        )
        .select_from(Exchange)
        .join(exchange_numbers, exchange_numbers.c.exchange_id == Exchange.id)
        .join(Prospect, Prospect.id == Exchange.prospect_id)
        .outerjoin(_SPEAKER, _SPEAKER.id == Exchange.contact_id)
    )
    return query, exchange_numbers.c.number, Exchange.at


def _of_proposal() -> _Way:
    query = (
        select(
            func.coalesce(Prospect.deleted_at, Proposal.deleted_at),
            Proposal.id,
            Prospect.id,
            _first(),
            Proposal.updated_at,
            _NUMBER,
            literal(None),
            literal(""),
            *_PROPOSAL_TEXTS,
        )
        .select_from(Proposal)
        .join(proposal_numbers, proposal_numbers.c.proposal_id == Proposal.id)
        .join(Prospect, Prospect.id == Proposal.prospect_id)
    )
    return query, proposal_numbers.c.number, Proposal.updated_at


# Built once: building a statement takes longer than running it.
_QUERIES = {
    FoundKind.PROSPECT: _of_prospect(),
    FoundKind.SENTENCE: _of_entry(),
    FoundKind.EXCHANGE: _of_exchange(),
    FoundKind.PROPOSAL: _of_proposal(),
}


_TOLD: dict[FoundKind, tuple[Any, Any, Any, Any]] = {
    FoundKind.SENTENCE: (
        Entry,
        select(entry_numbers.c.number).where(entry_numbers.c.entry_id == Entry.id).scalar_subquery(),
        Entry.at,
        Entry.text + " " + Entry.corrected,
    ),
    FoundKind.EXCHANGE: (
        Exchange,
        select(exchange_numbers.c.number).where(exchange_numbers.c.exchange_id == Exchange.id).scalar_subquery(),
        Exchange.at,
        Exchange.text,
    ),
    FoundKind.PROPOSAL: (
        Proposal,
        select(proposal_numbers.c.number).where(proposal_numbers.c.proposal_id == Proposal.id).scalar_subquery(),
        Proposal.updated_at,
        _NUMBER + " " + sum((" " + each for each in _PROPOSAL_TEXTS[1:]), _PROPOSAL_TEXTS[0]),
    ),
}
"""For each kind: its table, its number in the index, its moment, all its words."""


def _found(kind: FoundKind, row: Any, words: Sequence[str]) -> Found:
    key, prospect_id, name, at, sort, call_id, who, head, *fields = row
    text = head
    if kind is FoundKind.PROSPECT:
        text, fields = name, [head, *fields]
    found = {word for word in words if marks(text, (word,))}
    beside = next((each for each in fields if any(marks(each, (word,)) for word in words if word not in found)), "")
    return Found(
        kind=kind,
        key=key,
        prospect_id=prospect_id,
        prospect=name,
        text=excerpt(text, words),
        beside=excerpt(beside, [word for word in words if word not in found], 90),
        who=who,
        at=at,
        sort=str(sort),
        call_id=call_id,
    )
