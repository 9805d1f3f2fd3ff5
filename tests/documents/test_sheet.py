"""Running lines that fit, whatever the names."""

from dataclasses import replace

import pytest

from desktop.documents import fonts
from desktop.documents.proposal import render
from desktop.documents.sheet import WIDTH, _shorten
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
