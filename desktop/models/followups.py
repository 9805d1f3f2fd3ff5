"""A dated next step: when, by which channel, to what end."""

import uuid
from datetime import UTC, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from sqlalchemy import DateTime, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.base import Base
from desktop.models.followup_kinds import Channel, Objective, Outcome


class FollowUpState(StrEnum):
    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"
    REPLACED = "replaced"
    """Another next step took its place: a prospect has one."""


class FollowUp(Base):
    """What the rep promised to do next.

    ``due_local`` is what the rep meant (a wall clock in ``zone``); ``due_at`` is the moment it falls on, recomputed
    when the rules of a zone change.
    """

    __tablename__ = "follow_ups"
    __table_args__ = (
        # What is due when, narrowed by what the list of follow-ups asks for. It stops short of the key: SQLite would
        # take an index that covers the open step of one prospect for the best one, and walk those of everybody.
        Index("ix_follow_ups_list", "state", "due_at", "channel", "objective", "cadence_run_id", "prospect_id"),
        Index(None, "prospect_id", "state", "due_at"),
        # What a series that is taken back would otherwise be looked for in: every follow-up there ever was.
        Index("ix_follow_ups_cadence_run_id", "cadence_run_id", sqlite_where=text("cadence_run_id IS NOT NULL")),
        Index("ix_follow_ups_remind_at", "remind_at", sqlite_where=text("remind_at IS NOT NULL")),
    )

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
    brings: Mapped[str] = mapped_column(default="")
    """What it gives them: a useful content, a proof."""
    state: Mapped[FollowUpState] = mapped_column(default=FollowUpState.OPEN)
    done_at: Mapped[datetime | None]
    moves: Mapped[int] = mapped_column(default=0)
    """How many times it was moved to another date."""
    move_reason: Mapped[str] = mapped_column(default="")
    """Why it was moved the last time, asked for from the third one on."""
    outcome: Mapped[Outcome | None]
    outcome_note: Mapped[str] = mapped_column(default="")
    snoozed_until: Mapped[datetime | None]
    """When to remind of it again; the date that it is due on stays."""
    remind_at: Mapped[datetime | None]
    """When to ring for it; ``None`` once it rang, and once it is no longer open."""
    cadence_run_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("cadence_runs.id"))
    cadence_step: Mapped[int | None]
    """Which step of the run it is, the first being 0."""
    sequence: Mapped[int] = mapped_column(default=0)
    """Raised at each change that a calendar must hear of; never lowered, undo included."""
    calendar_sequence: Mapped[int | None]
    """The ``sequence`` last handed to a calendar; ``None`` when none was."""
    created_at: Mapped[datetime]

    @staticmethod
    def moment(due_local: datetime, zone: str) -> datetime:
        """The moment a wall clock falls on; an hour that a change of clocks skips is read as the hour after."""
        return due_local.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
