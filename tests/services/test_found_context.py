"""The lines around what was said, and the whole text of the rest."""

from desktop.database import Session
from desktop.services import calls, prospects, templates
from desktop.services.found_context import context
from desktop.services.search import search
from tests.conftest import MONDAY


def test_two_lines_before_and_two_after(session: Session) -> None:
    key = prospects.create_prospect(session, now=MONDAY, company="Durand", person="Zoé", notes="Un long mot")
    call = calls.start_call(
        session, key, templates.script("b2b", "fr"), templates.grid("five-criteria", "fr"), now=MONDAY
    )
    entries = [calls.add_entry(session, call, "verbatim", f"ligne {place}", at=MONDAY) for place in range(7)]
    calls.take_back(session, entries[4], at=MONDAY)
    session.flush()
    (found,) = search(session, "ligne 3", now=MONDAY).groups[0].found
    lines = context(session, found)
    assert [line.text for line in lines] == ["ligne 1", "ligne 2", "ligne 3", "ligne 5", "ligne 6"]
    assert [line.found for line in lines] == [False, False, True, False, False]
    (prospect,) = search(session, "long mot", now=MONDAY).groups[0].found
    assert [line.text for line in context(session, prospect)] == ["Zoé", "Un long mot"]
