"""One line of the timeline, painted: its day above the first of it, the hour, a sign, what happened and the words."""

from datetime import datetime

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QTextLayout
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from desktop.i18n import current
from desktop.services.timeline_facts import Row
from desktop.ui import theme
from desktop.ui.icons import paint_icon
from desktop.ui.prospects.timeline_words import Said
from desktop.ui.widgets.painting import fill_round, focus_ring, painter_for

_TIME, _ICON, _GAP = 42, 15, 10
_HEADING = 30
_PAD = 6
_LINES = 2
"""Lines of words on a row that is not opened."""


class TimelineRow(QAbstractButton):
    """Shows what ``show_row`` says; a click, Space or Enter opens it. Arrows are the card's, through ``stepped``."""

    stepped = Signal(int)
    removal_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.row: Row | None = None
        self._said = Said("", "", "circle")
        self._heading = self._time = ""
        self._open = False
        self._broken: tuple[int, list[str]] | None = None
        """The words as they are broken at a width: asked for many times each time anything is laid out."""
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        # Not fixed: its hint is that of the last width, and a narrower one needs more.
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_row(self, row: Row, said: Said, heading: str, at_local: datetime, *, timed: bool = True) -> None:
        """Show a row; ``heading`` is its day when it is the first of it, "" otherwise."""
        if row != self.row:
            self._open = False
        self.row, self._said, self._heading = row, said, heading
        self._time = current().time(at_local) if timed else ""
        self._broken = None
        self.setAccessibleName(" · ".join(each for each in (current().date(at_local.date()), said.title) if each))
        self.setAccessibleDescription(said.detail)
        self.updateGeometry()
        self.update()

    @property
    def title(self) -> str:
        """What it says happened."""
        return self._said.title

    @property
    def detail(self) -> str:
        """The words under it."""
        return self._said.detail

    @property
    def heading(self) -> str:
        """The day above it; "" when the row before is of the same one."""
        return self._heading

    @property
    def opened(self) -> bool:
        """Whether all of its words are shown."""
        return self._open

    def toggle_words(self) -> None:
        """Show all of its words, or the first two lines again."""
        self._open, self._broken = not self._open, None
        self.updateGeometry()
        self.update()

    # Size

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = len(self._lines(width))
        title, detail = self._metrics("medium").height(), self._metrics("small").lineSpacing()
        height = round(title + lines * detail + 2 * _PAD)
        return max(height, theme.metrics().least) + (_HEADING if self._heading else 0)

    def sizeHint(self) -> QSize:
        return QSize(200, theme.metrics().least)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, theme.metrics().least)

    def _metrics(self, kind: str) -> QFontMetricsF:
        return QFontMetricsF(theme.font(kind))

    def _lines(self, width: int) -> list[str]:
        if self._broken is None or self._broken[0] != width:
            self._broken = (width, self._break(width - _TIME - _ICON - 2 * _GAP - 2 * _PAD))
        return self._broken[1]

    def _break(self, room: int) -> list[str]:
        """The words at this width: two lines, the second ended by an ellipsis, or all of them once opened."""
        text = self._said.detail if self._open else " ".join(self._said.detail.split())
        found: list[str] = []
        font, metrics = theme.font("small"), self._metrics("small")
        for paragraph in text.split("\n") if text else ():
            layout = QTextLayout(paragraph, font)
            layout.beginLayout()
            while (line := layout.createLine()).isValid():
                line.setLineWidth(max(room, 40))
                start = line.textStart()
                if not self._open and len(found) == _LINES - 1:
                    rest = paragraph[start:]
                    found.append(metrics.elidedText(rest, Qt.TextElideMode.ElideRight, max(room, 40)))
                    break
                found.append(paragraph[start : start + line.textLength()].rstrip())
            layout.endLayout()
        return found

    # Paint

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_for(self)
        look, top = theme.current(), _HEADING if self._heading else 0
        if self._heading:
            self._paint_heading(painter)
        rect = QRectF(0, top, self.width(), self.height() - top)
        if self.underMouse():
            fill_round(painter, rect, look.colour("hover"))
        painter.setFont(theme.font("small", tabular=True))
        painter.setPen(look.colour("faint"))
        title = self._metrics("medium")
        base = top + _PAD + title.ascent()
        painter.drawText(QPointF(_PAD, base), self._time)
        left = _PAD + _TIME + _GAP
        sign = QRectF(left, top + _PAD + (title.height() - _ICON) / 2, _ICON, _ICON)
        paint_icon(painter, sign, self._said.icon, self._said.token)
        left += _ICON + _GAP
        painter.setFont(theme.font("medium"))
        painter.setPen(look.colour("text"))
        room = self.width() - left - _PAD
        painter.drawText(QPointF(left, base), title.elidedText(self.title, Qt.TextElideMode.ElideRight, room))
        self._paint_words(painter, left, top + _PAD + title.height())
        if self.hasFocus():
            focus_ring(painter, rect)

    def _paint_heading(self, painter: QPainter) -> None:
        painter.setFont(theme.font("label"))
        painter.setPen(theme.current().colour("muted"))
        rect = QRectF(_PAD, 8, self.width() - 2 * _PAD, _HEADING - 10)
        words = self._metrics("label").elidedText(self._heading, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_words(self, painter: QPainter, left: float, top: float) -> None:
        metrics = self._metrics("small")
        painter.setFont(theme.font("small"))
        painter.setPen(theme.current().colour("muted"))
        for place, line in enumerate(self._lines(self.width())):
            painter.drawText(QPointF(left, top + metrics.ascent() + place * metrics.lineSpacing()), line)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, step = event.key(), {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif key in step:
            self.stepped.emit(step[Qt.Key(key)])
        elif key == Qt.Key.Key_Delete:
            self.removal_asked.emit()
        else:
            super().keyPressEvent(event)
