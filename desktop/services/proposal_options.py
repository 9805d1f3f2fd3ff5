"""The one to three ways to say yes, and the priced lines of each."""

import uuid
from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.i18n import _
from desktop.models.catalogue import Offer
from desktop.models.proposals import Option, OptionLine, Proposal
from desktop.services import catalogue, page_one
from desktop.services.option_making import line_of
from desktop.services.proposals import changed


def add_option(session: Session, proposal_id: uuid.UUID, *, now: datetime, **fields: Any) -> uuid.UUID:
    """One more way to say yes, after the others; ``fields`` are columns of ``Option``. The first is recommended."""
    present = options_of(session, proposal_id)
    position = max((each.position for each in present), default=-1) + 1
    option = Option(proposal_id=proposal_id, position=position, recommended=not present, **fields)
    session.add(option)
    session.flush()
    session.get_one(Proposal, proposal_id).updated_at = now
    return option.id


def update_option(session: Session, option_id: uuid.UUID, *, now: datetime, **fields: Any) -> dict[str, Any]:
    """Change columns of an option; ``answers`` holds keys of ``ProposalNeed`` as text. Returns the former values."""
    option = session.get_one(Option, option_id)
    return changed(option, fields, session.get_one(Proposal, option.proposal_id), now)


def remove_option(session: Session, option_id: uuid.UUID, *, now: datetime, restore: bool = False) -> None:
    """Take an option out, or bring it back with its lines with ``restore``."""
    option = session.get_one(Option, option_id)
    changed(option, {"deleted_at": None if restore else now}, session.get_one(Proposal, option.proposal_id), now)


def recommend(
    session: Session, proposal_id: uuid.UUID, option_id: uuid.UUID | None, *, now: datetime
) -> uuid.UUID | None:
    """Frame one option as the recommended one, or none. Idempotent. Returns the former one."""
    before = None
    proposal = session.get_one(Proposal, proposal_id)
    with page_one.following(session, proposal):
        for option in options_of(session, proposal_id):
            before = option.id if option.recommended else before
            option.recommended = option.id == option_id
    proposal.updated_at = now
    return before


def add_line(session: Session, option_id: uuid.UUID, *, now: datetime, **fields: Any) -> uuid.UUID:
    """One more priced line, after the others; ``fields`` are columns of ``OptionLine``."""
    _refuse_wrong_numbers(fields)
    line = OptionLine(option_id=option_id, position=_next_place(session, option_id), **fields)
    return _added(session, line, now)


def add_offer_line(session: Session, option_id: uuid.UUID, offer_id: uuid.UUID, *, now: datetime) -> uuid.UUID:
    """One more line, with the words and the price of an offer."""
    line = line_of(session.get_one(Offer, offer_id), option_id, _next_place(session, option_id))
    return _added(session, line, now)


def update_line(session: Session, line_id: uuid.UUID, *, now: datetime, **fields: Any) -> dict[str, Any]:
    """Change columns of a line. Returns the former values, for undo."""
    _refuse_wrong_numbers(fields)
    line = session.get_one(OptionLine, line_id)
    return changed(line, fields, _proposal_of(session, line.option_id), now)


def remove_line(session: Session, line_id: uuid.UUID, *, now: datetime, restore: bool = False) -> None:
    """Take a line out, or bring it back with ``restore``."""
    line = session.get_one(OptionLine, line_id)
    changed(line, {"deleted_at": None if restore else now}, _proposal_of(session, line.option_id), now)


def move_line(session: Session, line_id: uuid.UUID, place: int, *, now: datetime) -> int:
    """Put a line at ``place`` (from 0) in its option. Idempotent. Returns its former place."""
    line = session.get_one(OptionLine, line_id)
    lines = lines_of(session, [line.option_id])
    before = lines.index(line)
    lines.insert(min(max(place, 0), len(lines) - 1), lines.pop(before))
    for position, each in enumerate(lines):
        each.position = position
    _proposal_of(session, line.option_id).updated_at = now
    return before


def add_to_catalogue(session: Session, line_id: uuid.UUID, *, now: datetime) -> uuid.UUID:
    """Keep a line as an offer, to be picked next time. Returns the offer's key."""
    line = session.get_one(OptionLine, line_id)
    return catalogue.add_offer(
        session,
        now=now,
        label=line.label,
        detail=line.detail,
        unit=line.unit,
        unit_price=line.unit_price,
        vat_rate=line.vat_rate,
        billing=line.billing,
    )


def options_of(session: Session, proposal_id: uuid.UUID) -> list[Option]:
    """The options of a proposal, in their order."""
    query = select(Option).where(Option.proposal_id == proposal_id, Option.deleted_at.is_(None))
    return list(session.scalars(query.order_by(Option.position, Option.id)))


def lines_of(session: Session, option_ids: Iterable[uuid.UUID]) -> list[OptionLine]:
    """The lines of some options, in their order."""
    query = select(OptionLine).where(OptionLine.option_id.in_(option_ids), OptionLine.deleted_at.is_(None))
    return list(session.scalars(query.order_by(OptionLine.position, OptionLine.id)))


def _next_place(session: Session, option_id: uuid.UUID) -> int:
    return max((line.position for line in lines_of(session, [option_id])), default=-1) + 1


def _added(session: Session, line: OptionLine, now: datetime) -> uuid.UUID:
    proposal = _proposal_of(session, line.option_id)
    with page_one.following(session, proposal):
        session.add(line)
        session.flush()
    proposal.updated_at = now
    return line.id


def _proposal_of(session: Session, option_id: uuid.UUID) -> Proposal:
    return session.get_one(Proposal, session.get_one(Option, option_id).proposal_id)


def _refuse_wrong_numbers(fields: dict[str, Any]) -> None:
    """Only what no quotation could carry; a price that looks odd is left to the checks."""
    for name in ("vat_rate", "discount"):
        if not 0 <= fields.get(name, Decimal(0)) <= 100:
            raise UserError(_("A percentage lies between 0 and 100."))
