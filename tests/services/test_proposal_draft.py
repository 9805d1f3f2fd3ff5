"""What a first draft borrows from the call."""

import uuid

import pytest

from desktop.i18n import Language
from desktop.models.calls import Verbatim
from desktop.models.need_kinds import NeedKind
from desktop.models.needs import Need
from desktop.models.proposals import ProposalNeed
from desktop.services import proposal_draft
from desktop.services.needs import StatedNeed
from tests.services.proposal_case import BUDGET, LOST_DAY, UNOPENED

FRENCH = Language("fr")


def stated(text, kind=NeedKind.NEED, *, confirmed=False, citable=True, statement=""):
    need = Need(kind=kind, confirmed=confirmed, statement=statement)
    return StatedNeed(need, (Verbatim(text=text, corrected="", citable=citable),))


@pytest.mark.parametrize(
    "text", [LOST_DAY, BUDGET, "la moitié du temps", "Half of them", "12", "a day each week", "5 %"]
)
def test_a_figure_is_seen_in_digits_or_in_words(text):
    assert proposal_draft.has_figure(text)


@pytest.mark.parametrize("text", [UNOPENED, "", "Une personne en parle.", "Nous sommes contents."])
def test_no_figure_is_seen_where_there_is_none(text):
    assert not proposal_draft.has_figure(text)


def test_the_strongest_words_are_a_stake_with_a_figure():
    obstacle = stated("12 outils différents", NeedKind.OBSTACLE)
    plain = stated("On veut y voir clair", NeedKind.NEED, confirmed=True)
    stake = stated(LOST_DAY, NeedKind.STAKE)
    hidden = stated("900 € par jour", NeedKind.STAKE, citable=False)
    assert proposal_draft.lead_verbatim([hidden, obstacle, plain, stake]) is stake.verbatims[0]
    assert proposal_draft.lead_verbatim([hidden]) is None


def test_among_equals_the_confirmed_words_open():
    early, late = stated("On perd 3 jours"), stated("On perd 4 jours", confirmed=True)
    assert proposal_draft.lead_verbatim([early, late]) is late.verbatims[0]


def test_a_correction_of_the_typing_is_what_is_quoted():
    assert proposal_draft.words_of(Verbatim(text="on pert", corrected="on perd")) == "on perd"


def test_quotation_marks_are_those_of_the_language():
    assert proposal_draft.quoted("mot", FRENCH) == "«\u00a0mot\u00a0»"
    assert proposal_draft.quoted("word", Language("en")) == "“word”"


def test_what_may_not_be_quoted_is_neither_objective_nor_cost():
    hidden = stated("800 € par devis perdu", NeedKind.STAKE, citable=False)
    assert proposal_draft.cost_today([hidden], [], FRENCH) == ""
    assert proposal_draft.objective([stated("But secret", citable=False)], None, FRENCH) == ""


def test_what_they_could_spend_is_neither_a_cost_nor_a_goal_nor_what_opens_the_page():
    budget, slow = stated("J’ai un budget de 8000 euros avant fin janvier"), stated("Les devis traînent")
    loses = stated("On perd 3000 euros par mois")
    assert proposal_draft.cost_today([budget], [], FRENCH) == ""
    assert proposal_draft.cost_today([budget, loses], [], FRENCH) == "«\u00a0On perd 3000 euros par mois\u00a0»"
    assert proposal_draft.objective([budget], None, FRENCH) == ""
    assert proposal_draft.lead_verbatim([slow, budget]) is slow.verbatims[0]
    assert proposal_draft.lead_verbatim([slow, budget, loses]) is loses.verbatims[0]


def test_a_title_promises_what_the_offer_that_answers_the_main_need_brings():
    first, main, hidden = stated(UNOPENED), stated(LOST_DAY), stated(BUDGET)
    for need in (first, main, hidden):
        need.verbatims[0].id = uuid.uuid4()
    brought = ("Un outil que l’équipe ouvre.", " Une journée rendue. ", "Un prix tenu")
    rows = [ProposalNeed(included=True, benefit=benefit) for benefit in brought]
    rows[2].included = False
    lead = main.verbatims[0].id
    assert proposal_draft.promise([first, main, hidden], rows, lead) == "Une journée rendue"
    assert proposal_draft.promise([first, main, hidden], rows, hidden.verbatims[0].id) == "Un outil que l’équipe ouvre"
    assert proposal_draft.promise([hidden], [ProposalNeed(included=True, benefit="")], lead) == ""


def test_gains_are_three_benefits_each_once_in_their_order():
    brought = ["Un outil ouvert. ", "", " . ", "Un outil ouvert", "Une journée\nrendue", "Trois", "Quatre"]
    assert proposal_draft.gains(brought) == ["Un outil ouvert", "Une journée rendue", "Trois"]
    assert proposal_draft.gains([]) == []


def test_a_recommendation_has_a_name_and_a_reason_and_says_no_words_twice():
    english = Language("en")

    def recommended(name="A", reason="", said=(), covered=2):
        return proposal_draft.recommendation(name, reason, said, covered, 2, english)

    assert recommended(reason="“We lose a day.” This option answers it.") == (
        "We recommend “A”. “We lose a day.” This option answers it."
    )
    once = "We recommend “A”. This option answers your own words, quoted on this page."
    for said in ("We lose a day.", "“We lose a day.”"):
        assert recommended(reason="“We lose a day.” This option answers it.", said=["", said]) == once
    by_hand = "“We lose a day.” The grid gives it back."
    assert recommended(reason=by_hand, said=["We lose a day."]) == f"We recommend “A”. {by_hand}"
    assert recommended() == "We recommend “A”. It answers everything that you told us you need."
    assert recommended(covered=1) == "We recommend “A”. It answers 1 of the 2 needs that you told us about."
    assert recommended(covered=0) == recommended(name="", reason="Why") == ""
