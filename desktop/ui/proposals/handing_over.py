"""A finished proposal on its way out: to a file in the documents folder, or to a printer."""

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrinter

from desktop.documents.files import file_name, write_pdf
from desktop.errors import UserError
from desktop.i18n import _
from desktop.services.proposal_content import ProposalContent
from desktop.ui.proposals.preview import OpenPdf

_FINEST = 300
"""Dots per inch beyond which paper shows no difference, and memory does."""


def write(folder: Path, content: ProposalContent, data: bytes) -> Path:
    """Write the document into ``folder``, made if needed; the same bytes under the same name are written once."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(
            _("The folder {folder} could not be made. Choose another one in the settings.").format(folder=folder)
        ) from error
    there = folder / file_name(content)
    if _holds(there, data):
        return there
    return write_pdf(folder, there.name, data)


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


def print_pdf(data: bytes, printer: QPrinter) -> None:
    """Print these very bytes, each page fitted to the paper, the printer's page range respected."""
    pdf = OpenPdf(data)
    painter = QPainter()
    try:
        if not painter.begin(printer):
            raise UserError(_("The printer does not answer. Check it, or export the PDF."))
        first = printer.fromPage() or 1
        last = min(printer.toPage() or pdf.pages, pdf.pages)
        for page in range(first - 1, last):
            if page > first - 1:
                printer.newPage()
            _print_page(pdf, page, printer, painter)
    finally:
        if painter.isActive():
            painter.end()
        pdf.close()


def _print_page(pdf: OpenPdf, page: int, printer: QPrinter, painter: QPainter) -> None:
    room = QSizeF(printer.pageLayout().paintRectPixels(printer.resolution()).size())
    size = pdf.document.pagePointSize(page).scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
    scale = min(1.0, _FINEST / printer.resolution())
    pixels = QSize(round(size.width() * scale), round(size.height() * scale))
    target = QRectF((room.width() - size.width()) / 2, (room.height() - size.height()) / 2, size.width(), size.height())
    painter.drawImage(target, pdf.image(page, pixels))
