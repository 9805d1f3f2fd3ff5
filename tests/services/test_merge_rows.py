"""Changes written as JSON and read again are the same changes."""

import json
from datetime import date
from decimal import Decimal

from desktop.database import Session
from desktop.models.matrix import Heat
from desktop.models.prospects import Prospect
from desktop.services import row_changes
from desktop.services.merge_rows import as_plain, from_plain, not_changed_since
from desktop.services.prospects import create_prospect
from tests.conftest import MONDAY


def test_through_json_and_back(session: Session) -> None:
    key = create_prospect(session, now=MONDAY, company="Durand")
    with row_changes.recording(session) as found:
        prospect = session.get_one(Prospect, key)
        prospect.amount, prospect.heat, prospect.expected_on = Decimal("12.34"), Heat.HOT, date(2026, 3, 12)
        prospect.heat_signs, prospect.deleted_at = {"trust": 2}, MONDAY
    (change,) = from_plain(json.loads(json.dumps(as_plain(found.changes))))
    assert change.after == {
        "amount": Decimal("12.34"),
        "heat": Heat.HOT,
        "expected_on": date(2026, 3, 12),
        "heat_signs": {"trust": 2},
        "deleted_at": MONDAY,
    }
    assert change.before == {"amount": None, "heat": None, "expected_on": None, "heat_signs": {}, "deleted_at": None}
    prospect.amount = Decimal(5)
    still, later = not_changed_since(session, (change,))
    assert later == 1 and still[0].after is not None and "amount" not in still[0].after and len(still[0].after) == 4
