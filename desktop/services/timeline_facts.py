"""What a row of the timeline says: the facts of each moment on the page, read kind by kind in a handful of queries."""

import uuid
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, func, select
from sqlalchemy.orm import Session, defer

from desktop.models.calls import Call, Entry, ScoreMove, Verbatim
from desktop.models.exchanges import Exchange
from desktop.models.followups import FollowUp
from desktop.models.merges import Merge
from desktop.models.proposals import DocumentKind, Proposal, ProposalExport, ProposalState
from desktop.models.prospects import Contact, Prospect, StatusChange
from desktop.services import timeline
from desktop.services.prospects import PastCall, past_calls
from desktop.services.timeline import PAGE, Kind, Moment

_WORDS = 2
"""Of what was said about a criterion before it moved, the last ones say why it did."""


@dataclass(frozen=True)
class CallHeld:
    past: PastCall


@dataclass(frozen=True)
class LevelMoved:
    """``before`` and ``after`` are "0" to "3", "?" (unknown) or "" (not asked); the criterion by key and by name."""

    criterion: str
    name: str
    before: str
    after: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class StatusMoved:
    change: StatusChange


@dataclass(frozen=True)
class FollowedUp:
    follow_up: FollowUp


@dataclass(frozen=True)
class Proposed:
    """``state``: what it became; ``document``: what was handed over; neither: it was made."""

    number: str
    title: str
    state: ProposalState | None = None
    reason: str = ""
    document: DocumentKind | None = None
    revision: int = 0


@dataclass(frozen=True)
class Exchanged:
    exchange: Exchange


@dataclass(frozen=True)
class Merged:
    name: str


Facts = CallHeld | LevelMoved | StatusMoved | FollowedUp | Proposed | Exchanged | Merged


@dataclass(frozen=True)
class Row:
    """One line: when, about what, and with whom where that is known."""

    moment: Moment
    facts: Facts
    who: str = ""


@dataclass(frozen=True)
class Page:
    rows: tuple[Row, ...]
    more: bool


def page(
    session: Session, prospect_id: uuid.UUID, kinds: Collection[Kind] = (), *, limit: int = PAGE, offset: int = 0
) -> Page:
    """A page of the timeline of a prospect, the newest first; without ``kinds``, of every kind."""
    found, more = timeline.moments(session, prospect_id, kinds, limit=limit, offset=offset)
    facts: dict[Moment, tuple[Facts, uuid.UUID | None]] = {}
    for kind, read in _READERS.items():
        if mine := [moment for moment in found if moment.kind is kind]:
            facts |= read(session, prospect_id, mine)
    names = _names(session, {contact_id for _facts, contact_id in facts.values() if contact_id})
    rows = tuple(
        Row(moment, facts[moment][0], names.get(facts[moment][1] or prospect_id, ""))
        for moment in found
        if moment in facts
    )
    return Page(rows, more)


Found = dict[Moment, tuple[Facts, uuid.UUID | None]]


def _calls(session: Session, prospect_id: uuid.UUID, moments: Sequence[Moment]) -> Found:
    held = {past.call.id: past for past in past_calls(session, prospect_id, [moment.key for moment in moments])}
    return {moment: (CallHeld(held[moment.key]), held[moment.key].call.contact_id) for moment in moments}


def _scores(session: Session, prospect_id: uuid.UUID, moments: Sequence[Moment]) -> Found:
    keys = {moment.key for moment in moments}
    held = select(Call).where(Call.id.in_(keys)).options(defer(Call.script_copy))
    calls = {call.id: call for call in session.scalars(held)}
    moves: dict[tuple[uuid.UUID, str], list[ScoreMove]] = {}
    for move in session.scalars(select(ScoreMove).where(ScoreMove.call_id.in_(keys)).order_by(ScoreMove.at)):
        moves.setdefault((move.call_id, move.criterion), []).append(move)
    said = _said(session, prospect_id, moments)
    found: Found = {}
    for moment in moments:
        mine = moves[moment.key, moment.part]
        since = mine[-2].at if len(mine) > 1 else None
        words = [text for at, text in said.get((moment.key, moment.part), ()) if since is None or at > since]
        grid = calls[moment.key].grid
        name = next((each.name for each in grid.criteria if each.key == moment.part), moment.part)
        moved = LevelMoved(moment.part, name, mine[0].before, mine[-1].after, tuple(words))
        found[moment] = (moved, mine[-1].contact_id)
    return found


def _said(
    session: Session, prospect_id: uuid.UUID, moments: Sequence[Moment]
) -> dict[tuple[uuid.UUID, str], list[tuple[datetime, str]]]:
    """By call and criterion, what was said last before it moved, and when."""
    keys = {moment.key for moment in moments}
    moved = (
        select(ScoreMove.call_id, ScoreMove.criterion, func.max(ScoreMove.at).label("at"))
        .where(ScoreMove.call_id.in_(keys))
        .group_by(ScoreMove.call_id, ScoreMove.criterion)
        .subquery()
    )
    latest = func.row_number().over(partition_by=(Verbatim.call_id, Verbatim.criterion), order_by=Verbatim.at.desc())
    ranked = (
        select(Verbatim.id, Verbatim.call_id, Verbatim.criterion, Verbatim.at, latest.label("place"))
        .join(moved, and_(moved.c.call_id == Verbatim.call_id, moved.c.criterion == Verbatim.criterion))
        .where(Verbatim.prospect_id == prospect_id, Verbatim.kind == "verbatim", Verbatim.deleted_at.is_(None))
        .where(Verbatim.criterion.in_({moment.part for moment in moments}), Verbatim.at <= moved.c.at)
        .subquery()
    )
    query = (
        select(ranked.c.call_id, ranked.c.criterion, ranked.c.at, Entry.text, Entry.corrected)
        .join(Entry, Entry.id == ranked.c.id)
        .where(ranked.c.place <= _WORDS)
        .order_by(ranked.c.at)
    )
    said: dict[tuple[uuid.UUID, str], list[tuple[datetime, str]]] = {}
    for call_id, criterion, at, text, corrected in session.execute(query):
        said.setdefault((call_id, criterion), []).append((at, corrected or text))
    return said


def _statuses(session: Session, _prospect_id: uuid.UUID, moments: Sequence[Moment]) -> Found:
    found = session.scalars(select(StatusChange).where(StatusChange.id.in_([moment.key for moment in moments])))
    changes = {change.id: change for change in found}
    return {moment: (StatusMoved(changes[moment.key]), None) for moment in moments}


def _follow_ups(session: Session, _prospect_id: uuid.UUID, moments: Sequence[Moment]) -> Found:
    query = select(FollowUp).where(FollowUp.id.in_([moment.key for moment in moments]))
    found = {follow_up.id: follow_up for follow_up in session.scalars(query)}
    return {moment: (FollowedUp(found[moment.key]), found[moment.key].contact_id) for moment in moments}


def _exchanges(session: Session, _prospect_id: uuid.UUID, moments: Sequence[Moment]) -> Found:
    query = select(Exchange).where(Exchange.id.in_([moment.key for moment in moments]))
    found = {exchange.id: exchange for exchange in session.scalars(query)}
    return {moment: (Exchanged(found[moment.key]), found[moment.key].contact_id) for moment in moments}


def _merges(session: Session, _prospect_id: uuid.UUID, moments: Sequence[Moment]) -> Found:
    query = (
        select(Merge.id, Prospect.company)
        .join(Prospect, Prospect.id == Merge.merged_id)
        .where(Merge.id.in_([moment.key for moment in moments]))
    )
    names = {row.id: row.company for row in session.execute(query)}
    return {moment: (Merged(names[moment.key]), None) for moment in moments}


def _proposals(session: Session, _prospect_id: uuid.UUID, moments: Sequence[Moment]) -> Found:
    keys = {moment.key for moment in moments}
    columns = (Proposal.id, Proposal.year, Proposal.rank, Proposal.title, Proposal.state, Proposal.refusal)
    made = {row.id: row for row in session.execute(select(*columns, Proposal.states).where(Proposal.id.in_(keys)))}
    exports = {
        row.id.hex: row
        for row in session.execute(
            select(ProposalExport.id, ProposalExport.document, ProposalExport.revision).where(
                ProposalExport.proposal_id.in_(keys)
            )
        )
    }
    found: Found = {}
    for moment in moments:
        row = made[moment.key]
        number = f"P-{row.year}-{row.rank:04d}"
        what, _space, which = moment.part.partition(" ")
        facts = Proposed(number, row.title)
        if what == "export":
            handed = exports[which]
            facts = Proposed(number, row.title, document=handed.document, revision=handed.revision)
        elif what == "state" and which:
            taken = row.states[int(which)]
            facts = Proposed(number, row.title, ProposalState(taken["state"]), taken["reason"])
        elif what == "state":
            facts = Proposed(number, row.title, row.state, row.refusal)
        found[moment] = (facts, None)
    return found


_READERS: dict[Kind, Callable[[Session, uuid.UUID, Sequence[Moment]], Found]] = {
    Kind.CALL: _calls,
    Kind.SCORE: _scores,
    Kind.STATUS: _statuses,
    Kind.FOLLOW_UP: _follow_ups,
    Kind.EXCHANGE: _exchanges,
    Kind.MERGE: _merges,
    Kind.PROPOSAL: _proposals,
}


def _names(session: Session, keys: Collection[uuid.UUID]) -> dict[uuid.UUID, str]:
    """Of the people named on the page, those who left the file included."""
    if not keys:
        return {}
    return {row.id: row.name for row in session.execute(select(Contact.id, Contact.name).where(Contact.id.in_(keys)))}
