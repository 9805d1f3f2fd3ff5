"""The list of follow-ups as Qt asks for it: sixty thousand rows long, of which only the pages on screen are read."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.i18n import current
from desktop.services.board import Line, Part
from desktop.ui.followups import words

Index = QModelIndex | QPersistentModelIndex
PAGE = 60
Fetch = Callable[[Part, int, int], tuple[Line, ...]]
"""A part, how many of its lines to skip, how many to read."""


class LineModel(QAbstractListModel):
    """Each part under a heading that cannot be chosen; ``fetch`` reads a page when a line of it is first shown."""

    def __init__(self, fetch: Fetch, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fetch = fetch
        self._counts: dict[Part, int] = {}
        self._first: dict[Part, int] = {}
        """The row of each heading."""
        self._rows = 0
        self._pages: dict[tuple[Part, int], tuple[Line, ...]] = {}
        self.today = date.min

    def set_counts(self, counts: Mapping[Part, int], today: date) -> None:
        """Show that many of each part, read anew; rows stay where they are when the numbers have not changed."""
        shown = {part: count for part, count in counts.items() if count}
        self.today = today
        self._pages.clear()
        if shown == self._counts:
            if self._rows:
                self.dataChanged.emit(self.index(0), self.index(self._rows - 1))
            return
        self.beginResetModel()
        self._counts, self._first, self._rows = shown, {}, 0
        for part, count in shown.items():
            self._first[part] = self._rows
            self._rows += count + 1
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self._rows

    def part_at(self, row: int) -> Part:
        """The part that a row belongs to, its heading included."""
        return max((first, part) for part, first in self._first.items() if first <= row)[1]

    def is_heading(self, row: int) -> bool:
        return row in self._first.values()

    def count_lines(self, first: int, last: int) -> int:
        """How many of these rows are lines."""
        return last - first + 1 - sum(first <= row <= last for row in self._first.values())

    def heading(self, row: int) -> str:
        """``En retard · 12``."""
        part = self.part_at(row)
        return f"{words.part_name(part)} · {current().number(self._counts[part])}"

    def line(self, row: int) -> Line | None:
        """What a row shows; ``None`` for a heading, and for what is gone since the lines were counted."""
        if not 0 <= row < self._rows or self.is_heading(row):
            return None
        part = self.part_at(row)
        place = row - self._first[part] - 1
        key = part, place // PAGE
        if key not in self._pages:
            self._pages[key] = self._fetch(part, key[1] * PAGE, PAGE)
        found = self._pages[key]
        return found[place % PAGE] if place % PAGE < len(found) else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.is_heading(index.row()):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if self.is_heading(index.row()):
            return self.heading(index.row())
        line = self.line(index.row())
        if line is None:
            return ""
        return words.who(line) if role == Qt.ItemDataRole.DisplayRole else words.told(line, self.today)
