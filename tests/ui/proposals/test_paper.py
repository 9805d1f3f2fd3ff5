"""The very pages, in their shape, drawn once."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QScrollArea

from desktop.i18n import Language
from desktop.ui.proposals.open_pdf import OpenPdf
from desktop.ui.proposals.paper import Paper
from tests.ui.proposals.signing_case import pages


@pytest.fixture
def paper(qtbot):
    area = QScrollArea()
    area.setWidgetResizable(True)
    paper = Paper(pages(), Language("fr"))
    area.setWidget(paper)
    qtbot.addWidget(area)
    area.resize(520, 700)
    area.show()
    yield paper
    paper.close_document()


def test_every_page_in_the_shape_of_its_paper(qtbot, paper) -> None:
    assert len(paper.pages) == 4
    qtbot.waitUntil(lambda: paper.pages[3].y() > 0)
    for leaf in paper.pages:
        assert leaf.height() == pytest.approx(leaf.width() * 297 / 210, abs=1)
    assert paper.pages[0].y() == 0, "no room is lost above the first"


def test_what_is_seen_is_what_the_bytes_draw(paper) -> None:
    leaf = paper.pages[0]
    seen = leaf.grab().toImage()
    pdf = OpenPdf(pages())
    drawn = pdf.image(0, QSize(seen.width(), seen.height()))
    pdf.close()
    places = [(x, y) for x in range(5, seen.width() - 5, 9) for y in range(5, seen.height() - 5, 9)]
    different = [at for at in places if abs(seen.pixelColor(*at).lightness() - drawn.pixelColor(*at).lightness()) > 8]
    assert len(different) < len(places) / 200
    assert any(drawn.pixelColor(*at).lightness() < 128 for at in places), "there is something to see"


def test_pages_are_read_aloud(paper) -> None:
    assert paper.pages[1].accessibleName() == "Page 2 sur 4"
    assert "Ce que vous nous avez dit" in paper.pages[1].accessibleDescription()
    paper.speak(Language("en"))
    assert paper.pages[1].accessibleName() == "Page 2 of 4"


def test_a_long_document_does_not_stay_in_memory(paper) -> None:
    for _round in range(3):
        for number in range(4):
            for width in (100, 200, 300):
                paper.image(number, QSize(width, width))
    assert len(paper._drawn) <= 6
    assert paper.image(0, QSize(100, 100)) is not paper.image(1, QSize(100, 100))


def test_a_closed_document_draws_blank_pages(paper) -> None:
    paper.close_document()
    paper.close_document()
    paper.pages[0].grab()
    assert paper.image(0, QSize(100, 100)) is None
