import uuid
from datetime import UTC, datetime

import pytest
from sqlalchemy.exc import IntegrityError

from desktop.models.calls import Call, Entry, LaterQuestion, Note, Objection, Score, Verbatim
from desktop.services import calls, prospects, templates

NOW = datetime(2026, 11, 23, 8, 30, tzinfo=UTC)


@pytest.fixture
def call_id(session) -> uuid.UUID:
    prospect_id = prospects.create_prospect(session, now=NOW, company="NovaTec")
    script, grid = templates.script("b2b", "en"), templates.grid("five-criteria", "en")
    return calls.start_call(session, prospect_id, script, grid, now=NOW)


def test_a_call_keeps_its_own_script_and_grid(session, call_id) -> None:
    session.flush()
    session.expire_all()
    call = session.get_one(Call, call_id)
    assert call.script == templates.script("b2b", "en")
    assert call.grid == templates.grid("five-criteria", "en")


def test_entries_come_back_as_what_they_are(session, call_id) -> None:
    for kind in ("verbatim", "note", "objection", "question"):
        calls.add_entry(session, call_id, kind, "words", at=NOW)
    session.expire_all()
    assert [type(entry) for entry in calls.entries(session, call_id)] == [Verbatim, Note, Objection, LaterQuestion]


@pytest.mark.parametrize("level", [-1, 4])
def test_the_file_refuses_a_level_off_the_scale(session, call_id, level: int) -> None:
    prospect_id = session.get_one(Call, call_id).prospect_id
    session.add(Score(call_id=call_id, prospect_id=prospect_id, criterion="need", level=level, at=NOW))
    with pytest.raises(IntegrityError):
        session.flush()
    session.rollback()


def test_two_scores_of_one_criterion_in_one_call_are_refused(session, call_id) -> None:
    prospect_id = session.get_one(Call, call_id).prospect_id
    for level in (1, 2):
        session.add(Score(call_id=call_id, prospect_id=prospect_id, criterion="need", level=level, at=NOW))
    with pytest.raises(IntegrityError):
        session.flush()
    session.rollback()


def test_a_level_that_is_missing_means_asked_and_unknown() -> None:
    assert Score(level=None).answer == "?"
    assert Score(level=0).answer == 0


def test_an_entry_of_no_kind_cannot_be_made() -> None:
    with pytest.raises(Exception, match=r"abstract|polymorphic"):
        Entry(text="words")
