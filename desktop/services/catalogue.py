"""The offers a rep picks answers and lines from."""

import uuid
from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal
from typing import Any, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.i18n import _, current
from desktop.models import sectors
from desktop.models.catalogue import Offer, Reference, StandingBlock
from desktop.models.need_kinds import NeedKind

LARGEST_PRICE = Decimal("99999999.99")
LONGEST_LEAD = 3650
"""Working days: ten years and more is a key held down."""

AnyItem = TypeVar("AnyItem", Offer, Reference, StandingBlock)


def add_offer(session: Session, *, now: datetime, label: str, **fields: Any) -> uuid.UUID:
    """A new catalogue entry; ``fields`` are columns of ``Offer``."""
    values = checked_offer({"label": label, **fields})
    _refuse_taken_code(session, values.get("code", ""), None)
    offer = Offer(created_at=now, **values)
    session.add(offer)
    session.flush()
    return offer.id


def update_offer(session: Session, offer_id: uuid.UUID, **fields: Any) -> dict[str, Any]:
    """Change columns of an offer. Returns their former values, for undo."""
    offer = session.get_one(Offer, offer_id)
    values = checked_offer(fields)
    if offer.archived_at is None:
        _refuse_taken_code(session, values.get("code", ""), offer_id)
    return changed(offer, values)


def archive_offer(session: Session, offer_id: uuid.UUID, *, at: datetime | None) -> None:
    """Take an offer out of the choices, or bring it back with ``at=None``; past proposals keep their lines."""
    offer = session.get_one(Offer, offer_id)
    if at is None:
        _refuse_taken_code(session, offer.code, offer_id)
    offer.archived_at = at


def duplicate_offer(session: Session, offer_id: uuid.UUID, *, now: datetime) -> uuid.UUID:
    """A copy, called so, without the code: that is of one offer alone."""
    offer = session.get_one(Offer, offer_id)
    return add_offer(session, now=now, **copied(offer, label=copy_name(offer.label), code=""))


def offers(session: Session) -> list[Offer]:
    """What can be chosen, by name."""
    return list(session.scalars(select(Offer).where(Offer.archived_at.is_(None)).order_by(Offer.label)))


def found_offers(session: Session, words: str = "", *, archived: bool = False) -> list[Offer]:
    """The offers that hold every word of ``words``, by name; the archived ones instead with ``archived``."""
    rows = listed(session, Offer, archived)
    found = [row for row in rows if holds(words, (row.code, row.label, row.detail, row.answer, *row.sectors))]
    return sorted(found, key=lambda row: (sectors.folded(row.label), row.id))


def fitting_offers(session: Session, kind: NeedKind | None, sector: str) -> list[Offer]:
    """What may answer a need of ``kind`` for a prospect of ``sector``: those said to be for it first, then by name."""
    ranked = ((sectors.closeness(each.need_kinds, each.sectors, kind, sector), each) for each in offers(session))
    fitting = [(close, offer) for close, offer in ranked if close is not None]
    return [offer for _close, offer in sorted(fitting, key=lambda each: -each[0])]


def checked_offer(fields: dict[str, Any]) -> dict[str, Any]:
    """Columns of an offer as they are kept. ``UserError`` for what no quotation could carry."""
    values = trimmed(fields, ("label", "code", "unit"))
    if not values.get("label", "-"):
        raise UserError(_("Give the offer a name."))
    if not 0 <= values.get("unit_price", Decimal(0)) <= LARGEST_PRICE:
        largest = current().money(LARGEST_PRICE)
        raise UserError(_("A price lies between 0 and {largest}.").format(largest=largest))
    if not 0 <= values.get("vat_rate", Decimal(0)) <= 100:
        raise UserError(_("A percentage lies between 0 and 100."))
    if not 0 <= values.get("lead_days", 0) <= LONGEST_LEAD:
        raise UserError(_("A lead time lies between 0 and {most} working days.").format(most=LONGEST_LEAD))
    return values


def _refuse_taken_code(session: Session, code: str, besides: uuid.UUID | None) -> None:
    """A code finds one offer: two that are in use cannot share it."""
    if not code:
        return
    wanted = sectors.folded(code)
    for other in offers(session):
        if other.id != besides and sectors.folded(other.code) == wanted:
            message = _("The code {code} is already that of “{name}”.")
            raise UserError(message.format(code=code, name=other.label))


# What the three shelves share


def changed(item: Any, values: dict[str, Any]) -> dict[str, Any]:
    """Write columns of a row. Returns the former values."""
    before = {name: getattr(item, name) for name in values}
    for name, value in values.items():
        setattr(item, name, value)
    return before


def trimmed(fields: dict[str, Any], lines: Iterable[str]) -> dict[str, Any]:
    """Columns without the blanks around their texts; ``lines`` are kept on one line, sectors without separators."""
    values = {name: value.strip() if type(value) is str else value for name, value in fields.items()}
    for name in lines:
        if name in values:
            values[name] = " ".join(values[name].split())
    if "sectors" in values:
        values["sectors"] = sectors.clean_sectors(values["sectors"])
    if "need_kinds" in values:
        chosen = set(values["need_kinds"])
        values["need_kinds"] = [kind.value for kind in NeedKind if kind.value in chosen]
    return values


def copied(item: Any, **other: Any) -> dict[str, Any]:
    """The columns of a row for a copy of it, ``other`` in place of its own."""
    mine = {"id", "created_at", "archived_at", *other}
    names = [column.key for column in item.__table__.columns if column.key not in mine]
    return {**{name: getattr(item, name) for name in names}, **other}


def copy_name(name: str) -> str:
    """``Audit (copie)``."""
    return _("{name} (copy)").format(name=name)


def listed(session: Session, kind: type[AnyItem], archived: bool) -> list[AnyItem]:
    """The rows in use, or the archived ones."""
    query = select(kind).where(kind.archived_at.is_not(None) if archived else kind.archived_at.is_(None))
    return list(session.scalars(query))


def holds(words: str, texts: Iterable[str]) -> bool:
    """Whether every word of ``words`` stands somewhere in ``texts``, whatever the case and the accents."""
    wanted = sectors.folded(words).split()
    if not wanted:
        return True
    text = sectors.folded(" ".join(texts))
    return all(word in text for word in wanted)
