"""On the way out, to paper."""

from io import BytesIO

import pytest
from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrinter

from desktop.documents.proposal import render
from desktop.errors import UserError
from desktop.ui.proposals.printing import print_pdf
from tests.documents.cases import CLAIRE


@pytest.fixture(scope="module")
def data():
    return render(CLAIRE)


@pytest.fixture
def printer(qapp, tmp_path):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setResolution(100)
    return printer


def test_every_page_reaches_the_paper(printer, tmp_path, data):
    print_pdf(data, printer)
    printed = PdfReader(tmp_path / "printed.pdf")
    original = PdfReader(tmp_path / "printed.pdf").pages[0].mediabox
    assert len(printed.pages) == len(PdfReader(BytesIO(data)).pages)
    assert original.height > original.width


def test_the_pages_asked_for_are_printed_alone(printer, tmp_path, data):
    printer.setFromTo(2, 3)
    print_pdf(data, printer)
    assert len(PdfReader(tmp_path / "printed.pdf").pages) == 2


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_does_not_answer_is_said(printer, data):
    printer.setOutputFileName("/nowhere/at/all/printed.pdf")
    with pytest.raises(UserError):
        print_pdf(data, printer)
