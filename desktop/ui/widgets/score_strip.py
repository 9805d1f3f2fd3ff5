"""The scores of a grid as a row of small squares, one a criterion: what a list or a line has room for."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.widgets.labels import plain_tip
from desktop.ui.widgets.painting import fill_round, focus_ring, painter_for
from desktop.ui.widgets.scores import score_token

_SIDE = 14.0
_GAP, _TIGHT = 4.0, 2.0


def strip_size(count: int, room: float | None = None) -> QSize:
    """The room of ``count`` score squares in a row; they are smaller where they would not fit in ``room`` pixels."""
    last = _square(max(0, count - 1), count, room)
    return QSize(round(last.right()) if count else 0, round(_SIDE) + 2)


def paint_score_strip(
    painter: QPainter,
    origin: QPointF,
    marks: Sequence[str],
    hollow: Collection[int] = (),
    room: float | None = None,
) -> None:
    """Small squares with their digit, from ``origin`` (top left); for item delegates too.

    ``hollow`` are the places of the scores whose evidence is missing; ``room``, as for ``strip_size``.
    """
    look = theme.current()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    digits = QFont(theme.font("tiny", tabular=True))
    digits.setPixelSize(9)
    digits.setWeight(QFont.Weight.Bold)
    painter.setFont(digits)
    for place, mark in enumerate(marks):
        square = _square(place, len(marks), room).translated(origin)
        colour = look.colour(score_token(mark))
        empty = mark == "" or place in hollow
        fill_round(painter, square, None if empty else colour, colour if empty else None, 3.0, 1.5 if mark else 1.0)
        painter.setPen(look.colour("muted" if mark == "" else score_token(mark) if empty else "on_score"))
        painter.drawText(square, Qt.AlignmentFlag.AlignCenter, mark or "·")
    painter.restore()


def square_at(x: float, count: int, room: float | None = None) -> int:
    """The place of the square under ``x``, or the nearest; half of a gap belongs to each of its squares."""
    pitch, gap = _spacing(count, room)
    return max(0, min(int((x + gap / 2) // pitch), count - 1))


def said_marks(marks: Sequence[str], names: Sequence[str] = (), hollow: Collection[int] = ()) -> tuple[str, ...]:
    """Each score in words: ``Budget : 3 (à prouver)``; without its criterion where there are no ``names``."""
    said = [mark or _("not asked") for mark in marks]
    said = [_("{mark} (to prove)").format(mark=mark) if place in hollow else mark for place, mark in enumerate(said)]
    if len(names) != len(said):
        return tuple(said)
    template = _("{criterion}: {mark}")
    return tuple(template.format(criterion=name, mark=mark) for name, mark in zip(names, said, strict=True))


def _spacing(count: int, room: float | None) -> tuple[float, float]:
    """From a square to the next, and what is free between them."""
    usual = _SIDE + _GAP
    if room is None or not count or count * usual - _GAP <= room:
        return usual, _GAP
    return min(_SIDE + _TIGHT, (room + _TIGHT) / count), _TIGHT


def _square(place: int, count: int, room: float | None) -> QRectF:
    pitch, gap = _spacing(count, room)
    return QRectF(place * pitch, (_SIDE - pitch + gap) / 2, pitch - gap, pitch - gap)


class ScoreStrip(QWidget):
    """The scores of a prospect at a glance, in the order of the grid. A click on a square only says which."""

    chosen = Signal(int)
    """The place of the square that was clicked, or chosen with Space or Enter."""

    def __init__(self, marks: Sequence[str] = (), names: Sequence[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hollow: Collection[int] = ()
        self._room: float | None = None
        self._clickable = False
        self._place = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_marks(marks, names)

    def set_marks(self, marks: Sequence[str], names: Sequence[str] = (), hollow: Collection[int] = ()) -> None:
        """Show these marks; ``names`` are the criteria, for the tool tip and a screen reader.

        ``hollow`` are the places of the scores whose evidence is missing.
        """
        self._marks, self._hollow = tuple(marks), frozenset(hollow)
        self._said = said_marks(self._marks, names, self._hollow)
        self._place = min(self._place, max(0, len(self._said) - 1))
        self._fit()
        self._tell()
        self.update()

    def set_room(self, room: float) -> None:
        """Make the squares smaller where they would take more than ``room`` pixels."""
        self._room = room
        self._fit()

    def set_clickable(self, by_keyboard: bool = True) -> None:
        """Let the squares be clicked, to see the words behind them; ``by_keyboard``, Tab reaches them too."""
        self._clickable = True
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        if by_keyboard:
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._fit()
        self._tell()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        """The squares keep their size; what can be hit goes over and under them."""
        size = strip_size(len(self._marks), self._room)
        if self._clickable:
            # A pointer hits one square; a finger hits the strip, and the nearest of its squares.
            metrics = theme.metrics()
            size = QSize(metrics.hit(size.width()), metrics.hit(size.height()))
        self.setFixedSize(size)

    @property
    def _top(self) -> int:
        return (self.height() - round(_SIDE)) // 2

    def _tell(self) -> None:
        """One square at a time where the keyboard goes through them, all of them otherwise."""
        whole = " · ".join(self._said)
        self.setToolTip(plain_tip(whole))
        if self._clickable and self.hasFocus() and self._said:
            self.setAccessibleName(_("{score}, see the words behind it").format(score=self._said[self._place]))
        elif self._clickable:
            self.setAccessibleName(_("{score}, see the words behind it").format(score=whole))
        else:
            self.setAccessibleName(whole)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._clickable and event.button() is Qt.MouseButton.LeftButton and self._marks:
            self._place = square_at(event.position().x(), len(self._marks), self._room)
            self.chosen.emit(self._place)
        else:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if not self._clickable or not self._marks:
            super().keyPressEvent(event)
        elif step:
            self._place = (self._place + step) % len(self._marks)
            self._tell()
            self.update()
        elif event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit(self._place)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._tell()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._tell()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_for(self)
        paint_score_strip(painter, QPointF(0, self._top), self._marks, self._hollow, self._room)
        if self.hasFocus() and self._marks:
            square = _square(self._place, len(self._marks), self._room)
            focus_ring(painter, square.translated(0, self._top), 3.0, "text")
