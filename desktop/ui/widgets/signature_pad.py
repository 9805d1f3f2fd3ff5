"""Where the prospect signs, with a mouse, a pen or a finger."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QTabletEvent, QTouchEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.services.shared_page import Stroke
from desktop.ui import theme
from desktop.ui.widgets.painting import fill_round, painter_for
from desktop.ui.widgets.touch_parts import RADIUS, large_font

UNIT = 1000
"""The width of the pad in what strokes are measured in."""
_HEIGHT = 0.36
"""Of the width."""
_NEAREST = 2
"""Thousandths: a pen that moves less adds no point."""
_MOST_POINTS = 20_000
"""More is no signature: a page of scribble must not weigh on the file."""
_PEN = 2.6


class SignaturePad(QWidget):
    """Empty until something is drawn. ``changed`` is sent when a stroke ends and when it is cleared."""

    changed = Signal()

    def __init__(self, name: str, hint: str) -> None:
        super().__init__()
        self._hint = hint
        self._strokes: list[list[tuple[int, int]]] = []
        self._drawing = False
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setCursor(Qt.CursorShape.CrossCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumWidth(280)
        self.setMaximumWidth(560)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(min(width, self.maximumWidth()) * _HEIGHT)

    def sizeHint(self) -> QSize:
        return QSize(self.maximumWidth(), self.heightForWidth(self.maximumWidth()))

    @property
    def strokes(self) -> tuple[Stroke, ...]:
        """What was drawn; ``(x, y)`` in thousandths of the width."""
        return tuple(tuple(stroke) for stroke in self._strokes)

    def set_strokes(self, strokes: Sequence[Stroke]) -> None:
        """Show a drawing again."""
        self._strokes = [list(stroke) for stroke in strokes]
        self.update()

    def clear(self) -> None:
        """An empty pad."""
        self.set_strokes(())
        self.changed.emit()

    # The pen

    def _begin(self, at: QPointF) -> None:
        self._drawing = True
        self._strokes.append([self._point(at)])
        self.update()

    def _go_on(self, at: QPointF) -> None:
        if not self._drawing or sum(map(len, self._strokes)) >= _MOST_POINTS:
            return
        (x, y), (last_x, last_y) = self._point(at), self._strokes[-1][-1]
        if abs(x - last_x) + abs(y - last_y) >= _NEAREST:
            self._strokes[-1].append((x, y))
            self.update()

    def _end(self) -> None:
        if self._drawing:
            self._drawing = False
            self.changed.emit()

    def _point(self, at: QPointF) -> tuple[int, int]:
        """Inside the pad, even when the hand goes over its edge."""
        width = max(self.width(), 1)
        x = min(max(at.x(), 0.0), width)
        y = min(max(at.y(), 0.0), self.height())
        return round(x / width * UNIT), round(y / width * UNIT)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._begin(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._go_on(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._end()

    def tabletEvent(self, event: QTabletEvent) -> None:
        # Accepted: Qt would otherwise send the same movement again as that of a mouse, with fewer points.
        event.accept()
        if event.type() == QEvent.Type.TabletPress:
            self._begin(event.position())
        elif event.type() == QEvent.Type.TabletMove:
            self._go_on(event.position())
        else:
            self._end()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QTouchEvent):
            event.accept()
            # The first finger signs; a palm laid down beside it draws nothing.
            at = event.points()[0].position() if event.points() else QPointF()
            if event.type() == QEvent.Type.TouchBegin:
                self._begin(at)
            elif event.type() == QEvent.Type.TouchUpdate:
                self._go_on(at)
            else:
                self._end()
            return True
        return super().event(event)

    # What is seen

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter, rect = theme.current(), painter_for(self), QRectF(self.rect())
        fill_round(painter, rect, look.colour("surface"), look.colour("control"), RADIUS, 1.5)
        base = rect.height() * 0.74
        painter.setPen(QPen(look.colour("control"), 1.5, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(28, base), QPointF(rect.width() - 28, base))
        if not self._strokes:
            painter.setFont(large_font())
            painter.setPen(look.colour("muted"))
            room = QRectF(28, base - 40, rect.width() - 56, 34)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._hint)
        self._paint_strokes(painter)

    def _paint_strokes(self, painter: QPainter) -> None:
        scale = self.width() / UNIT
        pen = QPen(theme.current().colour("text"), _PEN)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for stroke in self._strokes:
            dots = [QPointF(x * scale, y * scale) for x, y in stroke]
            if len(dots) == 1:
                painter.drawPoint(dots[0])
                continue
            path = QPainterPath(dots[0])
            # Through the middles: the line bends as the hand did, without corners at the points that were caught.
            for before, after in pairwise(dots[1:]):
                path.quadTo(before, (before + after) / 2)
            path.lineTo(dots[-1])
            painter.drawPath(path)
