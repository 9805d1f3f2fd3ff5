"""The prospect's words as a list to go through with the arrows, each linked to a score or not."""

import uuid
from dataclasses import dataclass
from datetime import date, tzinfo
from functools import cached_property, lru_cache
from typing import Protocol

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QTextLayout
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.i18n import Language, _, current
from desktop.models.evidence import Grade, grade_label
from desktop.services.evidence import Words
from desktop.ui import theme
from desktop.ui.icons import paint_icon
from desktop.ui.widgets.call_time import clock_time
from desktop.ui.widgets.painting import fill_round, focus_ring

_LINES = 6
"""Longer words end with an ellipsis: a page that was pasted must not push the others out."""
_SIDE, _ABOVE, _BOX, _AFTER_BOX, _GAP = 20.0, 8.0, 16.0, 12.0, 3.0
_HEADING = 34
_WORDS = Qt.ItemDataRole.UserRole
_GRADES = {
    Grade.ASSUMED: ("circle-help", "muted"),
    Grade.STATED: ("message-square-quote", "muted"),
    Grade.CONFIRMED: ("check", "ok"),
    Grade.DOCUMENTED: ("file-text", "ok"),
}
Index = QModelIndex | QPersistentModelIndex


class Shown(Protocol):
    """What rests on words: those that prove it, then those that could."""

    @property
    def pieces(self) -> tuple[Words, ...]: ...

    @property
    def others(self) -> tuple[Words, ...]: ...

    @property
    def all_words(self) -> tuple[Words, ...]: ...


@dataclass(frozen=True)
class _Line:
    """What an item shows; the words as Qt gives them back are this very object.

    Its texts are kept: each row is asked for them several times before it is painted.
    """

    words: Words
    zone: tzinfo
    linkable: bool = True

    @cached_property
    def quote(self) -> str:
        return _("“{words}”").format(words=" ".join(self.words.words.split()))

    @cached_property
    def typed(self) -> str:
        """The words before they were put right."""
        flat = " ".join(self.words.typed.split())
        return _("Typed: “{words}”").format(words=flat) if flat else ""

    @cached_property
    def details(self) -> str:
        """Who, when, and how it is linked where that is by hand."""
        words = self.words
        day = _short_date(words.at.astimezone(self.zone).date(), current())
        by_hand = "" if words.by_hand is None else _("linked by hand") if words.by_hand else _("set apart by hand")
        return " · ".join(part for part in (words.speaker, day, clock_time(words.offset_seconds), by_hand) if part)

    @property
    def sentence(self) -> str:
        """All of it, for a screen reader."""
        linked = "" if not self.linkable else _("linked") if self.words.linked else _("not linked")
        parts = (self.quote, grade_label(self.words.grade), linked, self.details, self.typed)
        return " · ".join(part for part in parts if part)


class _Item(QListWidgetItem):
    """Makes its sentence when it is asked for: of a hundred rows, a screen reader reads a few."""

    def __init__(self, line: _Line) -> None:
        super().__init__()
        self._line = line

    def data(self, role: int) -> object:
        if role == _WORDS:
            return self._line
        return self._line.sentence if role == Qt.ItemDataRole.DisplayRole else super().data(role)


class WordsList(QListWidget):
    """Shows the words behind a score, and those that could be. Space and a click on the box only ask.

    Not ``linkable``, it only shows: what it rests on is not said by hand.
    """

    toggled = Signal(object)
    """The ``Words`` to link or to part."""

    def __init__(self, parent: QWidget | None = None, *, linkable: bool = True) -> None:
        super().__init__(parent)
        self.linkable = linkable
        self.setItemDelegate(_WordsDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self._places: tuple[list[uuid.UUID], list[uuid.UUID]] = ([], [])

    def show_words(self, behind: Shown, zone: tzinfo, *, anew: bool) -> None:
        """Show them, the linked ones first. Not ``anew``, each stays where it was, so that Space does not move it."""
        found = {words.entry_id: words for words in behind.all_words}
        at_hand = self.current_words()
        self._places = self._placed(behind, anew)
        self.clear()
        titles = (
            _("The words behind it") if behind.pieces else _("No words about it yet"),
            _("Other words, to link if they prove it") if self._places[1] else "",
        )
        for title, places in zip(titles, self._places, strict=True):
            if title:
                self._add_heading(title)
            for entry_id in places:
                self.addItem(_Item(_Line(found[entry_id], zone, self.linkable)))
        self._go_back_to(None if anew or at_hand is None else at_hand.entry_id)

    def current_words(self) -> Words | None:
        """The words at hand; ``None`` when there are none."""
        item = self.currentItem()
        line = item.data(_WORDS) if item else None
        return line.words if isinstance(line, _Line) else None

    def wanted_height(self, most: int = 1 << 20) -> int:
        """What every line takes at this width, in logical pixels; beyond ``most``, no more lines are measured."""
        height = 2 * self.frameWidth()
        for place in range(self.count()):
            if height > most:
                break
            height += self.sizeHintForRow(place)
        return height

    def _placed(self, behind: Shown, anew: bool) -> tuple[list[uuid.UUID], list[uuid.UUID]]:
        pieces = [words.entry_id for words in behind.pieces]
        others = [words.entry_id for words in behind.others]
        if anew:
            return pieces, others
        here = {*pieces, *others}
        first, second = ([each for each in places if each in here] for places in self._places)
        known = {*first, *second}
        return (
            [*(each for each in pieces if each not in known), *first],
            [*(each for each in others if each not in known), *second],
        )

    def _add_heading(self, title: str) -> None:
        item = QListWidgetItem(title)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        self.addItem(item)

    def _go_back_to(self, entry_id: uuid.UUID | None) -> None:
        rows = [self.item(place).data(_WORDS) for place in range(self.count())]
        places: dict[uuid.UUID | None, int] = {}
        places |= {line.words.entry_id: place for place, line in enumerate(rows) if isinstance(line, _Line)}
        self.setCurrentRow(places.get(entry_id, next(iter(places.values()), -1)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        words = self.current_words()
        if key is Qt.Key.Key_Space and words is not None and self.linkable:
            self.toggled.emit(words)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._step(-1 if key is Qt.Key.Key_Up else 1)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            super().keyPressEvent(event)
        else:
            # Letters are keys of the panel, not a search in the list.
            event.ignore()

    def _step(self, step: int) -> None:
        place = self.currentRow() + step
        while 0 <= place < self.count():
            if self.item(place).flags() & Qt.ItemFlag.ItemIsSelectable:
                self.setCurrentRow(place)
                return
            place += step
        if step < 0:
            # Above the first words stands only their heading: bring it back into view.
            self.scrollToTop()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        item = self.itemAt(event.position().toPoint())
        words = self.current_words()
        on_box = event.position().x() <= _SIDE + _BOX + _AFTER_BOX / 2
        if item is not None and item is self.currentItem() and words is not None and on_box and self.linkable:
            self.toggled.emit(words)


class _WordsDelegate(QStyledItemDelegate):
    def __init__(self, words_list: WordsList) -> None:
        super().__init__(words_list)
        self._list = words_list

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line = index.data(_WORDS)
        width = self._list.viewport().width()
        if not isinstance(line, _Line):
            return QSize(width, _HEADING)
        _layout_of, height = _broken(line.quote, width - _left(line) - _SIDE)
        below = (_small_height(theme.font("small")) + _GAP) * (2 if line.typed else 1)
        return QSize(width, round(height + below + 2 * _ABOVE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(_WORDS)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect)
        if isinstance(line, _Line):
            self._paint_words(painter, rect, line, bool(option.state & QStyle.StateFlag.State_Selected))
        else:
            _write(painter, rect.adjusted(_SIDE, 10, -_SIDE, 0), str(index.data()), theme.font("label"), "muted")
        painter.restore()

    def _paint_words(self, painter: QPainter, rect: QRectF, line: _Line, chosen: bool) -> None:
        look, linked = theme.current(), line.words.linked
        inner = rect.adjusted(8, 1, -8, -1)
        if chosen:
            fill_round(painter, inner, look.colour("accent_soft"))
            if self._list.hasFocus():
                focus_ring(painter, inner)
        box = QRectF(rect.left() + _SIDE, rect.top() + _ABOVE + 2, _BOX, _BOX)
        if line.linkable:
            ground, border = ("accent", None) if linked else ("surface", look.colour("control"))
            fill_round(painter, box, look.colour(ground), border, 4)
        if line.linkable and linked:
            paint_icon(painter, box.adjusted(2, 2, -2, -2), "check", "on_accent")
        left, top = rect.left() + _left(line), rect.top() + _ABOVE
        width = rect.width() - _left(line) - _SIDE
        layout, height = _broken(line.quote, width)
        painter.setPen(look.colour("text"))
        layout.draw(painter, QPointF(left, top))
        top += height + _GAP
        small = theme.font("small", tabular=True)
        metrics = QFontMetricsF(small)
        if line.typed:
            _write(painter, QRectF(left, top, width, metrics.lineSpacing()), line.typed, small, "muted")
            top += metrics.lineSpacing() + _GAP
        self._paint_details(painter, QRectF(left, top, width, metrics.lineSpacing()), line)

    def _paint_details(self, painter: QPainter, room: QRectF, line: _Line) -> None:
        icon_name, token = _GRADES[line.words.grade]
        grade, font = grade_label(line.words.grade), theme.font("label")
        wide = QFontMetricsF(font).horizontalAdvance(grade) + 2
        side = 13.0
        at_right = QRectF(room.right() - wide, room.top(), wide, room.height())
        _write(painter, at_right, grade, font, token)
        paint_icon(
            painter, QRectF(at_right.left() - side - 4, room.center().y() - side / 2, side, side), icon_name, token
        )
        details = room.adjusted(0, 0, -(wide + side + 16), 0)
        _write(painter, details, line.details, theme.font("small", tabular=True), "muted")


@lru_cache(maxsize=256)
def _short_date(day: date, language: Language) -> str:
    """Kept: the same few days stand on every row."""
    return language.date(day, "short")


@lru_cache(maxsize=4)
def _small_height(font: QFont) -> float:
    return QFontMetricsF(font).lineSpacing()


def _left(line: _Line) -> float:
    """Where the words begin: after the box."""
    return _SIDE + _BOX + _AFTER_BOX if line.linkable else _SIDE


def _broken(text: str, width: float) -> tuple[QTextLayout, float]:
    """``text`` broken at ``width`` in the font of quotes, at most ``_LINES`` of it, and its height."""
    return _broken_in(text, width, theme.font("large"))


# A hundred quotes are measured then painted at each key: broken once, that is a few milliseconds.
@lru_cache(maxsize=256)
def _broken_in(text: str, width: float, font: QFont) -> tuple[QTextLayout, float]:
    layout, height, cut = _layout(text, font, width)
    if cut < len(text):
        layout, height, _end = _layout(text[: max(0, cut - 2)].rstrip() + "…", font, width)
    return layout, height


def _layout(text: str, font: QFont, width: float) -> tuple[QTextLayout, float, int]:
    layout = QTextLayout(text, font)
    layout.beginLayout()
    height, cut = 0.0, 0
    for _number in range(_LINES):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(1.0, width))
        line.setPosition(QPointF(0, height))
        height += line.height()
        cut = line.textStart() + line.textLength()
    layout.endLayout()
    return layout, height, cut


def _write(painter: QPainter, rect: QRectF, text: str, font: QFont, token: str) -> None:
    painter.setFont(font)
    painter.setPen(theme.current().colour(token))
    flat = " ".join(text.split())
    words = QFontMetricsF(font).elidedText(flat, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
