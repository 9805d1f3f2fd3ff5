"""Page 1 writes itself, and what a hand wrote there stays."""

from datetime import date

import pytest

from desktop.models.proposals import Door, Proposal
from desktop.services import page_one, proposal_doors, proposal_language, proposal_options, proposals
from desktop.services.proposal_sheet import sheet
from desktop.services.proposal_trace import GAIN, RECOMMENDATION
from tests.services.doors_case import composed, three_offers
from tests.services.proposal_case import NOW, claire

DAY, TOOL = "Une journée rendue chaque semaine", "Un outil que l’équipe ouvre"
KNOWN = (
    "Nous vous recommandons «\u00a0Une journée rendue chaque semaine\u00a0». "
    "Cette option répond à vos mots, cités sur cette page, et tient dans le budget que vous nous avez donné."
)


@pytest.fixture
def doors(session):
    return composed(session)[1]


def option(session, key, door):
    return next(each for each in proposal_options.options_of(session, key) if each.door is door)


def page(session, key):
    session.flush()
    proposal = session.get_one(Proposal, key)
    return proposal.gains, proposal.recommendation


def test_it_is_written_from_the_answers_and_the_recommended_option(session, doors):
    gains, recommendation = page(session, doors)
    assert gains == [DAY], "what is recommended promises no more than what it answers"
    assert recommendation == KNOWN
    assert page_one.drafted(session, session.get_one(Proposal, doors)) == {
        "gains": gains,
        "recommendation": recommendation,
    }


def test_it_says_the_words_behind_it(session, doors):
    alone = [each.where for each in sheet(session, doors).echo.without_words]
    assert not [where for where in alone if where.startswith((GAIN, RECOMMENDATION))]


def test_it_follows_the_recommendation_the_order_and_the_answers_back_and_forth(session, doors):
    first = page(session, doors)
    whole, budget = option(session, doors, Door.WHOLE), option(session, doors, Door.BUDGET)
    proposal_options.recommend(session, doors, whole.id, now=NOW)
    second = page(session, doors)
    assert second[0] == [DAY, TOOL] and whole.name in second[1]
    rows = [card.row for card in sheet(session, doors).needs]
    proposals.move_need(session, rows[1].id, 0, now=NOW)
    assert page(session, doors)[0] == [TOOL, DAY]
    former = proposals.set_need(session, rows[1].id, now=NOW, benefit="Tout le monde l’ouvre.")
    assert page(session, doors)[0] == ["Tout le monde l’ouvre", DAY]
    proposals.set_need(session, rows[1].id, now=NOW, **former)
    proposals.move_need(session, rows[1].id, 1, now=NOW)
    assert page(session, doors) == second
    proposal_options.recommend(session, doors, budget.id, now=NOW)
    assert page(session, doors) == first


def test_what_was_written_or_emptied_by_hand_stays(session, doors):
    proposals.update_proposal(session, doors, now=NOW, gains=[], recommendation="Notre avis.")
    row = sheet(session, doors).needs[0].row
    proposals.set_need(session, row.id, now=NOW, benefit="Autre chose")
    proposal_options.recommend(session, doors, option(session, doors, Door.WHOLE).id, now=NOW)
    assert page(session, doors) == ([], "Notre avis.")


def test_proposing_the_doors_again_fills_what_is_empty_and_undo_empties_it(session):
    case = claire(session)
    key = proposals.compose(session, case.prospect, now=NOW, language="fr", call_id=case.call)
    assert page(session, key) == ([], "")
    proposals.update_proposal(session, key, now=NOW, recommendation="Notre avis.")
    three_offers(session)
    done = proposal_doors.propose_doors(session, key, now=NOW)
    assert page(session, key) == ([DAY], "Notre avis.")
    proposal_doors.arrange(session, key, done.before, now=NOW)
    assert page(session, key) == ([], "Notre avis.")
    proposal_doors.arrange(session, key, done.after, now=NOW)
    assert page(session, key)[0] == [DAY]


def test_a_proposal_of_one_option_is_named_by_what_is_sold(session, doors):
    for door in (Door.STEP, Door.WHOLE):
        proposal_options.remove_option(session, option(session, doors, door).id, now=NOW)
    left = option(session, doors, Door.BUDGET)
    proposal_options.update_option(session, left.id, now=NOW, name="", reason="Le plus simple.")
    assert page(session, doors)[1].endswith("Grille des relances et devis\u00a0». Le plus simple.")
    proposal_options.remove_option(session, left.id, now=NOW)
    assert page(session, doors)[1] == ""


def test_it_is_drafted_again_in_another_language_and_comes_back(session, doors):
    first = page(session, doors)
    told = proposal_language.speak(session, doors, "en", now=NOW)
    assert page(session, doors)[1].startswith("We recommend “Une journée")
    proposal_language.put_back(session, doors, told, now=NOW)
    assert page(session, doors) == first


def test_its_days_are_those_of_the_plan_until_a_day_is_written(session, doors):
    content = sheet(session, doors).content
    signing = next(step for step in content.plan.steps if step.name == "Signature et commande")
    assert content.start_on == content.plan.ready_on
    assert content.sign_before == min(signing.ends_on, content.valid_until)
    proposals.update_proposal(session, doors, now=NOW, start_on=date(2027, 3, 1), sign_before=date(2026, 12, 1))
    content = sheet(session, doors).content
    assert (content.start_on, content.sign_before) == (date(2027, 3, 1), date(2026, 12, 1))
