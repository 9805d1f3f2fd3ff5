"""The rep's own company, written once and reused on every document."""

from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.settings import Company


def company(session: Session) -> Company | None:
    """The seller; ``None`` until it was filled in."""
    return session.scalars(select(Company).limit(1)).first()


def save_company(session: Session, *, now: datetime, **fields: Any) -> None:
    """Write columns of the seller; those not named keep their value."""
    seller = company(session)
    if seller is None:
        seller = Company(updated_at=now)
        session.add(seller)
    for name, value in fields.items():
        setattr(seller, name, value)
    seller.updated_at = now
