"""A finished document on its way to a printer: the very bytes, page by page."""

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrinter

from desktop.errors import UserError
from desktop.i18n import _
from desktop.ui.proposals.preview import OpenPdf

_FINEST = 300
"""Dots per inch beyond which paper shows no difference, and memory does."""


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
