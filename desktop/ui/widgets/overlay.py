"""A panel laid over the window: it takes the keyboard, and gives the focus back where it was."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QHideEvent, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.finger import scroll_by_finger
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.painting import fill_round, painter_for

_SCRIM = QColor(10, 20, 28, 110)
_MARGIN = 24
_BELOW = 48
"""Pixels left under the panel: the status bar, where what has just been done is said and can be undone."""
_RADIUS = 12
_INSIDE = 4
"""Pixels from the edges of the panel at which a square corner lies within its round one."""


class Overlay(QWidget):
    """Covers its parent with a veil; ``panel`` is the sheet in the middle. Esc or a click beside it closes."""

    opened = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget, name: str, width: int, top: float = 0.12) -> None:
        super().__init__(parent)
        self._window = parent
        self._wanted_width = width
        self._top = top
        self._before: QWidget | None = None
        self._veiled = True
        """False from its opening until the panel is painted, without the veil around it."""
        self.setAccessibleName(name)
        self.panel = _Panel(self)
        self.panel.setAccessibleName(name)
        self.content = QVBoxLayout(self.panel)
        self.content.setContentsMargins(1, 1, 1, 1)
        self.content.setSpacing(0)
        # What the panel hides is not painted: a veil lets everything through, and Qt would paint the page for nothing.
        self._blind = QWidget(parent)
        self._blind.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._blind.hide()
        self.destroyed.connect(self._blind.deleteLater)
        self.hide()
        parent.installEventFilter(self)

    def open(self) -> None:
        """Show it above everything, remembering who had the focus."""
        if not self.isVisible():
            self._before = QApplication.focusWidget()
            self._veiled = False
        self._cover()
        scroll_by_finger(self)
        self.show()
        self.raise_()
        self._blind.show()
        self._blind.stackUnder(self)
        self.opened.emit()

    def close_overlay(self) -> None:
        """Hide it and give the focus back."""
        if not self.isVisible():
            return
        self.hide()
        # What had the focus may have been deleted meanwhile.
        if self._before is not None and isValid(self._before) and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self._before = None
        self.closed.emit()

    def cross(self) -> Button:
        """A button that closes it, for whoever has no Esc key: to be laid in its head."""
        button = Button("", "quiet", icon_name="x", name=_("Close"), small=True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(self.close_overlay)
        return button

    def wanted_height(self) -> int:
        """The height the panel would like, in logical pixels."""
        return self.panel.sizeHint().height()

    def place(self) -> None:
        """Lay the panel in the middle, no larger than the window."""
        width = min(self._wanted_width, self.width() - 2 * _MARGIN)
        top = round(self.height() * self._top)
        height = min(self.wanted_height(), self.height() - top - _BELOW)
        self.panel.setGeometry((self.width() - width) // 2, top, width, height)
        inside = self.panel.geometry().adjusted(_INSIDE, _INSIDE, -_INSIDE, -_INSIDE)
        self._blind.setGeometry(inside.translated(self.pos()))
        if not self._veiled:
            # The panel alone comes first: through the veil the whole page is painted, which can wait a moment.
            self.setMask(self.panel.geometry())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() == QEvent.Type.Resize and self.isVisible():
            self._cover()
        return False

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # Other sizes, once every part has said its own.
        if event.type() == QEvent.Type.StyleChange and self.isVisible():
            QTimer.singleShot(0, self, self.place)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._blind.hide()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab stays inside while the overlay is open."""
        stops = [
            each
            for each in self.panel.findChildren(QWidget)
            if each.isVisible() and each.isEnabled() and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        if not stops:
            return True
        focused = QApplication.focusWidget()
        place = stops.index(focused) if focused in stops else -1
        stops[(place + (1 if forward else -1)) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_overlay()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.panel.geometry().contains(event.position().toPoint()):
            self.close_overlay()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter_for(self).fillRect(self.rect(), _SCRIM)
        if not self._veiled:
            self._veiled = True
            QTimer.singleShot(0, self, self.clearMask)

    def _cover(self) -> None:
        self.setGeometry(self._window.rect())
        self.place()


class _Panel(QWidget):
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        rect = QRectF(self.rect())
        fill_round(painter_for(self), rect, look.colour("surface"), look.colour("line"), _RADIUS)
