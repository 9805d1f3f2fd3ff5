"""A draft and a catalogue whose prices have moved: a line says so, and takes the new one up when the rep asks.

Nothing moves by itself, and what was exported is bytes: neither this nor anything else can change them.
"""

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.i18n import _
from desktop.models.catalogue import Billing, Offer
from desktop.models.proposals import Option, OptionLine, Proposal, ProposalState
from desktop.services.proposals import changed


@dataclass(frozen=True)
class PriceChange:
    """A line whose offer has another price now, in euros before VAT."""

    line_id: uuid.UUID
    label: str
    former: Decimal
    """What the catalogue asked when the line was made."""
    price: Decimal
    """What the line asks."""
    fresh: Decimal
    """What the catalogue asks now."""
    billing: Billing
    """How the catalogue asks for it now."""

    @property
    def own(self) -> bool:
        """Whether the rep gave the line a price of its own, which taking the new one up would replace."""
        return self.price != self.former


def price_changes(proposal: Proposal, lines: Iterable[OptionLine], offers: Iterable[Offer]) -> list[PriceChange]:
    """Those of ``lines`` whose offer has another price now; ``offers`` are those in use.

    None once the proposal is sent, accepted or refused: its prices are then what was asked. An archived offer has no
    price to give.
    """
    if proposal.state is not ProposalState.DRAFT:
        return []
    known = {offer.id: offer for offer in offers}
    pairs = [(line, known[line.offer_id]) for line in lines if line.offer_id in known]
    return [
        PriceChange(line.id, line.label, _former(line), line.unit_price, offer.unit_price, offer.billing)
        for line, offer in pairs
        if _former(line) != offer.unit_price
    ]


def take_up_prices(
    session: Session, line_ids: Iterable[uuid.UUID], *, now: datetime
) -> dict[uuid.UUID, dict[str, Any]]:
    """``take_up_price`` of each. Returns the former values by line, which ``put_prices_back`` takes."""
    return {line_id: take_up_price(session, line_id, now) for line_id in line_ids}


def put_prices_back(session: Session, before: Mapping[uuid.UUID, dict[str, Any]], *, now: datetime) -> None:
    """Undo ``take_up_prices``. Idempotent."""
    for line_id, fields in before.items():
        line = session.get_one(OptionLine, line_id)
        changed(line, fields, session.get_one(Proposal, session.get_one(Option, line.option_id).proposal_id), now)


def take_up_price(session: Session, line_id: uuid.UUID, now: datetime) -> dict[str, Any]:
    """Give a line the price that its offer has now, with the unit and the billing that this price is for.

    Returns the former values. ``UserError`` when the proposal is no
    longer a draft, or the line comes from no offer in use.
    """
    line = session.get_one(OptionLine, line_id)
    proposal = session.get_one(Proposal, session.get_one(Option, line.option_id).proposal_id)
    if proposal.state is not ProposalState.DRAFT:
        raise UserError(_("This proposal was sent: its prices stay. Make it a draft again to change them."))
    offer = session.get(Offer, line.offer_id) if line.offer_id else None
    if offer is None or offer.archived_at is not None:
        raise UserError(_("This line comes from no offer of the catalogue."))
    fields = {
        "unit_price": offer.unit_price,
        "unit": offer.unit,
        "billing": offer.billing,
        "catalogue_price": offer.unit_price,
    }
    return changed(line, fields, proposal, now)


def _former(line: OptionLine) -> Decimal:
    return line.unit_price if line.catalogue_price is None else line.catalogue_price
