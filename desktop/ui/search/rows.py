"""The list of what was found: headings, and rows of two painted lines."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.i18n import _
from desktop.services.found_things import Found, FoundKind
from desktop.services.search import Results
from desktop.ui import theme
from desktop.ui.icons import paint_icon
from desktop.ui.widgets.found_words import ICONS, first_line, group_title, second_line
from desktop.ui.widgets.marked_text import paint_marked
from desktop.ui.widgets.painting import fill_round

_ROW, _HEADING = 50, 34
_DATA = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class More:
    """The row that asks for more of a kind."""

    kind: FoundKind


class FoundList(QListWidget):
    """Rows of ``Found``, grouped by kind; headings are passed over."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Results"))
        self.setItemDelegate(_FoundDelegate(self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.words: tuple[str, ...] = ()

    def show_results(self, results: Results, zone: ZoneInfo) -> None:
        """Show these; the row at hand stays so when it is still there."""
        current = self.current()
        self.words = results.words
        self.blockSignals(True)
        self.clear()
        for group in results.groups:
            heading = QListWidgetItem(group_title(group.kind))
            heading.setFlags(Qt.ItemFlag.NoItemFlags)
            self.addItem(heading)
            for found in group.found:
                self._add(
                    f"{first_line(found)}, {second_line(found, zone)}".rstrip(", "), (found, second_line(found, zone))
                )
            if group.more:
                self._add(_("More of these"), (More(group.kind), ""))
        self.blockSignals(False)
        kept = getattr(current, "key", None)
        there = (place for place in range(self.count()) if kept and getattr(self._at(place), "key", None) == kept)
        self.setCurrentRow(next(there, self._next(-1, 1)))

    def current(self) -> Found | More | None:
        """What the row at hand is of."""
        return self._at(self.currentRow())

    def move_by(self, step: int) -> None:
        """Go to the next row that is no heading, or ``step`` rows away and on to such a one."""
        way = 1 if step > 0 else -1
        aimed = max(0, min(self.count() - 1, self.currentRow() + step))
        place = self._next(aimed - way, way)
        if place < 0:
            place = self._next(aimed, -way)
        if place >= 0:
            self.setCurrentRow(place)
            if self._next(place, -1) < 0:
                self.scrollToTop()

    def _add(self, told: str, data: tuple[Found | More, str]) -> None:
        item = QListWidgetItem(told)
        item.setData(_DATA, data)
        self.addItem(item)

    def _at(self, place: int) -> Found | More | None:
        item = self.item(place) if 0 <= place < self.count() else None
        data = item.data(_DATA) if item is not None else None
        return data[0] if data else None

    def _next(self, place: int, step: int) -> int:
        place += step
        while 0 <= place < self.count():
            if self._at(place) is not None:
                return place
            place += step
        return -1


class _FoundDelegate(QStyledItemDelegate):
    def __init__(self, shown: FoundList) -> None:
        super().__init__(shown)
        self._list = shown

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        data = index.data(_DATA)
        if data is None:
            return QSize(200, _HEADING)
        return QSize(200, theme.metrics().line(_HEADING if isinstance(data[0], More) else _ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect).adjusted(8, 1, -8, -1)
        data, look = index.data(_DATA), theme.current()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            fill_round(painter, rect, look.colour("accent_soft"))
        ink = "accent" if chosen else "muted"
        if data is None:
            paint_marked(painter, rect.adjusted(10, 8, -10, 0), str(index.data()), (), theme.font("label"), "muted")
        elif isinstance(data[0], More):
            room = rect.adjusted(38, 0, -10, 0)
            paint_marked(painter, room, str(index.data()), (), theme.font("small"), "accent")
        else:
            self._paint_found(painter, rect, data[0], data[1], ink)
        painter.restore()

    def _paint_found(self, painter: QPainter, rect: QRectF, found: Found, below: str, ink: str) -> None:
        middle = rect.center().y()
        paint_icon(painter, QRectF(rect.left() + 10, middle - 8, 16, 16), ICONS[found.kind], ink)
        first = QRectF(rect.left() + 38, middle - 21, rect.width() - 48, 21)
        words, text = self._list.words, first_line(found)
        if not below:
            first.moveTop(middle - first.height() / 2)
        paint_marked(painter, first, text, words, theme.font("medium"), "text")
        if below:
            paint_marked(painter, first.translated(0, 21), below, words, theme.font("small"), "muted")
