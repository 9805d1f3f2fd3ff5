"""A finished document, opened from memory: its pages as pictures, and its words."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QRectF, QSize, QSizeF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions

_WHITE = QColor(255, 255, 255)


class OpenPdf:
    """A PDF in memory, opened by Qt; ``close`` before the program ends. Pages are counted from 0."""

    def __init__(self, data: bytes) -> None:
        self._buffer = QBuffer()
        self._buffer.setData(QByteArray(data))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document = QPdfDocument()
        self.document.load(self._buffer)
        self._texts: dict[int, str] = {}

    @property
    def pages(self) -> int:
        return self.document.pageCount()

    def sizes(self) -> tuple[QSizeF, ...]:
        """The size of each page, in points."""
        return tuple(self.document.pagePointSize(page) for page in range(self.pages))

    def image(self, page: int, size: QSize, part: QRect | None = None) -> QImage:
        """One page on white paper, ``size`` in real pixels; only ``part`` of it, in the same pixels, when given."""
        part = part or QRect(0, 0, size.width(), size.height())
        options = QPdfDocumentRenderOptions()
        options.setScaledSize(size)
        options.setScaledClipRect(part)
        drawn = self.document.render(page, part.size(), options)
        paper = QImage(part.size(), QImage.Format.Format_RGB32)
        paper.fill(_WHITE)
        painter = QPainter(paper)
        painter.drawImage(0, 0, drawn)
        painter.end()
        return paper

    def text(self, page: int) -> str:
        """The words of a page, a sign of it being a sign for ``boxes``."""
        if page not in self._texts:
            self._texts[page] = self.document.getAllText(page).text()
        return self._texts[page]

    def boxes(self, page: int, start: int, length: int) -> list[QRectF]:
        """Where signs of the text of a page stand, one box a line, in points from the top left."""
        found = [polygon.boundingRect() for polygon in self.document.getSelectionAtIndex(page, start, length).bounds()]
        return [box for box in found if not box.isEmpty()]

    def close(self) -> None:
        self.document.close()
        self._buffer.close()
