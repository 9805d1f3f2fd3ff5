"""Cards, priced lines and totals."""

from dataclasses import replace
from decimal import Decimal

from desktop.documents.proposal import render
from desktop.models.pricing import Line
from tests.documents.cases import CLAIRE, EQUIP, START
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
