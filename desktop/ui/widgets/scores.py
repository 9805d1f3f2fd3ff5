"""A score as it is given and shown: always a digit, never a colour alone.

A mark is a string, as in the history of a call: "0" to "3", "?" (asked, unknown) or "" (not asked yet).
"""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFont, QKeyEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.widgets.labels import plain_tip
from desktop.ui.widgets.painting import fill_round, focus_ring, painter_for

MARKS = ("?", "0", "1", "2", "3")
SQUARE = 14.0
_SQUARE_GAP = 4.0


def score_token(mark: str) -> str:
    """The token of a mark's colour; "" is drawn like unknown, but hollow."""
    return f"score_{mark}" if mark in ("0", "1", "2", "3") else "score_unknown"


class _ScoreButton(QAbstractButton):
    def __init__(self, mark: str, large: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.mark = mark
        self.hollow = False
        self._size = QSize(64, 56) if large else QSize(34 if mark == "?" else 40, 32)
        self.setText(mark)
        self.setCheckable(True)
        self.setFont(theme.font("strong", tabular=True))
        # Clicking must not take the caret away from the capture line.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        across = QSizePolicy.Policy.Fixed if mark == "?" and not large else QSizePolicy.Policy.Expanding
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)

    def nextCheckState(self) -> None:
        """The page decides what is checked, once the score is saved."""

    def sizeHint(self) -> QSize:
        return self._size

    def minimumSizeHint(self) -> QSize:
        return QSize(28, self._size.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = painter_for(self)
        rect = QRectF(self.rect())
        level = look.colour(score_token(self.mark))
        ink = look.colour("muted")
        if self.isChecked() and self.hollow:
            fill_round(painter, rect, look.colour("surface"), level, width=2.0)
            ink = level
        elif self.isChecked():
            fill_round(painter, rect, level)
            ink = look.colour("on_score")
        else:
            fill_round(painter, rect, look.colour("hover" if self.underMouse() else "surface"), look.colour("control"))
        painter.setFont(self.font())
        painter.setPen(ink)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self.mark)
        if self.hasFocus():
            focus_ring(painter, rect.adjusted(2, 2, -2, -2) if self.isChecked() else rect, token="text")


class ScoreButtons(QWidget):
    """The row ``? 0 1 2 3`` of one criterion.

    It shows what ``set_mark`` says and nothing else: a click only emits ``chosen`` with the mark to save ("" when the
    shown one is chosen again, which clears it). ``hollow`` means that the evidence is missing.
    """

    chosen = Signal(str)

    def __init__(
        self,
        criterion: str,
        levels: Sequence[str] = ("", "", "", ""),
        *,
        large: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._mark = ""
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8 if large else 5)
        self._buttons = {mark: _ScoreButton(mark, large, self) for mark in MARKS}
        for mark, each in self._buttons.items():
            self._group.addButton(each)
            row.addWidget(each, 0 if mark == "?" and not large else 1)
            each.clicked.connect(lambda _checked=False, mark=mark: self._choose(mark))
        self.set_criterion(criterion, levels)

    @property
    def mark(self) -> str:
        """What is shown: "0" to "3", "?" or ""."""
        return self._mark

    def set_criterion(self, criterion: str, levels: Sequence[str]) -> None:
        """Name the buttons for a screen reader: criterion, digit, and what the level means."""
        texts = {str(digit): text for digit, text in enumerate(levels)} | {"?": _("asked, unknown")}
        self.setAccessibleName(criterion)
        for mark, each in self._buttons.items():
            meaning = texts.get(mark, "")
            name = _("{criterion}: {mark}, {meaning}") if meaning else _("{criterion}: {mark}")
            each.setAccessibleName(name.format(criterion=criterion, mark=mark, meaning=meaning))
            each.setToolTip(plain_tip(meaning))

    def set_mark(self, mark: str, hollow: bool = False) -> None:
        """Show a saved mark."""
        self._mark = mark
        for each in self._buttons.values():
            each.setChecked(each.mark == mark)
            each.hollow = hollow
            each.update()

    def button(self, mark: str) -> QAbstractButton:
        """The button of one mark."""
        return self._buttons[mark]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        focused = [mark for mark, each in self._buttons.items() if each.hasFocus()]
        if not step or not focused:
            super().keyPressEvent(event)
            return
        place = (MARKS.index(focused[0]) + step) % len(MARKS)
        self._buttons[MARKS[place]].setFocus(Qt.FocusReason.TabFocusReason)

    def _choose(self, mark: str) -> None:
        self.chosen.emit("" if mark == self._mark else mark)


def strip_size(count: int) -> QSize:
    """The room of ``count`` score squares in a row."""
    return QSize(round(count * SQUARE + max(0, count - 1) * _SQUARE_GAP), round(SQUARE) + 2)


def paint_score_strip(painter: QPainter, origin: QPointF, marks: Sequence[str]) -> None:
    """Small squares with their digit, from ``origin`` (top left); for item delegates too."""
    look = theme.current()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    digits = QFont(theme.font("tiny", tabular=True))
    digits.setPixelSize(9)
    digits.setWeight(QFont.Weight.Bold)
    painter.setFont(digits)
    for place, mark in enumerate(marks):
        square = QRectF(origin.x() + place * (SQUARE + _SQUARE_GAP), origin.y(), SQUARE, SQUARE)
        colour = look.colour(score_token(mark))
        fill_round(painter, square, None if mark == "" else colour, colour if mark == "" else None, 3.0)
        painter.setPen(look.colour("muted" if mark == "" else "on_score"))
        painter.drawText(square, Qt.AlignmentFlag.AlignCenter, mark or "·")
    painter.restore()


class ScoreStrip(QWidget):
    """The scores of a prospect at a glance, in the order of the grid."""

    def __init__(self, marks: Sequence[str] = (), names: Sequence[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_marks(marks, names)

    def set_marks(self, marks: Sequence[str], names: Sequence[str] = ()) -> None:
        """Show these marks; ``names`` are the criteria, for the tool tip and a screen reader."""
        self._marks = tuple(marks)
        said = [mark or _("not asked") for mark in self._marks]
        if len(names) == len(said):
            said = [
                _("{criterion}: {mark}").format(criterion=name, mark=mark)
                for name, mark in zip(names, said, strict=True)
            ]
        text = " · ".join(said)
        self.setAccessibleName(text)
        self.setToolTip(plain_tip(text))
        self.setFixedSize(strip_size(len(self._marks)))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_score_strip(painter_for(self), QPointF(0, 1), self._marks)


class TotalBar(QWidget):
    """A total that is an interval: solid up to what is known, hatched up to what may still come."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(10)
        self.setMinimumWidth(80)
        self.set_total(0, 0, 1)

    def set_total(self, low: int, high: int, maximum: int, token: str = "score_2") -> None:
        """Show ``low`` to ``high`` out of ``maximum`` in the colour of a token (that of the band)."""
        self._low, self._high, self._maximum, self._token = low, high, max(1, maximum), token
        words = _("{low} out of {maximum}") if low == high else _("{low} to {high} out of {maximum}")
        self.setAccessibleName(words.format(low=low, high=high, maximum=maximum))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = painter_for(self)
        rect = QRectF(self.rect())
        fill_round(painter, rect, look.colour("line"), radius=rect.height() / 2)
        colour = look.colour(self._token)
        self._paint_share(painter, rect, self._high, QBrush(_hatched(colour, look.colour("surface"), self)))
        self._paint_share(painter, rect, self._low, QBrush(colour))

    def _paint_share(self, painter: QPainter, rect: QRectF, points: int, brush: QBrush) -> None:
        if points <= 0:
            return
        share = QRectF(rect)
        share.setWidth(rect.width() * min(points, self._maximum) / self._maximum)
        painter.save()
        painter.setClipRect(share)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(brush)
        painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
        painter.restore()


def _hatched(colour: QColor, ground: QColor, widget: QWidget) -> QPixmap:
    """A tile of slanted stripes, half ``colour`` and half a pale mix of it with ``ground``."""
    ratio = widget.devicePixelRatioF()
    side = 10
    tile = QPixmap(round(side * ratio), round(side * ratio))
    tile.setDevicePixelRatio(ratio)
    tile.fill(_mixed(colour, ground, 0.25))
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_mixed(colour, ground, 0.5))
    half = side / 2
    painter.drawPolygon([QPointF(0, side), QPointF(side, 0), QPointF(side + half, 0), QPointF(half, side)])
    painter.drawPolygon([QPointF(-side, side), QPointF(0, 0), QPointF(half, 0), QPointF(half - side, side)])
    painter.end()
    return tile


def _mixed(colour: QColor, ground: QColor, share: float) -> QColor:
    """``share`` of ``colour``, the rest of ``ground``."""
    rest = 1 - share
    return QColor.fromRgbF(
        colour.redF() * share + ground.redF() * rest,
        colour.greenF() * share + ground.greenF() * rest,
        colour.blueF() * share + ground.blueF() * rest,
    )
