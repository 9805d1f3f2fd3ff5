"""Everything the proposal screen shows, and the content that the document prints, read in one go."""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.clock import PARIS
from desktop.i18n import Language
from desktop.models.calls import Call
from desktop.models.matrix import Cell
from desktop.models.proposals import Proposal, ProposalExport, ProposalNeed
from desktop.models.prospects import Contact, Prospect
from desktop.models.settings import Company
from desktop.services import followups, grids, settings, shared_page
from desktop.services.needs import needs_of
from desktop.services.parties import client_of, seller_of
from desktop.services.plan_draft import signing_day, start_day
from desktop.services.proposal_blocks import printed
from desktop.services.proposal_cards import NeedCard, OptionCard, need_cards, option_cards, priced, quotes_of
from desktop.services.proposal_checks import Check, checks
from desktop.services.proposal_content import Agreed, AgreedStep, NeedBlock, OptionBlock, ProposalContent, Quote
from desktop.services.proposal_echo import Echo, echo
from desktop.services.proposal_exports import last_export, unchanged
from desktop.services.proposal_plan import plan_of
from desktop.services.proposal_returns import returns_of
from desktop.services.proposal_trace import trace
from desktop.services.prospects import load_prospect


@dataclass(frozen=True)
class Quotable:
    """A citable verbatim that may open page 1."""

    verbatim_id: uuid.UUID
    quote: Quote


@dataclass(frozen=True)
class ProposalSheet:
    """The proposal screen. ``content`` is what an export made now would print."""

    proposal: Proposal
    prospect: Prospect
    contact: Contact | None
    needs: tuple[NeedCard, ...]
    options: tuple[OptionCard, ...]
    quotable: tuple[Quotable, ...]
    echo: Echo
    checks: tuple[Check, ...]
    cell: Cell | None
    exported_revision: int | None
    """The last revision handed over; ``content.revision`` is the same when nothing changed since."""
    exported_at: datetime | None
    new_needs: int
    """How many needs came up since it was composed."""
    vat_exempt: bool
    content: ProposalContent

    @property
    def blocked(self) -> bool:
        """Whether something forbids the export."""
        return any(check.level == "block" for check in self.checks)

    @property
    def price_allowed(self) -> bool:
        """Whether the matrix cell allows a price."""
        return self.cell is None or self.cell.proposal == "full"


def sheet(session: Session, proposal_id: uuid.UUID, *, zone: tzinfo = PARIS) -> ProposalSheet:
    """The whole screen of one proposal; ``zone`` is the rep's, for the day on which things were said."""
    proposal = session.get_one(Proposal, proposal_id)
    prospect = load_prospect(session, proposal.prospect_id)
    contact = session.get(Contact, proposal.contact_id) if proposal.contact_id else prospect.main_contact
    seller = settings.company(session, with_logo=True)
    exempt = bool(seller and seller.vat_exempt)
    stated = {each.need.id: each for each in needs_of(session, prospect.id)}
    rows = _rows(session, proposal_id)
    quotes = quotes_of(session, prospect, stated.values(), zone)
    needs = need_cards(rows, stated, quotes)
    options = option_cards(session, proposal_id, needs, exempt)
    last = last_export(session, proposal_id)
    grid = grids.prospect_sheet(session, prospect.id)
    cell = grid.cell if grid else None
    written = _content(session, proposal, prospect, contact, seller, needs, options, quotes, last, zone)
    return ProposalSheet(
        proposal=proposal,
        prospect=prospect,
        contact=contact,
        needs=needs,
        options=options,
        quotable=tuple(Quotable(key, quote) for key, quote in quotes.items()),
        echo=echo(trace(proposal, rows, [each.option for each in options], stated, quotes), needs),
        checks=checks(written, needs, options, cell, proposal.price_reason, [each.name for each in prospect.contacts]),
        cell=cell,
        exported_revision=last.revision if last else None,
        exported_at=last.at if last else None,
        new_needs=len(stated.keys() - {row.need_id for row in rows}),
        vat_exempt=exempt,
        content=written,
    )


def content(session: Session, proposal_id: uuid.UUID, *, zone: tzinfo = PARIS) -> ProposalContent:
    """What the document prints: citable words only, no note, no price that the matrix and the rep do not allow."""
    return sheet(session, proposal_id, zone=zone).content


def _rows(session: Session, proposal_id: uuid.UUID) -> list[ProposalNeed]:
    query = select(ProposalNeed).where(ProposalNeed.proposal_id == proposal_id).order_by(ProposalNeed.position)
    return list(session.scalars(query))


def _content(
    session: Session,
    proposal: Proposal,
    prospect: Prospect,
    contact: Contact | None,
    seller: Company | None,
    needs: Sequence[NeedCard],
    options: Sequence[OptionCard],
    quotes: Mapping[uuid.UUID, Quote],
    last: ProposalExport | None,
    zone: tzinfo,
) -> ProposalContent:
    included = [each for each in needs if each.row.included]
    call = session.get(Call, proposal.call_id) if proposal.call_id else None
    plan = plan_of(proposal, seller)
    fields: dict[str, Any] = {
        "language": proposal.language,
        "number": proposal.number,
        "issued_on": proposal.issued_on,
        "valid_until": proposal.valid_until,
        "title": proposal.title,
        "seller": seller_of(seller),
        "client": client_of(prospect, contact),
        "call_date": call.started_at.astimezone(zone).date() if call else None,
        "lead_quote": quotes.get(proposal.lead_verbatim_id) if proposal.lead_verbatim_id else None,
        "objective": proposal.objective,
        "cost_today": proposal.cost_today,
        "cost_source": _cost_source(proposal, quotes.values()),
        "recommendation": proposal.recommendation,
        "gains": _filled(proposal.gains),
        "needs": tuple(_need_block(each) for each in included),
        "to_confirm": _filled(proposal.to_confirm),
        "options": tuple(_option_block(each, included, proposal.contractual) for each in options),
        "start_on": start_day(proposal, plan),
        "next_step": proposal.next_step,
        "sign_before": signing_day(proposal, plan),
        "contractual": proposal.contractual,
        "agreed": _agreed(session, proposal, included, zone),
        "blocks": printed(proposal.blocks),
        "plan": plan,
        "appointment": _appointment(session, proposal),
    }
    fields["returns"] = returns_of(proposal.returns, quotes, fields["options"], fields["seller"], fields["client"])
    if last is None:
        return ProposalContent(revision=1, **fields)
    same = ProposalContent(revision=last.revision, **fields)
    return same if unchanged(last, same) else ProposalContent(revision=last.revision + 1, **fields)


def _appointment(session: Session, proposal: Proposal) -> AgreedStep | None:
    """The prospect's next follow-up; one that is already past when the document is dated is no appointment."""
    step = followups.next_of(session, proposal.prospect_id)
    if step is None or step.due_local.date() < proposal.issued_on:
        return None
    return AgreedStep(step.due_local, step.channel, step.zone)


def _agreed(session: Session, proposal: Proposal, included: Sequence[NeedCard], zone: tzinfo) -> Agreed | None:
    """Said when at least one need of the document was agreed to on the page."""
    page = shared_page.latest(session, proposal.prospect_id)
    if page is None or not shared_page.agreed_needs(page).intersection(each.need.id for each in included):
        return None
    return Agreed(page.signed_name, page.at.astimezone(zone).date(), bool(page.signature))


def _cost_source(proposal: Proposal, quotes: Iterable[Quote]) -> str:
    """Said to be theirs only when their own words stand there."""
    theirs = any(quote.text.strip() in proposal.cost_today for quote in quotes)
    return Language(proposal.language).gettext("In your own words") if theirs else ""


def _filled(texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(text for text in texts if text.strip())


def _need_block(card: NeedCard) -> NeedBlock:
    row = card.row
    return NeedBlock(card.quotes, row.understanding, row.impact, row.answer, row.benefit, row.proof)


def _option_block(card: OptionCard, included: Sequence[NeedCard], price: bool) -> OptionBlock:
    """Without a price, the lines still say what is included."""
    option = card.option
    keys = [each.row.id for each in included]
    return OptionBlock(
        name=option.name,
        for_whom=option.for_whom,
        included=_filled(option.included) or (() if price else _filled([line.label for line in card.lines])),
        lead_time=option.lead_time,
        lines=tuple(priced(line) for line in card.lines) if price else (),
        recommended=option.recommended,
        reason=option.reason,
        answers=tuple(keys.index(key) for key in card.covers),
        door=option.door,
    )
