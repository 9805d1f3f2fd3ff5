"""Draws the pages of the preview: paper and ink, then the block under the pointer and the words that were found.

Only what shows is drawn from the document, and kept until the document changes: a page of an older one never shows.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QMargins, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from desktop.ui.proposals.open_pdf import OpenPdf
from desktop.ui.proposals.preview_blocks import Block
from desktop.ui.proposals.preview_find import Hit
from desktop.ui.proposals.preview_layout import Layout

SHADOW = 10
_WHOLE = 3_000_000
"""Pixels up to which a page is drawn whole; a larger one, only around what shows."""
_AROUND = 300
"""Pixels drawn beyond what shows of a large page, so that it can be scrolled a little."""


@dataclass(frozen=True)
class _Drawn:
    """A part of a page at one size, in real pixels."""

    size: QSize
    part: QRect
    image: QImage


class PagePainter:
    """``hits`` are the words marked, ``current`` the one among them that is at hand."""

    def __init__(self) -> None:
        self._pdf: OpenPdf | None = None
        self._drawn: dict[int, _Drawn] = {}
        self.hits: Sequence[Hit] = ()
        self.current: Hit | None = None

    def show_document(self, pdf: OpenPdf | None) -> None:
        """Draw from another document; nothing of the former one is kept."""
        self._pdf = pdf
        self._drawn.clear()
        self.hits, self.current = (), None

    def paint(self, painter: QPainter, layout: Layout, seen: QRectF, ratio: float, hot: Block | None) -> None:
        """Paint what is ``seen`` of the pages, whose pixels are ``ratio`` real ones."""
        shown = layout.pages_in(seen.adjusted(-SHADOW, -SHADOW, SHADOW, SHADOW))
        for page in self._drawn.keys() - set(shown):
            del self._drawn[page]
        painter.translate(-seen.topLeft())
        for page in shown:
            sheet = layout.rects[page]
            _paint_shadow(painter, sheet)
            painter.fillRect(sheet, QColor(Qt.GlobalColor.white))
            self._paint_ink(painter, page, sheet, seen, ratio)
        self._paint_hits(painter, layout, set(shown))
        if hot is not None and hot.page in shown:
            _paint_hot(painter, layout.on_page(hot.page, hot.box))
        painter.translate(seen.topLeft())

    def _paint_ink(self, painter: QPainter, page: int, sheet: QRectF, seen: QRectF, ratio: float) -> None:
        visible = sheet.intersected(seen)
        if self._pdf is None or visible.isEmpty():
            return
        size = QSize(round(sheet.width() * ratio), round(sheet.height() * ratio))
        corner = (visible.topLeft() - sheet.topLeft()) * ratio
        wanted = QRectF(corner, visible.size() * ratio).toAlignedRect().intersected(QRect(QPoint(), size))
        drawn = self._drawn.get(page)
        if drawn is None or drawn.size != size or not drawn.part.contains(wanted):
            drawn = self._draw(self._pdf, page, size, wanted)
        where = QRectF(sheet.topLeft() + QPointF(drawn.part.topLeft()) / ratio, QRectF(drawn.part).size() / ratio)
        painter.drawImage(where, drawn.image)

    def _draw(self, pdf: OpenPdf, page: int, size: QSize, wanted: QRect) -> _Drawn:
        whole = QRect(QPoint(), size)
        around = QMargins(_AROUND, _AROUND, _AROUND, _AROUND)
        part = whole if size.width() * size.height() <= _WHOLE else wanted.marginsAdded(around).intersected(whole)
        self._drawn[page] = _Drawn(size, part, pdf.image(page, size, part))
        return self._drawn[page]

    def _paint_hits(self, painter: QPainter, layout: Layout, shown: set[int]) -> None:
        for hit in self.hits:
            if hit.page in shown:
                at_hand = hit == self.current
                for box in hit.boxes:
                    _paint_hit(painter, layout.on_page(hit.page, box.adjusted(-1, -1.5, 1, 1.5)), at_hand)


def _paint_hit(painter: QPainter, box: QRectF, at_hand: bool) -> None:
    # On paper, which is white in the dark as well: the same two colours whatever the theme.
    painter.setPen(QColor(178, 92, 0) if at_hand else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(255, 150, 30, 120) if at_hand else QColor(255, 214, 60, 100))
    painter.drawRoundedRect(box, 2, 2)


def _paint_hot(painter: QPainter, box: QRectF) -> None:
    accent = QColor(15, 110, 110)
    ground = QColor(accent)
    ground.setAlpha(22)
    painter.setPen(accent)
    painter.setBrush(ground)
    painter.drawRoundedRect(box.adjusted(-4, -3, 4, 3), 4, 4)


def _paint_shadow(painter: QPainter, sheet: QRectF) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(10, 20, 30, 5))
    for step in range(1, SHADOW):
        painter.drawRoundedRect(sheet.adjusted(-step, 2 - step, step, step), step + 1, step + 1)
