"""Every block of a proposal leads to the words it rests on."""

from datetime import date

import pytest

from desktop.models.needs import Reply
from desktop.services import calls, needs, proposal_options, proposals, shared_page
from desktop.services.proposal_returns import returns_sheet, set_returns, with_figure
from desktop.services.proposal_sheet import sheet
from desktop.services.proposal_trace import words_of_block
from desktop.services.shared_page import Agreement, Decision
from tests.services.proposal_case import BUDGET, CALLED, LOST_DAY, NOTE, NOW, PRIVATE, UNOPENED, claire


@pytest.fixture
def case(session):
    return claire(session)


@pytest.fixture
def proposal(session, case):
    key = proposals.compose(session, case.prospect, now=NOW, language="fr", call_id=case.call)
    session.flush()
    return key


def behind(session, proposal, where):
    found = words_of_block(session, proposal, where)
    return None if found is None else [each.words for each in found.pieces]


def write(session, proposal, **fields):
    proposals.update_proposal(session, proposal, now=NOW, **fields)
    session.flush()


def test_a_need_and_its_answer_rest_on_the_words_that_state_it(session, proposal):
    row = sheet(session, proposal).needs[1].row.id
    assert behind(session, proposal, f"need:{row}") == [UNOPENED]
    assert behind(session, proposal, f"answer:{row}") is None
    proposals.set_need(session, row, now=NOW, answer="Trois écrans")
    session.flush()
    assert behind(session, proposal, f"answer:{row}") == [UNOPENED]
    proposals.set_need(session, row, now=NOW, included=False)
    session.flush()
    assert behind(session, proposal, f"need:{row}") is None


def test_an_option_rests_on_the_words_of_every_need_it_covers_in_the_order_they_were_said(session, proposal):
    rows = [str(card.row.id) for card in sheet(session, proposal).needs]
    option = proposal_options.options_of(session, proposal)[0].id
    proposal_options.update_option(session, option, now=NOW, answers=[rows[2], rows[0]])
    session.flush()
    assert behind(session, proposal, f"option:{option}") == [LOST_DAY, BUDGET]


def test_the_words_that_open_page_one_rest_on_themselves(session, proposal):
    assert behind(session, proposal, "lead") == [LOST_DAY]
    proposals.set_lead_verbatim(session, proposal, None, now=NOW)
    session.flush()
    assert behind(session, proposal, "lead") is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"Vous l’avez dit : « {BUDGET} »", [BUDGET]),
        ("Rendre à vos commerciaux leur journée perdue", [LOST_DAY]),
        ("Des RELANCES et des dévis", [LOST_DAY]),
        ("Un site tout neuf", []),
        ("Une semaine", []),
    ],
)
def test_a_text_written_by_hand_rests_on_what_it_quotes_or_shares_two_words_with(session, proposal, text, words):
    write(session, proposal, title=text)
    assert behind(session, proposal, "title") == words


def test_a_text_that_repeats_what_we_understood_rests_on_that_need(session, case, proposal):
    row = sheet(session, proposal).needs[1].row
    proposals.set_need(session, row.id, now=NOW, understanding="Prise en main.")
    write(session, proposal, objective="prise en main")
    assert behind(session, proposal, "objective") == [UNOPENED]


def test_the_plan_rests_on_the_words_that_give_its_day(session, proposal):
    write(session, proposal, plan=[])
    assert behind(session, proposal, "plan") is None
    write(session, proposal, plan=[{"name": "Audit"}], wished_on=date(2027, 1, 29))
    assert behind(session, proposal, "plan") == [BUDGET]
    write(session, proposal, wished_on=date(2027, 3, 1))
    assert behind(session, proposal, "plan") == []
    need = sheet(session, proposal).needs[1].need.id
    needs.update_need(session, need, due_on=date(2027, 3, 1))
    session.flush()
    assert behind(session, proposal, "plan") == [UNOPENED]


def test_the_return_rests_on_the_words_of_its_figures(session, case, proposal):
    said = calls.add_entry(session, case.call, "verbatim", "On perd 30 000 € par an.", at=CALLED)
    calls.set_citable(session, said, True)
    needs.needs_from_citable(session, case.prospect, now=NOW)
    session.flush()
    assert behind(session, proposal, "returns") is None
    read = returns_sheet(session, proposal)
    set_returns(session, proposal, now=NOW, returns=with_figure((), read.offered[-1]))
    session.flush()
    assert behind(session, proposal, "returns") == ["On perd 30 000 € par an."]


def test_no_note_nor_private_word_is_ever_behind_a_block(session, case, proposal):
    write(session, proposal, title=f"{PRIVATE} {NOTE}", gains=[NOTE])
    assert behind(session, proposal, "title") == [] and behind(session, proposal, "gain:0") == []


def test_words_put_right_are_shown_as_they_were_put_right(session, case, proposal):
    first = sheet(session, proposal).needs[0]
    agreement = Agreement((Decision(first.need.id, Reply.CORRECTED, "Deux journées par semaine"),), "Claire")
    shared_page.agree(session, case.call, agreement, NOW)
    session.flush()
    (piece,) = words_of_block(session, proposal, f"need:{first.row.id}").pieces
    assert piece.words == "Deux journées par semaine" and piece.speaker == "Claire Fontaine"


def test_a_block_that_is_not_there_has_no_words(session, proposal):
    assert behind(session, proposal, "nowhere") is None and behind(session, proposal, "gain:3") is None
