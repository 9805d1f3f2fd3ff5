"""The rep's own company, written once and reused on every document."""

import re
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, undefer

from desktop.i18n import _
from desktop.models.settings import Company


def company(session: Session, *, with_logo: bool = False) -> Company | None:
    """The seller; ``None`` until it was filled in. Its logo is read only by those who print or show it."""
    query = select(Company).limit(1)
    return session.scalars(query.options(undefer(Company.logo)) if with_logo else query).first()


def logo(session: Session) -> bytes:
    """The seller's logo, a PNG; empty without one."""
    return session.scalars(select(Company.logo).limit(1)).first() or b""


def save_company(session: Session, /, *, now: datetime, **fields: Any) -> None:
    """Write columns of the seller; those not named keep their value."""
    seller = company(session)
    if seller is None:
        seller = Company(updated_at=now)
        session.add(seller)
    for name, value in fields.items():
        setattr(seller, name, value)
    seller.updated_at = now


def default(name: str) -> Any:
    """What the column ``name`` holds until somebody writes it."""
    return Company.__table__.c[name].default.arg


def mistake(name: str, text: str) -> str:
    """What is wrong with ``text`` as the column ``name`` of the company, in a sentence; "" when nothing is.

    Empty is never wrong: a proposal says itself what it lacks.
    """
    check = _CHECKS.get(name)
    return check(text.strip()) if check and text.strip() else ""


def number(name: str, text: str) -> Decimal | int:
    """``text`` as the number that the column ``name`` keeps; ask ``mistake`` first."""
    value = _decimal(text) or Decimal(0)
    return int(value) if name == "validity_days" else value


def siret_is_valid(text: str) -> bool:
    """Fourteen digits whose Luhn sum is a multiple of ten; La Poste's own establishments follow another rule."""
    digits = re.sub(r"\s", "", text)
    if not re.fullmatch(r"[0-9]{14}", digits):
        return False
    if digits.startswith("356000000"):
        return sum(map(int, digits)) % 5 == 0
    doubled = [int(each) * (2 if place % 2 == 0 else 1) for place, each in enumerate(digits)]
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0


def _siret(text: str) -> str:
    if siret_is_valid(text):
        return ""
    if not re.fullmatch(r"[0-9]{14}", re.sub(r"\s", "", text)):
        return _("A SIRET has 14 digits.")
    return _("This SIRET is mistyped: check its digits.")


def _email(text: str) -> str:
    return (
        "" if re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s.]{2,}", text) else _("Write an address such as name@company.com.")
    )


def _colour(text: str) -> str:
    return "" if re.fullmatch(r"#[0-9A-Fa-f]{6}", text) else _("Write a colour such as #0F6E6E.")


def _deposit(text: str) -> str:
    value = _decimal(text)
    return "" if value is not None and 0 <= value <= 100 else _("Write a percentage between 0 and 100.")


def _days(text: str) -> str:
    value = _decimal(text)
    whole = value is not None and value == value.to_integral_value() and 1 <= value <= 365
    return "" if whole else _("Write a number of days between 1 and 365.")


def _decimal(text: str) -> Decimal | None:
    plain = re.sub(r"[\s%]", "", text).replace(",", ".")
    try:
        value = Decimal(plain)
    except InvalidOperation:
        return None
    return value if value.is_finite() else None


_CHECKS: dict[str, Callable[[str], str]] = {
    "siret": _siret,
    "email": _email,
    "accent": _colour,
    "deposit_percent": _deposit,
    "validity_days": _days,
}
