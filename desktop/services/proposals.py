"""A proposal is born from a call: their needs in their words, then the answers and prices that the rep writes."""

import uuid
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session, object_session

from desktop.errors import UserError
from desktop.i18n import Language, _
from desktop.models.base import new_id
from desktop.models.calls import Call, Verbatim
from desktop.models.catalogue import Offer
from desktop.models.proposals import Door, Proposal, ProposalNeed
from desktop.models.prospects import Prospect
from desktop.models.settings import Company
from desktop.services import (
    catalogue,
    grids,
    option_making,
    page_one,
    plan_draft,
    proposal_blocks,
    proposal_draft,
    proposal_proofs,
    settings,
)
from desktop.services.door_drafts import NO_DOOR, Buyer, DoorDraft, draft_doors
from desktop.services.grids import GridSheet
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
    prospect, seller = load_prospect(session, prospect_id), settings.company(session)
    call = session.get_one(Call, call_id) if call_id else _latest_call(session, prospect_id)
    sheet = grids.prospect_sheet(session, prospect_id)
    proposal = _new_proposal(session, prospect, seller, call, sheet, needs, now, Language(language))
    session.add(proposal)
    session.flush()
    rows = [_need_row(proposal, stated, place) for place, stated in enumerate(needs)]
    buyer = option_making.buyer(prospect, seller)
    doors = _first_doors(session, rows, needs, buyer, Language(language))
    proposal_proofs.prove(session, zip(rows, (stated.need.kind for stated in needs), strict=True), buyer.sector)
    session.add_all(rows)
    keys = [row.id for row in rows if row.included]
    option_making.save_drafted(
        session, [option_making.drafted(proposal.id, draft, keys, place) for place, draft in enumerate(doors)]
    )
    proposal.title = proposal.title or proposal_draft.promise(needs, rows, proposal.lead_verbatim_id)
    for name, value in page_one.drafted(session, proposal).items():
        setattr(proposal, name, value)
    proposal.wished_on = plan_draft.wished_day(proposal, prospect, needs, now.date())
    proposal.plan = plan_draft.first_plan(session, proposal, prospect, seller, needs)
    touch(session, prospect_id, now)
    return proposal.id


def _latest_call(session: Session, prospect_id: uuid.UUID) -> Call | None:
    query = select(Call).where(Call.prospect_id == prospect_id).order_by(Call.started_at.desc(), Call.id.desc())
    return session.scalars(query.limit(1)).first()


def _new_proposal(
    session: Session,
    prospect: Prospect,
    seller: Company | None,
    call: Call | None,
    sheet: GridSheet | None,
    needs: list[StatedNeed],
    now: datetime,
    language: Language,
) -> Proposal:
    lead = proposal_draft.lead_verbatim(needs)
    cost = proposal_draft.cost_today(needs, [lead], language)
    aim = proposal_draft.objective(needs, lead, language)
    contact = prospect.main_contact
    return Proposal(
        prospect_id=prospect.id,
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
        contractual=_allowed(sheet),
        issued_on=now.date(),
        valid_until=now.date() + timedelta(days=seller.validity_days if seller else DEFAULT_VALIDITY),
        blocks=proposal_blocks.usual(session, language.code),
        created_at=now,
        updated_at=now,
    )


def _next_rank(session: Session, year: int) -> int:
    """Numbers follow each other within a year; that of a removed proposal is never given again."""
    return (session.scalar(select(func.max(Proposal.rank)).where(Proposal.year == year)) or 0) + 1


def _need_row(proposal: Proposal, stated: StatedNeed, place: int) -> ProposalNeed:
    """Not saved yet."""
    return ProposalNeed(
        id=new_id(),
        proposal_id=proposal.id,
        need_id=stated.need.id,
        position=place,
        included=bool(stated.citable),
        understanding=stated.need.statement,
        answer="",
        benefit="",
        proof="",
    )


def _first_doors(
    session: Session, rows: list[ProposalNeed], needs: list[StatedNeed], buyer: Buyer, language: Language
) -> tuple[DoorDraft, ...]:
    """The doors that the catalogue allows, or one option with what it holds for them; what it answers is written."""
    pairs = [(row, stated) for row, stated in zip(rows, needs, strict=True) if row.included]
    drafts = draft_doors([stated for _row, stated in pairs], catalogue.offers(session), buyer, language)
    option_making.write_answers([row for row, _stated in pairs], drafts)
    doors = drafts.doors
    if len(doors) < 2:
        one = doors[0] if doors else NO_DOOR
        doors = (replace(one, door=Door.PLAIN, name=language.gettext("Our proposal"), reason="", recommended=True),)
    return doors


def price_allowed(session: Session, prospect_id: uuid.UUID) -> bool:
    """Whether the matrix cell of a prospect allows a price (domain §4); with no heat chosen, nothing forbids it."""
    return _allowed(grids.prospect_sheet(session, prospect_id))


def _allowed(sheet: GridSheet | None) -> bool:
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
    changed(proposal, {"lead_verbatim_id": verbatim_id}, proposal, now)
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
    proposal = session.get_one(Proposal, row.proposal_id)
    with page_one.following(session, proposal):
        for position, each in enumerate(rows):
            each.position = position
    proposal.updated_at = now
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
    """Write columns of one part of a proposal, and say that the proposal changed. Returns the former values.

    What was drafted on page 1 follows.
    """
    session = object_session(proposal)
    assert session is not None
    before = {name: getattr(thing, name) for name in fields}
    with page_one.following(session, proposal):
        for name, value in fields.items():
            setattr(thing, name, value)
    if before != fields:
        proposal.updated_at = now
    return before
