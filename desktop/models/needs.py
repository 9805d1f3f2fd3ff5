"""A stake, problem or goal of the prospect, stated by one or more verbatims."""

import uuid
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.base import Base
from desktop.models.need_kinds import NeedKind


class Told(StrEnum):
    """How the prospect confirmed something: aloud, or on the page turned towards them."""

    ALOUD = "aloud"
    MIRROR = "mirror"


class Reply(StrEnum):
    """What the prospect answered to their need said back."""

    CONFIRMED = "confirmed"
    CORRECTED = "corrected"
    REFUSED = "refused"


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
    confirmed_at: Mapped[datetime | None]
    confirmed_via: Mapped[Told | None]
    amount: Mapped[Decimal | None]
    """Euros, when the need is about a sum."""
    due_on: Mapped[date | None]
    """By when, when the need is about a date."""
    figure: Mapped[str] = mapped_column(default="")
    """Another figure of theirs, in their words: "deux jours par semaine"."""
    position: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime]
    deleted_at: Mapped[datetime | None]


class NeedVerbatim(Base):
    """A verbatim that states a need."""

    __tablename__ = "need_verbatims"
    __table_args__ = (Index(None, "need_id", "verbatim_id", unique=True),)

    need_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("needs.id"))
    verbatim_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("entries.id"))


class Reformulation(Base):
    """Something the prospect said, said back to them, and what they answered. Never changed: a later one counts."""

    __tablename__ = "reformulations"
    __table_args__ = (Index(None, "prospect_id", "at"), Index(None, "entry_id", "at"))

    prospect_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("prospects.id"))
    call_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("calls.id"))
    entry_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("entries.id"))
    """The verbatim that was said back."""
    contact_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("contacts.id"))
    sentence: Mapped[str]
    """What the rep said."""
    reply: Mapped[Reply]
    correction: Mapped[str] = mapped_column(default="")
    """How the prospect put it right, in their words."""
    via: Mapped[Told] = mapped_column(default=Told.ALOUD)
    at: Mapped[datetime]
    deleted_at: Mapped[datetime | None]


class SharedPage(Base):
    """The needs as the prospect read, ticked, corrected and ordered them on the page turned towards them."""

    __tablename__ = "shared_pages"
    __table_args__ = (Index(None, "prospect_id", "at"),)

    prospect_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("prospects.id"))
    call_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("calls.id"))
    contact_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("contacts.id"))
    signed_name: Mapped[str] = mapped_column(default="")
    signature: Mapped[list[Any]] = mapped_column(default=list)
    """Strokes, each a list of ``[x, y]`` in thousandths of the width of the pad; empty when not signed."""
    content: Mapped[dict[str, Any]]
    """What stood on the page when they agreed: see ``services.shared_page``."""
    at: Mapped[datetime]
    deleted_at: Mapped[datetime | None]
