"""Words that take two lines at most, where a longer text must not push the rest away."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QTextLayout
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui import theme
from desktop.ui.widgets.labels import plain_tip
from desktop.ui.widgets.painting import painter_for

LINES = 2


class TwoLines(QWidget):
    """Plain text broken where the width asks for it, the second line ended by an ellipsis; whole in the tool tip.

    ``tight``: as high as the words are; otherwise always as high as two lines.
    """

    def __init__(
        self,
        text: str = "",
        kind: str = "small",
        token: str = "muted",
        *,
        tight: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._indent = 0.0
        """What the first line leaves free at its left."""
        self._tight = tight
        self._token = token
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(tight)
        self.setSizePolicy(policy)
        self.setFont(theme.font(kind))
        self.set_text(text)
        if not tight:
            self.setFixedHeight(self._height(LINES))

    def set_text(self, text: str, token: str = "") -> None:
        """Show other words, in the colour of a token when one is given."""
        self.text, self._token = text, token or self._token
        self.setToolTip(plain_tip(text))
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def lines(self, width: int = -1) -> list[str]:
        """The text as it is broken at ``width`` (its own by default), an ellipsis where it does not hold."""
        room = self.width() if width < 0 else width
        layout = QTextLayout(self.text, self.font())
        layout.beginLayout()
        first = layout.createLine()
        if first.isValid():
            first.setLineWidth(max(room - self._indent, 0))
        cut = first.textLength() if first.isValid() else 0
        layout.endLayout()
        head, rest = self.text[:cut].rstrip(), self.text[cut:].strip()
        if not rest:
            return [head] if head else []
        return [head, self.fontMetrics().elidedText(rest, Qt.TextElideMode.ElideRight, room)]

    def _height(self, lines: int) -> int:
        return lines * self.fontMetrics().lineSpacing() + 2

    def hasHeightForWidth(self) -> bool:
        return self._tight

    def heightForWidth(self, width: int) -> int:
        return self._height(max(1, len(self.lines(width)))) if self._tight else self._height(LINES)

    def sizeHint(self) -> QSize:
        return QSize(120, self._height(LINES))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_for(self)
        painter.setFont(self.font())
        painter.setPen(theme.current().colour(self._token))
        metrics = self.fontMetrics()
        for place, line in enumerate(self.lines()):
            left = 0.0 if place else self._indent
            painter.drawText(QPointF(left, metrics.ascent() + place * metrics.lineSpacing()), line)
