"""What was found, read in plain columns, in the order asked, without what was removed."""

from desktop.database import Session
from desktop.services.found_things import FoundKind, described, told_by
from desktop.services.prospects import create_prospect, remove_prospect
from tests.conftest import MONDAY


def test_prospects_in_the_order_asked(session: Session) -> None:
    keys = [create_prospect(session, now=MONDAY, company=f"P{place}", person="Zoé Martin") for place in range(4)]
    remove_prospect(session, keys[2], at=MONDAY)
    session.flush()
    found = described(session, FoundKind.PROSPECT, [4, 3, 2, 1], 2, ("zoe",))
    assert [(each.key, each.text) for each in found] == [(keys[3], "P3"), (keys[1], "P1")]
    assert found[0].beside.startswith("Zoé Martin")
    assert described(session, FoundKind.PROSPECT, [], 5) == [] and told_by(session, FoundKind.SENTENCE, [], 5) == []


def test_the_moment_as_the_file_writes_it() -> None:
    assert FoundKind.moment("2026-11-23 08:30:00") == MONDAY.replace(hour=9)
