"""The echo rate and its two lists."""

from decimal import Decimal

import pytest

from desktop.services import calls, proposal_options, proposals
from desktop.services.proposal_sheet import sheet
from tests.services.proposal_case import LOST_DAY, NOW, claire


@pytest.fixture
def case(session):
    return claire(session)


@pytest.fixture
def proposal(session, case):
    key = proposals.compose(session, case.prospect, now=NOW, language="fr")
    proposals.update_proposal(session, key, now=NOW, plan=[])
    session.flush()
    return key


def answer(session, proposal, *places):
    cards = sheet(session, proposal).needs
    for place in places:
        proposals.set_need(session, cards[place].row.id, now=NOW, answer="Réponse")
    session.flush()
    return [card.row.id for card in cards]


def cover(session, proposal, *keys):
    option = proposal_options.options_of(session, proposal)[0]
    proposal_options.update_option(session, option.id, now=NOW, answers=[str(key) for key in keys])
    session.flush()
    return option.id


def test_an_option_that_covers_nothing_echoes_nothing(session, proposal):
    option = proposal_options.options_of(session, proposal)[0].id
    proposal_options.add_line(session, option, now=NOW, label="Audit", unit_price=Decimal(1))
    keys = answer(session, proposal, 0)
    echo = sheet(session, proposal).echo
    assert (echo.backed, echo.blocks, echo.percent) == (1, 2, 50)
    assert echo.answers_without_need == (option,)
    assert echo.needs_without_answer == (keys[1], keys[2])


def test_all_backed_is_a_hundred(session, proposal):
    keys = answer(session, proposal, 0, 1, 2)
    cover(session, proposal, *keys)
    echo = sheet(session, proposal).echo
    assert echo.percent == 100 and echo.blocks == 4
    assert echo.needs_without_answer == () and echo.answers_without_need == ()


def test_an_answer_whose_need_can_no_longer_be_quoted_is_not_backed(session, case, proposal):
    keys = answer(session, proposal, 0, 1, 2)
    option = cover(session, proposal, keys[0])
    calls.set_citable(session, case.verbatims[LOST_DAY], False)
    session.flush()
    echo = sheet(session, proposal).echo
    assert set(echo.answers_without_need) == {keys[0], option}
    # The need itself is now printed without any words of theirs: three blocks out of five stand on nothing.
    assert [each.where for each in echo.without_words] == [f"need:{keys[0]}", f"answer:{keys[0]}", f"option:{option}"]
    assert (echo.backed, echo.blocks, echo.percent) == (2, 5, 40)


def test_what_is_left_out_does_not_count(session, proposal):
    keys = answer(session, proposal, 0)
    cover(session, proposal, keys[0])
    for key in keys[1:]:
        proposals.set_need(session, key, now=NOW, included=False)
    session.flush()
    assert sheet(session, proposal).echo.percent == 100


def test_nothing_written_is_no_rate_rather_than_zero(session, proposal):
    proposal_options.remove_option(session, proposal_options.options_of(session, proposal)[0].id, now=NOW)
    session.flush()
    assert sheet(session, proposal).echo.percent is None


def test_the_share_is_rounded_down(session, proposal):
    keys = answer(session, proposal, 0)
    cover(session, proposal, keys[0])
    proposal_options.add_option(session, proposal, now=NOW)
    session.flush()
    assert sheet(session, proposal).echo.percent == 66


def test_what_we_write_of_ourselves_counts_against_the_echo_and_their_words_quoted_count_for_nothing(session, proposal):
    keys = answer(session, proposal, 0, 1, 2)
    cover(session, proposal, *keys)
    assert sheet(session, proposal).content.lead_quote is not None
    proposals.update_proposal(
        session, proposal, now=NOW, title="Un site tout neuf", gains=["Des relances et des devis qui aboutissent"]
    )
    session.flush()
    echo = sheet(session, proposal).echo
    assert (echo.backed, echo.blocks) == (5, 6)
    assert [each.where for each in echo.without_words] == ["title"]
    assert echo.answers_without_need == ()
