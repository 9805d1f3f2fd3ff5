"""What the company sells, what proves it, and the words that stand in every proposal."""

import uuid
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.base import Base, Quantity


class Billing(StrEnum):
    """How often a price is asked."""

    ONCE = "once"
    MONTHLY = "monthly"
    YEARLY = "yearly"


class Offer(Base):
    """A catalogue entry: what it answers, with which proof, what it costs and how long it takes."""

    __tablename__ = "offers"

    code: Mapped[str] = mapped_column(default="")
    """The company's own reference: what an import finds it again by."""
    label: Mapped[str]
    detail: Mapped[str] = mapped_column(default="")
    answer: Mapped[str] = mapped_column(default="")
    """The sentence that answers a need."""
    benefit: Mapped[str] = mapped_column(default="")
    proof: Mapped[str] = mapped_column(default="")
    """A case, a figure or a reference."""
    need_kinds: Mapped[list[str]] = mapped_column(default=list)
    """Values of ``NeedKind`` that it answers; empty: any."""
    sectors: Mapped[list[str]] = mapped_column(default=list)
    """Those it is for, as they are typed on a prospect; empty: all."""
    unit: Mapped[str] = mapped_column(default="")
    unit_price: Mapped[Decimal] = mapped_column(default=Decimal(0))
    vat_rate: Mapped[Decimal] = mapped_column(Quantity, default=Decimal(20))
    billing: Mapped[Billing] = mapped_column(default=Billing.ONCE)
    lead_days: Mapped[int] = mapped_column(default=0)
    """Working days between the order and the service."""
    step: Mapped[bool] = mapped_column(default=False)
    """An intermediate step (audit, trial, workshop): what may be sold before the rest is decided."""
    created_at: Mapped[datetime]
    archived_at: Mapped[datetime | None]


class EvidenceKind(StrEnum):
    """What a reference of ours is."""

    CASE = "case"
    FIGURE = "figure"
    REFERENCE = "reference"
    TESTIMONIAL = "testimonial"


class Reference(Base):
    """Something that proves what we say, and may be shown to a customer."""

    __tablename__ = "catalogue_references"
    __table_args__ = (Index(None, "offer_id"),)

    offer_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("offers.id"))
    """The offer that it proves; ``None``: the company as a whole."""
    kind: Mapped[EvidenceKind] = mapped_column(default=EvidenceKind.CASE)
    text: Mapped[str]
    source: Mapped[str] = mapped_column(default="")
    """Who says so: a customer, a study, a date."""
    sectors: Mapped[list[str]] = mapped_column(default=list)
    need_kinds: Mapped[list[str]] = mapped_column(default=list)
    created_at: Mapped[datetime]
    archived_at: Mapped[datetime | None]


class BlockKind(StrEnum):
    """The words that every proposal may carry."""

    METHOD = "method"
    FOLLOW_UP = "follow_up"
    COMMITMENTS = "commitments"
    FLEXIBILITY = "flexibility"
    TEAM = "team"
    TERMS = "terms"


class StandingBlock(Base):
    """A block of words of the company, in one language, ready to stand in a proposal."""

    __tablename__ = "standing_blocks"
    __table_args__ = (Index(None, "language", "position"),)

    kind: Mapped[BlockKind]
    language: Mapped[str]
    title: Mapped[str]
    text: Mapped[str] = mapped_column(default="")
    usual: Mapped[bool] = mapped_column(default=False)
    """Stands in a new proposal without being asked for."""
    position: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime]
    archived_at: Mapped[datetime | None]
