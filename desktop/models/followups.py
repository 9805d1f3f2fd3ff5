"""A dated next step: when, by which channel, to what end."""

import uuid
from datetime import UTC, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from sqlalchemy import DateTime, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.base import Base
from desktop.models.followup_kinds import Channel, Objective


class FollowUpState(StrEnum):
    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


class FollowUp(Base):
    """What the rep promised to do next.

    ``due_local`` is what the rep meant (a wall clock in ``zone``); ``due_at`` is the moment it falls on, recomputed
    when the rules of a zone change.
    """

    __tablename__ = "follow_ups"
    __table_args__ = (Index(None, "state", "due_at"), Index(None, "prospect_id", "state"))

    prospect_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("prospects.id"))
    call_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("calls.id"))
    contact_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("contacts.id"))
    due_local: Mapped[datetime] = mapped_column(DateTime)
    zone: Mapped[str]
    due_at: Mapped[datetime]
    channel: Mapped[Channel]
    objective: Mapped[Objective]
    subject: Mapped[str] = mapped_column(default="")
    """What it is about, in the rep's words: "valider le budget"."""
    state: Mapped[FollowUpState] = mapped_column(default=FollowUpState.OPEN)
    done_at: Mapped[datetime | None]
    moves: Mapped[int] = mapped_column(default=0)
    """How many times it was moved to another date."""
    created_at: Mapped[datetime]

    @staticmethod
    def moment(due_local: datetime, zone: str) -> datetime:
        """The moment a wall clock falls on; an hour that a change of clocks skips is read as the hour after."""
        return due_local.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
