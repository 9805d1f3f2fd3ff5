"""The pages of a finished document one below the other, to be read before it is signed: the very bytes."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.i18n import Language
from desktop.ui import theme
from desktop.ui.proposals.open_pdf import OpenPdf

_KEPT = 6
"""Drawn pages that stay in memory: those around the one that is read."""


class Paper(QWidget):
    """Every page of ``data``, as wide as it is given. ``close`` lets go of the document."""

    def __init__(self, data: bytes, language: Language) -> None:
        super().__init__()
        self._pdf: OpenPdf | None = OpenPdf(data)
        self._drawn: dict[int, QImage] = {}
        self.pages = [Leaf(self, number) for number in range(self._pdf.pages)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(20)
        for leaf in self.pages:
            column.addWidget(leaf)
        self.speak(language)

    def speak(self, language: Language) -> None:
        """Name the pages in ``language``; what they say is read aloud as it is written."""
        if self._pdf is None:
            return
        for number, leaf in enumerate(self.pages):
            words = language.gettext("Page {page} of {total}").format(page=number + 1, total=len(self.pages))
            leaf.setAccessibleName(words)
            leaf.setAccessibleDescription(self._pdf.document.getAllText(number).text())

    def shape(self, number: int) -> float:
        """The height of a page for a width of 1."""
        size = self._pdf.document.pagePointSize(number) if self._pdf else None
        return size.height() / size.width() if size and size.width() else 297 / 210

    def image(self, number: int, size: QSize) -> QImage | None:
        """One page, ``size`` in real pixels; ``None`` once the document is closed."""
        found = self._drawn.pop(number, None)
        if found is None or found.size() != size:
            if self._pdf is None:
                return None
            found = self._pdf.image(number, size)
        self._drawn[number] = found
        while len(self._drawn) > _KEPT:
            del self._drawn[next(iter(self._drawn))]
        return found

    def close_document(self) -> None:
        """Let go of the document, before the window goes."""
        if self._pdf is not None:
            self._pdf.close()
        self._pdf = None
        self._drawn.clear()


class Leaf(QWidget):
    """One page on white paper with a thin edge."""

    def __init__(self, paper: Paper, number: int) -> None:
        super().__init__(paper)
        self._paper, self._number = paper, number
        # Not fixed: that would hold it to the height of its hint, whatever its width asks for.
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumWidth(240)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(width * self._paper.shape(self._number))

    def sizeHint(self) -> QSize:
        return QSize(600, self.heightForWidth(600))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect, ratio = QPainter(self), QRectF(self.rect()), self.devicePixelRatioF()
        painter.fillRect(rect, QColor(Qt.GlobalColor.white))
        size = QSize(round(rect.width() * ratio), round(rect.height() * ratio))
        drawn = self._paper.image(self._number, size)
        if drawn is not None:
            painter.drawImage(rect, drawn)
        painter.setPen(theme.current().colour("line"))
        painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))
