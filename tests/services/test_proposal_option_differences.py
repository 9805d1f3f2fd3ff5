"""What changed in the ways to say yes."""

from dataclasses import replace
from decimal import Decimal

import pytest

from desktop.models.catalogue import Billing
from desktop.services.proposal_exports import as_json
from desktop.services.proposal_option_differences import option_differences
from tests.documents.cases import CLAIRE, DEPLOY, EQUIP, START

D = Decimal


def said(old, new):
    options = [as_json(replace(CLAIRE, options=side))["options"] for side in (old, new)]
    return list(option_differences(*options))


def first_line(option, **fields):
    return replace(option, lines=(replace(option.lines[0], **fields), *option.lines[1:]))


def test_the_price_comes_first_and_the_line_that_makes_it_follows():
    cheaper = first_line(EQUIP, unit_price=D(600))
    assert said((EQUIP,), (cheaper,)) == [
        "Option “Équiper l’équipe”: €13,400 → €11,900 excl. VAT",
        "Option “Équiper l’équipe”, “Audit des relances”, unit price: €1,100 → €600",
    ]


def test_what_is_asked_each_month_is_another_sum():
    rented = first_line(EQUIP, billing=Billing.MONTHLY)
    assert said((EQUIP,), (rented,)) == [
        "Option “Équiper l’équipe”: €13,400 → €10,100 excl. VAT",
        "Option “Équiper l’équipe”: €0 → €3,300 a month excl. VAT",
        "Option “Équiper l’équipe”, “Audit des relances”, asked: once → a month",
    ]


def test_an_optional_line_counts_once_it_is_chosen():
    offered, chosen = first_line(EQUIP, optional=True), first_line(EQUIP, optional=True, chosen=True)
    assert said((offered,), (chosen,)) == [
        "Option “Équiper l’équipe”: €10,100 → €13,400 excl. VAT",
        "Option “Équiper l’équipe”, “Audit des relances”, in the total: optional, not chosen → optional, chosen",
    ]


def test_options_and_lines_that_come_and_go_are_named():
    assert said((START, EQUIP), (EQUIP,)) == ["Option removed: “Démarrer”"]
    assert said((START,), (START, DEPLOY))[:2] == [
        "Option added: “Déployer”",
        "Option “Déployer”: €0 → €19,800 excl. VAT",
    ]
    shorter = replace(EQUIP, lines=EQUIP.lines[:2])
    assert "Option “Équiper l’équipe”: line removed, “Formation”" in said((EQUIP,), (shorter,))
    assert "Option “Équiper l’équipe”: line added, “Formation”" in said((shorter,), (EQUIP,))


def test_another_name_at_the_same_place_is_the_same_option():
    assert said((START, EQUIP), (START, replace(EQUIP, name="Équiper"))) == [
        "Name of the option: “Équiper l’équipe” → “Équiper”"
    ]
    unnamed = replace(START, name="")
    assert said((unnamed,), (replace(unnamed, lead_time="2 semaines"),)) == [
        "Option “Option 1”, lead time: 3 semaines → 2 semaines"
    ]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"quantity": D(2)}, "quantity: 3 jours → 2 jours"),
        ({"discount": D(5)}, "discount: 0% → 5%"),
        ({"vat_rate": D("5.5")}, "VAT: 20% → 5.5%"),
        ({"detail": "x"}, "detail: “120 devis ouverts, rapport remis” → “x”"),
    ],
)
def test_everything_that_changes_on_a_line_is_said(fields, words):
    assert any(sentence.endswith(words) for sentence in said((EQUIP,), (first_line(EQUIP, **fields),)))


def test_another_order_is_said_of_options_and_of_lines():
    assert said((START, EQUIP), (EQUIP, START)) == ["The options are in another order"]
    turned = replace(EQUIP, lines=EQUIP.lines[::-1])
    assert said((EQUIP,), (turned,)) == ["Option “Équiper l’équipe”: the lines are in another order"]
    assert said((START, EQUIP), (START, EQUIP)) == []
