"""On the way out, to paper."""

from io import BytesIO

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageRanges, QPageSize
from PySide6.QtPrintSupport import QPrinter
from reportlab.pdfgen.canvas import Canvas

from desktop.documents.proposal import render
from desktop.errors import UserError
from desktop.ui.proposals.printing import prepare, print_pdf, usual_sides
from tests.documents.cases import CLAIRE

MM = 72 / 25.4


@pytest.fixture(scope="module")
def data():
    return render(CLAIRE)


@pytest.fixture
def printer(qapp, tmp_path):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setResolution(72)
    return printer


@pytest.fixture
def printed(printer, tmp_path, data):
    """Print, and read what came out."""

    def run(what=data):
        print_pdf(what, printer)
        return PdfReader(tmp_path / "printed.pdf")

    return run


def ink(page):
    """Where the image of the page lies on the paper: left, bottom, width and height, in millimetres."""
    found = {}

    def visit(operator, operands, matrix, _text):
        if operator == b"Do":
            found["at"] = matrix

    page.extract_text(visitor_operand_before=visit)
    a, _b, _c, d, e, f = found["at"]
    width, height = a, abs(d)
    return e / MM, (f if d > 0 else f - height) / MM, width / MM, height / MM


def test_every_page_reaches_the_paper(printed, data):
    paper = printed()
    assert len(paper.pages) == len(PdfReader(BytesIO(data)).pages)
    assert paper.pages[0].mediabox.height > paper.pages[0].mediabox.width


@pytest.mark.parametrize(
    ("size", "width", "height"),
    [(QPageSize.PageSizeId.A4, 210, 297), (QPageSize.PageSizeId.A5, 148, 210), (QPageSize.PageSizeId.A6, 105, 148)],
)
def test_the_paper_that_was_chosen_is_filled_and_nothing_is_cut(printer, printed, size, width, height):
    printer.setPageSize(QPageSize(size))
    page = printed().pages[0]
    assert (page.mediabox.width / MM, page.mediabox.height / MM) == pytest.approx((width, height), abs=0.7)
    left, bottom, wide, high = ink(page)
    assert max(wide / width, high / height) == pytest.approx(1, abs=0.01), "as large as the paper holds"
    assert left > -0.5 and bottom > -0.5 and left + wide < width + 0.5 and bottom + high < height + 0.5


def test_a_slip_on_a_larger_sheet_keeps_its_size(printer, printed):
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A6))
    small = BytesIO()
    canvas = Canvas(small, pagesize=(105 * MM, 148 * MM))
    canvas.rect(10, 10, 50, 50)
    canvas.save()
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    _left, _bottom, wide, high = ink(printed(small.getvalue()).pages[0])
    assert (wide, high) == pytest.approx((105, 148), abs=0.7)
    prepare(printer, small.getvalue())
    assert printer.pageLayout().pageSize().id() is QPageSize.PageSizeId.A6


def test_the_dialog_starts_from_the_paper_of_the_document_on_both_sides(printer, data):
    printer.setPageLayout(
        QPageLayout(QPageSize(QPageSize.PageSizeId.A3), QPageLayout.Orientation.Landscape, QMarginsF(9, 9, 9, 9))
    )
    prepare(printer, data)
    layout = printer.pageLayout()
    assert layout.pageSize().id() is QPageSize.PageSizeId.A4
    assert layout.orientation() is QPageLayout.Orientation.Portrait


def test_several_pages_go_on_both_sides():
    # A PDF file has no sides: what a queue receives is looked at in test_paper_queue.
    assert usual_sides(1) is QPrinter.DuplexMode.DuplexNone
    assert usual_sides(2) is QPrinter.DuplexMode.DuplexLongSide


def test_the_pages_asked_for_are_printed_alone(printer, printed, data):
    printer.setPageRanges(QPageRanges.fromString("1,3-4"))
    wanted = [page for page in (1, 3, 4) if page <= len(PdfReader(BytesIO(data)).pages)]
    assert len(printed().pages) == len(wanted)
    printer.setFromTo(2, 3)
    assert len(printed().pages) == 2


def test_each_copy_is_printed_where_the_printer_makes_none(printer, printed, data):
    printer.setCopyCount(2)
    pages = len(PdfReader(BytesIO(data)).pages)
    assert len(printed().pages) == (pages if printer.supportsMultipleCopies() else 2 * pages)


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_does_not_answer_is_said(printer, data):
    printer.setOutputFileName("/nowhere/at/all/printed.pdf")
    with pytest.raises(UserError):
        print_pdf(data, printer)
