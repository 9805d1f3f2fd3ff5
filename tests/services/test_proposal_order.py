"""The customer's order reaches a proposal that was composed before they gave it."""

from datetime import timedelta

import pytest

from desktop.models.needs import Reply
from desktop.services import proposals, shared_page
from desktop.services.proposal_order import put_in_order, their_order
from desktop.services.proposal_sheet import sheet
from desktop.services.shared_page import Agreement, Decision
from tests.services.proposal_case import NOW, claire

LATER = NOW + timedelta(hours=1)


@pytest.fixture
def case(session):
    return claire(session)


def compose(session, case):
    key = proposals.compose(session, case.prospect, now=NOW, language="fr", call_id=case.call)
    session.flush()
    return key


def order_backwards(session, case, at):
    shown = shared_page.page(session, case.call, today=at.date()).needs
    agreement = Agreement(tuple(Decision(each.key, Reply.CONFIRMED) for each in reversed(shown)), "Claire Fontaine")
    kept = shared_page.agree(session, case.call, agreement, at)
    session.flush()
    return kept


def test_their_order_is_offered_taken_up_and_given_back(session, case):
    key = compose(session, case)
    assert their_order(session, key) is None
    order_backwards(session, case, LATER)
    shown = [card.row.id for card in sheet(session, key).needs]
    wanted = their_order(session, key)
    assert list(wanted) == shown[::-1]
    assert put_in_order(session, key, wanted, now=LATER) == tuple(shown)
    session.flush()
    assert [card.row.id for card in sheet(session, key).needs] == shown[::-1]
    assert their_order(session, key) is None
    put_in_order(session, key, shown, now=LATER)
    session.flush()
    assert [card.row.id for card in sheet(session, key).needs] == shown


def test_an_order_given_before_is_in_the_proposal_already(session, case):
    order_backwards(session, case, NOW - timedelta(hours=1))
    key = compose(session, case)
    assert their_order(session, key) is None
    rows = [card.row.id for card in sheet(session, key).needs]
    proposals.move_need(session, rows[0], 2, now=NOW)
    session.flush()
    # The rep moved it: that page was known when the proposal was written.
    assert their_order(session, key) is None


def test_a_page_that_was_taken_back_orders_nothing(session, case):
    key = compose(session, case)
    kept = order_backwards(session, case, LATER)
    shared_page.take_back(session, kept, at=LATER)
    session.flush()
    assert their_order(session, key) is None


def test_a_row_that_is_not_named_goes_after_the_others(session, case):
    key = compose(session, case)
    first, second, third = (card.row.id for card in sheet(session, key).needs)
    put_in_order(session, key, [third], now=NOW)
    session.flush()
    assert [card.row.id for card in sheet(session, key).needs] == [third, first, second]
