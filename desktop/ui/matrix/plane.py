"""Qualification by heat, drawn: a prospect whose total is an interval is a box from its low to its high."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop.i18n import _, current, ngettext, pgettext
from desktop.models.grids import Band, Grid
from desktop.models.matrix import Heat
from desktop.services.matrix_board import Mark
from desktop.ui import theme
from desktop.ui.matrix import words
from desktop.ui.matrix.plane_layout import Placed, height, lay_out
from desktop.ui.toasts import announce
from desktop.ui.widgets.heat import heat_word
from desktop.ui.widgets.labels import plain_tip
from desktop.ui.widgets.painting import fill_round, focus_ring, painter_for

_TOP, _BOTTOM, _LEFT, _APART = 34.0, 14.0, 74.0, 12.0
_HEATS = (Heat.COLD, Heat.WARM, Heat.HOT)
_TOKENS = {Heat.COLD: "cold", Heat.WARM: "warm", Heat.HOT: "hot"}
_AWAY = {
    Qt.Key.Key_Left: QPointF(-1, 0),
    Qt.Key.Key_Right: QPointF(1, 0),
    Qt.Key.Key_Up: QPointF(0, -1),
    Qt.Key.Key_Down: QPointF(0, 1),
}


class Plane(QWidget):
    """One mark is at hand; arrows go to the nearest one that way, a click takes the one under it."""

    chosen = Signal(object)
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks: tuple[Mark, ...] = ()
        self._placed: tuple[Placed, ...] = ()
        self._at_hand: Placed | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(_("Qualification by heat"))

    @property
    def placed(self) -> tuple[Placed, ...]:
        """What is drawn, and where."""
        return self._placed

    @property
    def mark(self) -> Mark | None:
        """The mark at hand."""
        return self._at_hand.mark if self._at_hand else None

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Draw these; the one at hand stays, when it is still among them."""
        self._marks = tuple(marks)
        self._lay_out()

    def choose(self, mark: Mark) -> None:
        """Take a mark in hand."""
        self._at_hand = next(each for each in self._placed if each.mark == mark)
        said = f"{who(mark)} · {where(mark)}"
        self.setAccessibleDescription(said)
        announce(self, said)
        self.chosen.emit(mark)
        self.update()

    def columns(self) -> Mapping[Heat, QRectF]:
        """Where each heat is drawn."""
        room = QRectF(self.rect()).adjusted(_LEFT, _TOP, -_APART, -_BOTTOM)
        width = (room.width() - 2 * _APART) / len(_HEATS)
        return {
            heat: QRectF(room.left() + place * (width + _APART), room.top(), width, room.height())
            for place, heat in enumerate(_HEATS)
        }

    def sizeHint(self) -> QSize:
        return QSize(520, 420)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 240)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        kept = self.mark
        self._placed = lay_out(self._marks, self.columns()) if self.width() > _LEFT * 2 else ()
        self._at_hand = next((each for each in self._placed if each.mark == kept), None)
        self.update()

    # Keys and pointer

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _AWAY and self._placed:
            self.choose(self._towards(_AWAY[key]).mark)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._at_hand:
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        under = self.under(event.position())
        if under is not None:
            self.choose(under.mark)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            under = self.under(QPointF(event.pos()))
            if under is not None:
                QToolTip.showText(event.globalPos(), plain_tip(f"{who(under.mark)}\n{where(under.mark)}"), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def under(self, point: QPointF) -> Placed | None:
        """What is drawn there; a dot has a little room around it."""
        around = 8.0 if theme.metrics().touch else 2.0
        return next(
            (each for each in self._placed if each.box.adjusted(-around, -around, around, around).contains(point)), None
        )

    def _towards(self, way: QPointF) -> Placed:
        """The nearest mark that way; what is beside the way counts for further than it is."""
        here = self._at_hand
        if here is None:
            return self._placed[0]
        start = here.box.center()
        best, nearest = here, float("inf")
        for each in self._placed:
            gone = each.box.center() - start
            ahead = gone.x() * way.x() + gone.y() * way.y()
            aside = abs(gone.x() * way.y()) + abs(gone.y() * way.x())
            if each is not here and ahead > 0.5 and ahead + 2 * aside < nearest:
                best, nearest = each, ahead + 2 * aside
        return best

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_for(self)
        columns = self.columns()
        self._paint_ground(painter, columns)
        for each in self._placed:
            _paint_mark(painter, each)
        if self._at_hand is not None:
            token = "accent" if self.hasFocus() else "text"
            focus_ring(painter, self._at_hand.box.adjusted(-3, -3, 3, 3), 6.0, token)

    def _paint_ground(self, painter: QPainter, columns: Mapping[Heat, QRectF]) -> None:
        look = theme.current()
        painter.setFont(theme.font("label"))
        for heat, box in columns.items():
            fill_round(painter, box.adjusted(0, -6, 0, 6), look.colour("background"), radius=theme.RADIUS)
            painter.setPen(look.colour(_TOKENS[heat]))
            head = QRectF(box.left(), 0, box.width(), _TOP - 8)
            painter.drawText(head, Qt.AlignmentFlag.AlignCenter, heat_word(heat))
        whole = columns[Heat.COLD]
        right = columns[Heat.HOT].right()
        bounds = {Band.GOOD: (Grid.good, 100), Band.MEDIUM: (Grid.medium, Grid.good), Band.LOW: (0, Grid.medium)}
        for band, (low, high) in bounds.items():
            top, bottom = height(high / 100, whole), height(low / 100, whole)
            painter.setPen(look.colour("muted"))
            room = QRectF(0, top, _LEFT - 10, bottom - top)
            painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words.band_word(band))
            if low:
                painter.setPen(QPen(look.colour("control"), 1.0, Qt.PenStyle.DashLine))
                painter.drawLine(QPointF(whole.left(), bottom), QPointF(right, bottom))


def who(mark: Mark) -> str:
    """The prospect that a mark is, or how many it stands for."""
    count = ngettext("{count} prospect", "{count} prospects", mark.count).format(count=words.number(mark.count))
    return mark.name or count


def where(mark: Mark) -> str:
    """The interval of its totals, and the heat: ``40 % à 73 % · Chaud``."""
    low, high = (current().percent(Decimal(round(share * 100))) for share in (mark.low, mark.high))
    span = low if low == high else pgettext("total", "{low} to {high}").format(low=low, high=high)
    return f"{span} · {heat_word(mark.heat)}"


def _paint_mark(painter: QPainter, placed: Placed) -> None:
    look, box = theme.current(), placed.box
    colour = look.colour(_TOKENS[placed.mark.heat])
    ground = QColor(colour)
    sure = placed.mark.low == placed.mark.high
    ground.setAlphaF(0.9 if sure else 0.28)
    fill_round(painter, box, ground, colour, min(box.width(), box.height()) / 2 if sure else 4.0)
    if placed.mark.count == 1:
        return
    font = theme.font("tiny", tabular=True)
    painter.setFont(font)
    painter.setPen(look.colour("surface" if sure else "text"))
    count = words.number(placed.mark.count)
    if QFontMetricsF(font).horizontalAdvance(count) <= box.width():
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, count)
