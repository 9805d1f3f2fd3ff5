"""Prospects in the file: created, changed, moved from status to status, removed and brought back, read whole."""

import uuid
from decimal import Decimal

import pytest

from desktop.clock import FixedClock
from desktop.database import Session
from desktop.errors import UserError
from desktop.models.matrix import Heat
from desktop.models.prospects import Prospect
from desktop.models.statuses import LossKind, Status
from desktop.services import calls, prospect_rows, prospects, status_moves, templates
from tests.hostile import MARKUP

GRID, SCRIPT = templates.grid("five-criteria", "en"), templates.script("b2b", "en")
NEED, BUDGET = GRID.criteria[0].key, GRID.criteria[1].key


@pytest.fixture
def brevent(session: Session, clock: FixedClock) -> uuid.UUID:
    return prospects.create_prospect(session, now=clock.now(), company="Ateliers Brévent", person="Claire Fontaine")


def call(session: Session, clock: FixedClock, prospect_id: uuid.UUID, **levels: int | None) -> uuid.UUID:
    call_id = calls.start_call(session, prospect_id, SCRIPT, GRID, now=clock.now())
    for criterion, level in levels.items():
        calls.set_score(session, call_id, criterion, "?" if level is None else level, at=clock.now())
    return call_id


def test_a_name_or_a_company_is_enough_and_needed(session: Session, clock: FixedClock) -> None:
    company = prospects.create_prospect(session, now=clock.now(), company=" Roux ", amount=Decimal(900))
    person = prospects.create_prospect(session, now=clock.now(), person="Élodie", email="e@exemple.fr")
    assert prospects.load_prospect(session, company).name == "Roux"
    assert prospects.load_prospect(session, company).amount == Decimal(900)
    assert prospects.load_prospect(session, person).name == "Élodie"
    with pytest.raises(UserError):
        prospects.create_prospect(session, now=clock.now(), company="  ", person="\t")
    assert prospect_rows.count_prospects(session) == 2


def test_a_change_gives_back_what_was_there(session: Session, clock: FixedClock, brevent: uuid.UUID) -> None:
    clock.advance(60)
    before = prospects.update_prospect(session, brevent, now=clock.now(), about="38 people", kind="b2c")
    assert before == {"about": "", "kind": "b2b"}
    prospects.update_prospect(session, brevent, now=clock.now(), **before)
    saved = session.get_one(Prospect, brevent)
    assert (saved.about, saved.kind, saved.updated_at) == ("", "b2b", clock.now())


def test_the_last_name_of_a_prospect_stays(session: Session, clock: FixedClock, brevent: uuid.UUID) -> None:
    (claire,) = prospects.load_prospect(session, brevent).contacts
    prospects.update_prospect(session, brevent, now=clock.now(), company="")
    with pytest.raises(UserError):
        prospects.remove_contact(session, claire.id, at=clock.now())
    prospects.update_prospect(session, brevent, now=clock.now(), company="Brévent")
    prospects.remove_contact(session, claire.id, at=clock.now())
    with pytest.raises(UserError):
        prospects.update_prospect(session, brevent, now=clock.now(), company="")
    assert session.get_one(Prospect, brevent).company == "Brévent"


def test_contacts_keep_their_order_and_come_back(session: Session, clock: FixedClock, brevent: uuid.UUID) -> None:
    bertrand = prospects.add_contact(session, brevent, now=clock.now(), name="Bertrand")
    prospects.add_contact(session, brevent, now=clock.now(), name="Inès")
    prospects.remove_contact(session, bertrand, at=clock.now())
    names = [each.name for each in prospects.load_prospect(session, brevent).contacts]
    assert names == ["Claire Fontaine", "Inès"]
    prospects.remove_contact(session, bertrand, at=None)
    assert prospects.update_contact(session, bertrand, phone="06") == {"phone": ""}
    session.flush()
    session.expire_all()
    names = [each.name for each in prospects.load_prospect(session, brevent).contacts]
    assert names == ["Claire Fontaine", "Bertrand", "Inès"]


def test_removed_is_out_of_every_list_and_can_be_brought_back(
    session: Session, clock: FixedClock, brevent: uuid.UUID
) -> None:
    prospects.remove_prospect(session, brevent, at=clock.now())
    assert (prospect_rows.prospect_rows(session), prospect_rows.count_prospects(session)) == ([], 0)
    assert prospect_rows.prospect_rows(session, "brevent") == []
    prospects.remove_prospect(session, brevent, at=None)
    assert [row.id for row in prospect_rows.prospect_rows(session, "brevent")] == [brevent]


def test_heat_gives_back_what_it_was(session: Session, clock: FixedClock, brevent: uuid.UUID) -> None:
    assert prospects.set_heat(session, brevent, Heat.HOT, now=clock.now()) is None
    assert prospects.set_heat(session, brevent, None, now=clock.now()) is Heat.HOT
    assert session.get_one(Prospect, brevent).heat is None


def test_what_may_be_quoted_comes_first(session: Session, clock: FixedClock, brevent: uuid.UUID) -> None:
    call_id = call(session, clock, brevent)
    said = [calls.add_entry(session, call_id, "verbatim", text, at=clock.now()) for text in MARKUP[:3]]
    calls.set_citable(session, said[0], True)
    calls.take_back(session, said[1], at=clock.now())
    assert [each.text for each in prospects.latest_verbatims(session, brevent)] == [MARKUP[0], MARKUP[2]]
    assert len(prospects.latest_verbatims(session, brevent, limit=1)) == 1


def test_the_history_says_how_each_call_ended(session: Session, clock: FixedClock, brevent: uuid.UUID) -> None:
    first = call(session, clock, brevent, **{NEED: 1, BUDGET: 2})
    gone, kept = (calls.add_entry(session, first, "verbatim", text, at=clock.now()) for text in ("a", "b"))
    calls.add_entry(session, first, "note", "c", at=clock.now())
    calls.take_back(session, gone, at=clock.now())
    calls.conclude(session, first, now=clock.now(), no_follow_up_reason="later")
    clock.advance(3600)
    second = call(session, clock, brevent, **{NEED: 3, BUDGET: None})
    assert kept
    latest, former = prospects.past_calls(session, brevent)
    assert (latest.call.id, latest.standing.low, latest.standing.known, latest.verbatims) == (second, 5, 2, 0)
    assert (former.call.id, former.standing.low, former.standing.known, former.verbatims) == (first, 3, 2, 1)
    assert prospects.past_calls(session, brevent, [first]) == [former]


def test_the_file_says_what_can_be_taken_up_again_and_why_it_stands_there(
    session: Session, clock: FixedClock, brevent: uuid.UUID
) -> None:
    file = prospects.prospect_file(session, brevent)
    assert (file.unfinished, file.last_reason, file.next_step, file.sheet) == (None, "", None, None)
    call_id = call(session, clock, brevent, **{NEED: 1})
    assert prospects.prospect_file(session, brevent).unfinished == call_id
    calls.conclude(session, call_id, now=clock.now(), no_follow_up_reason="later")
    status_moves.set_status(session, brevent, Status.LOST, now=clock.now(), reason="too dear", loss=LossKind.PRICE)
    file = prospects.prospect_file(session, brevent)
    assert (file.unfinished, file.last_reason) == (None, "too dear")
    assert [each.name for each in file.people] == ["Claire Fontaine"]
