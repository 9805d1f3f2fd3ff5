"""The bottom line: is it saved, is this machine protected, what comes next, and which keys help here."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.icons import paint_icon
from desktop.ui.widgets.buttons import KeyCap
from desktop.ui.widgets.labels import PlainLabel, Sign
from desktop.ui.widgets.painting import fill_round, focus_ring, painter_for

HEIGHT = 44
_OTHER_PARTS = 340
"""What the dot, the margins, the key cap and a short reminder take, in pixels."""


class StatusBar(QWidget):
    """Signals: ``protection_requested`` (the rep wants a passphrase), ``palette_requested`` (all the commands)."""

    protection_requested = Signal()
    palette_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Status bar"))
        self.setFixedHeight(HEIGHT)
        self._saved = PlainLabel("", "label")
        self._dot = _Dot()
        self._protection = _StatusButton()
        self._protection.clicked.connect(self.protection_requested)
        self._reminder = PlainLabel("", "small", elide=True)
        self._reminder.setAccessibleDescription(_("Next reminder"))
        self._bell = Sign("bell")
        self._hints = QHBoxLayout()
        self._hints.setSpacing(14)
        self._hint_widgets: list[QWidget] = []
        self._commands = _StatusButton()
        self._commands.set_words(_("All commands"), "")
        self._commands.clicked.connect(self.palette_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 20, 0)
        row.setSpacing(7)
        row.addWidget(self._dot)
        row.addWidget(self._saved)
        row.addSpacing(5)
        row.addWidget(self._protection)
        row.addSpacing(5)
        row.addLayout(self._hints)
        row.addSpacing(5)
        row.addWidget(self._bell)
        row.addWidget(self._reminder, 1)
        row.addSpacing(5)
        row.addWidget(self._commands)
        row.addWidget(KeyCap("Ctrl+K"))
        self.set_saved()
        self.set_protection(True)
        self.set_reminder("")

    @property
    def saved_text(self) -> str:
        """What the bar says about saving."""
        return self._saved.text()

    @property
    def protection_button(self) -> QAbstractButton:
        """What tells whether the machine is protected; a click asks to change it."""
        return self._protection

    def set_saved(self) -> None:
        """Everything is on disk."""
        self._dot.token = "ok"
        self._saved.set_kind("ok")
        self._saved.setFont(theme.font("label"))
        self._saved.setText(_("Saved"))
        self._saved.setToolTip("")
        self._dot.update()

    def set_slow(self, milliseconds: int) -> None:
        """Everything is on disk, and it takes ``milliseconds``, long enough to be felt."""
        self._dot.token = "warn"
        self._saved.set_kind("warn")
        self._saved.setFont(theme.font("label"))
        self._saved.setText(_("Saved, but slowly"))
        self._saved.setToolTip(
            _("A save takes {count} ms. An antivirus or a nearly full disk may be the reason.").format(
                count=milliseconds
            )
        )
        self._dot.update()

    def set_unsaved(self, reason: str) -> None:
        """Something could not be written; ``reason`` is a sentence for the rep."""
        self._dot.token = "danger"
        self._saved.set_kind("danger")
        self._saved.setFont(theme.font("label"))
        self._saved.setText(reason)
        self._dot.update()

    def set_protection(self, protected: bool) -> None:
        """Whether a passphrase protects this machine's file."""
        words = _("Protected") if protected else _("This machine is not protected")
        self._protection.set_words(words, "lock" if protected else "lock-open", "muted" if protected else "warn")

    def set_reminder(self, text: str) -> None:
        """The next follow-up due, in a few words; "" when there is none."""
        self._reminder.setText(text)
        self._bell.setVisible(bool(text))

    @property
    def reminder(self) -> str:
        return self._reminder.text()

    def set_hints(self, hints: Sequence[tuple[str, str]]) -> None:
        """The keys that help on this page, as ``(words, keys)``."""
        for widget in self._hint_widgets:
            self._hints.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._hint_widgets = [_Hint(words, keys) for words, keys in hints]
        for widget in self._hint_widgets:
            self._hints.addWidget(widget)
        self._fit_hints()

    def free_room(self) -> QRect:
        """Where nothing is pressed, in this bar: the keys that help and the next reminder."""
        left, right = self._protection.geometry().right() + 1, self._commands.geometry().left()
        return QRect(left, 0, right - left, self.height())

    def focus_first(self) -> None:
        """Where F6 arrives."""
        self._protection.setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: QEvent) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._fit_hints()

    def _fit_hints(self) -> None:
        """Hide the last hints where there is no room: a hint cut in two teaches nothing."""
        fixed = (self._saved, self._protection, self._commands)
        room = self.width() - sum(each.sizeHint().width() for each in fixed) - _OTHER_PARTS
        for widget in self._hint_widgets:
            room -= widget.sizeHint().width() + self._hints.spacing()
            widget.setVisible(room >= 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.colour("surface"))
        painter.fillRect(0, 0, self.width(), 1, look.colour("line"))


class _Hint(QWidget):
    def __init__(self, words: str, keys: str) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(PlainLabel(words, "small"))
        row.addWidget(KeyCap(keys))


class _Dot(QWidget):
    token = "ok"

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(9, 9)

    def paintEvent(self, event: QPaintEvent) -> None:
        fill_round(painter_for(self), QRectF(self.rect()), theme.current().colour(self.token), radius=4.5)


class _StatusButton(QAbstractButton):
    """Quiet words that can be clicked, with an icon before them."""

    def __init__(self) -> None:
        super().__init__()
        self._icon_name = ""
        self._token = "muted"
        self.setFont(theme.font("small"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_words(self, words: str, icon_name: str, token: str = "muted") -> None:
        self._icon_name = icon_name
        self._token = token
        self.setText(words)
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        metrics = theme.metrics()
        return QSize(metrics.hit(round(width + 0.5) + 12 + (19 if self._icon_name else 0)), metrics.hit(26))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = painter_for(self)
        rect = QRectF(self.rect())
        if self.underMouse():
            fill_round(painter, rect, look.colour("hover"), radius=5)
        inner = rect.adjusted(6, 0, -6, 0)
        if self._icon_name:
            paint_icon(painter, QRectF(inner.left(), rect.center().y() - 7, 14, 14), self._icon_name, self._token)
            inner.setLeft(inner.left() + 19)
        painter.setFont(self.font())
        painter.setPen(look.colour(self._token))
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.hasFocus():
            focus_ring(painter, rect, 5.0)
