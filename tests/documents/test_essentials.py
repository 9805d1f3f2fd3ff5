"""Page 1 suffices alone."""

from dataclasses import replace

import pytest

from desktop.documents.essentials import heading
from desktop.documents.proposal import render
from desktop.documents.running import language_of
from desktop.documents.styles import styles
from desktop.documents.typesetter import Typesetter
from desktop.services.proposal_content import ProposalContent
from tests.documents.cases import CLAIRE, FIVE, ONE
from tests.documents.reading import reader


def test_page_one_suffices_alone():
    page = reader(render(CLAIRE)).pages[0].extract_text().replace("\u00a0", " ")
    for words in (
        "Atelier Nord Conseil",
        "P-2026-0042 v2",
        "valable jusqu’au 23 décembre 2026",
        "Claire Fontaine, dirigeante",
        "Votre objectif",
        "Ce que cela coûte aujourd’hui",
        "Selon vos chiffres",
        "Notre recommandation",
        "Ce que vous y gagnez",
        "Option « Équiper l’équipe », mise en service le 29 janvier 2027",
        "13 400,00 € HT",
        "soit 16 080,00 € TTC, TVA 20 % comprise",
        "Deux autres options en page 3",
        "Pour dire oui",
        "Signez la page 4 avant le 11 décembre 2026",
        "02 99 00 00 00",
    ):
        assert words in page
    words = [word for word in page.split() if len(word) > 1]
    assert len(words) <= 210, "120 to 170 words, running lines apart"


@pytest.mark.parametrize("content", [CLAIRE, FIVE, ONE], ids=["three", "five", "one"])
def test_page_one_names_the_page_to_sign(content: ProposalContent):
    document = reader(render(content))
    page = next(i for i, page in enumerate(document.pages, 1) if "Fait en deux exemplaires" in page.extract_text())
    assert f"Signez la page {page} avant" in document.pages[0].extract_text()
    for number, each in enumerate(document.pages, 1):
        assert f"{number} / {len(document.pages)}" in each.extract_text()


def test_whom_it_is_for_stands_in_the_place_of_a_title():
    setter = Typesetter(language_of(CLAIRE), styles(CLAIRE.seller.accent))
    _above, title, below = heading(CLAIRE, "Pour Claire", setter)
    _above, alone = heading(replace(CLAIRE, title=" "), "Pour Claire", setter)
    assert title.getPlainText() == CLAIRE.title and below.getPlainText() == alone.getPlainText() == "Pour Claire"
    assert title.style.fontSize == alone.style.fontSize > below.style.fontSize
