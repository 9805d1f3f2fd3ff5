"""Cards, priced lines and totals."""

from dataclasses import replace
from decimal import Decimal

import pytest

from desktop.documents.proposal import render
from desktop.models.catalogue import Billing
from desktop.models.pricing import Line
from tests.documents.cases import CLAIRE, EQUIP, SELLER, START
from tests.documents.reading import flat, reader, text_of

D = Decimal


def test_totals_are_printed_to_the_cent_with_vat_rate_by_rate():
    lines = (
        Line("A", "", D(3), "j", D("0.07"), D(20)),
        Line("B", "", D(1), "u", D("1234.56"), D("5.5"), D(10)),
        Line("C", "", D(2), "u", D(100), D(20)),
    )
    text = flat(text_of(render(replace(CLAIRE, options=(replace(EQUIP, lines=lines),)))))
    for words in (
        "−10%",
        "1111,10€",
        "TotalHT1311,31€",
        "TVA20%sur200,21€40,04€",
        "TVA5,5%sur1111,10€61,11€",
        "TotalTTC1412,46€",
    ):
        assert words in text


def test_the_recommended_option_is_named_in_words():
    assert text_of(render(CLAIRE)).count("Recommandée") == 1


def test_three_hundred_lines_keep_their_headings_and_totals_in_company():
    lines = tuple(replace(EQUIP.lines[0], label=f"Ligne {n}.") for n in range(300))
    document = reader(render(replace(CLAIRE, options=(replace(EQUIP, lines=lines), START))))
    pages = [page.extract_text() for page in document.pages]
    assert all("Désignation" in page for page in pages if "Ligne" in page)
    assert all("Ligne" in page or "Pilote" in page for page in pages if "Total TTC" in page.replace("\u00a0", " "))
    assert all(sum(f"Ligne {n}." in page for page in pages) == 1 for n in range(300))


MONTHLY = Line("Suivi", "Une heure", D(1), "mois", D(240), D(20), billing=Billing.MONTHLY)
YEARLY = Line("Hébergement", "", D(1), "an", D("99.90"), D("5.5"), billing=Billing.YEARLY)
EXTRA = Line("Formation avancée", "Sur site", D(2), "sessions", D(1700), D(20), D(10), optional=True)
RICH = replace(EQUIP, lines=(*EQUIP.lines, MONTHLY, YEARLY, EXTRA))


def test_what_comes_back_has_its_own_totals():
    text = flat(text_of(render(replace(CLAIRE, options=(START, RICH)))))
    for words in (
        "13400,00€HT",
        "puis240,00€HTparmois",
        "puis99,90€HTparan",
        "TotalHT13400,00€",
        "TotalTTC16080,00€",
        "TotalHTparmois240,00€",
        "TotalTTCparmois288,00€",
        "TotalHTparan99,90€",
        "TVA5,5%sur99,90€5,49€",
        "TotalTTCparan105,39€",
    ):
        assert words in text


def test_an_extra_is_shown_with_its_real_quantity_and_price_and_left_out_of_the_totals():
    text = flat(text_of(render(replace(CLAIRE, options=(START, RICH)))))
    assert "Équiperl’équipe:lignesenoption,horstotaux" in text
    assert "☐Formationavancée" in text and "2sessions1700,00€−10%20%3060,00€" in text
    assert "1ligneenoption" in text
    chosen = replace(RICH, lines=(*RICH.lines[:-1], replace(EXTRA, chosen=True)))
    text = flat(text_of(render(replace(CLAIRE, options=(START, chosen)))))
    assert "horstotaux" not in text and "Enoption,retenue" in text
    assert "TotalHT16460,00€" in text


def test_the_difference_between_options_is_said_pace_by_pace():
    text = flat(text_of(render(replace(CLAIRE, options=(START, RICH)))))
    assert "6500€demoins,240€demoinsparmois,99,90€demoinsparan" in text


def test_the_needs_of_an_option_are_said_in_their_words():
    text = flat(text_of(render(CLAIRE)))
    assert flat("Répond au point 1 : « On perd une journée par semaine à relancer […] »") in text
    assert flat("Répond à tous vos points") in text


def test_a_seller_without_vat_gives_one_total_a_pace():
    exempt = replace(CLAIRE, seller=replace(SELLER, vat_exempt=True), options=(RICH,))
    text = flat(text_of(render(exempt)))
    assert "Totalàpayer13400,00€" in text and "Totalàpayerparmois240,00€" in text
    assert "TTC" not in text.replace("duTotalTTC", "").replace("dutotalTTC", "")


def test_the_largest_amounts_stand_whole_on_their_line():
    big = replace(EQUIP, lines=(Line("Tout", "", D(1), "forfait", D("99999999.99"), D(20)),))
    lines = text_of(render(replace(CLAIRE, options=(START, big)))).replace("\u00a0", " ").splitlines()
    for amount in ("99 999 999,99 € HT", "119 999 999,99 € TTC"):
        assert any(amount in line for line in lines)


@pytest.mark.parametrize("height", range(0, 40, 3))
def test_no_extra_stands_under_another_page_than_its_heading(height: int):
    content = replace(CLAIRE, options=(RICH, START), to_confirm=tuple(f"Point {n}" for n in range(height)))
    for page in reader(render(content)).pages:
        text = page.extract_text()
        if "hors totaux" in text:
            assert "Formation avancée" in text.split("hors totaux")[1]
        if "Total TTC" in text.replace("\u00a0", " "):
            assert "Désignation" in text
