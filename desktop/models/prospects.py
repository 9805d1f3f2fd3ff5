"""The company or person being sold to, the people there, and how its status moved."""

import uuid
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Index, Integer, String, Table, Uuid, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desktop.models.base import Base
from desktop.models.grids import Band
from desktop.models.matrix import Heat
from desktop.models.statuses import ContactRole, LossKind, Stance, Status


class Prospect(Base):
    """One pursuit: a company or a person, with a status, a heat, an amount and a source.

    ``band`` and its neighbours repeat the standing of the current grid, so that a list of a hundred thousand prospects
    never computes one; ``services.grids`` keeps them in step.
    """

    __tablename__ = "prospects"
    __table_args__ = (
        # Covers every filter, order and count of the list: walking it whole takes a few milliseconds at a hundred
        # thousand prospects, and the prospects themselves are read for the lines in sight alone. Newest first, so that
        # whatever else the list is sorted by, most of what comes later need not be sorted in.
        Index(
            "ix_prospects_list",
            text("updated_at DESC"),
            text("id DESC"),
            "status",
            "band",
            "heat",
            "to_complete",
            "has_decider",
            "next_due_at",
            "amount",
            "low",
            "maximum",
            "kind",
            "source",
            "heard_at",
            "created_at",
            "sort_name",
            "deleted_at",
            sqlite_where=text("deleted_at IS NULL"),
        ),
        # What is due in a cell of the matrix, and the prospects of that cell: Today and the Matrix page.
        Index(
            "ix_prospects_cell",
            "heat",
            "band",
            "next_due_at",
            "status",
            "deleted_at",
            "to_complete",
            "amount",
            "low",
            "high",
            "maximum",
            "id",
        ),
        # What is due between two days, whatever the cell.
        Index(
            "ix_prospects_due",
            "next_due_at",
            "status",
            "deleted_at",
            "amount",
            "id",
            sqlite_where=text("next_due_at IS NOT NULL"),
        ),
        # From one source to the next, and who came by one and was never heard.
        Index("ix_prospects_source", "source", "heard_at", "created_at", "status", "deleted_at"),
        # Those set aside whose day has come.
        Index("ix_prospects_wake_on", "wake_on", "status", "deleted_at", sqlite_where=text("wake_on IS NOT NULL")),
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
    website: Mapped[str] = mapped_column(default="")
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
    wake_on: Mapped[date | None]
    """When one set aside is worth a look again."""
    heard_at: Mapped[datetime | None]
    """When they last said something themselves: in a call, by an answer. Our own attempts do not count."""
    next_due_at: Mapped[datetime | None]
    """When the earliest open follow-up is due. Triggers write it, nothing else does."""
    has_decider: Mapped[bool] = mapped_column(default=False)
    """Whether one of the people there decides. Triggers write it, nothing else does."""
    sort_name: Mapped[str] = mapped_column(default="")
    """The company, or the first person without one, in small letters without accents. Triggers write it."""
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
    stance: Mapped[Stance | None]
    """Where they stand on our offer, on the map of the decision."""
    relation: Mapped[str] = mapped_column(default="")
    """In a household, what they are to the first person: "conjoint", "fille"."""
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
    loss: Mapped[LossKind | None]
    """For a loss: the reason that is counted; ``reason`` says it in words."""
    suggested: Mapped[Status | None]
    """What the program suggested then, when the rep decided otherwise."""
    grid: Mapped[str] = mapped_column(default="")
    """The key of the grid that the prospect was scored on."""
    grid_version: Mapped[int | None]


# How many prospects there are of each standing, and what they are worth in cents: the matrix, Today and the filters
# count a hundred thousand of them by reading a few hundred rows. Triggers of the fifth migration keep it.
standing_counts = Table(
    "standing_counts",
    Base.metadata,
    Column("status", String(20), primary_key=True),
    Column("band", String(20), primary_key=True),
    Column("heat", String(20), primary_key=True),
    Column("to_complete", Boolean, primary_key=True),
    Column("planned", Boolean, primary_key=True),
    Column("decider", Boolean, primary_key=True),
    Column("prospects", Integer, nullable=False),
    Column("amount", BigInteger, nullable=False),
)

# The full-text index holds its rows under whole numbers that survive a compaction of the file: these tables give each
# prospect and each entry its number. Triggers of the first migration keep index and numbers in step.
prospect_numbers = Table(
    "prospect_numbers",
    Base.metadata,
    Column("number", Integer, primary_key=True),
    Column("prospect_id", Uuid, nullable=False, unique=True),
)
