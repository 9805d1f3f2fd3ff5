"""The rep's own company: who signs a proposal, and what the law asks it to say."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.base import Base, Quantity


class Company(Base):
    """One row: the seller, as it stands on every document."""

    __tablename__ = "company"

    name: Mapped[str] = mapped_column(default="")
    legal_form: Mapped[str] = mapped_column(default="")
    capital: Mapped[str] = mapped_column(default="")
    address: Mapped[str] = mapped_column(default="")
    postcode_city: Mapped[str] = mapped_column(default="")
    siret: Mapped[str] = mapped_column(default="")
    rcs: Mapped[str] = mapped_column(default="")
    vat_number: Mapped[str] = mapped_column(default="")
    vat_exempt: Mapped[bool] = mapped_column(default=False)
    """"TVA non applicable, art. 293 B du CGI"."""
    phone: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    representative: Mapped[str] = mapped_column(default="")
    insurance: Mapped[str] = mapped_column(default="")
    payment_terms: Mapped[str] = mapped_column(default="")
    late_penalty: Mapped[str] = mapped_column(default="")
    deposit_percent: Mapped[Decimal] = mapped_column(Quantity, default=Decimal(30))
    validity_days: Mapped[int] = mapped_column(default=30)
    accent: Mapped[str] = mapped_column(default="#0F6E6E")
    logo: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True)
    """A PNG, already reduced to what a document needs."""
    closures: Mapped[list[Any]] = mapped_column(default=list)
    """Days when nobody works besides public holidays: ``{"from": "08-01", "to": "08-31", "name": …}``, every year."""
    updated_at: Mapped[datetime]
