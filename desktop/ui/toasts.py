"""What has just happened, said without stopping anybody.

A toast for what can be undone, a banner for what went wrong.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import PlainLabel, Sign
from desktop.ui.widgets.painting import fill_round, focus_ring, painter_for

SECONDS = 8.0
_ABOVE_STATUS_BAR = 60
_IN_HEADER = 6


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader say ``text`` when it has finished its sentence."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


class Toasts(QWidget):
    """One toast at a time, at the bottom of the window; the next one replaces it. It never takes the focus."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._run: Callable[[], None] | None = None
        self._label = QLabel()
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        # A palette of its own would be lost with the next style sheet, and its words with it.
        self._label.setProperty("kind", "toast")
        self._label.setFont(theme.font("medium"))
        self.button = _ToastButton()
        self.button.clicked.connect(lambda: self._act())
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 9, 12, 9)
        row.setSpacing(14)
        row.addWidget(self._label)
        row.addWidget(self.button)
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self.dismiss)
        self.hide()
        window.installEventFilter(self)

    @property
    def text(self) -> str:
        """What the toast says; "" when there is none."""
        return "" if self.isHidden() else self._label.text()

    def show_toast(
        self, text: str, action_text: str = "", run: Callable[[], None] | None = None, seconds: float = SECONDS
    ) -> None:
        """Say ``text`` for ``seconds``; with ``run``, offer it under ``action_text`` ("Undo" when empty)."""
        self._run = run
        self._label.setText(text)
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
        if watched is self._window and event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return False

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and not self.isHidden():
            self._place()

    def _place(self) -> None:
        window = self._window
        self._label.setMaximumWidth(max(120, window.width() - 260))
        self.adjustSize()
        # Under a finger, the foot of the window is where one scores.
        top = _IN_HEADER if theme.metrics().touch else window.height() - self.height() - _ABOVE_STATUS_BAR
        self.move((window.width() - self.width()) // 2, top)

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
