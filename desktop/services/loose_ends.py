"""What must not be forgotten beside what is due: how many there are of each kind, and the list or the file it opens."""

import re
import uuid
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import bindparam, exists, func, select, text
from sqlalchemy.orm import Session

from desktop.models.followups import FollowUp, FollowUpState
from desktop.models.matrix import Heat
from desktop.models.proposals import Proposal, ProposalState
from desktop.models.prospects import Prospect, standing_counts
from desktop.models.statuses import ACTIVE
from desktop.services import status_moves
from desktop.services.followup_rows import PRESENT
from desktop.services.prospect_filters import EXPIRING_DAYS, ProspectFilter, working

MOST = 1000
"""Proposals and contacts of shows are counted up to here: nobody needs to know how many more were forgotten."""
CALL_BACK = timedelta(hours=24)
"""A contact made at a show is called back within a day (screens.md: four out of five never are)."""
_SHOW = re.compile(
    r"\b(salons?|foires?|forums?|expo\w*|congr[eè]s|(?:trade ?)?shows?|fairs?|exhibitions?|conferences?)\b",
    re.IGNORECASE,
)


class Kind(StrEnum):
    """In the order they are shown: what costs most when it is forgotten comes first."""

    EXPIRED = "expired"
    EXPIRING = "expiring"
    HOT_WITHOUT_DECIDER = "hot_without_decider"
    SHOW_NEVER_CALLED = "show_never_called"
    UNPLANNED = "unplanned"
    TO_WAKE = "to_wake"
    TO_COMPLETE = "to_complete"


@dataclass(frozen=True)
class LooseEnd:
    """One line: how many, what choice of prospects lists them, and the one it is about when it is alone."""

    kind: Kind
    count: int
    filter: ProspectFilter | None = None
    """``None`` for those that no list of prospects shows: proposals that expired."""
    proposal_id: uuid.UUID | None = None
    """The proposal, when there is one only."""
    day: date | None = None
    """When the first of them expires, or expired."""


def loose_ends(session: Session, now: datetime) -> tuple[LooseEnd, ...]:
    """Those there are, in the order of ``Kind``. ``now`` is aware, in the rep's zone."""
    hot, unplanned, open_grids = _of_standing(session)
    shows = shows_among(session)
    found = (
        _proposals(session, Kind.EXPIRED, date.min, now.date() - timedelta(days=1)),
        _proposals(session, Kind.EXPIRING, now.date(), now.date() + timedelta(days=EXPIRING_DAYS)),
        LooseEnd(Kind.HOT_WITHOUT_DECIDER, hot, working(heats=(Heat.HOT,), decider=False)),
        LooseEnd(
            Kind.SHOW_NEVER_CALLED,
            _never_called(session, shows, now),
            working(sources=shows, never_called=True, stale_days=1),
        ),
        LooseEnd(Kind.UNPLANNED, unplanned, working(planned=False)),
        LooseEnd(Kind.TO_WAKE, status_moves.count_to_wake(session, now), ProspectFilter(wake_due=True)),
        LooseEnd(Kind.TO_COMPLETE, open_grids, working(to_complete=True)),
    )
    return tuple(each for each in found if each.count)


_each = standing_counts.c
_STANDING = select(
    func.sum(_each.prospects).filter(_each.heat == Heat.HOT.value, ~_each.decider),
    func.sum(_each.prospects).filter(~_each.planned),
    func.sum(_each.prospects).filter(_each.to_complete),
).where(_each.status.in_([status.value for status in ACTIVE]))


def _of_standing(session: Session) -> tuple[int, ...]:
    return tuple(count or 0 for count in session.execute(_STANDING).one())


_PROPOSALS = (
    select(Proposal.id, Proposal.valid_until)
    .where(
        Proposal.state == ProposalState.SENT,
        Proposal.valid_until.between(bindparam("first"), bindparam("last")),
        Proposal.deleted_at.is_(None),
    )
    .order_by(Proposal.valid_until)
)
_PROPOSALS_COUNT = select(func.count()).select_from(_PROPOSALS.limit(MOST).subquery())


def _proposals(session: Session, kind: Kind, first: date, last: date) -> LooseEnd:
    between = {"first": first, "last": last}
    count = session.scalar(_PROPOSALS_COUNT, between) or 0
    one = session.execute(_PROPOSALS.limit(1), between).first() if count else None
    chosen = ProspectFilter(expiring=True) if kind is Kind.EXPIRING else None
    return LooseEnd(kind, count, chosen, one.id if one and count == 1 else None, one.valid_until if one else None)


# From one source to the next by the index: reading them all to keep a few would cost a hundred thousand rows.
_SOURCES = text("""
    WITH RECURSIVE each_one (name) AS (
        SELECT min(source) FROM prospects WHERE +deleted_at IS NULL
        UNION ALL
        SELECT (SELECT min(source) FROM prospects WHERE +deleted_at IS NULL AND source > name)
        FROM each_one WHERE name IS NOT NULL)
    SELECT name FROM each_one WHERE name <> ''""")


def shows_among(session: Session) -> tuple[str, ...]:
    """The sources that are trade shows: "Salon SIMI 2026", "Foire de Lyon"."""
    return tuple(name for name in session.scalars(_SOURCES) if _SHOW.search(name))


def _never_called(session: Session, shows: tuple[str, ...], now: datetime) -> int:
    if not shows:
        return 0
    return session.scalar(_NEVER_CALLED, {"shows": shows, "since": now - CALL_BACK}) or 0


_DONE = exists().where(FollowUp.prospect_id == Prospect.id, FollowUp.state == FollowUpState.DONE)
_FORGOTTEN: Any = (
    select(Prospect.id)
    .where(
        Prospect.source.in_(bindparam("shows", expanding=True)),
        Prospect.heard_at.is_(None),
        Prospect.created_at < bindparam("since"),
        PRESENT,
        Prospect.status.in_(ACTIVE),
        ~_DONE,
    )
    .limit(MOST)
)
_NEVER_CALLED = select(func.count()).select_from(_FORGOTTEN.subquery())
