"""Search: accents, order, prefixes, and words that look like syntax."""

import pytest

from desktop.clock import FixedClock
from desktop.database import Session
from desktop.services.prospect_rows import prospect_rows
from desktop.services.prospects import create_prospect, remove_prospect
from desktop.services.search import matching_prospects


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("brevent", True),
        ("BRÉVENT", True),
        ("brev", True),
        ("fontaine brev", True),
        ("revent", False),
        ("brevent durand", False),
        ('"brevent', True),
        ("brevent*", True),
        ("-brevent", True),
        ("NEAR(brevent", False),
        ("brevent OR", False),
        ('" * ( ) -', False),
        ("", False),
    ],
)
def test_matching(session: Session, clock: FixedClock, words: str, found: bool) -> None:
    prospect_id = create_prospect(session, now=clock.now(), company="Ateliers Brévent", person="Claire Fontaine")
    create_prospect(session, now=clock.now(), company="Durand")
    session.flush()
    assert (prospect_id in matching_prospects(session, words)) is found


def test_the_list_filters_and_forgets_what_is_removed(session: Session, clock: FixedClock) -> None:
    kept = create_prospect(session, now=clock.now(), company="Garage Roux")
    gone = create_prospect(session, now=clock.now(), company="Garage Blanc")
    remove_prospect(session, gone, at=clock.now())
    session.flush()
    assert [row.id for row in prospect_rows(session, "gar")] == [kept]
    assert [row.id for row in prospect_rows(session)] == [kept]
