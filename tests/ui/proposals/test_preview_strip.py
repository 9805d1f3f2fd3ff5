"""The pages in small: drawn when they show, never those of an older document."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from desktop.documents.proposal import render
from desktop.services.proposal_content import NeedBlock
from desktop.ui.proposals.open_pdf import OpenPdf
from desktop.ui.proposals.preview_strip import WIDTH, PageStrip
from tests.documents.cases import CLAIRE

LONG = replace(CLAIRE, needs=(NeedBlock(understanding="mot " * 9000, answer="Réponse"),))


@pytest.fixture
def strip(qtbot):
    strip = PageStrip()
    strip.pdfs = [OpenPdf(render(LONG)), OpenPdf(render(CLAIRE))]
    qtbot.addWidget(strip)
    strip.resize(WIDTH, 400)
    strip.show()
    strip.show_document(strip.pdfs[0], 0)
    yield strip
    strip.show_document(None, 0)
    for pdf in strip.pdfs:
        pdf.close()


def test_only_the_pages_that_show_are_drawn(strip):
    strip.grab()
    assert strip.pdfs[0].pages > 8
    assert strip.drawn and strip.drawn[0] == 0 and len(strip.drawn) < 5
    strip.show_page(8)
    strip.grab()
    assert 8 in strip.drawn


def test_another_document_draws_its_own_pages(strip):
    strip.grab()
    before = strip.image(0)
    strip.show_document(strip.pdfs[1], 0)
    assert strip.drawn == []
    assert strip.model().rowCount() == 4 and strip.image(1) != before
    assert strip.model().index(2, 0).data() == "Page 3"


def test_a_click_and_the_keys_choose_a_page(strip, qtbot):
    chosen = []
    strip.chosen.connect(chosen.append)
    at = strip.visualRect(strip.model().index(1, 0)).center()
    qtbot.mouseClick(strip.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.keyClick(strip, Qt.Key.Key_Down)
    qtbot.keyClick(strip, Qt.Key.Key_Return)
    assert chosen == [1, 2]


def test_nothing_shown_is_no_page(strip):
    strip.show_document(None, 0)
    strip.grab()
    assert strip.model().rowCount() == 0
