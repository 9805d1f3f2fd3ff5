"""The pressure gauge: a bar with its line, the level in figures and in words, why, and what to do instead."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.i18n import _, pgettext
from desktop.models.pressure import LINE, Gauge, alternative_label
from desktop.ui import theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import PlainLabel, Sign
from desktop.ui.widgets.painting import fill_round, painter_for

_BAR = 8
_MOST = 100
_MARK = 2
"""Width of the line, in pixels: it stands out of the bar above and below."""


class PressureGauge(QWidget):
    """``chosen`` carries the value of an ``Alternative``: what the rep would rather do than press more."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Pressure"))
        self._sign = Sign("triangle-alert", "warn", 16)
        self._level = PlainLabel("", "strong", tabular=True)
        self._bar = _Bar()
        self.reason = PlainLabel("", "muted", wrap=True)
        self._instead = PlainLabel(_("Rather than one more reminder"), "label")
        self._choices = QWidget()
        self._flow = FlowLayout(self._choices)
        self.buttons: dict[str, Button] = {}
        head = QHBoxLayout()
        head.setSpacing(7)
        head.addWidget(self._sign)
        head.addWidget(self._level)
        head.addWidget(self._bar, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addLayout(head)
        for widget in (self.reason, self._instead, self._choices):
            column.addWidget(widget)
        self.show_gauge(Gauge(0, LINE, False, ""))

    @property
    def words(self) -> str:
        """What is said of the level."""
        return self._level.text()

    def show_gauge(self, gauge: Gauge, *, choices: bool = True) -> None:
        """Say where the pressure stands; ``choices`` False where nothing can be done about it from here."""
        self._level.setText(_("Pressure {level} / 100: {words}").format(level=gauge.level, words=level_words(gauge)))
        self._sign.setVisible(gauge.over)
        self._bar.show_level(gauge.level, gauge.line)
        self.reason.setText(gauge.reason)
        self.reason.setVisible(bool(gauge.reason))
        self.setAccessibleDescription(f"{self._level.text()}. {gauge.reason}")
        offered = gauge.alternatives if choices else ()
        self._offer(offered)
        self._instead.setVisible(bool(offered))
        self._choices.setVisible(bool(offered))

    def _offer(self, alternatives: tuple[str, ...]) -> None:
        if tuple(self.buttons) == alternatives:
            return
        self._flow.clear()
        self.buttons = {}
        for each in alternatives:
            button = Button(alternative_label(each), "secondary", small=True)
            button.clicked.connect(lambda _checked=False, each=each: self.chosen.emit(str(each)))
            self._flow.addWidget(button)
            self.buttons[each] = button


def level_words(gauge: Gauge) -> str:
    """Never the colour alone."""
    if gauge.over:
        return pgettext("pressure", "too much")
    if gauge.level > gauge.line // 2:
        return pgettext("pressure", "rising")
    return pgettext("pressure", "light") if gauge.level else pgettext("pressure", "none")


class _Bar(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._level, self._line = 0, LINE
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_level(self, level: int, line: int) -> None:
        self._level, self._line = level, line
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, _BAR + 8)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, _BAR + 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = theme.current(), painter_for(self)
        whole = QRectF(0, (self.height() - _BAR) / 2, self.width(), _BAR)
        fill_round(painter, whole, look.colour("chip"), look.colour("control"), _BAR / 2)
        if self._level:
            token = "danger" if self._level > self._line else "warn" if self._level > self._line // 2 else "ok"
            filled = QRectF(whole.left(), whole.top(), max(_BAR, whole.width() * self._level / _MOST), _BAR)
            fill_round(painter, filled, look.colour(token), look.colour(token), _BAR / 2)
        mark = QRectF(whole.width() * self._line / _MOST - _MARK / 2, whole.top() - 3, _MARK, _BAR + 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("text"))
        painter.drawRect(mark)
