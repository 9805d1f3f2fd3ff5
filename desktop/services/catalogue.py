"""The offers a rep picks answers and lines from."""

import uuid
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.i18n import _
from desktop.models.catalogue import Offer


def add_offer(session: Session, *, now: datetime, label: str, **fields: Any) -> uuid.UUID:
    """A new catalogue entry; ``fields`` are columns of ``Offer``."""
    if not label.strip():
        raise UserError(_("Give the offer a name."))
    offer = Offer(label=label.strip(), created_at=now, **fields)
    session.add(offer)
    session.flush()
    return offer.id


def update_offer(session: Session, offer_id: uuid.UUID, **fields: Any) -> dict[str, Any]:
    """Change columns of an offer. Returns their former values, for undo."""
    offer = session.get_one(Offer, offer_id)
    before = {name: getattr(offer, name) for name in fields}
    for name, value in fields.items():
        setattr(offer, name, value)
    return before


def archive_offer(session: Session, offer_id: uuid.UUID, *, at: datetime | None) -> None:
    """Take an offer out of the choices, or bring it back with ``at=None``; past proposals keep their lines."""
    session.get_one(Offer, offer_id).archived_at = at


def offers(session: Session) -> list[Offer]:
    """What can be chosen, by name."""
    return list(session.scalars(select(Offer).where(Offer.archived_at.is_(None)).order_by(Offer.label)))
