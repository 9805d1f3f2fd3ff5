"""The star of a verbatim: filled, its words may be quoted in a document."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.widgets.painting import focus_ring, painter_for

# A five-pointed star inscribed in a circle of radius 1, its inner points at 0.45.
_POINTS = (
    (0, -1), (0.26, -0.36), (0.95, -0.31), (0.43, 0.14), (0.59, 0.81),
    (0, 0.45), (-0.59, 0.81), (-0.43, 0.14), (-0.95, -0.31), (-0.26, -0.36),
)  # fmt: skip


class StarButton(QAbstractButton):
    """Shows what ``set_citable`` says; a click or the space bar only asks."""

    opened = Signal()
    """Enter: something else is wanted of these words."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.set_citable(False)

    def nextCheckState(self) -> None:
        """The screen decides, once it is saved."""

    def set_words(self, words: str) -> None:
        """The words that it lets quote, as they now read."""
        self._words = words

    def set_citable(self, citable: bool) -> None:
        """Show whether these words may be quoted."""
        self.setChecked(citable)
        name = _("Quotable: {words}") if citable else _("Not quotable: {words}")
        self.setAccessibleName(name.format(words=self._words))
        self.setToolTip(_("May be quoted in the proposal") if citable else _("Let the proposal quote these words"))
        self.update()

    def sizeHint(self) -> QSize:
        metrics = theme.metrics()
        return QSize(metrics.hit(26), metrics.hit(24))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = painter_for(self)
        centre, radius = QPointF(self.width() / 2, self.height() / 2 - 0.5), 7.5
        star = QPolygonF([QPointF(centre.x() + x * radius, centre.y() + y * radius) for x, y in _POINTS])
        token = "warn" if self.isChecked() else "text" if self.underMouse() else "control"
        pen = QPen(look.colour(token), 1.4)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(look.colour("warn") if self.isChecked() else Qt.BrushStyle.NoBrush)
        painter.drawPolygon(star)
        if self.hasFocus():
            focus_ring(painter, QRectF(self.rect()))
