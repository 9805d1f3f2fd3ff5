"""What is drawn, and how little of it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QImage, QPainter

from desktop.documents.proposal import render
from desktop.ui.proposals.open_pdf import OpenPdf
from desktop.ui.proposals.preview_blocks import Block
from desktop.ui.proposals.preview_find import Hit
from desktop.ui.proposals.preview_layout import Layout
from desktop.ui.proposals.preview_paint import PagePainter
from tests.documents.cases import CLAIRE


class Counting(OpenPdf):
    """Remembers what was asked of it."""

    def __init__(self, data):
        super().__init__(data)
        self.asked = []

    def image(self, page, size, part=None):
        self.asked.append((page, size.width(), part.width() * part.height() if part else 0))
        return super().image(page, size, part)


@pytest.fixture
def pdf(qtbot):
    pdf = Counting(render(CLAIRE))
    yield pdf
    pdf.close()


def painted(painter_of, pdf, scale=0.8, top=0.0, hot=None):
    image = QImage(500, 600, QImage.Format.Format_RGB32)
    image.fill(0xFF444444)
    layout = Layout(pdf.sizes(), scale, QSize(500, 600))
    painter = QPainter(image)
    painter_of.paint(painter, layout, QRectF(QPointF(0, top), image.size()), 1.0, hot)
    painter.end()
    return image


def test_only_pages_that_show_are_drawn_and_once(pdf):
    painter = PagePainter()
    painter.show_document(pdf)
    for _time in range(3):
        painted(painter, pdf)
    assert [page for page, *_size in pdf.asked] == [0]
    painted(painter, pdf, top=700)
    assert [page for page, *_size in pdf.asked] == [0, 1]


def test_a_large_page_is_drawn_only_around_what_shows(pdf):
    painter = PagePainter()
    painter.show_document(pdf)
    painted(painter, pdf, scale=5.0, top=900)
    ((_page, width, area),) = pdf.asked
    assert width > 2900 and area < 1_500_000
    painted(painter, pdf, scale=5.0, top=1000)
    assert len(pdf.asked) == 1


def test_nothing_of_an_older_document_is_kept(pdf):
    painter, other = PagePainter(), Counting(render(replace(CLAIRE, title="Tout autre chose")))
    painter.show_document(pdf)
    before = painted(painter, pdf)
    painter.show_document(other)
    assert painted(painter, other) != before and [page for page, *_size in other.asked] == [0]
    other.close()


def test_hits_and_the_block_at_hand_are_marked(pdf):
    painter = PagePainter()
    painter.show_document(pdf)
    plain = painted(painter, pdf)
    hit, other = (Hit(0, (QRectF(300, top, 80, 12),)) for top in (500, 600))
    painter.hits, painter.current = [hit, other], hit
    marked = painted(painter, pdf)
    layout = Layout(pdf.sizes(), 0.8, QSize(500, 600))
    here, there = (layout.on_page(0, each.boxes[0]).center().toPoint() for each in (hit, other))
    assert marked.pixelColor(here) != plain.pixelColor(here)
    assert marked.pixelColor(here) != marked.pixelColor(there) != plain.pixelColor(there)
    hot = painted(painter, pdf, hot=Block(0, QRectF(300, 700, 80, 12), "title"))
    at = layout.on_page(0, QRectF(300, 700, 80, 12)).center().toPoint()
    assert hot.pixelColor(at) != plain.pixelColor(at)
    assert painted(painter, pdf, hot=Block(3, QRectF(300, 700, 80, 12), "title")) == marked


def test_paper_without_a_document_is_not_drawn(qtbot, pdf):
    painter = PagePainter()
    painted(painter, pdf)
    assert pdf.asked == []
