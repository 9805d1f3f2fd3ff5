"""A first plan, from what was said of the decision and from what the chosen option takes: a start, to be edited."""

import re
import uuid
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.i18n import Language
from desktop.models.backplan import Plan, Side
from desktop.models.base import new_id
from desktop.models.catalogue import Offer
from desktop.models.need_kinds import NeedKind
from desktop.models.proposals import Option, OptionLine, Proposal
from desktop.models.prospects import Contact, Prospect
from desktop.models.settings import Company
from desktop.models.statuses import ContactRole
from desktop.services import settings
from desktop.services.needs import StatedNeed, needs_of
from desktop.services.proposal_plan import MOST_DAYS, Step, plain
from desktop.services.prospects import load_prospect

OPINION, DECISION, SIGNING, KICK_OFF, GROUNDWORK, DELIVERY, REVIEW, START = 3, 5, 1, 1, 3, 10, 2, 1
"""Working days that each step takes until somebody knows better (ours)."""
_MOST_OFFERS = 8
_LONGEST = 80
"""Signs of an understanding that still names a step."""
_LEAD = re.compile(r"(\d{1,3})\s*(jour|day|semaine|week|mois|month)", re.IGNORECASE)
_LASTS = {"jour": 1, "day": 1, "semaine": 5, "week": 5, "mois": 21, "month": 21}


@dataclass(frozen=True)
class Proposed:
    """The columns of the proposal before and after: undo and redo write them as they were."""

    before: dict[str, Any]
    after: dict[str, Any]


def propose(session: Session, proposal_id: uuid.UUID, *, now: datetime) -> Proposed:
    """Write a first plan in place of what there is, and the wished day when none was said."""
    proposal = session.get_one(Proposal, proposal_id)
    needs = needs_of(session, proposal.prospect_id)
    prospect = load_prospect(session, proposal.prospect_id)
    before = {"plan": list(proposal.plan), "wished_on": proposal.wished_on}
    proposal.plan = first_plan(session, proposal, prospect, settings.company(session), needs)
    proposal.wished_on = proposal.wished_on or wished_day(proposal, prospect, needs, now.date())
    proposal.updated_at = now
    return Proposed(before, {"plan": list(proposal.plan), "wished_on": proposal.wished_on})


def wished_day(proposal: Proposal, prospect: Prospect, needs: Sequence[StatedNeed], today: date) -> date | None:
    """The day written on the proposal, that expected of the prospect, or the first deadline among their needs."""
    due = [stated.need.due_on for stated in needs if stated.need.kind is NeedKind.DEADLINE and stated.need.due_on]
    known = (proposal.start_on, prospect.expected_on, min((day for day in due if day >= today), default=None))
    return next((day for day in known if day), None)


@dataclass(frozen=True)
class Names:
    """What the usual steps are called."""

    opinion: str
    decision: str
    signing: str
    kick_off: str
    groundwork: str
    delivery: str
    review: str
    start: str


def names(language: Language) -> Names:
    """In ``language``."""
    _ = language.gettext
    return Names(
        opinion=_("Opinion on the proposal"),
        decision=language.pgettext("step of a plan", "Decision"),
        signing=_("Signature and order"),
        kick_off=_("Kick-off meeting"),
        groundwork=_("Access and documents"),
        delivery=_("Setting up"),
        review=_("Check together"),
        start=_("Going into service"),
    )


def start_day(proposal: Proposal, plan: Plan | None) -> date | None:
    """When it works, as page 1 says it: the day written by hand, else that of the plan, else the day wished for."""
    return proposal.start_on or (plan.ready_on if plan else proposal.wished_on)


def signing_day(proposal: Proposal, plan: Plan | None) -> date | None:
    """By when they sign: the day written by hand, else that of the plan, unless the offer is over before."""
    decided = _decided_on(plan, names(Language(proposal.language)).signing) if plan else None
    return proposal.sign_before or (min(decided, proposal.valid_until) if decided else None)


def _decided_on(plan: Plan, signing: str) -> date | None:
    """The end of the step called ``signing``, else of their last one before anything begins on our side."""
    signed = [step.ends_on for step in plan.steps if step.name == signing]
    ours = min((step.starts_on for step in plan.steps if step.side is Side.OURS), default=date.max)
    theirs = [step.ends_on for step in plan.steps if step.side is Side.THEIRS and step.ends_on < ours]
    return max(signed or theirs, default=None)


def renamed(steps: Iterable[Step], former: Language, language: Language) -> list[dict[str, Any]]:
    """The same steps in another language, as ``Proposal.plan`` keeps them; a name that was written by hand stays."""
    known = dict(zip(astuple(names(former)), astuple(names(language)), strict=True))
    return [plain(replace(step, name=known.get(step.name, step.name))) for step in steps]


def first_plan(
    session: Session, proposal: Proposal, prospect: Prospect, seller: Company | None, needs: Sequence[StatedNeed]
) -> list[dict[str, Any]]:
    """Their decision, the signature, what each side prepares, the delivery of each offer, the review and the start:
    as ``Proposal.plan`` keeps it.
    """
    called = names(Language(proposal.language))
    us = seller.representative or seller.name if seller else ""
    them = _main(session, proposal, prospect)
    decider = _named(prospect, ContactRole.DECIDER) or them
    buyer = _named(prospect, ContactRole.BUYER) or decider
    opinions = [_new(called.opinion, Side.THEIRS, OPINION, name) for name in _influencers(prospect)]
    decisions = [_new(name, Side.THEIRS, DECISION, decider) for name in _decisions(needs, called.decision)]
    # Opinions are gathered at the same time, and the first decision waits for all of them.
    opinions = [_after(step, ()) for step in opinions]
    if opinions:
        decisions[0] = _after(decisions[0], [step.key for step in opinions])
    signing = _new(called.signing, Side.THEIRS, SIGNING, buyer)
    kick_off = _new(called.kick_off, Side.OURS, KICK_OFF, us)
    groundwork = _after(_new(called.groundwork, Side.THEIRS, GROUNDWORK, them), [signing.key])
    deliveries = [
        _after(_new(name, Side.OURS, days, us), [kick_off.key])
        for name, days in _deliveries(session, proposal, called.delivery)
    ]
    review = _after(
        _new(called.review, Side.THEIRS, REVIEW, _named(prospect, ContactRole.USER) or them),
        [*(step.key for step in deliveries), groundwork.key],
    )
    start = _new(called.start, Side.OURS, START, us)
    steps = (*opinions, *decisions, signing, kick_off, groundwork, *deliveries, review, start)
    return [plain(step) for step in steps]


def _new(name: str, side: Side, days: int, owner: str) -> Step:
    return Step(str(new_id()), name, side, owner, days)


def _after(step: Step, keys: Iterable[str]) -> Step:
    return replace(step, after=tuple(keys))


def _main(session: Session, proposal: Proposal, prospect: Prospect) -> str:
    contact = session.get(Contact, proposal.contact_id) if proposal.contact_id else prospect.main_contact
    return contact.name if contact else ""


def _named(prospect: Prospect, role: ContactRole) -> str:
    return ", ".join(contact.name for contact in prospect.contacts if contact.role is role and contact.name.strip())


def _influencers(prospect: Prospect) -> list[str]:
    return [
        contact.name for contact in prospect.contacts if contact.role is ContactRole.INFLUENCER and contact.name.strip()
    ]


def _decisions(needs: Sequence[StatedNeed], usual: str) -> list[str]:
    """What they told us of how they decide, as understood; one decision like any other when nothing was.

    Only from words that may be quoted: what was said between us names no step.
    """
    found = [stated.need.statement.strip().rstrip(".") for stated in needs if _tells_how_they_decide(stated)]
    return found or [usual]


def _tells_how_they_decide(stated: StatedNeed) -> bool:
    short = 0 < len(stated.need.statement.strip()) <= _LONGEST
    return stated.need.kind is NeedKind.DECISION and short and bool(stated.citable)


def _deliveries(session: Session, proposal: Proposal, usual: str) -> list[tuple[str, int]]:
    """One step for each offer of the chosen option that takes time; else as long as the option says, or as usual."""
    option = _chosen(session, proposal.id)
    if option is None:
        return [(usual, DELIVERY)]
    timed = dict.fromkeys(_timed(session, option.id))
    if timed:
        return list(timed)[:_MOST_OFFERS]
    said = _LEAD.search(option.lead_time)
    days = int(said[1]) * _LASTS[said[2].lower()] if said else DELIVERY
    return [(usual, min(max(days, 1), MOST_DAYS))]


def _chosen(session: Session, proposal_id: uuid.UUID) -> Option | None:
    query = select(Option).where(Option.proposal_id == proposal_id, Option.deleted_at.is_(None))
    return session.scalars(query.order_by(Option.recommended.desc(), Option.position).limit(1)).first()


def _timed(session: Session, option_id: uuid.UUID) -> Iterator[tuple[str, int]]:
    query = (
        select(OptionLine, Offer.lead_days)
        .join(Offer, Offer.id == OptionLine.offer_id)
        .where(OptionLine.option_id == option_id, OptionLine.deleted_at.is_(None), Offer.lead_days > 0)
        .order_by(OptionLine.position, OptionLine.id)
    )
    for line, days in session.execute(query):
        if line.chosen or not line.optional:
            yield line.label, min(days, MOST_DAYS)
