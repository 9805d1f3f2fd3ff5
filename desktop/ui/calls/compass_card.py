"""At the foot of the script: the one question worth asking in the time left, and why. A click goes to it."""

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.models import elastic, next_question
from desktop.models.elastic import time_left
from desktop.services.route import Compass
from desktop.ui import theme
from desktop.ui.actions import display_keys
from desktop.ui.widgets.labels import PlainLabel, plain_tip
from desktop.ui.widgets.painting import fill_round, focus_ring, paint_dot, painter_for

KEYS = "Ctrl+Shift+G"
_INDENT = 14


class CompassCard(QAbstractButton):
    """``show_compass`` fills it; ``clicked`` asks to go to the question it advises."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("call.compass")
        # Tab only: a click must leave the caret in the capture line.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.head = PlainLabel("", "label", wrap=True)
        self.question = PlainLabel("", "danger", wrap=True)
        self.question.setFont(theme.font("strong"))
        self.reason = PlainLabel("", "small", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.setSpacing(4)
        for label in (self.head, self.question, self.reason):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(label)
        for label in (self.question, self.reason):
            label.setContentsMargins(_INDENT, 0, 0, 0)
        self._compact = False
        self._shown: tuple[Compass, str] | None = None
        self._words: tuple[str, str, str] = ("", "", "")

    def show_compass(self, compass: Compass, screen: str) -> None:
        """Show what to ask; ``screen`` is the key of the question on the screen."""
        if (compass, screen) != self._shown:
            self._shown = compass, screen
            self._fill()

    def set_compact(self, compact: bool) -> None:
        """The title of the question rather than its wording, for a narrow or low column."""
        if compact != self._compact:
            self._compact = compact
            self._fill()

    def _fill(self) -> None:
        if self._shown is None:
            return
        compass, screen = self._shown
        advice, question = compass.advice, compass.advice.question
        words = "" if question is None else question.title if self._compact else question.text
        shown = _head(compass, screen), words, next_question.reason(advice, compass.heat)
        whole = question.text if question else ""
        tip = (f"{whole} · {display_keys(KEYS)}" if whole else "", elastic.explanation(compass.plan))
        self.setToolTip(plain_tip("\n".join(part for part in tip if part)))
        if shown == self._words:
            return
        # Wrapped labels are laid out anew at each change of text, and this runs at every score key.
        self._words = shown
        for label, text in zip((self.head, self.question, self.reason), shown, strict=True):
            if label.text() != text:
                label.setText(text)
        kind: Literal["danger", "strong"] = "danger" if advice.stake else "strong"
        if self.question.kind != kind:
            self.question.set_kind(kind)
            self.question.setFont(theme.font("strong"))
        self.question.setVisible(bool(words))
        self.setEnabled(question is not None)
        self.setCursor(Qt.CursorShape.PointingHandCursor if self.isEnabled() else Qt.CursorShape.ArrowCursor)
        self.setAccessibleName(" ".join(part for part in (shown[0], whole, shown[2]) if part))
        self.setAccessibleDescription(display_keys(KEYS))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_for(self)
        look = theme.current()
        rect = QRectF(self.rect())
        if self.isEnabled() and (self.underMouse() or self.isDown()):
            fill_round(painter, rect, look.colour("hover"))
        if self.question.isVisible():
            line = self.question.fontMetrics().height()
            centre = QPointF(self.question.x() + 4, self.question.y() + line / 2)
            paint_dot(painter, centre, look.colour("danger" if self.question.kind == "danger" else "accent"), 3.5)
        if self.hasFocus():
            focus_ring(painter, rect)


def _head(compass: Compass, screen: str) -> str:
    advice = compass.advice
    time = time_left(compass.plan.left)
    if advice.question is None:
        return _("{time}: conclude").format(time=time)
    if advice.question.key == screen:
        return _("{time}: you are there").format(time=time)
    if advice.stake is None:
        return _("{time}: fix the next step").format(time=time)
    return _("{time}: ask instead").format(time=time)
