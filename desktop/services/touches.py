"""What was tried with a prospect, by what means they can be reached, and whether a proposal is with them."""

import uuid
from collections.abc import Collection
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.calls import Call
from desktop.models.exchanges import Exchange, ExchangeKind
from desktop.models.followup_kinds import Channel
from desktop.models.followups import FollowUp, FollowUpState
from desktop.models.pressure import MEMORY, Touch
from desktop.models.proposals import Proposal, ProposalState
from desktop.models.prospects import Contact, Prospect

_MOST = 50
"""Touches of each kind that are read: more in three months would change nothing."""


def of(session: Session, prospect_id: uuid.UUID, *, now: datetime) -> list[Touch]:
    """Our attempts of the last three months, in any order. Those that they answered are told by ``heard_at``."""
    since = now - timedelta(days=MEMORY)
    done = select(FollowUp.done_at, FollowUp.channel).where(
        FollowUp.prospect_id == prospect_id, FollowUp.state == FollowUpState.DONE, FollowUp.done_at > since
    )
    sent = select(Exchange.at).where(
        Exchange.prospect_id == prospect_id,
        Exchange.kind == ExchangeKind.SENT,
        Exchange.deleted_at.is_(None),
        Exchange.at > since,
    )
    calls = select(Call.started_at).where(Call.prospect_id == prospect_id, Call.started_at > since)
    found = [Touch(at, channel) for at, channel in session.execute(done.limit(_MOST)) if at is not None]
    found += [Touch(at, Channel.EMAIL) for at in session.scalars(sent.limit(_MOST))]
    found += [Touch(at, Channel.PHONE) for at in session.scalars(calls.limit(_MOST))]
    return found


def last_channel(session: Session, prospect_id: uuid.UUID, *, now: datetime) -> Channel | None:
    """By what means they were last tried; ``None`` when they were not, these three months."""
    latest = max(of(session, prospect_id, now=now), key=lambda touch: touch.at, default=None)
    return latest.channel if latest else None


def proposal_with_them(session: Session, prospect_id: uuid.UUID) -> Proposal | None:
    """The latest proposal that was sent and not answered yet.

    The state is read here rather than asked for: SQLite would walk those of everybody that are sent.
    """
    query = select(Proposal).where(Proposal.prospect_id == prospect_id, Proposal.deleted_at.is_(None))
    found = session.scalars(query.order_by(Proposal.created_at.desc(), Proposal.id.desc()))
    return next((each for each in found if each.state is ProposalState.SENT), None)


def contact_of(session: Session, prospect_id: uuid.UUID, contact_id: uuid.UUID | None) -> Contact | None:
    """That person while they are still there, otherwise the one spoken to first."""
    query = select(Contact).where(Contact.prospect_id == prospect_id, Contact.deleted_at.is_(None))
    people = list(session.scalars(query.order_by(Contact.position)))
    return next((each for each in people if each.id == contact_id), people[0] if people else None)


def possible_channels(prospect: Prospect, contact: Contact | None) -> Collection[Channel]:
    """By what means that person can be reached: a number, an address to write to, a place to go to.

    LinkedIn is for companies; a video call is for whoever can be sent its link.
    """
    found = set()
    if contact is not None and contact.phone.strip():
        found.add(Channel.PHONE)
    if contact is not None and contact.email.strip():
        found |= {Channel.EMAIL, Channel.VIDEO}
    if prospect.kind == "b2b":
        found.add(Channel.LINKEDIN)
    if prospect.address.strip():
        found |= {Channel.MEETING, Channel.OTHER}
    return found
