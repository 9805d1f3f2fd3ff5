"""Prices as sentences."""

from dataclasses import replace
from decimal import Decimal

from desktop.documents.prices import headline_price, other_price, price_gap, price_sentence, recurring_prices
from desktop.models.catalogue import Billing
from desktop.models.pricing import Line
from tests.documents.cases import CLAIRE, DEPLOY, EQUIP, SELLER, START
from tests.documents.test_typesetter import ENGLISH, FRENCH


def shown(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def test_headline_price():
    assert shown(headline_price(CLAIRE, EQUIP, FRENCH)) == "13 400,00 € HT"
    assert headline_price(CLAIRE, EQUIP, ENGLISH) == "€13,400.00 excl. VAT"
    assert headline_price(CLAIRE, replace(EQUIP, lines=()), FRENCH) == "Prix à convenir"


def test_other_price_says_its_vat():
    assert shown(other_price(CLAIRE, CLAIRE.totals(EQUIP), FRENCH)) == "soit 16 080,00 € TTC, TVA 20 % comprise"
    mixed = replace(EQUIP, lines=(*EQUIP.lines, Line("x", "", Decimal(1), "", Decimal(100), Decimal("5.5"))))
    assert shown(other_price(CLAIRE, CLAIRE.totals(mixed), FRENCH)) == "soit 16 185,50 € TTC"
    exempt = replace(CLAIRE, seller=replace(SELLER, vat_exempt=True))
    assert shown(other_price(exempt, exempt.totals(EQUIP), FRENCH)) == "TVA non applicable, art. 293 B du CGI"


def test_the_gap_is_to_the_recommended_option():
    assert shown(price_gap(CLAIRE, START, FRENCH)) == "6 500 € de moins"
    assert shown(price_gap(CLAIRE, DEPLOY, FRENCH)) == "6 400 € de plus"
    assert price_gap(CLAIRE, EQUIP, FRENCH) == ""


def test_a_private_person_is_told_the_price_with_vat():
    private = replace(CLAIRE, client=replace(CLAIRE.client, private=True))
    assert shown(headline_price(private, EQUIP, FRENCH)) == "16 080,00 € TTC"
    assert shown(other_price(private, private.totals(EQUIP), FRENCH)) == "dont 2 680,00 € de TVA"
    assert shown(price_gap(private, START, FRENCH)) == "7 800 € de moins"


def test_a_price_that_comes_back_says_how_often():
    monthly = Line("x", "", Decimal(1), "", Decimal(240), Decimal(20), billing=Billing.MONTHLY)
    both = replace(EQUIP, lines=(*EQUIP.lines, monthly))
    only = replace(EQUIP, lines=(monthly,))
    assert shown(headline_price(CLAIRE, both, FRENCH)) == "13 400,00 € HT"
    assert [shown(each) for each in recurring_prices(CLAIRE, both, FRENCH)] == ["puis 240,00 € HT par mois"]
    assert shown(headline_price(CLAIRE, only, FRENCH)) == "240,00 € HT par mois"
    assert headline_price(CLAIRE, only, ENGLISH) == "€240.00 excl. VAT per month"
    assert shown(price_sentence(CLAIRE, both, FRENCH)) == (
        "soit 16 080,00 € TTC, TVA 20 % comprise, puis 240,00 € HT par mois, soit 288,00 € TTC, TVA 20 % comprise"
    )
    content = replace(CLAIRE, options=(EQUIP, both))
    assert shown(price_gap(content, both, FRENCH)) == "240 € de plus par mois"


def test_a_price_that_nobody_chose_is_not_announced():
    extra = Line("x", "", Decimal(1), "", Decimal(240), Decimal(20), optional=True)
    assert headline_price(CLAIRE, replace(EQUIP, lines=(extra,)), FRENCH) == "Prix à convenir"
    assert price_sentence(CLAIRE, replace(EQUIP, lines=(extra,)), FRENCH) == ""
