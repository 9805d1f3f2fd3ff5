"""The account of a call that may leave the house: what they allowed us to quote, what was agreed, what comes next.

No score, no note, no heat, no objection, nothing that was not marked quotable or shared with them can reach it.
"""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, tzinfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.clock import PARIS
from desktop.models.calls import Call, Verbatim
from desktop.models.followups import FollowUp, FollowUpState
from desktop.models.need_kinds import NeedKind
from desktop.models.prospects import Contact
from desktop.services import calls, needs, settings, shared_page
from desktop.services.parties import client_of, seller_of
from desktop.services.proposal_content import AgreedStep, Client, Quote, Seller
from desktop.services.prospects import load_prospect
from desktop.services.shared_page import Stroke


@dataclass(frozen=True)
class Point:
    """Something they said: in their words, or as we understood it where no word may be quoted."""

    kind: NeedKind
    quotes: tuple[Quote, ...]
    understanding: str = ""
    confirmed: bool = False


@dataclass(frozen=True)
class CallReport:
    """One page, in ``language``. Empty texts and tuples are left out."""

    language: str
    seller: Seller
    client: Client
    held_on: date
    people: tuple[str, ...]
    """Who took part, theirs then ours."""
    points: tuple[Point, ...] = ()
    agreed_by: str = ""
    """Who read the needs and put them in order, on the page turned towards them."""
    agreed_on: date | None = None
    signature: tuple[Stroke, ...] = ()
    """As they drew it there."""
    next_step: AgreedStep | None = None


def report(session: Session, call_id: uuid.UUID, language: str, *, zone: tzinfo = PARIS) -> CallReport:
    """The report of a call in ``language`` (``fr`` or ``en``); ``zone`` is the rep's."""
    call = session.get_one(Call, call_id)
    prospect = load_prospect(session, call.prospect_id)
    contact = session.get(Contact, call.contact_id) if call.contact_id else prospect.main_contact
    seller = seller_of(settings.company(session, with_logo=True))
    people = {each.id: each.name for each in prospect.contacts}
    said = [entry for entry in calls.entries(session, call_id) if isinstance(entry, Verbatim)]
    spoke = {entry.contact_id for entry in said} | {call.contact_id}
    theirs = [each.name for each in prospect.contacts if each.id in spoke and each.name]
    page = shared_page.latest(session, call.prospect_id, call_id)
    return CallReport(
        language=language,
        seller=seller,
        client=client_of(prospect, contact),
        held_on=call.started_at.astimezone(zone).date(),
        people=(*theirs, *([seller.representative] if seller.representative else [])),
        points=_points(session, call, said, people, zone),
        agreed_by=page.signed_name if page else "",
        agreed_on=page.at.astimezone(zone).date() if page else None,
        signature=shared_page.strokes(page) if page else (),
        next_step=_next_step(session, call_id),
    )


def _points(
    session: Session, call: Call, said: Sequence[Verbatim], people: dict[uuid.UUID, str], zone: tzinfo
) -> tuple[Point, ...]:
    """The needs stated in this call, in the prospect's order, then the other words that may be quoted."""
    ours = {entry.id for entry in said}
    quoted: set[uuid.UUID] = set()
    points = []
    for stated in needs.needs_of(session, call.prospect_id):
        words = [each for each in stated.verbatims if each.id in ours and each.citable]
        confirmed = stated.need.confirmed
        if words or (confirmed and stated.need.call_id == call.id and stated.need.statement):
            quotes = tuple(_quote(each, people, zone, confirmed) for each in words if each.id not in quoted)
            quoted.update(each.id for each in words)
            understanding = stated.need.statement if confirmed else ""
            if quotes or understanding:
                points.append(Point(stated.need.kind, quotes, understanding, confirmed))
    script = call.script
    for each in said:
        if each.citable and each.id not in quoted:
            kind = script.question(each.question).need_kind if each.question else None
            points.append(Point(kind or NeedKind.NEED, (_quote(each, people, zone, False),)))
    return tuple(points)


def _quote(verbatim: Verbatim, people: dict[uuid.UUID, str], zone: tzinfo, confirmed: bool) -> Quote:
    speaker = people.get(verbatim.contact_id, "") if verbatim.contact_id else ""
    return Quote(verbatim.words, speaker, verbatim.at.astimezone(zone).date(), confirmed)


def _next_step(session: Session, call_id: uuid.UUID) -> AgreedStep | None:
    query = select(FollowUp).where(FollowUp.call_id == call_id, FollowUp.state == FollowUpState.OPEN)
    step = session.scalars(query.order_by(FollowUp.created_at.desc()).limit(1)).first()
    return AgreedStep(step.due_local, step.channel, step.zone) if step else None
