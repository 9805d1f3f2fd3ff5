"""Which needs an offer answers."""

import pytest

from desktop.models.calls import Verbatim
from desktop.models.catalogue import Offer
from desktop.models.need_kinds import NeedKind
from desktop.models.needs import Need
from desktop.services.needs import StatedNeed
from desktop.services.offer_fit import closest, fits
from tests.services.proposal_case import BUDGET, LOST_DAY, UNOPENED


def stated(text, kind=NeedKind.NEED, *, citable=True, statement=""):
    need = Need(kind=kind, confirmed=False, statement=statement)
    return StatedNeed(need, (Verbatim(text=text, corrected="", citable=citable),))


def offer(label, detail="", answer="", kinds=(), sectors=()):
    return Offer(label=label, detail=detail, answer=answer, need_kinds=list(kinds), sectors=list(sectors))


NEEDS = [stated(LOST_DAY), stated(UNOPENED, NeedKind.OBSTACLE), stated(BUDGET, NeedKind.CONSTRAINT)]


def test_two_words_in_common_or_one_in_the_name_and_a_chance_word_is_not_enough():
    named, spoken, far = offer("Audit des relances"), offer("Audit", "Vos devis", "relancés"), offer("Pose", "journée")
    assert fits(NEEDS, [named, spoken, far], "") == [{0: 2}, {0: 2}, {}]


def test_words_that_may_not_be_quoted_count_for_nothing():
    assert fits([stated(LOST_DAY, citable=False)], [offer("Audit des relances", "devis")], "") == [{}]
    assert fits([stated("", statement="Les relances")], [offer("Audit des relances")], "") == [{0: 2}]


def test_a_kind_that_is_not_its_own_refuses_a_need_and_its_own_counts_for_a_word():
    assert fits(NEEDS, [offer("Audit des relances", kinds=[NeedKind.OBSTACLE])], "") == [{}]
    assert fits(NEEDS, [offer("Pose", "journée", kinds=[NeedKind.NEED])], "") == [{0: 2}]
    assert fits(NEEDS, [offer("Rien de tout cela", kinds=[NeedKind.NEED])], "") == [{}]


@pytest.mark.parametrize("sector, found", [("Menuiserie", 3), ("  menuiserie", 3), ("Banque", 0), ("", 2)])
def test_an_offer_for_a_sector_is_for_no_other_one(sector, found):
    """With none known, it is left out for none."""
    fit = fits(NEEDS, [offer("Audit des relances", sectors=["menuiserie "])], sector)
    assert fit == [{0: found} if found else {}]


def test_the_closest_offer_is_the_first_of_equals():
    fit = fits(NEEDS, [offer("Audit"), offer("Relances"), offer("Devis"), offer("Relances et devis")], "")
    assert closest(0, fit[:3]) == 1 and closest(0, fit) == 3
    assert closest(2, fit) is None


@pytest.mark.parametrize("text", ["personne ne l’ouvre", "on l‘ouvre–enfin", "qu’elle l'ouvre", "«\u00a0ouvre\u00a0»"])
def test_an_apostrophe_a_dash_or_a_mark_parts_words(text):
    assert fits([stated(text)], [offer("Un outil qui s’ouvre vite")], "") == [{0: 2}]
