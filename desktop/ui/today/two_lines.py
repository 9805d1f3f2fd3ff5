"""The action that is recommended, after the heat that calls for it, on two lines at most."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.ui import theme
from desktop.ui.widgets.heat import heat_word
from desktop.ui.widgets.labels import plain_tip
from desktop.ui.widgets.painting import paint_dot, painter_for
from desktop.ui.widgets.two_lines import TwoLines

_DOT, _AFTER_DOT = 5.0, 16.0


class Advice(TwoLines):
    """The heat, with its dot and its colour, then the recommended action, as one sentence."""

    def __init__(self, heat: str | None, action: str, tip: str = "", parent: QWidget | None = None) -> None:
        super().__init__(f"· {action}" if heat else action, "body", "text", parent=parent)
        self._heat = heat
        self._heat_font = theme.font("medium")
        if heat:
            words = QFontMetricsF(self._heat_font).horizontalAdvance(heat_word(heat))
            self._indent = _AFTER_DOT + words + self.fontMetrics().horizontalAdvance(" ")
        self.setToolTip(plain_tip(tip or action))

    def set_width(self, width: int) -> None:
        """As wide as its column, as high as its words are then."""
        self.setFixedWidth(width)
        self.resize(width, self.height())
        self.setFixedHeight(max(1, len(self.lines())) * self.fontMetrics().lineSpacing() + 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._heat:
            painter = painter_for(self)
            colour, metrics = theme.current().colour(self._heat), self.fontMetrics()
            paint_dot(painter, QPointF(_DOT, metrics.lineSpacing() / 2), colour)
            painter.setFont(self._heat_font)
            painter.setPen(colour)
            painter.drawText(QPointF(_AFTER_DOT, metrics.ascent()), heat_word(self._heat))
