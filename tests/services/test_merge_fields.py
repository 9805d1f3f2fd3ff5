"""Which file stays, which value is the better one, and how a value reads."""

from datetime import date, timedelta
from decimal import Decimal

from desktop.database import Session
from desktop.models.matrix import Heat
from desktop.models.statuses import Status
from desktop.services import calls, templates
from desktop.services.merge_fields import FIELDS, compare, field_label, value_words
from desktop.services.prospects import create_prospect
from tests.conftest import MONDAY


def test_the_better_value_is_proposed(session: Session) -> None:
    later = MONDAY + timedelta(days=1)
    bare = create_prospect(session, now=MONDAY, company="Durand", amount=Decimal(10), status=Status.CLIENT)
    full = create_prospect(
        session, now=later, company="Durand Menuiserie", amount=Decimal(20), status=Status.LEAD, sector="Bois"
    )
    found = compare(session, bare, full)
    better = {pair.name: pair.better for pair in found.pairs}
    assert (found.kept.id, found.merged.id) == (bare, full), "neither has a history: the older one stays"
    assert better == {
        "company": "merged",
        "kind": "kept",
        "amount": "merged",
        "status": "kept",
        "sector": "merged",
    }
    assert [pair.name for pair in found.pairs if pair.differs] == ["company", "amount", "status"]
    calls.start_call(session, full, templates.script("b2b", "fr"), templates.grid("five-criteria", "fr"), now=MONDAY)
    session.flush()
    assert compare(session, bare, full).kept.id == full, "the one with a history stays"


def test_every_field_has_a_name_and_every_value_words() -> None:
    assert all(field_label(name) for name in FIELDS)
    values = [Status.LEAD, Heat.HOT, Decimal("12.50"), Decimal(12), date(2026, 3, 12), "b2c", "plain", None, ""]
    words = [value_words(value) for value in values]
    assert words == ["Lead", "Hot", "€12.50", "€12", "12 March 2026", "Private", "plain", "", ""]
