"""The three doors of a proposal: proposed, renewed, never over what was written by hand."""

from datetime import timedelta
from decimal import Decimal

import pytest

from desktop.errors import UserError
from desktop.models.catalogue import Billing
from desktop.models.proposals import Door, ProposalNeed
from desktop.services import calls, catalogue, needs, proposal_options, proposals, prospects
from desktop.services.proposal_doors import arrange, propose_doors
from desktop.services.proposal_sheet import sheet
from tests.services.doors_case import composed, offer, three_offers
from tests.services.proposal_case import ANSWER, LOST_DAY, NOW, UNOPENED, claire, shared_grid

D = Decimal
LATER = NOW + timedelta(hours=1)


def look(session, key):
    session.flush()
    return sheet(session, key)


def doors(view):
    return [(card.option.door, card.option.name, card.option.recommended) for card in view.options]


def propose(session, key):
    session.flush()
    outcome = propose_doors(session, key, now=LATER)
    session.flush()
    return outcome


def test_a_new_proposal_has_its_three_doors_the_recommended_one_in_the_middle(session):
    _case, key = composed(session)
    view = look(session, key)
    assert doors(view) == [
        (Door.STEP, "Savoir quels devis relancer", False),
        (Door.BUDGET, "Une journée rendue chaque semaine", True),
        (Door.WHOLE, "Un outil que l’équipe ouvre", False),
    ]
    assert [len(card.covers) for card in view.options] == [1, 1, 2]
    assert [card.bill.first_year for card in view.options] == [D(1900), D(9000), D(21000)]
    assert view.options[2].bill.monthly.net == D(1000)
    assert [card.option.lead_time for card in view.options] == ["5 jours ouvrés", "20 jours ouvrés", "40 jours ouvrés"]
    assert [need.row.answer for need in view.needs] == [ANSWER, "Trois écrans, utilisés en rendez-vous.", ""]
    assert [block.door for block in view.content.options] == [Door.STEP, Door.BUDGET, Door.WHOLE]


def test_the_reason_is_what_they_said(session):
    _case, key = composed(session)
    reason = look(session, key).options[1].option.reason
    assert reason.startswith(f"«\u00a0{LOST_DAY}\u00a0»") and "budget" in reason


def test_a_budget_that_they_never_named_is_not_said_to_be_theirs(session):
    case, key = composed(session)
    prospects.update_prospect(session, case.prospect, now=NOW, amount=D(14000))
    propose(session, key)
    reason = look(session, key).options[1].option.reason
    assert LOST_DAY in reason and "budget" not in reason


def test_words_that_may_not_be_quoted_give_no_reason(session):
    case, key = composed(session)
    for stated in needs.needs_of(session, case.prospect):
        needs.update_need(session, stated.need.id, statement="Les relances de devis, une usine à gaz")
    for verbatim in case.verbatims.values():
        calls.set_citable(session, verbatim, False)
    propose(session, key)
    assert {card.option.reason for card in look(session, key).options} == {""}


def test_one_answer_is_one_option_as_before(session):
    case = claire(session)
    shared_grid(session)
    view = look(session, proposals.compose(session, case.prospect, now=NOW, language="fr"))
    assert doors(view) == [(Door.PLAIN, "Notre proposition", True)]
    assert [line.label for line in view.options[0].lines] == ["Grille des relances et devis"]


def test_an_empty_catalogue_leaves_an_empty_option_and_says_why_none_is_proposed(session):
    key = proposals.compose(session, claire(session).prospect, now=NOW, language="fr")
    view = look(session, key)
    assert doors(view) == [(Door.PLAIN, "Notre proposition", True)] and view.options[0].lines == ()
    with pytest.raises(UserError, match="No offer of the catalogue"):
        propose_doors(session, key, now=NOW)


def test_an_option_nobody_touched_gives_way(session):
    case = claire(session)
    key = proposals.compose(session, case.prospect, now=NOW, language="fr")
    three_offers(session)
    outcome = propose(session, key)
    assert [door for door, *_rest in doors(look(session, key))] == [Door.STEP, Door.BUDGET, Door.WHOLE]
    assert outcome.kept == () and len(outcome.doors) == 3


def test_proposing_twice_changes_nothing(session):
    _case, key = composed(session)
    before = [(card.option.id, [line.id for line in card.lines]) for card in look(session, key).options]
    outcome = propose(session, key)
    assert outcome.before == outcome.after
    assert [(card.option.id, [line.id for line in card.lines]) for card in look(session, key).options] == before


@pytest.mark.parametrize(
    "edit",
    [
        lambda session, card: proposal_options.update_option(session, card.option.id, now=NOW, name="À moi"),
        lambda session, card: proposal_options.update_option(session, card.option.id, now=NOW, answers=[]),
        lambda session, card: proposal_options.update_line(session, card.lines[0].id, now=NOW, discount=D(5)),
        lambda session, card: proposal_options.update_line(session, card.lines[0].id, now=NOW, optional=True),
        lambda session, card: proposal_options.update_line(session, card.lines[0].id, now=NOW, billing=Billing.YEARLY),
        lambda session, card: proposal_options.remove_line(session, card.lines[0].id, now=NOW),
        lambda session, card: proposal_options.add_line(session, card.option.id, now=NOW, label="x"),
    ],
    ids=["name", "needs", "discount", "optional", "billing", "line removed", "line added"],
)
def test_an_option_edited_by_hand_stays_and_is_named(session, edit):
    case, key = composed(session)
    mine = look(session, key).options[1]
    edit(session, mine)
    session.flush()
    prospects.update_prospect(session, case.prospect, now=NOW, amount=D(30000))
    outcome = propose(session, key)
    view = look(session, key)
    assert outcome.kept == (mine.option.name,)
    assert mine.option.id in [card.option.id for card in view.options]
    assert len(view.options) <= 3 and sum(card.option.recommended for card in view.options) == 1


def test_an_edit_taken_back_is_no_edit(session):
    _case, key = composed(session)
    option = look(session, key).options[1].option
    before = proposal_options.update_option(session, option.id, now=NOW, name="À moi")
    proposal_options.update_option(session, option.id, now=NOW, **before)
    assert propose(session, key).kept == ()


def test_what_was_written_by_hand_leaves_less_room_and_that_is_said(session):
    _case, key = composed(session)
    view = look(session, key)
    proposal_options.remove_option(session, view.options[0].option.id, now=NOW)
    mine = proposal_options.add_option(session, key, now=NOW, name="Sur mesure")
    outcome = propose(session, key)
    assert outcome.kept == ("Sur mesure",) and outcome.left_out == (Door.STEP,)
    standing = [card.option for card in look(session, key).options]
    assert [option.door for option in standing] == [Door.BUDGET, Door.WHOLE, Door.PLAIN]
    assert standing[-1].id == mine and standing[0].recommended


def test_the_reps_own_recommendation_wins(session):
    _case, key = composed(session)
    mine = look(session, key).options[2].option
    proposal_options.update_option(session, mine.id, now=NOW, name="À moi")
    proposal_options.recommend(session, key, mine.id, now=NOW)
    propose(session, key)
    assert [card.option.id for card in look(session, key).options if card.option.recommended] == [mine.id]


def test_a_need_left_out_is_not_sold(session):
    _case, key = composed(session)
    proposals.set_need(session, look(session, key).needs[1].row.id, now=NOW, included=False)
    propose(session, key)
    view = look(session, key)
    assert [card.option.door for card in view.options] == [Door.STEP, Door.WHOLE]
    assert [line.label for line in view.options[1].lines] == ["Grille des relances et devis"]
    assert view.options[1].option.recommended


def test_what_is_written_across_from_a_need_stays(session):
    _case, key = composed(session)
    row = look(session, key).needs[0].row
    proposals.set_need(session, row.id, now=NOW, answer="Ma réponse")
    propose(session, key)
    assert session.get_one(ProposalNeed, row.id).answer == "Ma réponse"


def test_a_changed_price_in_the_catalogue_is_taken_up_by_what_nobody_touched(session):
    _case, key = composed(session)
    first = look(session, key).options[1]
    catalogue.update_offer(session, first.lines[0].offer_id, unit_price=D(9500))
    propose(session, key)
    assert look(session, key).options[1].totals.net == D(9500)


def test_it_is_taken_back_and_done_again_whole(session):
    case = claire(session)
    key = proposals.compose(session, case.prospect, now=NOW, language="fr")
    mine = proposal_options.add_option(session, key, now=NOW, name="Sur mesure")
    proposal_options.recommend(session, key, mine, now=NOW)
    three_offers(session)
    before = doors(look(session, key))
    outcome = propose(session, key)
    after = doors(look(session, key))
    assert before != after
    for _again in range(2):
        arrange(session, key, outcome.before, now=LATER)
        view = look(session, key)
        assert doors(view) == before and [need.row.answer for need in view.needs] == ["", "", ""]
        arrange(session, key, outcome.after, now=LATER)
        view = look(session, key)
        assert doors(view) == after and view.needs[0].row.answer == ANSWER


def test_a_person_pays_vat_out_of_their_budget(session):
    case, key = composed(session)
    prospects.update_prospect(session, case.prospect, now=NOW, kind="b2c", amount=D(9500))
    propose(session, key)
    assert Door.BUDGET not in [card.option.door for card in look(session, key).options]
    prospects.update_prospect(session, case.prospect, now=NOW, amount=D(10800))
    propose(session, key)
    assert Door.BUDGET in [card.option.door for card in look(session, key).options]


def test_names_never_repeat_each_other(session):
    three = three_offers(session)
    for key in three.values():
        catalogue.update_offer(session, key, benefit="Du temps rendu")
    offer(session, "Sans nom des relances", 5)
    view = look(session, proposals.compose(session, claire(session).prospect, now=NOW, language="fr"))
    names = [card.option.name for card in view.options]
    assert len(set(names)) == len(names) and all(names)


def test_the_document_stays_in_its_own_language(session):
    three_offers(session)
    view = look(session, proposals.compose(session, claire(session).prospect, now=NOW, language="en"))
    assert view.options[0].option.lead_time == "5 working days"
    assert view.options[1].option.reason.startswith(f"“{LOST_DAY}”")
    assert UNOPENED not in view.options[1].option.reason
