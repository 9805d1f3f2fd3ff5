"""The list of prospects as Qt asks for it: a page at a time, so that a hundred thousand open as fast as ten."""

import uuid

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.services.prospect_choice import LATEST, Sorting
from desktop.services.prospect_filters import NO_FILTER, ProspectFilter
from desktop.services.prospect_rows import PAGE, ProspectRow, prospect_rows, rows_of
from desktop.services.strips import Strip, strips
from desktop.ui.prospects import columns
from desktop.ui.prospects.cells import cell, said
from desktop.ui.prospects.columns import Column as Column
from desktop.ui.widgets.labels import plain_tip
from desktop.ui.workspace import Workspace

Index = QModelIndex | QPersistentModelIndex
LATE = Qt.ItemDataRole.UserRole
"""Whether the next step is late."""
_ROOT = QModelIndex()


class ProspectItemModel(QAbstractTableModel):
    """The prospects that a filter chooses and whose words begin like those looked for, sorted as asked."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._text = ""
        self._filter, self._sorting = NO_FILTER, LATEST
        self.alone = False
        """Whether the list is alone on the page: each thing has its column, and a row one line."""
        self._rows: list[ProspectRow] = []
        self._strips: dict[uuid.UUID, Strip] = {}
        self._more = False

    @property
    def text(self) -> str:
        """What is looked for."""
        return self._text

    @property
    def chosen_by(self) -> ProspectFilter:
        """What the list is filtered by, the words left out."""
        return self._filter

    @property
    def sorting(self) -> Sorting:
        """How it is sorted."""
        return self._sorting

    @property
    def is_whole(self) -> bool:
        """Every match has been read: ``rowCount`` is how many there are."""
        return not self._more

    def look_for(self, text: str) -> None:
        """Show the prospects that match ``text``; all of them for ""."""
        self._text = text
        self._read(PAGE)

    def choose(self, chosen_by: ProspectFilter, sorting: Sorting, text: str) -> None:
        """Show those of a filter that match ``text``, in an order."""
        self._filter, self._sorting, self._text = chosen_by, sorting, text
        self._read(PAGE)

    def read_in_place(self) -> None:
        """After a change made in the list: the same rows where they stand, whatever the filter now says of them."""
        keys = [row.id for row in self._rows]
        found = {row.id: row for row in self._workspace.ask(rows_of, keys)}
        self._strips.clear()
        self._rows = [found.get(row.id, row) for row in self._rows]
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(Column) - 1))

    def read_again(self) -> None:
        """After a change, or on arrival: the same search, as far as it had been read."""
        self._strips.clear()
        self._read(max(PAGE, len(self._rows)))

    def row_of(self, prospect_id: uuid.UUID) -> int | None:
        """Where a prospect is among the rows read so far."""
        return next((place for place, row in enumerate(self._rows) if row.id == prospect_id), None)

    def at(self, place: int) -> ProspectRow:
        """The row at that place."""
        return self._rows[place]

    def strip(self, place: int) -> Strip | None:
        """The squares of the row at that place; ``None`` before a call, and until they have been seen."""
        return self._strips.get(self._rows[place].id)

    def see(self, places: range) -> None:
        """Read the squares of the rows at these places, those that are not known yet, all at once."""
        rows = self._rows[places.start : places.stop]
        unread = [row.id for row in rows if row.band is not None and row.id not in self._strips]
        if unread:
            self._strips.update(self._workspace.ask(strips, unread))

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(Column)

    def canFetchMore(self, parent: Index) -> bool:
        return self._more and not parent.isValid()

    def fetchMore(self, parent: Index) -> None:
        if not self.canFetchMore(parent):
            return
        found = self._found(PAGE, len(self._rows))
        self._more = len(found) == PAGE
        # A prospect touched since the first page has moved to the top and pushed another one here a second time.
        shown = {row.id for row in self._rows}
        fresh = [row for row in found if row.id not in shown]
        if fresh:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(fresh) - 1)
            self._rows += fresh
            self.endInsertRows()

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section == Column.AMOUNT:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole or not 0 <= section < len(Column):
            return None
        column = Column(section)
        return "  " + columns.title(column) if column is Column.NAME else columns.title(column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row, today, zone = self._rows[index.row()], self._workspace.clock.today(), self._workspace.clock.zone
        if role == LATE:
            return row.due_local is not None and row.due_local.date() < today
        if role == Qt.ItemDataRole.DisplayRole:
            return cell(row, Column(index.column()), today, zone, alone=self.alone)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return said(row, Column(index.column()), today, zone, self._strips.get(row.id))
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == Column.NAME:
            return plain_tip(f"{row.name}\n{row.contact}" if row.contact else row.name)
        return None

    def _read(self, limit: int) -> None:
        found = self._found(limit, 0)
        self.beginResetModel()
        self._rows, self._more = found, len(found) == limit
        self.endResetModel()

    def _found(self, limit: int, offset: int) -> list[ProspectRow]:
        return self._workspace.ask(
            prospect_rows,
            self._text,
            chosen_by=self._filter,
            sorting=self._sorting,
            now=self._workspace.clock.now(),
            limit=limit,
            offset=offset,
        )
