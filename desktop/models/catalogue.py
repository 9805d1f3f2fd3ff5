"""What the company sells, and the words that go with it."""

from datetime import datetime
from decimal import Decimal

from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.base import Base, Quantity


class Offer(Base):
    """A catalogue entry: what it answers, with which proof, and what it costs."""

    __tablename__ = "offers"

    label: Mapped[str]
    detail: Mapped[str] = mapped_column(default="")
    answer: Mapped[str] = mapped_column(default="")
    """The sentence that answers a need."""
    benefit: Mapped[str] = mapped_column(default="")
    proof: Mapped[str] = mapped_column(default="")
    """A case, a figure or a reference."""
    unit: Mapped[str] = mapped_column(default="")
    unit_price: Mapped[Decimal] = mapped_column(default=Decimal(0))
    vat_rate: Mapped[Decimal] = mapped_column(Quantity, default=Decimal(20))
    created_at: Mapped[datetime]
    archived_at: Mapped[datetime | None]
