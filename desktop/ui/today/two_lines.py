"""Words that take two lines at most: what a narrow column of the Today page shows of a subject, or of an action."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFontMetricsF, QPaintEvent, QTextLayout
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui import theme
from desktop.ui.widgets.heat import heat_word
from desktop.ui.widgets.labels import plain_tip
from desktop.ui.widgets.painting import paint_dot, painter_for

LINES = 2
_DOT, _AFTER_DOT = 5.0, 16.0


class TwoLines(QWidget):
    """Plain text broken where the width asks for it, the second line ended by an ellipsis; whole in the tool tip."""

    def __init__(self, text: str, kind: str = "small", token: str = "muted", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = text
        self._token = token
        self._indent = 0.0
        """What the first line leaves free at its left."""
        self.setFont(theme.font(kind))
        self.setToolTip(plain_tip(text))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(LINES * self.fontMetrics().lineSpacing() + 2)

    def lines(self) -> list[str]:
        """The text as it is broken at this width, an ellipsis where it does not hold."""
        layout = QTextLayout(self.text, self.font())
        layout.beginLayout()
        first = layout.createLine()
        if first.isValid():
            first.setLineWidth(max(self.width() - self._indent, 0))
        cut = first.textLength() if first.isValid() else 0
        layout.endLayout()
        head, rest = self.text[:cut].rstrip(), self.text[cut:].strip()
        if not rest:
            return [head] if head else []
        return [head, self.fontMetrics().elidedText(rest, Qt.TextElideMode.ElideRight, self.width())]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_for(self)
        painter.setFont(self.font())
        painter.setPen(theme.current().colour(self._token))
        metrics = self.fontMetrics()
        for place, line in enumerate(self.lines()):
            left = 0.0 if place else self._indent
            painter.drawText(QPointF(left, metrics.ascent() + place * metrics.lineSpacing()), line)


class Advice(TwoLines):
    """The heat, with its dot and its colour, then the recommended action, as one sentence."""

    def __init__(self, heat: str | None, action: str, tip: str = "", parent: QWidget | None = None) -> None:
        super().__init__(f"· {action}" if heat else action, "body", "text", parent)
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
