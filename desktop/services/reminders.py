"""What is to be remembered now: read by the wall clock, and due to ring until somebody has answered it.

Nothing is scheduled, and nothing is marked before the rep has seen it: ``remind_at`` is cleared by ``acknowledge``,
never by the ring itself. A kill between the two rings again at the next start; within a run, whoever shows the
reminders remembers which ones it showed, and at what ``remind_at``.
"""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfoNotFoundError

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from desktop.models.calls import Verbatim
from desktop.models.followup_kinds import Channel, Objective
from desktop.models.followups import FollowUp, FollowUpState
from desktop.models.proposals import Proposal, ProposalState
from desktop.models.prospects import Contact, Prospect
from desktop.models.statuses import ACTIVE, Status
from desktop.services import absences, followups, row_changes
from desktop.services.followups import USUAL_HOUR
from desktop.services.row_changes import Changes

LISTED = 20
"""How many reminders are shown together at most; the others ring as these are answered."""
CHECKED_AHEAD = timedelta(days=3)
"""How far the moments are worked out again, each day, should the rules of a zone have changed: before they ring."""
_LATELY = timedelta(days=1)
_FOLLOWED = (*ACTIVE, Status.CLIENT)
_NOBODY = ("", "", "")
# What a reminder says: twenty whole follow-ups and prospects take several times as long.
_TOLD = (
    FollowUp.id,
    FollowUp.prospect_id,
    FollowUp.contact_id,
    FollowUp.remind_at,
    FollowUp.channel,
    FollowUp.objective,
    FollowUp.subject,
    FollowUp.brings,
    FollowUp.due_local,
    FollowUp.zone,
    FollowUp.due_at,
    Prospect.company,
)

Rung = Mapping[uuid.UUID, datetime]
"""Follow-ups, and the ``remind_at`` that each of them rang at."""


class Act(StrEnum):
    """What the rep most likely does about a reminder."""

    CALL = "call"
    DRAFT = "draft"
    PROPOSAL = "proposal"
    OPEN = "open"


@dataclass(frozen=True)
class Reminder:
    """One follow-up that rings, with what a rep needs to act on it at once."""

    follow_up_id: uuid.UUID
    prospect_id: uuid.UUID
    remind_at: datetime
    person: str
    company: str
    phone: str
    email: str
    channel: Channel
    objective: Objective
    subject: str
    brings: str
    due_local: datetime
    """The wall clock that was promised, in ``zone``."""
    zone: str
    due_at: datetime
    late: timedelta
    late_days: int
    """Midnights since, where the rep is: what Today counts too."""
    """Since it was due; never negative."""
    said: str
    """Their last citable words, or ""."""
    proposal_id: uuid.UUID | None
    """The proposal that waits for their answer."""

    @property
    def who(self) -> str:
        """The person, or the company where nobody is named."""
        return self.person or self.company

    @property
    def act(self) -> Act:
        """What the channel calls for."""
        if self.channel is Channel.PHONE:
            return Act.CALL
        if self.channel in (Channel.EMAIL, Channel.LINKEDIN):
            return Act.DRAFT
        return Act.PROPOSAL if self.proposal_id else Act.OPEN


def ring(session: Session, *, now: datetime) -> tuple[Reminder, ...]:
    """What is to be remembered at ``now`` and was not acknowledged, at most ``LISTED``, the earliest due first."""
    return read(session, due(session, now=now), now=now)


def due(session: Session, *, now: datetime) -> dict[uuid.UUID, datetime]:
    """The keys of what ``ring`` gives, the latest first: what a tick costs, be there a hundred thousand to come."""
    query = (
        select(FollowUp.id, FollowUp.remind_at)
        .join(Prospect, Prospect.id == FollowUp.prospect_id)
        .where(*_rings(), FollowUp.remind_at <= now)
        .order_by(FollowUp.remind_at.desc())
        .limit(LISTED)
    )
    return {key: at for key, at in session.execute(query) if at is not None}


def count(session: Session, *, now: datetime) -> int:
    """How many there are, listed or not."""
    query = select(func.count()).select_from(FollowUp).join(Prospect, Prospect.id == FollowUp.prospect_id)
    return session.scalar(query.where(*_rings(), FollowUp.remind_at <= now)) or 0


def read(session: Session, rung: Rung, *, now: datetime) -> tuple[Reminder, ...]:
    """Those of ``rung`` that still ring, be the clock back before their time; not those that were moved or snoozed."""
    if not rung:
        return ()
    query = select(*_TOLD).join(Prospect, Prospect.id == FollowUp.prospect_id).where(*_rings(), FollowUp.id.in_(rung))
    found = [row for row in session.execute(query) if row.remind_at == rung[row.id]]
    keys = [row.prospect_id for row in found]
    people, said, sent = _people(session, keys), _last_words(session, keys), _waiting(session, keys)
    reminders = []
    for row in found:
        them = people.get(row.prospect_id, {})
        contact = them.get(row.contact_id) or next(iter(them.values()), _NOBODY)
        quoted, waits = said.get(row.prospect_id, ""), sent.get(row.prospect_id)
        reminders.append(_reminder(row, contact, said=quoted, proposal_id=waits, now=now))
    return tuple(sorted(reminders, key=lambda each: (each.due_at, each.follow_up_id)))


def acknowledge(session: Session, rung: Rung) -> None:
    """The rep has seen these: they ring no more. What was moved or snoozed meanwhile keeps its own time. Idempotent."""
    for follow_up in session.scalars(select(FollowUp).where(FollowUp.id.in_(rung))):
        if follow_up.remind_at == rung[follow_up.id]:
            follow_up.remind_at = None


def acknowledge_all(session: Session, *, now: datetime) -> dict[uuid.UUID, datetime]:
    """Everything that rings, listed or not. Returns what it was, for ``ring_again``."""
    query = (
        select(FollowUp).join(Prospect, Prospect.id == FollowUp.prospect_id).where(*_rings(), FollowUp.remind_at <= now)
    )
    was = {}
    for follow_up in session.scalars(query):
        assert follow_up.remind_at is not None
        was[follow_up.id] = follow_up.remind_at
        follow_up.remind_at = None
    return was


def ring_again(session: Session, rung: Rung) -> None:
    """Undo an acknowledgement, of what is still open and was given no other time. Idempotent."""
    for follow_up in session.scalars(select(FollowUp).where(FollowUp.id.in_(rung))):
        if follow_up.state is FollowUpState.OPEN and follow_up.remind_at is None:
            follow_up.remind_at = rung[follow_up.id]


def snooze(session: Session, keys: Iterable[uuid.UUID], until: datetime, *, now: datetime) -> Changes:
    """Several in one act; ``followups.undo`` takes it back."""
    with row_changes.recording(session) as recorded:
        for key in keys:
            followups.snooze(session, key, until, now=now)
    return recorded.changes


def tomorrow(session: Session, *, now: datetime) -> datetime:
    """The next morning that the rep works, as a moment; ``now`` is their wall clock."""
    day = absences.calendar(session).after(now.date(), 1)
    return datetime.combine(day, USUAL_HOUR, now.tzinfo)


def misplaced(session: Session, *, now: datetime) -> dict[uuid.UUID, datetime]:
    """The open follow-ups of the coming days whose moment is no longer that of their wall clock, and where it is.

    A country changes its hour, a new table of zones comes with the system: nine o'clock stays nine o'clock.
    """
    query = select(FollowUp.id, FollowUp.due_local, FollowUp.zone, FollowUp.due_at).where(
        FollowUp.state == FollowUpState.OPEN, FollowUp.due_at >= now - _LATELY, FollowUp.due_at < now + CHECKED_AHEAD
    )
    found = {}
    for key, due_local, zone, due_at in session.execute(query):
        try:
            moment = FollowUp.moment(due_local, zone)
        except ZoneInfoNotFoundError:
            continue
        if moment != due_at:
            found[key] = moment
    return found


def put_in_place(session: Session, moments: Mapping[uuid.UUID, datetime]) -> None:
    """Give follow-ups the moment that ``misplaced`` found; what waits to ring then rings then. Idempotent."""
    for follow_up in session.scalars(select(FollowUp).where(FollowUp.id.in_(moments))):
        if follow_up.remind_at == follow_up.due_at:
            follow_up.remind_at = moments[follow_up.id]
        follow_up.due_at = moments[follow_up.id]


def _rings() -> tuple[ColumnElement[bool], ...]:
    """What may ring at all: of somebody who is followed, and not removed."""
    # A function keeps SQLite off the index of what it wraps: it would walk everything open, or everybody followed,
    # where the index on remind_at holds the few that ring.
    return (
        FollowUp.remind_at.is_not(None),
        func.likely(FollowUp.state) == FollowUpState.OPEN,
        func.likely(Prospect.deleted_at).is_(None),
        func.likely(Prospect.status).in_([*_FOLLOWED]),
    )


def _reminder(
    row: Any, contact: tuple[str, str, str], *, said: str, proposal_id: uuid.UUID | None, now: datetime
) -> Reminder:
    person, phone, email = contact
    return Reminder(
        follow_up_id=row.id,
        prospect_id=row.prospect_id,
        remind_at=row.remind_at,
        person=person,
        company=row.company,
        phone=phone,
        email=email,
        channel=row.channel,
        objective=row.objective,
        subject=row.subject,
        brings=row.brings,
        due_local=row.due_local,
        zone=row.zone,
        due_at=row.due_at,
        late=max(now - row.due_at, timedelta()),
        late_days=max(0, (now.date() - row.due_at.astimezone(now.tzinfo).date()).days),
        said=said,
        proposal_id=proposal_id,
    )


def _people(session: Session, prospects: Sequence[uuid.UUID]) -> dict[uuid.UUID, dict[uuid.UUID, tuple[str, str, str]]]:
    """Who there is at each of them, the one spoken to first coming first: name, phone, e-mail."""
    query = (
        select(Contact.prospect_id, Contact.id, Contact.name, Contact.phone, Contact.email)
        .where(Contact.prospect_id.in_(prospects), Contact.deleted_at.is_(None))
        .order_by(Contact.position)
    )
    people: dict[uuid.UUID, dict[uuid.UUID, tuple[str, str, str]]] = {}
    for prospect_id, key, name, phone, email in session.execute(query):
        people.setdefault(prospect_id, {})[key] = (name, phone, email)
    return people


def _last_words(session: Session, prospects: Sequence[uuid.UUID]) -> dict[uuid.UUID, str]:
    """What each of them said last that may be quoted."""
    last = (
        select(Verbatim.id)
        .where(Verbatim.prospect_id == Prospect.id, Verbatim.citable, Verbatim.deleted_at.is_(None))
        .order_by(Verbatim.at.desc(), Verbatim.sequence.desc())
        .limit(1)
        .correlate(Prospect)
        .scalar_subquery()
    )
    keys = session.scalars(select(last).where(Prospect.id.in_(prospects))).all()
    query = select(Verbatim.prospect_id, Verbatim.text, Verbatim.corrected).where(Verbatim.id.in_(keys))
    return {key: corrected or text for key, text, corrected in session.execute(query)}


def _waiting(session: Session, prospects: Sequence[uuid.UUID]) -> dict[uuid.UUID, uuid.UUID]:
    """The proposal sent last to each of them, while it is not answered."""
    query = (
        select(Proposal.prospect_id, Proposal.id)
        .where(
            Proposal.prospect_id.in_(prospects),
            func.likely(Proposal.state) == ProposalState.SENT,  # off the index of those that are sent to anybody
            Proposal.deleted_at.is_(None),
        )
        .order_by(Proposal.state_at)
    )
    return dict(iter(session.execute(query)))
