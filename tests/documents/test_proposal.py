"""The customer's file, whole: pages, order, metadata, typeface, language."""

from dataclasses import replace

import pytest

from desktop.documents.proposal import render
from desktop.services.proposal_content import ProposalContent
from tests.documents.cases import BARE, CLAIRE, FIVE, ONE, PRE
from tests.documents.extremes import FULL
from tests.documents.reading import fonts_of, reader, text_of


@pytest.mark.parametrize("language", ["fr", "en"])
def test_an_ordinary_proposal_holds_in_four_to_six_pages(language: str):
    """With a plan and a return as well, its terms annexed."""
    for content in (CLAIRE, FIVE, FULL, replace(FIVE, plan=FULL.plan, returns=FULL.returns, blocks=FULL.blocks[:1])):
        assert 4 <= len(reader(render(replace(content, language=language))).pages) <= 6
    assert 2 <= len(reader(render(replace(ONE, language=language))).pages) <= 4


def test_sections_follow_in_order_and_the_outline_leads_to_them():
    data = render(CLAIRE)
    titles = [
        "Ce que vous nous avez dit",
        "Notre réponse, point par point",
        "Options et investissement",
        "Bon pour accord",
    ]
    document = reader(data)
    assert [entry.title for entry in document.outline] == titles
    assert [document.get_destination_page_number(entry) + 1 for entry in document.outline] == [2, 2, 3, 4]
    text = text_of(data)
    assert sorted(titles, key=text.index) == titles


def test_empty_blocks_vanish_with_their_headings():
    text = text_of(render(BARE))
    for heading in (
        "Votre objectif",
        "Ce que cela coûte",
        "Notre recommandation",
        "gagnez",
        "nous avez dit",
        "réponse",
        "confirmer",
        "Options",
        "Investissement",
        "SIRET",
        "RCS",
        "Acompte",
        "Paiement",
        "()",
        ", ,",
        "None",
    ):
        assert heading not in text
    assert len(reader(render(BARE)).pages) == 1


def test_english_is_english_to_the_last_word():
    data = render(replace(CLAIRE, language="en"))
    text = text_of(data)
    for words in (
        "What you told us",
        "“On perd une",
        "€13,400.00 excl. VAT",
        "Total incl. VAT",
        "Agreed and accepted",
        "Recommended",
        "23 November 2026",
    ):
        assert words in text
    for words in ("Votre", "Notre", "HT", "TTC", "Bon pour", "Recommandée", "«"):
        assert words not in text
    assert reader(data).trailer["/Root"]["/Lang"] == "en-GB"


def test_metadata():
    document = reader(render(CLAIRE))
    assert document.metadata.title == "Rendre à vos commerciaux leur journée perdue"
    assert document.metadata.author == "Atelier Nord Conseil"
    assert document.metadata.creation_date.date() == CLAIRE.issued_on
    assert document.metadata.subject == "Proposition P-2026-0042 v2 pour Ateliers Brévent"
    root = document.trailer["/Root"]
    assert root["/Lang"] == "fr-FR" and root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert not {"/OpenAction", "/AA", "/JavaScript", "/AcroForm"} & set(root)


@pytest.mark.parametrize("content", [CLAIRE, FIVE, PRE, BARE], ids=["claire", "five", "pre", "bare"])
def test_every_font_is_ours_and_embedded(content: ProposalContent):
    found = set(fonts_of(render(content)))
    assert found and all(embedded and "SourceSans3" in name for name, embedded in found)


def test_same_content_same_bytes():
    assert render(CLAIRE) == render(replace(CLAIRE))
    assert render(CLAIRE) != render(replace(CLAIRE, revision=3))


def test_the_file_holds_no_narrow_space_and_no_entity():
    text = text_of(render(replace(CLAIRE, title="R&D\u202f: 1\u202f234\u202f€")))
    assert "\u202f" not in text and "&amp;" not in text and "R&D" in text


@pytest.mark.parametrize("height", range(0, 60, 4))
def test_nothing_is_left_alone_wherever_the_page_ends(height: int):
    """Pushes the options down line by line: no total without a line, no heading without what it announces."""
    content = replace(CLAIRE, to_confirm=tuple(f"Point {n}" for n in range(height)))
    pages = [page.extract_text().replace("\u00a0", " ") for page in reader(render(content)).pages]
    for page in pages:
        body = page.strip().splitlines()
        assert ("Total TTC" not in page) or ("forfait" in page or "jours" in page or "session" in page)
        # The last two lines are the running ones: legal mentions and page number.
        assert not body[-3].endswith(
            (": le détail", "point par point", "investissement", "à confirmer", "Total HT", "La preuve")
        )
