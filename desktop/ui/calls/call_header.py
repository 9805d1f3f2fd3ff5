"""What the top bar shows during a call: questions asked, the time there is, the time gone, and the way out."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.i18n import _, ngettext
from desktop.ui import theme
from desktop.ui.actions import display_keys
from desktop.ui.calls.minutes_picker import MinutesPicker
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.call_time import clock_time
from desktop.ui.widgets.labels import PlainLabel
from desktop.ui.widgets.painting import painter_for

_AMBER_FROM = 0.8
TIME_KEYS = "Ctrl+T"


class CallTimer(QWidget):
    """Minutes and seconds in large; amber from 80 % of the time there is, and never flashing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("call.timer")
        self.setFont(theme.font("display", tabular=True))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._text, self._late = "", False
        self.seconds = 0
        """The time gone."""
        self.show_time(0, 1)

    @property
    def text(self) -> str:
        return self._text

    @property
    def late(self) -> bool:
        """Whether most of the time there is has gone."""
        return self._late

    def show_time(self, seconds: int, planned_minutes: int) -> None:
        """Show the time gone, out of the time there is."""
        self.seconds = seconds
        text, late = clock_time(seconds), seconds >= planned_minutes * 60 * _AMBER_FROM
        if (text, late) == (self._text, self._late):
            return
        grown = len(text) != len(self._text)
        self._text, self._late = text, late
        self.setAccessibleName(_("Time gone: {time}").format(time=text))
        if grown:
            self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        widest = "0" * 4 + ":" if len(self._text) <= 5 else "0" * 5 + "::"
        return QSize(round(QFontMetricsF(self.font()).horizontalAdvance(widest)) + 4, 34)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_for(self)
        painter.setFont(self.font())
        painter.setPen(theme.current().colour("warn" if self._late else "text"))
        painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignCenter, self._text)


class PlannedTime(Button):
    """How long the prospect has; a click asks for another length, since calls stretch and shrink."""

    chosen = Signal(int)
    """Minutes in all."""

    def __init__(self, elapsed: Callable[[], int]) -> None:
        super().__init__("", "quiet", icon_name="clock")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleDescription(display_keys(TIME_KEYS))
        self.setToolTip(_("Change the time available ({keys})").format(keys=display_keys(TIME_KEYS)))
        self._elapsed = elapsed
        self.picker: MinutesPicker | None = None
        self.clicked.connect(self.offer)

    def show_minutes(self, minutes: int) -> None:
        """Show the time there is."""
        self.set_text(ngettext("{count} min planned", "{count} min planned", minutes).format(count=minutes))

    def offer(self) -> None:
        """Ask how long they have, from now."""
        if self.picker is None:
            self.picker = MinutesPicker(self.window())
            self.picker.chosen.connect(self.chosen)
        self.picker.open_for(self._elapsed())

    @property
    def offering(self) -> bool:
        """Whether the question is on the screen: the keys of the call then wait."""
        return self.picker is not None and self.picker.isVisible()

    def close_picker(self) -> None:
        """Take the question away unanswered."""
        if self.picker is not None:
            self.picker.close_overlay()


class CallHeader:
    """The widgets that the page hands to the top bar."""

    def __init__(self) -> None:
        self.progress = PlainLabel("", "muted", tabular=True)
        self.timer = CallTimer()
        self.planned = PlannedTime(lambda: self.timer.seconds)
        self.conclude = Button(_("Conclude the call"), "primary", keycap="Ctrl+Shift+Return")
        self.conclude.setObjectName("call.conclude")
        self.conclude.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def widgets(self) -> list[QWidget]:
        return [self.progress, self.planned, self.timer, self.conclude]

    def show_progress(self, asked: int, count: int) -> None:
        """How many questions were asked, out of how many."""
        self.progress.setText(_("{asked}/{count} questions").format(asked=asked, count=count))
