"""A small sheet that asks something beside what it is about, keeps the keyboard meanwhile, and gives it back."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRectF, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import PlainLabel
from desktop.ui.widgets.painting import fill_round, painter_for

_SIDE, _EDGE, _GAP = 16, 14, 8
"""Margins of a popover, and what it leaves free at the edges of the window, in pixels."""


class Popover(QWidget):
    """A small sheet over the page, closed by Esc or by a click beside it.

    A child of the window rather than a window of its own: it takes the keyboard without grabbing it.
    """

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self._before: QWidget | None = None
        self.setAccessibleName(name)
        self._inner = inner = QWidget()
        inner.setProperty("clear", True)
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(10)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(inner)
        self._foot = QHBoxLayout()
        sheet = QVBoxLayout(self)
        sheet.setContentsMargins(_SIDE, _EDGE, _SIDE, _EDGE)
        sheet.setSpacing(10)
        sheet.addWidget(self._area, 1)
        sheet.addLayout(self._foot)
        self.heading = PlainLabel("", "heading", wrap=True)
        self.column.addWidget(self.heading)
        inner.installEventFilter(self)

    def show_at(self, anchor: QWidget, width: int) -> None:
        """Right-aligned under ``anchor``, or wherever the window has room for it."""
        window = anchor.window()
        self._before = QApplication.focusWidget()
        self.setParent(window)
        self.setFixedWidth(width)
        corner = anchor.mapTo(window, QPoint(anchor.width() - width, anchor.height() + 4))
        self.move(max(_GAP, min(corner.x(), window.width() - width - _GAP)), corner.y())
        self._fit()
        self.show()
        self.raise_()
        self._application().installEventFilter(self)

    def _fit(self) -> None:
        """As high as what it holds, and no higher than the window: the rest scrolls, above the buttons."""
        foot = self._foot.sizeHint().height()
        wanted = self.column.heightForWidth(self.width() - 2 * _SIDE) + 2 * _EDGE + (foot + 10 if foot else 0)
        room = self.window().height() - 2 * _GAP
        self.resize(self.width(), min(wanted, room))
        self.move(self.x(), max(_GAP, min(self.y(), room + _GAP - self.height())))

    def hideEvent(self, event: QHideEvent) -> None:
        self._application().removeEventFilter(self)
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused) and self._before is not None and isValid(self._before):
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self._before = None
        super().hideEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While it is open, a click elsewhere in the window closes it; a sentence more makes it higher."""
        if watched is self._inner and event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self._fit()
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(watched, QWidget):
            inside = watched is self or self.isAncestorOf(watched)
            if watched.window() is self.window() and not inside:
                self.close()
        return False

    @staticmethod
    def _application() -> QCoreApplication:
        application = QCoreApplication.instance()
        assert application is not None, "there is a widget, so there is an application"
        return application

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab stays inside while it is open: what is under it must not be changed unseen."""
        focused = QApplication.focusWidget()
        if focused is None or not self.isAncestorOf(focused):
            return super().focusNextPrevChild(forward)
        each = focused
        while (near := each.nextInFocusChain() if forward else each.previousInFocusChain()) not in (None, focused):
            each = near
            stops = each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.focusProxy() is None and each.isEnabled()
            if stops and self.isAncestorOf(each) and each.isVisible():
                each.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
                break
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Kept here: handed on to the window, a click between two fields would be a click beside the popover."""
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, Button):
            focused.click()
        event.accept()

    def buttons(self, text: str, run: Callable[[], None]) -> Button:
        """The row at the foot: a way out, and what the popover is for."""
        self._foot.addStretch(1)
        cancel, go = Button(_("Cancel"), "quiet"), Button(text, "primary")
        cancel.clicked.connect(self.close)
        go.clicked.connect(run)
        self._foot.addWidget(cancel)
        self._foot.addWidget(go)
        return go

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = painter_for(self)
        fill_round(painter, QRectF(self.rect()), look.colour("surface"), look.colour("control"), theme.RADIUS)
