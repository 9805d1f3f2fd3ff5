"""What a calendar is told of the follow-ups: one, a day, or all; and which of those it was given must change or go."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session, selectinload

from desktop.models.followup_kinds import Channel, Objective
from desktop.models.followups import FollowUp, FollowUpState
from desktop.models.prospects import Contact, Prospect

_AT_ONCE = 500
"""Keys in one question: an SQLite statement takes no more than some thousands."""


@dataclass(frozen=True)
class CalendarEvent:
    """One follow-up as a calendar holds it; a higher ``sequence`` replaces a lower one."""

    follow_up_id: uuid.UUID
    sequence: int
    cancelled: bool
    """It was handed to a calendar, and is done, dropped or replaced since."""
    due_local: datetime
    zone: str
    channel: Channel
    objective: Objective
    subject: str
    brings: str
    person: str
    company: str
    phone: str
    email: str

    @property
    def who(self) -> str:
        """The person, or the company where nobody is named."""
        return self.person or self.company


@dataclass(frozen=True)
class Feed:
    """What one file says, the earliest first."""

    events: tuple[CalendarEvent, ...]

    @property
    def live(self) -> tuple[CalendarEvent, ...]:
        """What is to be done."""
        return tuple(each for each in self.events if not each.cancelled)

    @property
    def withdrawn(self) -> tuple[CalendarEvent, ...]:
        """What a calendar must take out."""
        return tuple(each for each in self.events if each.cancelled)


def one(session: Session, follow_up_id: uuid.UUID) -> Feed:
    """One follow-up; or its withdrawal, when it is no longer open and a calendar has it. Empty when none needs it."""
    is_told = or_(FollowUp.state == FollowUpState.OPEN, FollowUp.calendar_sequence.is_not(None))
    return _feed(session, and_(FollowUp.id == follow_up_id, is_told))


def day(session: Session, on: date) -> Feed:
    """What is due on that day, and whatever has changed since a calendar was given it, on any day."""
    midnight = datetime.combine(on, time())
    due = and_(FollowUp.due_local >= midnight, FollowUp.due_local < midnight + timedelta(days=1))
    return _feed(session, or_(and_(FollowUp.state == FollowUpState.OPEN, due), _changed_since()))


def all_open(session: Session) -> Feed:
    """Everything open, and the withdrawals."""
    return _feed(session, or_(FollowUp.state == FollowUpState.OPEN, _changed_since()))


def hand_over(session: Session, events: Sequence[CalendarEvent]) -> None:
    """Remember what a calendar was given, and in which state. Idempotent."""
    given = {each.follow_up_id: each.sequence for each in events}
    keys = list(given)
    for start in range(0, len(keys), _AT_ONCE):
        query = select(FollowUp).where(FollowUp.id.in_(keys[start : start + _AT_ONCE]))
        for follow_up in session.scalars(query):
            follow_up.calendar_sequence = given[follow_up.id]


def _changed_since() -> ColumnElement[bool]:
    """A calendar has an older state of it."""
    return and_(FollowUp.calendar_sequence.is_not(None), FollowUp.calendar_sequence < FollowUp.sequence)


def _feed(session: Session, wanted: ColumnElement[bool]) -> Feed:
    query = (
        select(FollowUp, Prospect)
        .join(Prospect, Prospect.id == FollowUp.prospect_id)
        .where(wanted, Prospect.deleted_at.is_(None))
        .order_by(FollowUp.due_at, FollowUp.id)
        .options(selectinload(Prospect.contacts))
    )
    return Feed(tuple(_event(follow_up, prospect) for follow_up, prospect in session.execute(query)))


def _event(follow_up: FollowUp, prospect: Prospect) -> CalendarEvent:
    asked = next((each for each in prospect.contacts if each.id == follow_up.contact_id), prospect.main_contact)
    contact = asked or Contact(name="", phone="", email="")
    return CalendarEvent(
        follow_up_id=follow_up.id,
        sequence=follow_up.sequence,
        cancelled=follow_up.state is not FollowUpState.OPEN,
        due_local=follow_up.due_local,
        zone=follow_up.zone,
        channel=follow_up.channel,
        objective=follow_up.objective,
        subject=follow_up.subject,
        brings=follow_up.brings,
        person=contact.name,
        company=prospect.company,
        phone=contact.phone,
        email=contact.email,
    )
