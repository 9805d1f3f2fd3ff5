"""A need and the words that state it, as the file keeps them."""

from datetime import UTC, datetime

import pytest
from sqlalchemy.exc import IntegrityError

from desktop.models.need_kinds import NeedKind
from desktop.models.needs import Need, NeedVerbatim
from desktop.services import calls, prospects, templates

NOW = datetime(2026, 11, 23, 8, 30, tzinfo=UTC)


@pytest.fixture
def need(session) -> Need:
    prospect_id = prospects.create_prospect(session, now=NOW, company="NovaTec")
    need = Need(prospect_id=prospect_id, created_at=NOW)
    session.add(need)
    session.flush()
    session.expire(need)
    return need


def test_a_need_begins_unconfirmed(need: Need) -> None:
    assert (need.kind, need.confirmed, need.statement, need.position) == (NeedKind.NEED, False, "", 0)


def test_the_same_words_state_a_need_once(session, need: Need) -> None:
    script, grid = templates.script("b2b", "en"), templates.grid("five-criteria", "en")
    call_id = calls.start_call(session, need.prospect_id, script, grid, now=NOW)
    said = calls.add_entry(session, call_id, "verbatim", "words", at=NOW)
    session.add_all(NeedVerbatim(need_id=need.id, verbatim_id=said) for _twice in range(2))
    with pytest.raises(IntegrityError):
        session.flush()
    session.rollback()
