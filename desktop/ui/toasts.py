"""What has just happened, said without stopping anybody.

A toast for what can be undone, a banner for what went wrong.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from desktop.i18n import _
from desktop.ui import status_bar, theme
from desktop.ui.status_bar import StatusBar
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import PlainLabel, Sign
from desktop.ui.widgets.painting import fill_round, focus_ring, painter_for
from desktop.ui.widgets.two_lines import TwoLines

SECONDS = 8.0
_LEAST = 300
"""Pixels that a toast takes at least where it must, be it over the end of the words at its left."""
_SIDES = (16, 8)
_GAP = 12
_AIR = 2


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader say ``text`` when it has finished its sentence."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


class Toasts(QWidget):
    """One toast at a time, at the bottom of the window; the next one replaces it. It never takes the focus.

    It stands in the free room of ``bar``, where nothing is pressed: neither a page, nor its header, nor the foot of a
    panel is ever under it. Without a bar it stands where one would be.
    """

    def __init__(self, window: QWidget, bar: StatusBar | None = None) -> None:
        super().__init__(window)
        self._window, self._bar = window, bar
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._run: Callable[[], None] | None = None
        self._words = TwoLines("", "medium", "on_toast", tight=True)
        self.button = _ToastButton()
        self.button.clicked.connect(lambda: self._act())
        row = QHBoxLayout(self)
        row.setContentsMargins(_SIDES[0], 0, _SIDES[1], 0)
        row.setSpacing(_GAP)
        row.addWidget(self._words, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.button)
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self.dismiss)
        self.hide()
        (bar or window).installEventFilter(self)

    @property
    def text(self) -> str:
        """What the toast says; "" when there is none."""
        return "" if self.isHidden() else self._words.text

    def show_toast(
        self, text: str, action_text: str = "", run: Callable[[], None] | None = None, seconds: float = SECONDS
    ) -> None:
        """Say ``text`` for ``seconds``; with ``run``, offer it under ``action_text`` ("Undo" when empty)."""
        self._run = run
        self._words.set_text(text)
        self.button.setText(action_text or _("Undo"))
        self.button.setAccessibleName(self.button.text())
        self.button.setVisible(run is not None)
        self._place()
        self.show()
        self.raise_()
        announce(self, text)
        self.timer.start(round(seconds * 1000))

    def dismiss(self) -> None:
        """Take the toast away."""
        self.timer.stop()
        self._run = None
        self.hide()

    def _act(self) -> None:
        run = self._run
        self.dismiss()
        if run is not None:
            run()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        moving = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.LayoutRequest)
        if event.type() in moving and not self.isHidden():
            self._place()
        return False

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and not self.isHidden():
            self._place()

    def _place(self) -> None:
        room = self._room()
        around = sum(_SIDES)
        if not self.button.isHidden():
            around += _GAP + self.button.sizeHint().width()
        words = self._words.fontMetrics().horizontalAdvance(self._words.text) + 2
        width = min(words + around, room.width())
        height = room.height() if theme.metrics().touch else room.height() - 2 * _AIR
        self.setGeometry(
            room.left() + (room.width() - width) // 2, room.top() + (room.height() - height) // 2, width, height
        )

    def _room(self) -> QRect:
        """Where the toast may stand, in the window."""
        bar, window = self._bar, self._window
        if bar is None:
            height = status_bar.HEIGHT
            return QRect(_GAP, window.height() - height, window.width() - 2 * _GAP, height)
        free = bar.free_room().adjusted(_GAP, 0, -_GAP, 0)
        free.setLeft(min(free.left(), max(0, free.right() + 1 - _LEAST)))
        return QRect(bar.mapTo(window, free.topLeft()), free.size())

    def paintEvent(self, event: QPaintEvent) -> None:
        fill_round(painter_for(self), QRectF(self.rect()), theme.current().colour("toast"), radius=theme.RADIUS)


class _ToastButton(QPushButton):
    """Words in the toast's own accent. Tab reaches it; appearing, it takes nothing."""

    def sizeHint(self) -> QSize:
        wanted = super().sizeHint()
        metrics = theme.metrics()
        return QSize(metrics.hit(wanted.width()), max(28, metrics.hit(wanted.height())))

    def __init__(self) -> None:
        super().__init__()
        self.setFont(theme.font("strong"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = painter_for(self)
        painter.setFont(self.font())
        painter.setPen(look.colour("toast_action"))
        painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignCenter, self.text())
        if self.hasFocus():
            focus_ring(painter, QRectF(self.rect()), token="toast_action")


class Banner(QWidget):
    """A strip at the top of a page: what could not be done and what to do about it. Stays until cleared."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = "danger"
        self._run: Callable[[], None] | None = None
        self._sign = Sign("circle-alert", "danger", 18)
        self._label = PlainLabel("", "medium", wrap=True)
        self.button = Button("", "secondary", name=_("Act on this message"))
        self.button.clicked.connect(lambda: self._act())
        self.close_button = Button("", "quiet", icon_name="x", name=_("Close this message"))
        self.close_button.clicked.connect(lambda: self.clear())
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 8, 8)
        row.setSpacing(10)
        row.addWidget(self._sign)
        row.addWidget(self._label, 1)
        row.addWidget(self.button)
        row.addWidget(self.close_button)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    @property
    def text(self) -> str:
        """What the banner says; "" when it is hidden."""
        return "" if self.isHidden() else self._label.text()

    def show_error(self, sentence: str, action_text: str = "", run: Callable[[], None] | None = None) -> None:
        """Say what went wrong."""
        self._show("danger", "circle-alert", sentence, action_text, run)

    def show_notice(self, sentence: str, action_text: str = "", run: Callable[[], None] | None = None) -> None:
        """Say something worth a look, that is no error."""
        self._show("warn", "info", sentence, action_text, run)

    def clear(self) -> None:
        """Take it away."""
        self._run = None
        self.hide()

    def _show(self, tone: str, sign: str, sentence: str, action_text: str, run: Callable[[], None] | None) -> None:
        self._tone = tone
        self._run = run
        self._sign.set_icon(sign, tone)
        self._label.setText(sentence)
        self.button.set_text(action_text)
        self.button.setAccessibleName(action_text or _("Act on this message"))
        self.button.setVisible(run is not None and bool(action_text))
        self.show()
        self.update()
        announce(self, sentence)

    def _act(self) -> None:
        run = self._run
        self.clear()
        if run is not None:
            run()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        rect = QRectF(self.rect())
        fill_round(painter_for(self), rect, look.colour(f"{self._tone}_soft"), look.colour(self._tone), theme.RADIUS)
