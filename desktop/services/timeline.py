"""Everything that happened with a prospect, and what is planned ahead, newest first, a page at a time.

The moments alone are read and sorted first, as plain columns; only what is on the page is read whole, by
``services.timeline_facts``. A file of years opens as fast as a new one.
"""

import uuid
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Select, Text, case, func, literal, select, union_all
from sqlalchemy.orm import Session

from desktop.models.calls import Call, ScoreMove
from desktop.models.exchanges import Exchange
from desktop.models.followups import FollowUp, FollowUpState
from desktop.models.merges import Merge
from desktop.models.proposals import Proposal, ProposalExport, ProposalState
from desktop.models.prospects import StatusChange

PAGE = 30


class Kind(StrEnum):
    """What a row of the timeline is about: the chips that filter it."""

    CALL = "call"
    EXCHANGE = "exchange"
    SCORE = "score"
    FOLLOW_UP = "follow_up"
    PROPOSAL = "proposal"
    STATUS = "status"
    MERGE = "merge"


@dataclass(frozen=True)
class Moment:
    """Where a row stands: ``key`` is what it is about, ``part`` says which of its moments."""

    at: datetime
    kind: Kind
    key: uuid.UUID
    part: str = ""


def moments(
    session: Session, prospect_id: uuid.UUID, kinds: Collection[Kind] = (), *, limit: int = PAGE, offset: int = 0
) -> tuple[tuple[Moment, ...], bool]:
    """A page of moments, the newest first, and whether there are more; without ``kinds``, of every kind."""
    wanted = frozenset(kinds or Kind)
    last = offset + limit + 1
    found: list[Moment] = []
    if sources := [source for kind, source in _sources(prospect_id) if kind in wanted]:
        rows = union_all(*sources).subquery()
        query = select(rows).order_by(rows.c.at.desc(), rows.c.key.desc(), rows.c.part).limit(last)
        found += [Moment(row.at, Kind(row.kind), row.key, row.part) for row in session.execute(query)]
    if Kind.PROPOSAL in wanted:
        found += _proposals(session, prospect_id)
    found.sort(key=lambda each: (each.at, each.key, each.part), reverse=True)
    return tuple(found[offset : offset + limit]), len(found) > offset + limit


def _sources(prospect_id: uuid.UUID) -> Iterable[tuple[Kind, Select[datetime, str, uuid.UUID, str]]]:
    """By kind, the moments of a prospect. What one call changed of one criterion is one move, first to last."""

    def source(kind: Kind, at: object, key: object, part: object = None) -> Select[datetime, str, uuid.UUID, str]:
        none = literal("", Text)
        return select(
            at.label("at"),  # type: ignore[attr-defined]
            literal(kind.value, Text).label("kind"),
            key.label("key"),  # type: ignore[attr-defined]
            (none if part is None else part).label("part"),  # type: ignore[attr-defined]
        )

    planned = FollowUp.state == FollowUpState.OPEN
    settled_at = func.coalesce(FollowUp.done_at, FollowUp.created_at)
    yield Kind.CALL, source(Kind.CALL, Call.started_at, Call.id).where(Call.prospect_id == prospect_id)
    yield (
        Kind.SCORE,
        source(Kind.SCORE, func.max(ScoreMove.at), ScoreMove.call_id, ScoreMove.criterion)
        .join(Call, Call.id == ScoreMove.call_id)
        .where(Call.prospect_id == prospect_id)
        .group_by(ScoreMove.call_id, ScoreMove.criterion),
    )
    yield (
        Kind.STATUS,
        source(Kind.STATUS, StatusChange.at, StatusChange.id).where(StatusChange.prospect_id == prospect_id),
    )
    yield (
        Kind.FOLLOW_UP,
        source(Kind.FOLLOW_UP, case((planned, FollowUp.due_at), else_=settled_at), FollowUp.id).where(
            FollowUp.prospect_id == prospect_id
        ),
    )
    yield (
        Kind.EXCHANGE,
        source(Kind.EXCHANGE, Exchange.at, Exchange.id).where(
            Exchange.prospect_id == prospect_id, Exchange.deleted_at.is_(None)
        ),
    )
    yield (
        Kind.MERGE,
        source(Kind.MERGE, Merge.at, Merge.id).where(Merge.kept_id == prospect_id, Merge.undone_at.is_(None)),
    )


def _proposals(session: Session, prospect_id: uuid.UUID) -> list[Moment]:
    """Made, handed over, and each state taken: the states are a list inside the proposal, which SQL does not sort."""
    mine = (Proposal.prospect_id == prospect_id, Proposal.deleted_at.is_(None))
    columns = (Proposal.id, Proposal.created_at, Proposal.state, Proposal.state_at, Proposal.states)
    found: list[Moment] = []
    for key, created_at, state, state_at, states in session.execute(select(*columns).where(*mine)):
        found.append(Moment(created_at, Kind.PROPOSAL, key, "made"))
        for place, each in enumerate(states):
            found.append(Moment(datetime.fromisoformat(each["at"]), Kind.PROPOSAL, key, f"state {place}"))
        if not states and state is not ProposalState.DRAFT and state_at is not None:
            found.append(Moment(state_at, Kind.PROPOSAL, key, "state"))
    if found:
        exports = select(ProposalExport.proposal_id, ProposalExport.id, ProposalExport.at).join(
            Proposal, Proposal.id == ProposalExport.proposal_id
        )
        for key, export_id, at in session.execute(exports.where(*mine)):
            found.append(Moment(at, Kind.PROPOSAL, key, f"export {export_id.hex}"))
    return found
