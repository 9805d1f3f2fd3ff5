"""What becomes of a line after it was written: nothing that was typed is ever lost."""

import uuid
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import event

from desktop.errors import UserError
from desktop.models.calls import Entry
from desktop.services import calls, entry_lines, grids, live_call, prospects, templates
from tests.conftest import MONDAY

SCRIPT, GRID = templates.script("b2b", "en"), templates.grid("five-criteria", "en")
LATER = MONDAY + timedelta(minutes=5)


@pytest.fixture
def call_id(session) -> uuid.UUID:
    prospect_id = prospects.create_prospect(session, now=MONDAY, company="Ateliers Brévent", person="Claire Fontaine")
    return calls.start_call(session, prospect_id, SCRIPT, GRID, now=MONDAY)


def _add(session, call_id, kind: str = "verbatim", text: str = "we loose a day") -> uuid.UUID:
    return calls.add_entry(session, call_id, kind, text, at=MONDAY, question="budget", offset_seconds=61)


def _said(session, call_id) -> list[tuple[str, str, str]]:
    return [(entry.kind, entry.text, entry.words) for entry in calls.entries(session, call_id)]


def test_a_correction_stands_beside_what_was_typed(session, call_id) -> None:
    key = _add(session, call_id)
    for _twice in range(2):
        entry_lines.correct(session, key, "we lose a day")
    assert _said(session, call_id) == [("verbatim", "we loose a day", "we lose a day")]
    entry_lines.correct(session, key, "we loose a day")
    assert session.get_one(Entry, key).corrected == ""


def test_only_a_verbatim_has_a_correction(session, call_id) -> None:
    note = _add(session, call_id, "note")
    with pytest.raises(UserError):
        entry_lines.correct(session, note, "other words")
    assert session.get_one(Entry, note).corrected == ""


def test_another_kind_takes_the_place_of_the_entry(session, call_id) -> None:
    former = session.get_one(Entry, _add(session, call_id))
    entry_lines.set_tags(session, former.id, ["impact"])
    former.citable = True
    new = entry_lines.replace(session, former.id, "objection", "too expensive", at=LATER)
    assert (former.text, former.deleted_at) == ("we loose a day", LATER)
    assert _said(session, call_id) == [("objection", "too expensive", "too expensive")]
    same = ("call_id", "prospect_id", "contact_id", "question", "criterion", "offset_seconds", "at", "tags")
    assert [getattr(new, name) for name in same] == [getattr(former, name) for name in same]
    assert (new.citable, new.sequence) == (False, former.sequence + 1)


def test_an_objection_said_otherwise_keeps_its_card(session, call_id) -> None:
    former = session.get_one(Entry, _add(session, call_id, "objection", "to dear"))
    former.card, former.settled = "price", True
    new = entry_lines.replace(session, former.id, "objection", "too dear", at=LATER)
    assert (new.card, new.settled) == ("price", True)
    note = entry_lines.replace(session, new.id, "note", "too dear", at=LATER)
    assert (note.card, note.settled) == ("", None)


def test_two_entries_can_be_swapped_again_and_again(session, call_id) -> None:
    former = _add(session, call_id)
    new = entry_lines.replace(session, former, "note", "ask Karim", at=LATER).id
    for _twice in range(2):
        assert entry_lines.swap(session, new, former, at=LATER).id == former
        session.flush()
        assert _said(session, call_id) == [("verbatim", "we loose a day", "we loose a day")]
    entry_lines.swap(session, former, new, at=LATER)
    assert _said(session, call_id) == [("note", "ask Karim", "ask Karim")]


def test_an_entry_taken_back_cannot_be_changed(session, call_id) -> None:
    key = _add(session, call_id)
    calls.take_back(session, key, at=LATER)
    with pytest.raises(UserError):
        entry_lines.correct(session, key, "other")
    with pytest.raises(UserError):
        entry_lines.replace(session, key, "note", "other", at=LATER)
    assert _said(session, call_id) == []


def test_an_entry_is_not_replaced_by_nothing(session, call_id) -> None:
    key = _add(session, call_id)
    with pytest.raises(UserError):
        entry_lines.replace(session, key, "note", "  ", at=LATER)
    assert session.get_one(Entry, key).deleted_at is None


TAGS = st.lists(st.sampled_from(["impact", "Impact", "marge", "é", "e\u0301", "coût"]))


def test_tags_are_kept_in_the_file(session, call_id) -> None:
    key = _add(session, call_id)
    entry_lines.set_tags(session, key, ["impact", "marge"])
    session.flush()
    session.expire_all()
    assert session.get_one(Entry, key).tags == ["impact", "marge"]


@given(TAGS, TAGS, TAGS)
def test_a_tag_is_put_on_once_and_taken_off_however_it_is_written(tags, added, removed) -> None:
    before = entry_lines.tagged([], tags, [])
    after = entry_lines.tagged(before, added, removed)
    assert entry_lines.tagged(after, added, []) == after
    assert len({entry_lines.plain_tag(tag) for tag in after}) == len(after)
    plain = {entry_lines.plain_tag(tag) for tag in added}
    assert plain <= {entry_lines.plain_tag(tag) for tag in after}
    gone = {entry_lines.plain_tag(tag) for tag in removed} - plain
    assert not gone & {entry_lines.plain_tag(tag) for tag in after}


def test_adding_to_a_long_call_does_not_read_it(store) -> None:
    with store.writing() as (session, _touched):
        prospect_id = prospects.create_prospect(session, now=MONDAY, company="Ateliers Brévent")
        call_id = calls.start_call(session, prospect_id, SCRIPT, GRID, now=MONDAY)
        for number in range(500):
            _add(session, call_id, text=f"sentence {number}")
    loaded: list[object] = []
    with store.writing() as (session, _touched):
        event.listen(session, "loaded_as_persistent", lambda _session, each: loaded.append(each))
        sheet = grids.call_sheet(session, call_id)
        entry, _sheet = live_call.add_entry(
            session, call_id, "verbatim", "one more", sheet, at=MONDAY, question="budget", offset_seconds=9
        )
        entry_lines.correct(session, entry.id, "once more")
        entry_lines.replace(session, entry.id, "note", "once more", at=LATER)
    assert entry.sequence == 501
    assert [each.text for each in loaded if isinstance(each, Entry) and each is not entry] == []
