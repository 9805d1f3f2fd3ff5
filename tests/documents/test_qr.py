"""The code on paper holds the text, square by square, and is coarse enough to be read."""

import re
from importlib import import_module
from importlib.util import find_spec
from io import BytesIO

import pytest
from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.pdfgen.canvas import Canvas

from desktop.documents import fonts
from desktop.documents.qr import QUIET, matrix, qr_code
from tests.documents.reading import reader

TEXT = "BEGIN:VCALENDAR\r\nSUMMARY:Appel avec Julie Morvan, à Rennes\r\nEND:VCALENDAR"
SIDE = 120.0


def drawn(text: str) -> list[list[bool]]:
    """The squares as they are filled on the page, sampled at their centres."""
    fonts.register()
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=(SIDE, SIDE), initialFontName=fonts.REGULAR)
    qr_code(text, SIDE).drawOn(canvas, 0, 0)
    canvas.save()
    written = reader(buffer.getvalue()).pages[0].get_contents().get_data().decode("latin-1")
    number = r"(-?[\d.]+)"
    boxes = [
        tuple(float(value) for value in found)
        for found in re.findall(rf"{number} {number} {number} {number} re", written)
    ]
    count = len(matrix(text))
    size = SIDE / (count + 2 * QUIET)

    def black(x: float, y: float) -> bool:
        return any(left <= x <= left + wide and low <= y <= low + high for left, low, wide, high in boxes)

    return [
        [black((QUIET + column + 0.5) * size, SIDE - (QUIET + row + 0.5) * size) for column in range(count)]
        for row in range(count)
    ]


def test_what_is_drawn_is_what_the_library_encodes() -> None:
    widget = QrCodeWidget(TEXT, barLevel="M")
    widget.qr.make()
    expected = [[bool(square) for square in row] for row in widget.qr.modules]
    assert [list(row) for row in matrix(TEXT)] == expected
    assert drawn(TEXT) == expected


def test_corners_are_those_of_a_code() -> None:
    squares = matrix(TEXT)
    eye = [tuple(max(abs(row - 3), abs(column - 3)) != 2 for column in range(7)) for row in range(7)]
    last = len(squares) - 7
    for top, left in ((0, 0), (0, last), (last, 0)):
        assert [row[left : left + 7] for row in squares[top : top + 7]] == eye


def test_it_is_square_and_never_too_fine() -> None:
    squares = matrix("x" * 640)
    assert all(len(row) == len(squares) for row in squares)
    # 42 mm over so many squares: a third of a millimetre each is what cheap telephones still read.
    assert 42 / (len(squares) + 2 * QUIET) > 0.33


@pytest.mark.skipif(find_spec("zxingcpp") is None, reason="no decoder of codes on this machine")
def test_a_decoder_reads_it_back() -> None:
    image_module = import_module("PIL.Image")
    count = len(matrix(TEXT)) + 2 * QUIET
    image = image_module.new("L", (count, count), 255)
    for row, squares in enumerate(matrix(TEXT)):
        for column, dark in enumerate(squares):
            image.putpixel((column + QUIET, row + QUIET), 0 if dark else 255)
    (found,) = import_module("zxingcpp").read_barcodes(image.resize((count * 4, count * 4), 0))
    assert found.text == TEXT
