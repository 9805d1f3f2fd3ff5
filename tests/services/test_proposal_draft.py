"""What a first draft borrows from the call."""

import pytest

from desktop.i18n import Language
from desktop.models.calls import Verbatim
from desktop.models.catalogue import Offer
from desktop.models.need_kinds import NeedKind
from desktop.models.needs import Need
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


def test_an_offer_matches_by_its_words_and_a_chance_word_is_not_enough():
    close = Offer(label="Audit des relances", detail="Vos devis ouverts", answer="")
    far = Offer(label="Téléphonie", detail="Une journée de pose", answer="")
    need = stated(LOST_DAY)
    assert proposal_draft.matching_offers(need, [far, close]) == [close]


def test_an_offer_is_not_matched_through_words_that_may_not_be_quoted():
    offer = Offer(label="Audit des relances", detail="devis", answer="")
    assert proposal_draft.matching_offers(stated(LOST_DAY, citable=False), [offer]) == []
