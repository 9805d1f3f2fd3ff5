"""What passed between the rep and a prospect outside a call: a note, a visit, a message in either direction."""

import uuid
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Column, ForeignKey, Index, Integer, Table, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from desktop.i18n import Language, current
from desktop.models.base import Base


class ExchangeKind(StrEnum):
    NOTE = "note"
    """For the rep alone."""
    MEETING = "meeting"
    """In person."""
    RECEIVED = "received"
    """A message or a call from them."""
    SENT = "sent"


HEARD = (ExchangeKind.MEETING, ExchangeKind.RECEIVED)
"""Those in which they said something themselves."""


def exchange_label(kind: ExchangeKind, language: Language | None = None) -> str:
    """``Note``, ``Rencontre``, ``Message reçu``, ``Message envoyé``."""
    pgettext = (language or current()).pgettext
    labels = {
        ExchangeKind.NOTE: pgettext("exchange", "Note"),
        ExchangeKind.MEETING: pgettext("exchange", "Meeting"),
        ExchangeKind.RECEIVED: pgettext("exchange", "Received"),
        ExchangeKind.SENT: pgettext("exchange", "Sent"),
    }
    return labels[kind]


class Exchange(Base):
    """One of them, at the moment it took place, in the rep's words."""

    __tablename__ = "exchanges"
    __table_args__ = (Index(None, "prospect_id", "at"),)

    prospect_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("prospects.id"))
    contact_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("contacts.id"))
    kind: Mapped[ExchangeKind]
    text: Mapped[str] = mapped_column(default="")
    at: Mapped[datetime]
    created_at: Mapped[datetime]
    deleted_at: Mapped[datetime | None]


# As for prospects and entries: whole numbers under which the full-text index holds exchanges and proposals.
exchange_numbers = Table(
    "exchange_numbers",
    Base.metadata,
    Column("number", Integer, primary_key=True),
    Column("exchange_id", Uuid, nullable=False, unique=True),
)
proposal_numbers = Table(
    "proposal_numbers",
    Base.metadata,
    Column("number", Integer, primary_key=True),
    Column("proposal_id", Uuid, nullable=False, unique=True),
)
