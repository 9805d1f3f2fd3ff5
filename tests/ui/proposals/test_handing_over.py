"""On the way out: to a file, or to paper."""

import pytest
from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrinter

from desktop.documents.proposal import render
from desktop.errors import UserError
from desktop.ui.proposals.handing_over import print_pdf, write
from tests.documents.cases import CLAIRE


@pytest.fixture(scope="module")
def data():
    return render(CLAIRE)


def test_the_folder_is_made_and_the_same_bytes_are_written_once(tmp_path, data):
    folder = tmp_path / "Documents" / "Boussole"
    path = write(folder, CLAIRE, data)
    assert path.read_bytes() == data and path.parent == folder
    assert write(folder, CLAIRE, data) == path
    assert len(list(folder.iterdir())) == 1


def test_a_file_of_that_name_with_other_bytes_is_kept(tmp_path, data):
    path = write(tmp_path, CLAIRE, data)
    path.write_bytes(b"signed by the customer")
    second = write(tmp_path, CLAIRE, data)
    assert second != path and second.read_bytes() == data
    assert path.read_bytes() == b"signed by the customer"


def test_a_folder_that_cannot_be_made_is_said(tmp_path, data):
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(UserError):
        write(tmp_path / "taken" / "folder", CLAIRE, data)


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
    assert len(printed.pages) == len(PdfReader(write(tmp_path, CLAIRE, data)).pages)
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
