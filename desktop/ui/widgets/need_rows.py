"""A list of quotes painted row by row, for the needs of a prospect and for the words that state none yet."""

import uuid
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.ui import theme
from desktop.ui.icons import paint_icon
from desktop.ui.widgets.painting import fill_round, focus_ring

_ROW = Qt.ItemDataRole.UserRole
_MOST_SIGNS = 240
"""A longer quote is cut in the list; it is whole beside it."""
_LEFT, _TOP, _GAP, _SIDE = 12, 10, 12, 104
_RANK = 24
_WRAP = Qt.TextFlag.TextWordWrap

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class QuoteRow:
    """What one row shows, already in words."""

    key: uuid.UUID
    quote: str
    below: str
    """Who said it and when."""
    rank: str = ""
    statement: str = ""
    figures: str = ""
    kind: str = ""
    confirmed: str = ""
    """"Confirmed", when it is."""

    @property
    def spoken(self) -> str:
        """The whole row, to be read aloud."""
        parts = (self.rank, self.kind, self.statement, self.quote, self.below, self.figures, self.confirmed)
        return ", ".join(part for part in parts if part)

    def lines(self) -> list[tuple[str, str, str]]:
        """The text from top to bottom: font, colour, words."""
        quote = self.quote if len(self.quote) <= _MOST_SIGNS else f"{self.quote[:_MOST_SIGNS].rstrip()}…"
        lines = [
            ("medium", "text", self.statement),
            ("body", "text", quote),
            ("small", "muted", self.below),
            ("label", "accent", self.figures),
        ]
        return [line for line in lines if line[2]]


class QuoteList(QListWidget):
    """Arrows go through the rows; the other keys are ``pressed`` by name, for the owner to act on.

    ``passed`` is sent with -1 or 1 when an arrow would leave the list.
    """

    pressed = Signal(str)
    passed = Signal(int)

    _KEYS = {
        (Qt.Key.Key_Return, False, False): "open",
        (Qt.Key.Key_Enter, False, False): "open",
        (Qt.Key.Key_Return, False, True): "attach",
        (Qt.Key.Key_Enter, False, True): "attach",
        (Qt.Key.Key_Space, False, False): "confirm",
        (Qt.Key.Key_Delete, False, False): "remove",
        (Qt.Key.Key_M, False, False): "merge",
        (Qt.Key.Key_Up, True, False): "up",
        (Qt.Key.Key_Down, True, False): "down",
    }

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[QuoteRow] = []
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setItemDelegate(_RowDelegate(self))
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)

    def show_rows(self, rows: list[QuoteRow]) -> None:
        """Show these rows; the one that was current stays so, or else the one now in its place."""
        if rows == self._rows:
            return
        self._rows = rows
        place, key = self.currentRow(), self.current_key()
        blocked = QSignalBlocker(self)
        self.clear()
        for row in rows:
            item = QListWidgetItem()
            item.setData(_ROW, row)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, row.spoken)
            self.addItem(item)
        blocked.unblock()
        keys = [row.key for row in rows]
        self.setCurrentRow(keys.index(key) if key in keys else min(max(place, 0), len(rows) - 1))

    def current_key(self) -> uuid.UUID | None:
        """The key of the current row; ``None`` in an empty list."""
        item = self.currentItem()
        return item.data(_ROW).key if item else None

    def select(self, key: uuid.UUID) -> bool:
        """Make a row current. False when the list has no such row."""
        for place in range(self.count()):
            if self.item(place).data(_ROW).key == key:
                self.setCurrentRow(place)
                return True
        return False

    def rows(self) -> list[QuoteRow]:
        """What is shown, from top to bottom."""
        return [self.item(place).data(_ROW) for place in range(self.count())]

    def event(self, event: QEvent) -> bool:
        # Alt+↓ skips a question elsewhere in the call: here the keys of the list come first.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._meaning(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if meaning := self._meaning(event):
            self.pressed.emit(meaning)
            return
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if step and not 0 <= self.currentRow() + step < self.count():
            self.passed.emit(step)
            return
        super().keyPressEvent(event)

    def _meaning(self, event: QKeyEvent) -> str:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        alt, shift = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
        if modifiers & ~(alt | shift):
            return ""
        return self._KEYS.get((Qt.Key(event.key()), bool(modifiers & alt), bool(modifiers & shift)), "")


class _RowDelegate(QStyledItemDelegate):
    """Rank, words, then kind and whether it is confirmed at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: QuoteRow = index.data(_ROW)
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QListWidget) else option.rect.width()
        height = sum(_height(kind, words, self._text_width(row, width)) for kind, _ink, words in row.lines())
        side = (24 if row.kind else 0) + (22 if row.confirmed else 0)
        return QSize(width, max(height + 2 * (len(row.lines()) - 1), side) + 2 * _TOP)

    @staticmethod
    def _text_width(row: QuoteRow, width: int) -> int:
        rank = _RANK if row.rank else 0
        side = _SIDE + _GAP if row.kind else 0
        return max(60, width - 2 * _LEFT - rank - side)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: QuoteRow = index.data(_ROW)
        look, rect = theme.current(), option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        view = self.parent()
        focused = isinstance(view, QListWidget) and view.hasFocus()
        ground = QRectF(rect).adjusted(0, 1, -1, -2)
        if selected and focused:
            fill_round(painter, ground, look.colour("accent_soft"), radius=theme.RADIUS)
            focus_ring(painter, ground, theme.RADIUS)
        elif (selected and row.rank) or option.state & QStyle.StateFlag.State_MouseOver:
            fill_round(painter, ground, look.colour("hover"), radius=theme.RADIUS)
        painter.fillRect(rect.left() + _LEFT, rect.bottom(), rect.width() - 2 * _LEFT, 1, look.colour("line"))
        left, top = rect.left() + _LEFT, rect.top() + _TOP
        if row.rank:
            _draw(painter, "strong", "accent", row.rank, QRect(left, top, _RANK, 20))
            left += _RANK
        width = self._text_width(row, rect.width())
        for kind, ink, words in row.lines():
            height = _height(kind, words, width)
            _draw(painter, kind, ink, words, QRect(left, top, width, height))
            top += height + 2
        self._paint_side(painter, row, QRect(rect.right() - _LEFT - _SIDE, rect.top() + _TOP, _SIDE, rect.height()))
        painter.restore()

    @staticmethod
    def _paint_side(painter: QPainter, row: QuoteRow, side: QRect) -> None:
        look = theme.current()
        if row.kind:
            font = theme.font("small")
            width = min(QFontMetricsF(font).horizontalAdvance(row.kind) + 18, side.width())
            chip = QRectF(side.right() + 1 - width, side.top(), width, 20)
            fill_round(painter, chip, look.colour("chip"), radius=10)
            painter.setFont(font)
            painter.setPen(look.colour("muted"))
            painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, row.kind)
        if row.confirmed:
            font = theme.font("label")
            width = QFontMetricsF(font).horizontalAdvance(row.confirmed)
            words = QRectF(side.right() + 1 - width, side.top() + 24, width + 1, 18)
            paint_icon(painter, QRectF(words.left() - 18, words.top() + 2, 14, 14), "check", "ok")
            painter.setFont(font)
            painter.setPen(look.colour("ok"))
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, row.confirmed)


def _font(kind: str) -> QFont:
    return theme.font(kind)


def _height(kind: str, words: str, width: int) -> int:
    return _height_in(_font(kind), words, width)


# Every quote of both lists is measured each time that one of them changes.
@lru_cache(maxsize=1024)
def _height_in(font: QFont, words: str, width: int) -> int:
    return QFontMetrics(font).boundingRect(QRect(0, 0, width, 10_000), _WRAP, words).height()


def _draw(painter: QPainter, kind: str, ink: str, words: str, rect: QRect) -> None:
    painter.setFont(_font(kind))
    painter.setPen(theme.current().colour(ink))
    painter.drawText(rect, _WRAP, words)
