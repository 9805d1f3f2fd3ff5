"""A stake, problem or goal of the prospect, stated by one or more verbatims."""

import uuid
from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.base import Base
from desktop.models.need_kinds import NeedKind


class Need(Base):
    """What the rep understood; ``position`` is the prospect's own order."""

    __tablename__ = "needs"
    __table_args__ = (Index(None, "prospect_id", "position"),)

    prospect_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("prospects.id"))
    call_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("calls.id"))
    kind: Mapped[NeedKind] = mapped_column(default=NeedKind.NEED)
    statement: Mapped[str] = mapped_column(default="")
    """What we understand, in our words. The prospect's own are in the verbatims."""
    confirmed: Mapped[bool] = mapped_column(default=False)
    position: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime]
    deleted_at: Mapped[datetime | None]


class NeedVerbatim(Base):
    """A verbatim that states a need."""

    __tablename__ = "need_verbatims"
    __table_args__ = (Index(None, "need_id", "verbatim_id", unique=True),)

    need_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("needs.id"))
    verbatim_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("entries.id"))
