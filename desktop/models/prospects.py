"""The company or person being sold to, the people there, and how its status moved."""

import uuid
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Column, ForeignKey, Index, Integer, Table, Uuid
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desktop.models.base import Base
from desktop.models.grids import Band
from desktop.models.matrix import Heat
from desktop.models.statuses import ContactRole, Status


class Prospect(Base):
    """One pursuit: a company or a person, with a status, a heat, an amount and a source.

    ``band`` and its neighbours repeat the standing of the current grid, so that a list of a hundred thousand prospects
    never computes one; ``services.grids`` keeps them in step.
    """

    __tablename__ = "prospects"
    __table_args__ = (
        Index(None, "deleted_at", "updated_at"),
        # Covers the counts of the matrix and of Today, which then never read the prospects themselves.
        Index("ix_prospects_active", "deleted_at", "status", "to_complete", "heat", "band", "updated_at", "id"),
    )

    company: Mapped[str] = mapped_column(default="")
    about: Mapped[str] = mapped_column(default="")
    """One line that helps the rep remember who they are: "PME, 38 salariés · menuiserie industrielle"."""
    kind: Mapped[str] = mapped_column(default="b2b")
    """``b2b`` or ``b2c``."""
    sector: Mapped[str] = mapped_column(default="")
    source: Mapped[str] = mapped_column(default="")
    address: Mapped[str] = mapped_column(default="")
    siren: Mapped[str] = mapped_column(default="")
    notes: Mapped[str] = mapped_column(default="")
    amount: Mapped[Decimal | None]
    expected_on: Mapped[date | None]
    status: Mapped[Status] = mapped_column(default=Status.LEAD)
    heat: Mapped[Heat | None]
    heat_signs: Mapped[dict[str, Any]] = mapped_column(default=dict)
    """The rep's private impressions, 0 to 3 by sign (``models.heat_signs``), and ``reason``: never in a document."""
    low: Mapped[int | None]
    high: Mapped[int | None]
    maximum: Mapped[int | None]
    band: Mapped[Band | None]
    band_high: Mapped[Band | None]
    to_complete: Mapped[bool] = mapped_column(default=True)
    is_example: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    deleted_at: Mapped[datetime | None]

    contacts: Mapped[list["Contact"]] = relationship(
        lazy="raise",
        order_by="Contact.position",
        primaryjoin="and_(Contact.prospect_id == Prospect.id, Contact.deleted_at.is_(None))",
        viewonly=True,
    )

    @property
    def main_contact(self) -> "Contact | None":
        """The person spoken to first; needs ``contacts`` loaded."""
        return self.contacts[0] if self.contacts else None

    @property
    def name(self) -> str:
        """The company, or the person when there is no company; needs ``contacts`` loaded."""
        return self.company or (self.main_contact.name if self.main_contact else "")


class Contact(Base):
    """A person at the prospect, with a role in the decision."""

    __tablename__ = "contacts"
    __table_args__ = (Index(None, "prospect_id", "position"),)

    prospect_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("prospects.id"))
    position: Mapped[int] = mapped_column(default=0)
    name: Mapped[str] = mapped_column(default="")
    job_title: Mapped[str] = mapped_column(default="")
    role: Mapped[ContactRole | None]
    phone: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    created_at: Mapped[datetime]
    deleted_at: Mapped[datetime | None]


class StatusChange(Base):
    """One move of a prospect's status: when, from what, to what, and why."""

    __tablename__ = "status_changes"

    prospect_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("prospects.id"), index=True)
    at: Mapped[datetime]
    before: Mapped[Status]
    after: Mapped[Status]
    reason: Mapped[str] = mapped_column(default="")


# The full-text index holds its rows under whole numbers that survive a compaction of the file: these tables give each
# prospect and each entry its number. Triggers of the first migration keep index and numbers in step.
prospect_numbers = Table(
    "prospect_numbers",
    Base.metadata,
    Column("number", Integer, primary_key=True),
    Column("prospect_id", Uuid, nullable=False, unique=True),
)
