"""A document opened from memory: pictures of its pages, its words and where they stand."""

import pytest
from PySide6.QtCore import QRect, QSize, Qt

from desktop.documents.proposal import render
from desktop.ui.proposals.open_pdf import OpenPdf
from tests.documents.cases import CLAIRE


@pytest.fixture
def pdf(qtbot):
    pdf = OpenPdf(render(CLAIRE))
    yield pdf
    pdf.close()


def test_a_page_is_white_paper_with_ink(pdf):
    image = pdf.image(0, QSize(420, 594))
    colours = {image.pixelColor(x, y).lightness() for x in range(0, 420, 3) for y in range(0, 594, 3)}
    assert image.pixelColor(2, 2).name() == "#ffffff"
    assert min(colours) < 100


def test_a_part_is_that_part_of_the_whole(pdf):
    size, part = QSize(840, 1188), QRect(100, 250, 200, 90)
    assert pdf.image(0, size, part).size() == part.size()
    # Letters may be drawn a pixel aside: seen from afar, they are the same.
    smooth, far = Qt.TransformationMode.SmoothTransformation, QSize(20, 9)
    one, other = (
        image.scaled(far, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
        for image in (pdf.image(0, size).copy(part), pdf.image(0, size, part))
    )
    points = [(x, y) for x in range(20) for y in range(9)]
    assert max(abs(one.pixelColor(*at).lightness() - other.pixelColor(*at).lightness()) for at in points) < 60
    assert min(other.pixelColor(*at).lightness() for at in points) < 200


def test_sizes_are_points_of_paper(pdf):
    assert len(pdf.sizes()) == pdf.pages == 4
    assert [round(value) for value in pdf.sizes()[0].toTuple()] == [595, 842]


def test_words_have_boxes_on_the_page(pdf):
    text = pdf.text(0)
    (box,) = pdf.boxes(0, text.index("Rendre"), len("Rendre"))
    assert 45 < box.left() < 60 and 80 < box.top() < 140 and 10 < box.height() < 30
    two_lines = text.index("commerciaux")
    assert len(pdf.boxes(0, two_lines, len("commerciaux\r\nleur"))) == 2
