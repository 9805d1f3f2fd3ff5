"""A series of follow-ups under way with one prospect: which step comes next, and why it waits."""

import uuid
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.base import Base


class RunState(StrEnum):
    RUNNING = "running"
    PAUSED = "paused"
    ENDED = "ended"


class CadenceRun(Base):
    """One series, with its own copy of the cadence: publishing a new version changes none under way.

    Only the step that comes next is a ``FollowUp``; the others wait here, counted from ``started_on``.
    """

    __tablename__ = "cadence_runs"
    __table_args__ = (Index(None, "prospect_id", "state"), Index(None, "state", "changed_at"))

    prospect_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("prospects.id"))
    cadence_copy: Mapped[dict[str, Any]]
    state: Mapped[RunState] = mapped_column(default=RunState.RUNNING)
    reason: Mapped[str] = mapped_column(default="")
    """Why it is paused, late or ended, in words."""
    origin: Mapped[str] = mapped_column(default="")
    """What it was started from: ``cell``, ``show``, ``proposal``, or "" by hand."""
    proposal_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("proposals.id"))
    started_on: Mapped[date]
    next_step: Mapped[int] = mapped_column(default=0)
    """The step that is or will be the open follow-up, the first being 0."""
    created_at: Mapped[datetime]
    changed_at: Mapped[datetime]
    """When it took its state."""

    def hold(self, reason: str, now: datetime) -> None:
        """Pause, and say why; one that is not running stays as it is."""
        if self.state is RunState.RUNNING:
            self.state, self.reason, self.changed_at = RunState.PAUSED, reason, now
