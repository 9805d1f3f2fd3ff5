"""A proposal is born from a call: their needs in their words, then the answers and prices that the rep writes."""

import uuid
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.i18n import Language, _
from desktop.models.calls import Call, Verbatim
from desktop.models.catalogue import Offer
from desktop.models.proposals import Option, OptionLine, Proposal, ProposalNeed, ProposalState
from desktop.services import catalogue, grids, proposal_draft, settings
from desktop.services.needs import StatedNeed, needs_from_citable, needs_of
from desktop.services.prospects import load_prospect, touch

DEFAULT_VALIDITY = 30
"""Days, until the company says otherwise."""


def compose(
    session: Session,
    prospect_id: uuid.UUID,
    *,
    now: datetime,
    language: str,
    call_id: uuid.UUID | None = None,
) -> uuid.UUID:
    """A new proposal, filled with what the prospect said and nothing else. Returns its key.

    ``call_id`` defaults to the latest call; ``now`` is in the rep's zone, for the date on the document.
    """
    needs_from_citable(session, prospect_id, now=now)
    session.flush()
    needs = needs_of(session, prospect_id)
    call = session.get_one(Call, call_id) if call_id else _latest_call(session, prospect_id)
    proposal = _new_proposal(session, prospect_id, call, needs, now, Language(language))
    session.add(proposal)
    session.flush()
    rows = {stated.need.id: _need_row(proposal, stated, place) for place, stated in enumerate(needs)}
    session.add_all(rows.values())
    session.flush()
    _first_option(session, proposal, needs, rows, Language(language))
    touch(session, prospect_id, now)
    return proposal.id


def _latest_call(session: Session, prospect_id: uuid.UUID) -> Call | None:
    query = select(Call).where(Call.prospect_id == prospect_id).order_by(Call.started_at.desc(), Call.id.desc())
    return session.scalars(query.limit(1)).first()


def _new_proposal(
    session: Session,
    prospect_id: uuid.UUID,
    call: Call | None,
    needs: list[StatedNeed],
    now: datetime,
    language: Language,
) -> Proposal:
    prospect = load_prospect(session, prospect_id)
    seller = settings.company(session)
    sheet = grids.prospect_sheet(session, prospect_id)
    lead = proposal_draft.lead_verbatim(needs)
    cost = proposal_draft.cost_today(needs, [lead], language)
    aim = proposal_draft.objective(needs, lead, language)
    contact = prospect.main_contact
    return Proposal(
        prospect_id=prospect_id,
        call_id=call.id if call else None,
        contact_id=(call.contact_id if call else None) or (contact.id if contact else None),
        year=now.year,
        rank=_next_rank(session, now.year),
        language=language.code,
        title=proposal_draft.title(needs, lead),
        objective="" if aim == cost else aim,
        cost_today=cost,
        to_confirm=proposal_draft.to_confirm(sheet, call, language),
        lead_verbatim_id=lead.id if lead else None,
        contractual=price_allowed(session, prospect_id),
        issued_on=now.date(),
        valid_until=now.date() + timedelta(days=seller.validity_days if seller else DEFAULT_VALIDITY),
        start_on=prospect.expected_on,
        created_at=now,
        updated_at=now,
    )


def _next_rank(session: Session, year: int) -> int:
    """Numbers follow each other within a year; that of a removed proposal is never given again."""
    return (session.scalar(select(func.max(Proposal.rank)).where(Proposal.year == year)) or 0) + 1


def _need_row(proposal: Proposal, stated: StatedNeed, place: int) -> ProposalNeed:
    return ProposalNeed(
        proposal_id=proposal.id,
        need_id=stated.need.id,
        position=place,
        included=bool(stated.citable),
        understanding=stated.need.statement,
    )


def _first_option(
    session: Session,
    proposal: Proposal,
    needs: list[StatedNeed],
    rows: dict[uuid.UUID, ProposalNeed],
    language: Language,
) -> None:
    """One option, with the offers of the catalogue that speak of what they need."""
    option = Option(proposal_id=proposal.id, position=0, name=language.gettext("Our proposal"), recommended=True)
    session.add(option)
    session.flush()
    known = catalogue.offers(session)
    chosen: dict[uuid.UUID, Offer] = {}
    covered = []
    for stated in needs:
        row = rows[stated.need.id]
        matches = proposal_draft.matching_offers(stated, known) if row.included else []
        if matches:
            best = matches[0]
            row.answer, row.benefit, row.proof = best.answer, best.benefit, best.proof
            chosen.setdefault(best.id, best)
            covered.append(str(row.id))
    option.answers = covered
    for place, offer in enumerate(chosen.values()):
        session.add(line_of(offer, option.id, place))


def line_of(offer: Offer, option_id: uuid.UUID, position: int) -> OptionLine:
    """A priced line that says what the offer says today; later changes of the catalogue leave it alone."""
    return OptionLine(
        option_id=option_id,
        position=position,
        label=offer.label,
        detail=offer.detail,
        unit=offer.unit,
        unit_price=offer.unit_price,
        vat_rate=offer.vat_rate,
    )


def price_allowed(session: Session, prospect_id: uuid.UUID) -> bool:
    """Whether the matrix cell of a prospect allows a price (domain §4); with no heat chosen, nothing forbids it."""
    sheet = grids.prospect_sheet(session, prospect_id)
    return sheet is None or sheet.cell is None or sheet.cell.proposal == "full"


def update_proposal(session: Session, proposal_id: uuid.UUID, *, now: datetime, **fields: Any) -> dict[str, Any]:
    """Change columns of a proposal. Returns their former values, for undo."""
    return changed(session.get_one(Proposal, proposal_id), fields, session.get_one(Proposal, proposal_id), now)


def give_price(session: Session, proposal_id: uuid.UUID, reason: str, *, now: datetime) -> dict[str, Any]:
    """Make it a proposal that can be signed. Against the matrix, this asks for a ``reason``. Returns former values."""
    proposal = session.get_one(Proposal, proposal_id)
    if not reason.strip() and not price_allowed(session, proposal.prospect_id):
        raise UserError(_("Say in a few words why you give a price now."))
    return changed(proposal, {"contractual": True, "price_reason": reason.strip()}, proposal, now)


def set_state(session: Session, proposal_id: uuid.UUID, state: ProposalState, *, now: datetime) -> ProposalState:
    """Say what became of it. Idempotent. Returns the former state."""
    proposal = session.get_one(Proposal, proposal_id)
    before = proposal.state
    proposal.state, proposal.updated_at = state, now
    return before


def remove_proposal(session: Session, proposal_id: uuid.UUID, *, at: datetime | None) -> None:
    """Take a proposal out of the lists, or bring it back with ``at=None``; its number stays taken."""
    session.get_one(Proposal, proposal_id).deleted_at = at


def set_lead_verbatim(
    session: Session, proposal_id: uuid.UUID, verbatim_id: uuid.UUID | None, *, now: datetime
) -> uuid.UUID | None:
    """Choose the words that open page 1, or none. Only a citable verbatim. Returns the former one."""
    proposal = session.get_one(Proposal, proposal_id)
    verbatim = session.get_one(Verbatim, verbatim_id) if verbatim_id else None
    if verbatim and (not verbatim.citable or verbatim.prospect_id != proposal.prospect_id):
        raise UserError(_("Only citable words of this prospect can open the proposal."))
    before = proposal.lead_verbatim_id
    proposal.lead_verbatim_id, proposal.updated_at = verbatim_id, now
    return before


def set_need(session: Session, row_id: uuid.UUID, *, now: datetime, **fields: Any) -> dict[str, Any]:
    """Change how a proposal answers a need: ``included``, ``understanding``, ``impact``, ``answer``, ``benefit``,
    ``proof``. ``row_id`` is the key of the ``ProposalNeed``. Returns the former values, for undo.
    """
    row = session.get_one(ProposalNeed, row_id)
    return changed(row, fields, session.get_one(Proposal, row.proposal_id), now)


def need_values(session: Session, row_id: uuid.UUID) -> dict[str, Any]:
    """What is written across from a need, as ``set_need`` takes it back."""
    row = session.get_one(ProposalNeed, row_id)
    return {name: getattr(row, name) for name in ("understanding", "impact", "answer", "benefit", "proof")}


def move_need(session: Session, row_id: uuid.UUID, place: int, *, now: datetime) -> int:
    """Put a need at ``place`` (from 0) in the document. Idempotent. Returns its former place."""
    row = session.get_one(ProposalNeed, row_id)
    query = select(ProposalNeed).where(ProposalNeed.proposal_id == row.proposal_id).order_by(ProposalNeed.position)
    rows = list(session.scalars(query))
    before = rows.index(row)
    rows.insert(min(max(place, 0), len(rows) - 1), rows.pop(before))
    for position, each in enumerate(rows):
        each.position = position
    session.get_one(Proposal, row.proposal_id).updated_at = now
    return before


def answer_with_offer(session: Session, row_id: uuid.UUID, offer_id: uuid.UUID, *, now: datetime) -> dict[str, Any]:
    """Answer a need with the words of an offer: its answer, benefit and proof. Returns the former values, for undo."""
    offer = session.get_one(Offer, offer_id)
    words = {"answer": offer.answer or offer.label, "benefit": offer.benefit, "proof": offer.proof}
    return set_need(session, row_id, now=now, **words)


def take_up_new_needs(session: Session, proposal_id: uuid.UUID, *, now: datetime) -> int:
    """Add the needs that came up since it was composed, after the others. Returns how many."""
    proposal = session.get_one(Proposal, proposal_id)
    needs_from_citable(session, proposal.prospect_id, now=now)
    session.flush()
    rows = session.scalars(select(ProposalNeed).where(ProposalNeed.proposal_id == proposal_id)).all()
    known = {row.need_id for row in rows}
    fresh = [stated for stated in needs_of(session, proposal.prospect_id) if stated.need.id not in known]
    session.add_all(_need_row(proposal, stated, len(rows) + place) for place, stated in enumerate(fresh))
    if fresh:
        proposal.updated_at = now
    return len(fresh)


def changed(thing: Any, fields: dict[str, Any], proposal: Proposal, now: datetime) -> dict[str, Any]:
    """Write columns of one part of a proposal, and say that the proposal changed. Returns the former values."""
    before = {name: getattr(thing, name) for name in fields}
    for name, value in fields.items():
        setattr(thing, name, value)
    if before != fields:
        proposal.updated_at = now
    return before
