"""The fit test at the foot of the script: one key away, with a tick for each answer already known."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.i18n import _, pgettext
from desktop.services.route import Tick
from desktop.ui import theme
from desktop.ui.actions import display_keys
from desktop.ui.icons import paint_icon
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.painting import fill_round, keycap_size, painter_for

KEYS = "Ctrl+Shift+F"
_BOX = 12
_GAP = 4
_LEAST_BUTTON = 96
_BUTTON_SIDES = 24
"""Pixels of a button that its words cannot have: the least margins, and the gap before the key."""


class TickLabel(QWidget):
    """One answer: a ticked box once it is known, and its name."""

    def __init__(self, words: str, done: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self.done = words, done
        self.setFont(theme.font("small"))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        name = _("{answer}: known") if done else _("{answer}: to ask")
        self.setAccessibleName(name.format(answer=words))

    def sizeHint(self) -> QSize:
        width = QFontMetricsF(theme.font("small")).horizontalAdvance(self._words)
        return QSize(round(width + 0.5) + _BOX + _GAP, 18)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_for(self)
        look = theme.current()
        box = QRectF(0, (self.height() - _BOX) / 2, _BOX, _BOX)
        if self.done:
            paint_icon(painter, box, "check", "ok")
        else:
            fill_round(painter, box.adjusted(1.5, 1.5, -1.5, -1.5), None, look.colour("control"), 2.0, 1.2)
        painter.setFont(theme.font("small"))
        painter.setPen(look.colour("muted" if self.done else "text"))
        words = QRectF(_BOX + _GAP, 0, self.width() - _BOX - _GAP + 1, self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._words)


class FitTestStrip(QWidget):
    """``show_ticks`` fills it; ``toggled`` asks to go to the fit test, or back."""

    toggled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("call.fit_test")
        self.button = Button(_("Express fit test"), keycap=KEYS)
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.clicked.connect(self.toggled)
        # Its words shrink with the column rather than widen it.
        self.button.setMinimumWidth(_LEAST_BUTTON)
        self._ticks = FlowLayout(spacing=6)
        self._labels: list[TickLabel] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.button)
        ticks = QVBoxLayout()
        ticks.setContentsMargins(8, 0, 0, 2)
        ticks.addLayout(self._ticks)
        column.addLayout(ticks)
        self._shown: tuple[Sequence[Tick], bool, str] | None = None

    def show_ticks(self, ticks: Sequence[Tick], inside: bool, why_not: str = "") -> None:
        """``inside``: one of its questions is on the screen. ``why_not``: why this call has no fit test."""
        if self._shown == (ticks, inside, why_not):
            return
        before, self._shown = self._shown, (ticks, inside, why_not)
        self._name_button()
        self.button.setEnabled(not why_not)
        self.button.setToolTip(why_not)
        if before is not None and before[0] == ticks:
            return
        self._ticks.clear()
        self._labels = [TickLabel(_short_name(tick), tick.done, self) for tick in ticks]
        for label in self._labels:
            self._ticks.addWidget(label)

    def ticks(self) -> list[TickLabel]:
        """What is ticked or not, in order."""
        return list(self._labels)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._name_button()

    def _name_button(self) -> None:
        """The longest words that there is room for."""
        inside = self._shown is not None and self._shown[1]
        words, fewer = (_("Back to the script"), _("Back")) if inside else (_("Express fit test"), _("Fit test"))
        taken = keycap_size(display_keys(KEYS)).width() + _BUTTON_SIDES
        if QFontMetricsF(self.button.font()).horizontalAdvance(words) + taken > self.width():
            words = fewer
        if words != self.button.text():
            self.button.set_text(words)


def _short_name(tick: Tick) -> str:
    """One word for each answer of the shipped fit test; the title of any other question."""
    names = {
        "objective": pgettext("fit test", "Goal"),
        "urgency": pgettext("fit test", "Urgency"),
        "decision": pgettext("fit test", "Decider"),
    }
    return names.get(tick.question.key.removeprefix("fit-"), tick.question.title)
