"""A small book for the tests of the matrix: somebody in four cells, one to complete, one without a heat."""

import uuid
from decimal import Decimal

from desktop.clock import FixedClock
from desktop.database import Session
from desktop.models.matrix import Heat
from desktop.services import prospects
from tests.services.test_today import prospect

BOOK = (
    ("Roux", "33333", Heat.HOT, "20000"),
    ("Perrin", "33332", Heat.HOT, "30000"),
    ("Garnier", "22211", Heat.WARM, "10000"),
    ("Vidal", "2?222", Heat.WARM, None),
    ("Morin", "00000", Heat.COLD, None),
    ("Picard", "", None, "5000"),
    ("Caron", "33333", None, None),
)


def book(session: Session, clock: FixedClock) -> dict[str, uuid.UUID]:
    """Write it down; the key of each by its name. Amounts are in euros."""
    found = {}
    for name, marks, heat, amount in BOOK:
        clock.advance(60)
        found[name] = prospect(session, clock, name, marks, heat)
        if amount:
            prospects.update_prospect(session, found[name], now=clock.now(), amount=Decimal(amount))
    session.flush()
    return found
