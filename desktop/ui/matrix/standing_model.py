"""The prospects of a place as Qt asks for them: their keys a page at a time, and the rows that are looked at."""

import uuid
from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.i18n import _
from desktop.services.matrix_board import PAGE, StandingRow, seen
from desktop.services.strips import Strip
from desktop.ui.matrix import words
from desktop.ui.widgets.heat import heat_word
from desktop.ui.widgets.labels import plain_tip
from desktop.ui.widgets.score_strip import said_marks
from desktop.ui.workspace import Workspace

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
Reader = Callable[[int, int], Sequence[uuid.UUID]]
"""Gives the keys of a page: how many at most, after how many."""


class StandingModel(QAbstractListModel):
    """What a ``Reader`` finds; rows and scores are read when they come in sight."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._read: Reader = lambda _limit, _offset: ()
        self._ids: list[uuid.UUID] = []
        self._rows: dict[uuid.UUID, StandingRow] = {}
        self._strips: dict[uuid.UUID, Strip] = {}
        self._more = False

    def show_of(self, read: Reader) -> None:
        """Show other prospects."""
        self._read = read
        self._fill(PAGE)

    def read_again(self) -> None:
        """After a change: the same, as far as they had been read."""
        self._fill(max(PAGE, len(self._ids)))

    def key_at(self, place: int) -> uuid.UUID:
        """The prospect at that place."""
        return self._ids[place]

    def place_of(self, prospect_id: uuid.UUID) -> int | None:
        """Where a prospect is among those read so far."""
        return self._ids.index(prospect_id) if prospect_id in self._ids else None

    def row(self, place: int) -> StandingRow | None:
        """The row at that place, once it was in sight."""
        return self._rows.get(self._ids[place])

    def strip(self, place: int) -> Strip | None:
        """The scores of the row at that place, once it was in sight; ``None`` before a call."""
        return self._strips.get(self._ids[place])

    def see(self, places: range) -> None:
        """Read the rows at these places, those that are not known yet, all at once."""
        unread = [each for each in self._ids[places.start : places.stop] if each not in self._rows]
        if unread:
            rows, known = self._workspace.ask(seen, unread)
            self._rows |= {row.id: row for row in rows}
            self._strips |= known

    @property
    def today(self) -> date:
        """The day from which dates are said."""
        return self._workspace.clock.today()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def canFetchMore(self, parent: Index) -> bool:
        return self._more and not parent.isValid()

    def fetchMore(self, parent: Index) -> None:
        if not self.canFetchMore(parent):
            return
        found = self._read(PAGE, len(self._ids))
        self._more = len(found) == PAGE
        shown = set(self._ids)
        fresh = [each for each in found if each not in shown]
        if fresh:
            self.beginInsertRows(QModelIndex(), len(self._ids), len(self._ids) + len(fresh) - 1)
            self._ids += fresh
            self.endInsertRows()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        wanted = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
        if not index.isValid() or index.row() >= len(self._ids) or role not in wanted:
            return None
        self.see(range(index.row(), index.row() + 1))
        row = self.row(index.row())
        if row is None:
            return ""  # removed meanwhile; the next reading leaves it out
        names = " · ".join(each for each in (row.name, row.contact) if each)
        if role == Qt.ItemDataRole.DisplayRole:
            return names
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(names)
        return self._said(names, row, self.strip(index.row()))

    def _said(self, names: str, row: StandingRow, strip: Strip | None) -> str:
        step = words.due(row.due_local, self.today)
        parts = [names, words.total(row), heat_word(row.heat) if row.heat else "", words.money(row.amount)]
        parts.append(_("Next step: {date}").format(date=step))
        if strip is not None:
            parts += said_marks(strip.marks, strip.names, strip.to_prove)
        return " · ".join(part for part in parts if part)

    def _fill(self, limit: int) -> None:
        found = list(self._read(limit, 0))
        self.beginResetModel()
        self._ids, self._more = found, len(found) == limit
        self._rows.clear()
        self._strips.clear()
        self.endResetModel()
