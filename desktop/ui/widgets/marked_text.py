"""A line of user text with the words looked for shown in it: painted sign by sign, never read as markup."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout

from desktop.services.said_when import marks
from desktop.ui import theme

_BEFORE = 24
"""Signs left before the first word when the line is too long for its room."""


def paint_marked(
    painter: QPainter, room: QRectF, text: str, words: Sequence[str], font: QFont, token: str = "text"
) -> float:
    """Paint ``text`` on one line in the middle of ``room``, its ``words`` (folded) marked. Returns the width taken."""
    shown = shortened(" ".join(text.split()), words, font, room.width())
    look = theme.current()
    layout = QTextLayout(shown, font)
    layout.setFormats(mark_formats(shown, words))
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(1e6)
    layout.endLayout()
    painter.save()
    painter.setClipRect(room, Qt.ClipOperation.IntersectClip)
    painter.setPen(look.colour(token))
    layout.draw(painter, QPointF(room.left(), room.center().y() - line.height() / 2))
    painter.restore()
    return min(room.width(), line.naturalTextWidth())


def mark_formats(text: str, words: Sequence[str]) -> list[QTextLayout.FormatRange]:
    """How the ``words`` (folded) look where they stand in ``text``."""
    return [_format(start, length) for start, length in marks(text, words)]


def shortened(text: str, words: Sequence[str], font: QFont, width: float) -> str:
    """``text`` cut to ``width`` pixels; its beginning too, when the first of ``words`` would be out of sight."""
    metrics = QFontMetricsF(font)
    found = marks(text, words)
    if found and metrics.horizontalAdvance(text[: sum(found[0])]) > width * 0.8:
        start = max(0, found[0][0] - _BEFORE)
        text = "…" + text[text.find(" ", start, found[0][0]) + 1 or start :]
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)


def _format(start: int, length: int) -> QTextLayout.FormatRange:
    each = QTextLayout.FormatRange()
    each.start, each.length = start, length
    look = QTextCharFormat()
    look.setBackground(theme.current().colour("warn_soft"))
    look.setFontWeight(QFont.Weight.DemiBold)
    each.format = look
    return each
