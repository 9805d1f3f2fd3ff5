"""The doors in words, before anything is saved."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from desktop.i18n import Language
from desktop.models.calls import Verbatim
from desktop.models.catalogue import Billing, Offer
from desktop.models.need_kinds import NeedKind
from desktop.models.needs import Need
from desktop.models.proposals import Door
from desktop.services.door_drafts import Buyer, draft_doors
from desktop.services.needs import StatedNeed

D = Decimal
FRENCH, ENGLISH = Language("fr"), Language("en")


def stated(text, *, citable=True, statement=""):
    said = Verbatim(text=text, corrected="", citable=citable, at=datetime(2026, 11, 12, tzinfo=UTC))
    return StatedNeed(Need(kind=NeedKind.NEED, confirmed=False, statement=statement), (said,))


def offer(label, price, **fields):
    plain = {"detail": "", "answer": label, "benefit": "", "proof": "", "lead_days": 0, "step": False}
    sold = {"billing": Billing.ONCE, "vat_rate": D(20), "need_kinds": [], "sectors": []}
    return Offer(label=label, unit_price=D(price), **(plain | sold | fields))


NEEDS = [
    stated("Nos relances partent au hasard."),
    stated("Les livraisons sont en retard."),
    stated("J’ai 5 000 € pour ça."),
]
CATALOGUE = [
    offer("Suivi des relances", 4000, benefit="Une journée rendue."),
    offer("Planning des livraisons", 3000, benefit="Zéro retard", lead_days=1),
]


BUDGET = D(5000)


def drafted(needs=NEEDS, offers=CATALOGUE, budget=BUDGET, language=FRENCH, **buyer):
    return draft_doors(needs, offers, Buyer(**{"sector": "", "budget": budget, "with_vat": False} | buyer), language)


def test_a_door_is_named_by_the_benefit_that_it_adds():
    inside, whole = drafted().doors
    assert (inside.door, inside.name, inside.recommended) == (Door.BUDGET, "Une journée rendue", True)
    assert (whole.door, whole.name, whole.recommended) == (Door.WHOLE, "Zéro retard", False)
    assert (inside.gap, whole.gap) == (D(-3000), D(0))
    assert (inside.lead_time, whole.lead_time) == ("", "1 jour ouvré")


def test_the_reason_quotes_them_and_names_the_budget_they_named():
    inside, whole = drafted().doors
    assert inside.reason.startswith("«\u00a0Nos relances partent au hasard.\u00a0» Cette option y répond")
    assert inside.reason.endswith("et tient dans le budget que vous nous avez donné.")
    assert whole.reason == ""
    assert "budget" not in drafted(needs=NEEDS[:2]).doors[0].reason
    private = [*NEEDS[:2], stated("J’ai 5 000 € pour ça.", citable=False)]
    assert "budget" not in drafted(needs=private).doors[0].reason


def test_a_long_quotation_is_cut_and_says_so():
    long = stated("Nos relances " + "encore " * 40)
    reason = drafted(needs=[long, NEEDS[1]]).doors[0].reason
    assert "[…]" in reason and reason.count("encore") == 23


def test_a_budget_that_holds_everything_makes_one_door():
    (whole,) = drafted(budget=D(7000)).doors
    assert whole.door is Door.WHOLE and whole.recommended


def test_without_a_benefit_a_door_is_named_in_plain_words_in_the_language_of_the_document():
    bare = [
        offer("Suivi des relances", 4000),
        offer("Planning des livraisons", 3000),
        offer("Audit des relances", 500, step=True),
    ]
    names = [door.name for door in drafted(offers=bare, language=ENGLISH).doors]
    assert names == ["See before deciding", "What matters first", "The most complete answer"]
    all_answered = drafted(needs=NEEDS[:2], offers=bare, language=ENGLISH).doors
    assert all_answered[-1].name == "All your needs answered"


def test_the_answer_to_a_need_is_what_the_cheapest_door_sells_for_it():
    answers = drafted().answers
    assert {place: each.label for place, each in answers.items()} == {
        0: "Suivi des relances",
        1: "Planning des livraisons",
    }


@pytest.mark.parametrize("billing, doors", [(Billing.ONCE, 1), (Billing.YEARLY, 1), (Billing.MONTHLY, 2)])
def test_a_subscription_weighs_a_year_in_the_budget(billing, doors):
    offers = [offer("Suivi des relances", 400), offer("Planning des livraisons", 400, billing=billing)]
    assert len(drafted(offers=offers, budget=D(1000)).doors) == doors


def test_a_person_holds_the_price_with_vat_against_their_budget():
    assert len(drafted(budget=D(7000), with_vat=True).doors) == 2
    assert len(drafted(budget=D(8400), with_vat=True).doors) == 1


def test_nothing_that_fits_is_no_door():
    assert drafted(offers=[]).doors == () and drafted(needs=[]).doors == ()
