"""A proposal put in another language: what was drafted is drafted again in it, what a hand wrote stays as it is."""

import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.i18n import Language
from desktop.models.proposals import Door, Option, OptionLine, Proposal
from desktop.services import catalogue, page_one, plan_draft, proposal_blocks, proposal_plan
from desktop.services.door_drafts import DoorDraft, draft_doors
from desktop.services.option_making import buyer_of, by_hand, digest
from desktop.services.proposal_doors import included_needs
from desktop.services.proposal_options import lines_of, options_of
from desktop.services.proposals import changed


@dataclass(frozen=True)
class Told:
    """What ``speak`` changes, as it stood."""

    proposal: dict[str, Any]
    options: dict[uuid.UUID, dict[str, Any]]


def speak(session: Session, proposal_id: uuid.UUID, language: str, *, now: datetime) -> Told:
    """Write the document in ``language``. Idempotent. Returns what stood before, for ``put_back``.

    Steps of the plan, standing words and options that nobody edited are drawn again in it. What the rep or the customer
    wrote is nobody's to translate.
    """
    proposal = session.get_one(Proposal, proposal_id)
    former = proposal.language
    if language == former:
        return Told({"language": former}, {})
    fields = {
        "language": language,
        "plan": _plan(proposal, language),
        "blocks": proposal_blocks.translated(session, proposal_blocks.blocks_of(proposal.blocks), former, language),
        "recommendation": proposal.recommendation,
    }
    with page_one.following(session, proposal):
        options = _options(session, proposal, former, language)
        before = changed(proposal, fields, proposal, now)
    return Told(before, options)


def put_back(session: Session, proposal_id: uuid.UUID, told: Told, *, now: datetime) -> None:
    """Undo ``speak``. Idempotent."""
    proposal = session.get_one(Proposal, proposal_id)
    changed(proposal, told.proposal, proposal, now)
    for key, fields in told.options.items():
        changed(session.get_one(Option, key), fields, proposal, now)


def _plan(proposal: Proposal, language: str) -> list[dict[str, Any]]:
    try:
        steps = proposal_plan.read(proposal.plan)
    except UserError:
        return proposal.plan
    return plan_draft.renamed(steps, Language(proposal.language), Language(language))


def _options(session: Session, proposal: Proposal, former: str, language: str) -> dict[uuid.UUID, dict[str, Any]]:
    """Draw again the words of the options that were proposed and never edited; ``proposed`` still says so of them."""
    _rows, needs = included_needs(session, proposal)
    offers, buyer = catalogue.offers(session), buyer_of(session, proposal.prospect_id)
    drafts = draft_doors(needs, offers, buyer, Language(language)).doors
    before = {}
    for option in options_of(session, proposal.id):
        lines = lines_of(session, [option.id])
        if by_hand(option, lines):
            continue
        before[option.id] = {name: getattr(option, name) for name in ("name", "reason", "lead_time", "proposed")}
        _draw(option, lines, drafts, Language(former), Language(language))
    return before


def _draw(
    option: Option, lines: list[OptionLine], drafts: tuple[DoorDraft, ...], former: Language, language: Language
) -> None:
    sold = {line.offer_id for line in lines}
    draft = next((each for each in drafts if {offer.id for offer in each.offers} == sold), None)
    if draft is not None:
        option.lead_time = draft.lead_time
    if option.door is Door.PLAIN:
        # Proposed alone: it has no door to be named after, and nothing to be preferred to.
        if option.name == former.gettext("Our proposal"):
            option.name = language.gettext("Our proposal")
    elif draft is not None:
        option.name, option.reason = draft.name, draft.reason
    option.proposed = digest(option, lines)
