"""``2 preuves``, ``à prouver``: what stands at the right of a criterion, and opens the words behind its score."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.widgets.painting import focus_ring, painter_for

SIDE = 4
"""Pixels around the words, for the ring of the focus."""


class ProofLink(QAbstractButton):
    """Small words, underlined under the pointer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lacking = False
        # Clicking must not take the caret away from the capture line.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(_("See the words behind this score"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_proofs(self, criterion: str, words: str, lacking: bool) -> None:
        """Show ``words``; ``lacking`` says that the level has not the evidence it asks for."""
        name = _("{criterion}: {proofs}, see the words behind this score").format(criterion=criterion, proofs=words)
        if (lacking, words, name) == (self._lacking, self.text(), self.accessibleName()):
            return
        self._lacking = lacking
        self.setText(words)
        self.setAccessibleName(name)
        self.updateGeometry()
        self.update()

    @property
    def _font(self) -> QFont:
        # Asked each time: a new style sheet would put back the font that was set first.
        return theme.font("label" if self._lacking else "small")

    def sizeHint(self) -> QSize:
        width = round(QFontMetricsF(self._font).horizontalAdvance(self.text()) + 0.5) + 2 * SIDE
        metrics = theme.metrics()
        return QSize(metrics.hit(width), metrics.least)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_for(self)
        rect = QRectF(self.rect())
        token = "warn" if self._lacking else "text" if self.underMouse() else "muted"
        painter.setFont(self._font)
        painter.setPen(theme.current().colour(token))
        words = rect.adjusted(SIDE, 0, 1 - SIDE, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.underMouse():
            bottom = rect.center().y() + QFontMetricsF(self._font).ascent() / 2 + 2
            painter.drawLine(QPointF(words.left(), bottom), QPointF(words.right() - 1, bottom))
        if self.hasFocus():
            focus_ring(painter, rect, 4.0)
