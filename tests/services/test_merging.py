"""Merging loses no word, forgets no table, and is taken apart exactly; what was written since stays."""

import uuid

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select, text

from desktop.database import Session, Store
from desktop.errors import UserError
from desktop.models.calls import Entry
from desktop.models.followups import FollowUp, FollowUpState
from desktop.models.merges import DistinctPair, Merge
from desktop.models.prospects import Prospect
from desktop.models.statuses import Status
from desktop.services import calls, merging, prospects, scoring, search, templates
from tests.conftest import MONDAY
from tests.hostile import HOSTILE
from tests.services.merge_case import APART, Filler, chain, contacts_of, everything_in, named, resting


def references(session: Session, key: uuid.UUID) -> dict[str, int]:
    """By table, how many rows rest on a prospect."""
    return {
        table.name: session.scalar(text(f"SELECT count(*) FROM {table.name} WHERE prospect_id = '{key.hex}'")) or 0
        for table in resting("prospects")
    }


def both(session: Session, seed: int = 1) -> tuple[uuid.UUID, uuid.UUID]:
    filler = Filler(session, seed)
    return filler.prospect("Durand", "Zoé Martin"), filler.prospect("Durand SA", "Martin Zoé")


def test_every_table_that_names_a_prospect_is_moved(session: Session) -> None:
    """Walks the metadata: whoever adds such a table finds it covered, or this fails."""
    kept, merged = both(session, 3)
    before = {name: references(session, kept)[name] + count for name, count in references(session, merged).items()}
    assert set(before) >= {"contacts", "calls", "entries", "needs", "follow_ups", "proposals", "exchanges", "scores"}
    named_by = {table.name for table in resting("prospects")}
    for table in resting("prospects"):
        assert "prospect_id" in table.columns, f"{table.name} names a prospect by another column"
    merging.merge(session, kept, merged, now=MONDAY)
    assert references(session, kept) == before
    assert set(references(session, merged).values()) == {0}
    assert APART == merging.NOT_MOVED and not APART & named_by


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True)
@given(seed=st.integers(0, 10_000))
def test_merging_then_separating_restores_every_row(store: Store, seed: int) -> None:
    with store.writing() as (session, _touched):
        kept, merged = both(session, seed)
        before = everything_in(session)
        done = merging.merge(session, kept, merged, now=MONDAY)
        session.flush()
        assert everything_in(session) != before
        opened = select(FollowUp).where(FollowUp.prospect_id == kept, FollowUp.state == FollowUpState.OPEN)
        assert len(session.scalars(opened).all()) <= 1
        session.expire_all()
        assert merging.separate(session, done, now=MONDAY) == 0
        after = everything_in(session)
        for table, rows in before.items():
            assert after[table] == rows, table
        assert merging.separate(session, done, now=MONDAY) == 0, "idempotent"
        assert everything_in(session) == after


def test_the_file_is_not_empty_of_what_it_must_restore(session: Session) -> None:
    """The property above would hold of nothing: over a few seeds every table of the chain has rows."""
    filler = Filler(session, 1)
    for number in range(6):
        filler.prospect(f"P{number}", "Somebody")
    for table in chain():
        assert session.scalar(text(f"SELECT count(*) FROM {table.name}")), table.name


@pytest.fixture
def pair(session: Session) -> tuple[uuid.UUID, uuid.UUID]:
    """Durand with a call, and the same written down again with other details."""
    kept = prospects.create_prospect(
        session,
        now=MONDAY,
        company="Durand",
        person="Zoé Martin",
        phone="02 99 11 22 33",
        notes="Rappeler le matin.",
        address="3 rue du Port, 35000 Rennes",
        source="Salon",
    )
    merged = prospects.create_prospect(
        session,
        now=MONDAY,
        company="Durand S.A.",
        person="Zoe MARTIN",
        phone="06 01 02 03 04",
        email="zoe@durand.fr",
        notes="N’aime pas les mails.",
        address="4 rue du Port, 35000 Rennes",
    )
    prospects.add_contact(session, merged, now=MONDAY, name="Paul Lenoir")
    named(session, merged).status = Status.QUALIFIED
    script, grid = templates.script("b2b", "fr"), templates.grid("five-criteria", "fr")
    for key, words in ((kept, "Premier mot"), (merged, "Second mot")):
        call = calls.start_call(session, key, script, grid, now=MONDAY)
        calls.add_entry(session, call, "verbatim", words, at=MONDAY)
        scoring.set_score(session, call, "budget", 2 if key == merged else 1, at=MONDAY)
        calls.leave(session, call, now=MONDAY)
    session.flush()
    return kept, merged


def test_nothing_is_lost(session: Session, pair: tuple[uuid.UUID, uuid.UUID]) -> None:
    kept, merged = pair
    done = merging.merge(session, kept, merged, now=MONDAY, choices={"address": "kept"})
    one = named(session, kept)
    assert (one.company, one.status, one.source) == ("Durand S.A.", Status.QUALIFIED, "Salon")
    for words in ("Rappeler le matin.", "N’aime pas les mails.", "Address: 4 rue du Port", "06 01 02 03 04", "Durand"):
        assert words in one.notes, words
    assert [each.name for each in contacts_of(session, kept)] == ["Zoé Martin", "Paul Lenoir"]
    zoe = contacts_of(session, kept)[0]
    assert (zoe.phone, zoe.email) == ("02 99 11 22 33", "zoe@durand.fr")
    said = session.scalars(select(Entry).where(Entry.prospect_id == kept)).all()
    assert {each.text for each in said} == {"Premier mot", "Second mot"}
    assert one.low is not None and one.low > 0, "the standing counts both"
    assert named(session, merged).deleted_at is not None
    assert [each.name for each in merging.merged_into(session, kept)] == ["Durand S.A."]
    assert search.matching_prospects(session, "lenoir") == [kept]
    merging.separate(session, done, now=MONDAY)
    assert merging.merged_into(session, kept) == []
    assert search.matching_prospects(session, "lenoir") == [merged]
    assert named(session, kept).notes == "Rappeler le matin."


def test_what_was_written_since_stays(session: Session, pair: tuple[uuid.UUID, uuid.UUID]) -> None:
    kept, merged = pair
    done = merging.merge(session, kept, merged, now=MONDAY)
    prospects.update_prospect(session, kept, now=MONDAY, company="Durand et fils")
    paul = contacts_of(session, kept)[1]
    script, grid = templates.script("b2b", "fr"), templates.grid("five-criteria", "fr")
    new = calls.start_call(session, kept, script, grid, now=MONDAY, contact_id=paul.id)
    added = calls.add_entry(session, new, "verbatim", "Après la fusion", at=MONDAY)
    old = session.scalars(select(Entry).where(Entry.text == "Second mot")).one()
    late = calls.add_entry(session, old.call_id, "note", "Ajouté à l’ancien appel", at=MONDAY)
    session.flush()
    assert merging.separate(session, done, now=MONDAY) > 0
    assert named(session, kept).company == "Durand et fils" and named(session, merged).company == "Durand S.A."
    assert session.get_one(Entry, added).prospect_id == kept
    assert session.get_one(Entry, late).prospect_id == merged == old.prospect_id
    assert [each.name for each in contacts_of(session, merged)] == ["Zoe MARTIN", "Paul Lenoir"]
    assert "Paul Lenoir" in [each.name for each in contacts_of(session, kept)], "spoken to since, so he stays too"


def test_what_cannot_be_merged_is_said(session: Session, pair: tuple[uuid.UUID, uuid.UUID]) -> None:
    kept, merged = pair
    third = prospects.create_prospect(session, now=MONDAY, company="Tiers")
    first = merging.merge(session, kept, merged, now=MONDAY)
    with pytest.raises(UserError, match="no longer there"):
        merging.merge(session, kept, merged, now=MONDAY)
    second = merging.merge(session, third, kept, now=MONDAY)
    with pytest.raises(UserError, match="merged since"):
        merging.separate(session, first, now=MONDAY)
    merging.separate(session, second, now=MONDAY)
    merging.separate(session, first, now=MONDAY)
    script, grid = templates.script("b2b", "fr"), templates.grid("five-criteria", "fr")
    calls.start_call(session, merged, script, grid, now=MONDAY)
    with pytest.raises(UserError, match="in progress"):
        merging.merge(session, kept, merged, now=MONDAY)
    assert len(session.scalars(select(Merge).where(Merge.undone_at.is_(None))).all()) == 0


def test_distinct_is_said_once_and_taken_back(session: Session, pair: tuple[uuid.UUID, uuid.UUID]) -> None:
    for _time in range(2):
        merging.say_distinct(session, *pair, now=MONDAY)
        merging.say_distinct(session, *reversed(pair), now=MONDAY)
    (said,) = session.scalars(select(DistinctPair)).all()
    assert (said.first_id, said.second_id) == tuple(sorted(pair))
    for _time in range(2):
        merging.take_back_distinct(session, *reversed(pair))
    assert session.scalars(select(DistinctPair)).all() == []


def test_hostile_text_comes_through_and_back(session: Session) -> None:
    texts = [each for each in HOSTILE if "\ud800" not in each and len(each) < 200]
    for name in texts[:12]:
        kept = prospects.create_prospect(session, now=MONDAY, company=name or "x", notes=name)
        merged = prospects.create_prospect(session, now=MONDAY, company=f"{name}'", notes=name[::-1])
        done = merging.merge(session, kept, merged, now=MONDAY)
        assert name[::-1].strip() in session.get_one(Prospect, kept).notes
        session.expire_all()
        merging.separate(session, done, now=MONDAY)
        assert session.get_one(Prospect, kept).notes == name
