"""The order of the needs: a proposal composed before the customer ordered them can take up their order."""

import uuid
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.proposals import Proposal, ProposalNeed
from desktop.services import shared_page
from desktop.services.needs import needs_of


def their_order(session: Session, proposal_id: uuid.UUID) -> tuple[uuid.UUID, ...] | None:
    """The keys of the ``ProposalNeed`` as the customer ordered their needs, on a page agreed to since it was composed.

    ``None`` when there is no such page, or when they stand in that order already.
    """
    proposal = session.get_one(Proposal, proposal_id)
    page = shared_page.latest(session, proposal.prospect_id)
    if page is None or page.at < proposal.created_at:
        return None
    rows = _rows(session, proposal_id)
    places = {stated.need.id: place for place, stated in enumerate(needs_of(session, proposal.prospect_id))}
    # A need that is gone shows no row: wherever it stands, nothing moves.
    standing = [row for row in rows if row.need_id in places]
    wanted = sorted(standing, key=lambda row: places[row.need_id])
    if [row.id for row in wanted] == [row.id for row in standing]:
        return None
    gone = [row for row in rows if row.need_id not in places]
    return tuple(row.id for row in (*wanted, *gone))


def put_in_order(
    session: Session, proposal_id: uuid.UUID, order: Sequence[uuid.UUID], *, now: datetime
) -> tuple[uuid.UUID, ...]:
    """Put the needs of a proposal in this order, those that it does not name after the others. Idempotent.

    Returns the former order.
    """
    rows = _rows(session, proposal_id)
    before = tuple(row.id for row in rows)
    places = {key: place for place, key in enumerate(order)}
    for position, row in enumerate(sorted(rows, key=lambda row: places.get(row.id, len(places)))):
        row.position = position
    session.get_one(Proposal, proposal_id).updated_at = now
    return before


def _rows(session: Session, proposal_id: uuid.UUID) -> list[ProposalNeed]:
    query = select(ProposalNeed).where(ProposalNeed.proposal_id == proposal_id).order_by(ProposalNeed.position)
    return list(session.scalars(query))
