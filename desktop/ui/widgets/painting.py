"""Strokes that several painted widgets share, in logical pixels and in the colours of the current theme."""

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from desktop.ui import theme

KEYCAP_HEIGHT = 18.0


def painter_for(widget: QWidget) -> QPainter:
    """A painter on ``widget`` with smooth edges."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


def fill_round(
    painter: QPainter,
    rect: QRectF,
    fill: QColor | None,
    border: QColor | None = None,
    radius: float = 6.0,
    width: float = 1.0,
) -> None:
    """A rounded rectangle whose border lies inside ``rect``."""
    half = width / 2 if border is not None else 0.0
    painter.setPen(QPen(border, width) if border is not None else Qt.PenStyle.NoPen)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius, radius)


def focus_ring(painter: QPainter, rect: QRectF, radius: float = 6.0, token: str = "accent") -> None:
    """Two pixels of accent along the inside of ``rect``, kept off the edge by one of surface."""
    fill_round(painter, rect, None, theme.current().colour(token), radius, 2.0)


def paint_chosen(painter: QPainter, rect: QRectF) -> None:
    """The ground of the row at hand in a list: a soft accent, and a bar of it at the left."""
    look = theme.current()
    painter.fillRect(rect, look.colour("accent_soft"))
    painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), look.colour("accent"))


def keycap_size(text: str) -> QSizeF:
    """The room a key cap takes."""
    width = QFontMetricsF(theme.font("tiny")).horizontalAdvance(text) + 10
    return QSizeF(max(width, KEYCAP_HEIGHT), KEYCAP_HEIGHT)


def paint_keycap(painter: QPainter, rect: QRectF, text: str, ink: QColor, border: QColor) -> None:
    """A key: its legend in ``ink``, a thin border, thicker at the bottom."""
    fill_round(painter, rect, None, border, 4.0)
    painter.setPen(QPen(border, 1.0))
    bottom = rect.bottom() - 1.5
    painter.drawLine(QPointF(rect.left() + 3, bottom), QPointF(rect.right() - 3, bottom))
    painter.setFont(theme.font("tiny"))
    painter.setPen(ink)
    painter.drawText(rect.adjusted(0, 0, 0, -1), Qt.AlignmentFlag.AlignCenter, text)


def soft(colour: QColor) -> QColor:
    """The same colour at half strength, for the border of a key cap: a drawing of a key, not a control."""
    faded = QColor(colour)
    faded.setAlphaF(0.5)
    return faded


def paint_dot(painter: QPainter, centre: QPointF, colour: QColor, radius: float = 5.0) -> None:
    """A filled disc."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(centre, radius, radius)
