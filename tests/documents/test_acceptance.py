"""The block that is signed, or its absence."""

from dataclasses import replace

from desktop.documents.proposal import render
from desktop.documents.signed import render_signed
from desktop.documents.variants import render_document
from desktop.models.catalogue import BlockKind
from desktop.models.proposals import DocumentKind
from desktop.services.proposal_content import Block
from tests.documents.cases import CLAIRE, PRE, SELLER, START
from tests.documents.reading import flat, reader, text_of
from tests.documents.test_offers import RICH
from tests.documents.test_signing import SIGNED


def test_a_document_that_binds_nobody_says_so_and_cannot_be_signed():
    text = text_of(render(PRE))
    assert text.count("document non contractuel") == 1 and "Document non contractuel" in text
    assert "Bon pour accord" not in text and "Signez" not in text and "Pour dire oui" not in text
    assert "SIRET" in text


def signed_page(content) -> str:
    """What is signed, without any space."""
    pages = [page.extract_text() for page in reader(render(content)).pages]
    (found,) = [flat(page) for page in pages if "Fait en deux exemplaires" in page.replace("\u00a0", " ")]
    return found.split("Faitendeuxexemplaires")[1]


def test_one_box_an_option_and_one_an_extra():
    page = signed_page(replace(CLAIRE, options=(START, RICH)))
    assert page.count("☐") == 3
    assert "recommandée,puis240,00€HTparmois,puis99,90€HTparan" in page
    assert "☐enoption:Formationavancée,2sessions3060,00€HT3672,00€TTC" in page


def test_the_deposit_is_asked_on_what_is_paid_once():
    assert "acompte4824,00€" in signed_page(replace(CLAIRE, options=(START, RICH)))
    monthly = replace(RICH, lines=(RICH.lines[3],))
    page = signed_page(replace(CLAIRE, options=(START, monthly)))
    assert "240,00€HTparmois288,00€TTCparmois" in page and page.count("acompte") == 1


def test_a_seller_without_vat_asks_one_amount():
    page = signed_page(replace(CLAIRE, seller=replace(SELLER, vat_exempt=True), options=(RICH,)))
    assert "☐enoption:Formationavancée,2sessions3060,00€HT" in page and "€TTC" not in page


def test_what_is_signed_is_called_by_its_name():
    assert "Proposition P-2026-0042, version 2, du 23 novembre 2026." in text_of(render(CLAIRE)).replace("\u00a0", " ")
    for data in (
        render_document(CLAIRE, DocumentKind.QUOTATION),
        render_signed(CLAIRE, DocumentKind.QUOTATION, SIGNED),
    ):
        pages = [page.extract_text().replace("\u00a0", " ") for page in reader(data).pages]
        assert "Devis P-2026-0042, version 2, du 23 novembre 2026." in pages[-1]
        assert all("Devis P-2026-0042 v2" in page for page in pages), "running lines"
        assert "Proposition P-2026" not in "".join(pages)


def boxes(page) -> int:
    """How many rectangles are drawn: those of a code are by the hundred."""
    return page.get_contents().get_data().count(b" re")


def test_questions_stand_beside_their_code_where_the_page_has_room():
    alone = replace(CLAIRE, needs=CLAIRE.needs * 2, blocks=(Block(BlockKind.METHOD, "Méthode", "Une.\n" * 14),))
    silent = replace(alone, seller=replace(SELLER, phone="", email=""))
    with_code, without = reader(render(alone)).pages, reader(render(silent)).pages
    assert len(with_code) == len(without) and "Questions" not in signed_page(silent)
    assert flat("Questions ? Julie Morvan 02 99 00 00 00 julie@atelier-nord.example Visez ce code") in signed_page(
        alone
    )
    assert boxes(with_code[-1]) > boxes(without[-1]) + 200
    signed = text_of(render_signed(alone, DocumentKind.PROPOSAL, SIGNED))
    assert flat("Questions ? Julie Morvan") in flat(signed) and SIGNED.sha256 in signed


def test_no_page_is_added_for_questions():
    """From what leaves room to what takes more than a page."""
    found = set()
    for count in (0, 6, 9, 12, 21):
        extras = tuple(replace(RICH.lines[0], optional=True, chosen=False) for _each in range(count))
        asked = replace(CLAIRE, options=(RICH, replace(RICH, lines=RICH.lines + extras)))
        silent = replace(asked, seller=replace(SELLER, phone="", email=""))
        assert len(reader(render(asked)).pages) == len(reader(render(silent)).pages), count
        found.add("Questions" in signed_page(asked))
    assert found == {True, False}
