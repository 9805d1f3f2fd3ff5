"""A button that wants to be held: what the rep knows, and a prospect does not press by chance."""

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPainterPath

from desktop.ui import theme
from desktop.ui.icons import paint_icon
from desktop.ui.widgets.touch_parts import RADIUS, TOUCH, TouchButton

HOLD_MS = 900
_STEP_MS = 30


class HoldButton(TouchButton):
    """``held`` is sent once it was pressed for ``HOLD_MS`` with a mouse, a finger, Space or Enter."""

    held = Signal()

    def __init__(self, text: str, icon_name: str = "", *, name: str = "") -> None:
        super().__init__(text, icon_name, name=name)
        self._since = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_STEP_MS)
        self._timer.timeout.connect(self._advance)

    def _begin(self) -> None:
        self._since = 0
        self._timer.start()

    def _advance(self) -> None:
        self._since += _STEP_MS
        if self._since >= HOLD_MS:
            self._stop()
            self.held.emit()
        self.update()

    def _stop(self) -> None:
        self._timer.stop()
        self._since = 0
        self.setDown(False)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if self.isDown():
            self._begin()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if self._timer.isActive() and not self.rect().contains(event.position().toPoint()):
            self._stop()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self._stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self._begin()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if not event.isAutoRepeat():
            self._stop()
        super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._stop()
        super().focusOutEvent(event)

    def paint_progress(self, painter: QPainter, rect: QRectF) -> None:
        if not self._since:
            return
        inside = QPainterPath()
        inside.addRoundedRect(rect, RADIUS, RADIUS)
        done = QRectF(rect.left(), rect.top(), rect.width() * min(self._since / HOLD_MS, 1), rect.height())
        painter.save()
        painter.setClipPath(inside)
        painter.fillRect(done, theme.current().colour("accent_soft"))
        painter.restore()


class Compass(HoldButton):
    """The mark of the program; held, it gives the screen back."""

    def __init__(self, name: str) -> None:
        super().__init__("", "", name=name)
        self.setFixedSize(TOUCH, TOUCH)
        # By keyboard there is Esc: the prospect does not come across it with Tab.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        return QSize(TOUCH, TOUCH)

    def colours(self) -> tuple[str, str, str]:
        return "background", "text", "background"

    def paint_progress(self, painter: QPainter, rect: QRectF) -> None:
        super().paint_progress(painter, rect)
        paint_icon(painter, rect.adjusted(8, 8, -8, -8), "boussole", "accent")
