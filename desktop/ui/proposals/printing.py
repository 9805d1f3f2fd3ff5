"""A finished document on its way to a printer: the very bytes, page by page, at the size they were laid out for."""

from PySide6.QtCore import QMarginsF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from desktop.errors import UserError
from desktop.i18n import _
from desktop.ui.proposals.open_pdf import OpenPdf

_FINEST = 300
"""Dots per inch beyond which paper shows no difference, and memory does."""
_POINTS = 72


def prepare(printer: QPrinter, data: bytes) -> None:
    """What the dialog starts from: the paper of the document, upright, on both sides when it has several pages."""
    pdf = OpenPdf(data)
    try:
        size, pages = pdf.document.pagePointSize(0), pdf.pages
    finally:
        pdf.close()
    paper = QPageSize(size, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    printer.setPageLayout(QPageLayout(paper, QPageLayout.Orientation.Portrait, QMarginsF()))
    printer.setDuplex(usual_sides(pages))


def usual_sides(pages: int) -> QPrinter.DuplexMode:
    """Both sides for several pages, turned as a book is; a printer that has one side prints on one."""
    return QPrinter.DuplexMode.DuplexLongSide if pages > 1 else QPrinter.DuplexMode.DuplexNone


def print_pdf(data: bytes, printer: QPrinter) -> None:
    """Print these very bytes, at their own size or, on smaller paper, as large as it holds.

    Paper, sides, copies, range and order are those that the rep chose. The document has margins of its own, wider than
    any printer needs: the whole sheet is used.
    """
    pdf = OpenPdf(data)
    painter = QPainter()
    printer.setFullPage(True)
    try:
        if not painter.begin(printer):
            raise UserError(_("The printer does not answer. Check it, or export the PDF."))
        for place, page in enumerate(_pages(pdf.pages, printer)):
            if place:
                printer.newPage()
            _print_page(pdf, page, printer, painter)
    finally:
        if painter.isActive():
            painter.end()
        pdf.close()


def _pages(count: int, printer: QPrinter) -> list[int]:
    """The pages to print, from 0, in order; copies are made here for a printer that makes none itself."""
    ranges = printer.pageRanges()
    pages = [page for page in range(count) if ranges.isEmpty() or ranges.contains(page + 1)]
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        pages.reverse()
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    return pages * copies if printer.collateCopies() else [page for page in pages for _copy in range(copies)]


def _print_page(pdf: OpenPdf, page: int, printer: QPrinter, painter: QPainter) -> None:
    dots = printer.resolution()
    sheet = QSizeF(printer.pageLayout().fullRectPixels(dots).size())
    own = pdf.document.pagePointSize(page) * (dots / _POINTS)
    fits = own.width() <= sheet.width() + 1 and own.height() <= sheet.height() + 1
    size = own if fits else own.scaled(sheet, Qt.AspectRatioMode.KeepAspectRatio)
    scale = min(1.0, _FINEST / dots)
    pixels = QSize(round(size.width() * scale), round(size.height() * scale))
    target = QRectF(
        (sheet.width() - size.width()) / 2, (sheet.height() - size.height()) / 2, size.width(), size.height()
    )
    painter.drawImage(target, pdf.image(page, pixels))
