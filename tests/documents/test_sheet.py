"""Running lines that fit, whatever the names."""

from dataclasses import replace
from io import BytesIO

import pytest

from desktop.documents import fonts
from desktop.documents.acceptance import acceptance
from desktop.documents.echo import said
from desktop.documents.essentials import essentials
from desktop.documents.offers import offers
from desktop.documents.proposal import render
from desktop.documents.running import language_of, running
from desktop.documents.sheet import WIDTH, Pages, Sheet, _shorten
from desktop.documents.styles import styles
from desktop.documents.typesetter import Typesetter
from desktop.models.proposals import DocumentKind
from tests.documents.cases import CLAIRE, CLIENT, SELLER
from tests.documents.reading import reader


@pytest.mark.parametrize("text", ["court", "M" * 300, "i" * 3000, "mot " * 200])
def test_a_running_line_is_cut_to_its_room_and_says_so(text: str):
    fonts.register()
    cut = _shorten(text, fonts.REGULAR, 8.5, 200)
    assert fonts.width(cut, fonts.REGULAR, 8.5) <= 200
    assert cut == text or (cut.endswith("…") and text.startswith(cut[:-1]))


def test_header_from_the_second_page_and_footer_on_every_page():
    pages = [page.extract_text() for page in reader(render(CLAIRE)).pages]
    header = "Ateliers Brévent · Rendre à vos commerciaux leur journée perdue"
    assert [header in page for page in pages] == [False, True, True, True]
    for number, page in enumerate(pages, 1):
        assert "RCS Rennes" in page and page.strip().endswith(f"{number} / 4")


def test_long_names_leave_the_reference_readable():
    long = replace(
        CLAIRE, client=replace(CLIENT, company="Ateliers " * 40), seller=replace(SELLER, name="Conseil " * 40)
    )
    for page in reader(render(long)).pages[1:]:
        assert "P-2026-0042 v2" in page.extract_text() and "…" in page.extract_text()
    assert WIDTH > 490


def test_a_blind_sheet_falls_as_the_drawn_one_does():
    setter = Typesetter(language_of(CLAIRE), styles(CLAIRE.seller.accent))
    found = []
    for blind in (False, True):
        buffer = BytesIO()
        sheet = Sheet(buffer, running(CLAIRE, setter), setter.styles.accent, Pages(1))
        story = [*essentials(CLAIRE, setter, None), *said(CLAIRE, setter), *offers(CLAIRE, setter)]
        found.append(sheet.lay([*story, *acceptance(CLAIRE, setter, DocumentKind.PROPOSAL)], blind=blind))
        assert bool(buffer.getvalue()) is not blind
    assert found[0] == found[1] and found[0].total > 1 and "options" in found[0].sections
