import uuid
from decimal import Decimal

import pytest
from sqlalchemy import event

from desktop.errors import UserError
from desktop.services import calls, catalogue, objections, prospects, templates
from desktop.services.objection_templates import shipped


@pytest.fixture
def prospect_id(session, clock) -> uuid.UUID:
    return prospects.create_prospect(session, now=clock.now(), company="NovaTec", person="Claire")


@pytest.fixture
def call_id(session, clock, prospect_id) -> uuid.UUID:
    script, grid = templates.script("b2b", "en"), templates.grid("five-criteria", "en")
    return calls.start_call(session, prospect_id, script, grid, now=clock.now())


@pytest.fixture
def add(session, clock, call_id):
    def add(words: str = "too expensive", kind: str = "objection") -> uuid.UUID:
        return calls.add_entry(session, call_id, kind, words, at=clock.now())

    return add


def test_an_objection_is_linked_settled_and_taken_back(session, add) -> None:
    entry_id = add()
    for _again in range(2):
        assert objections.link_card(session, entry_id, "too-expensive").card == "too-expensive"
        assert objections.settle(session, entry_id, True).settled is True
    assert objections.settle(session, entry_id, None).settled is None
    assert objections.link_card(session, entry_id, "").card == ""


def test_only_an_objection_has_a_card(session, add) -> None:
    entry_id = add("We lose a day a week", "verbatim")
    with pytest.raises(UserError):
        objections.link_card(session, entry_id, "too-expensive")
    with pytest.raises(UserError):
        objections.settle(session, entry_id, True)


def test_an_objection_is_raised_with_its_card_and_its_time(session, clock, call_id) -> None:
    entry = objections.raise_objection(
        session, call_id, "no budget", "no-budget", at=clock.now(), question="budget", offset_seconds=61
    )
    assert (entry.kind, entry.words, entry.card, entry.settled) == ("objection", "no budget", "no-budget", None)
    assert (entry.question, entry.offset_seconds, entry.citable) == ("budget", 61, False)
    with pytest.raises(UserError):
        objections.raise_objection(session, call_id, " ", "x", at=clock.now(), question="", offset_seconds=1)


def test_rates_count_what_was_met_and_what_was_settled(session, clock, add) -> None:
    for settled in (True, True, False, None):
        entry_id = add()
        objections.link_card(session, entry_id, "too-expensive")
        objections.settle(session, entry_id, settled)
    gone = add()
    objections.link_card(session, gone, "too-expensive")
    calls.take_back(session, gone, at=clock.now())
    objections.link_card(session, add(), "no-budget")
    add("of no card")
    assert objections.rates(session) == {"too-expensive": (2, 4), "no-budget": (0, 1)}


def test_rates_read_the_index_and_not_every_entry(session) -> None:
    asked: list[str] = []
    connection = session.connection()

    def keep(_conn, _cursor, statement, *_more) -> None:
        asked.append(statement)

    event.listen(connection, "before_cursor_execute", keep)
    objections.rates(session)
    (statement,) = asked
    plan = connection.exec_driver_sql("EXPLAIN QUERY PLAN " + statement, (0,) * statement.count("?"))
    assert any("ix_entries_card" in str(row) for row in plan)


def test_what_a_prospect_still_holds_against_it(session, clock, call_id, prospect_id, add) -> None:
    first, settled, second, gone = add("one"), add("two"), add("three"), add("four")
    objections.settle(session, settled, True)
    objections.settle(session, second, False)
    calls.take_back(session, gone, at=clock.now())
    assert [each.id for each in objections.open_objections(session, prospect_id)] == [first, second]
    other = prospects.create_prospect(session, now=clock.now(), company="Other")
    assert objections.open_objections(session, other) == []


def test_proofs_are_those_that_speak_of_the_objection(session, clock) -> None:
    def offer(label: str, proof: str, **more: object) -> uuid.UUID:
        price = Decimal(100)
        return catalogue.add_offer(session, now=clock.now(), label=label, proof=proof, unit_price=price, **more)

    card = shipped("en").card("too-expensive")
    assert card is not None
    assert objections.proofs(session, card) == ()
    offer("Support", "Answers within the hour")
    offer("Set-up", "", detail="a real cost saving")
    offer("Follow-up", "A joinery saved 11,000 euros: the cost came back in four months")
    offer("Training", "Seven trained customers out of ten see a gain, a saving and a return")
    past = offer("Old", "Cost, price, gain, return and saving")
    catalogue.archive_offer(session, past, at=clock.now())
    assert [each.offer for each in objections.proofs(session, card)] == ["Training", "Follow-up"]
    nearer = objections.proofs(session, card, "joinery like ours never saved euros in four months")
    assert [each.offer for each in nearer] == ["Follow-up", "Training"]
    for number in range(5):
        offer(f"More {number}", "cost")
    assert len(objections.proofs(session, card)) == objections.MOST_PROOFS
