"""The proposals as lists show them."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from desktop.models.pricing import bill
from desktop.models.proposal_states import ShownState, shown_state
from desktop.models.proposals import Option, Proposal, ProposalExport, ProposalState
from desktop.models.prospects import Prospect
from desktop.services.proposal_cards import priced
from desktop.services.proposal_options import lines_of


@dataclass(frozen=True)
class ProposalRow:
    """One line of the list. ``net`` is a first year of the recommended option, ``None`` without one."""

    id: uuid.UUID
    prospect_id: uuid.UUID
    number: str
    client: str
    title: str
    net: Decimal | None
    state: ProposalState
    contractual: bool
    revision: int | None
    issued_on: date
    valid_until: date
    updated_at: datetime

    def shown(self, today: date) -> ShownState:
        """Where it stands today."""
        return shown_state(self.state, self.valid_until, today)


def proposals_of(session: Session, prospect_id: uuid.UUID) -> list[ProposalRow]:
    """The proposals made to a prospect, the latest first."""
    return _list(session, prospect_id)


def proposal_rows(session: Session) -> list[ProposalRow]:
    """Every proposal, the latest touched first."""
    return _list(session, None)


def _list(session: Session, prospect_id: uuid.UUID | None) -> list[ProposalRow]:
    query = (
        select(Proposal, Prospect)
        .join(Prospect, Prospect.id == Proposal.prospect_id)
        .where(Proposal.deleted_at.is_(None), Prospect.deleted_at.is_(None))
        .options(selectinload(Prospect.contacts))
        .order_by(Proposal.updated_at.desc(), Proposal.id.desc())
    )
    if prospect_id:
        query = query.where(Proposal.prospect_id == prospect_id)
    found = session.execute(query).all()
    keys = [proposal.id for proposal, _prospect in found]
    nets = _nets(session, keys)
    exported = select(ProposalExport.proposal_id, ProposalExport.revision).where(ProposalExport.proposal_id.in_(keys))
    revisions: dict[uuid.UUID, int] = {}
    for key, revision in session.execute(exported.order_by(ProposalExport.revision)):
        revisions[key] = revision
    return [
        ProposalRow(
            id=proposal.id,
            prospect_id=prospect.id,
            number=proposal.number,
            client=prospect.name,
            title=proposal.title,
            net=nets.get(proposal.id) if proposal.contractual else None,
            state=proposal.state,
            contractual=proposal.contractual,
            revision=revisions.get(proposal.id),
            issued_on=proposal.issued_on,
            valid_until=proposal.valid_until,
            updated_at=proposal.updated_at,
        )
        for proposal, prospect in found
    ]


def _nets(session: Session, proposal_ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, Decimal]:
    query = select(Option).where(Option.proposal_id.in_(proposal_ids), Option.deleted_at.is_(None))
    options = session.scalars(query.order_by(Option.recommended, Option.position.desc())).all()
    chosen = {option.proposal_id: option.id for option in options}
    lines = lines_of(session, chosen.values())
    return {
        key: bill(priced(line) for line in lines if line.option_id == option_id).first_year
        for key, option_id in chosen.items()
        if any(line.option_id == option_id for line in lines)
    }


def draft_of(session: Session, prospect_id: uuid.UUID, call_id: uuid.UUID | None) -> uuid.UUID | None:
    """The latest draft made from this call, or from any when none is named; composing again would only double it."""
    query = select(Proposal.id).where(
        Proposal.prospect_id == prospect_id, Proposal.state == ProposalState.DRAFT, Proposal.deleted_at.is_(None)
    )
    if call_id:
        query = query.where(Proposal.call_id == call_id)
    return session.scalars(query.order_by(Proposal.updated_at.desc(), Proposal.id.desc()).limit(1)).first()
