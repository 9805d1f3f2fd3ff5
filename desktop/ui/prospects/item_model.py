"""The list of prospects as Qt asks for it: a page at a time, so that a hundred thousand open as fast as ten."""

import uuid
from datetime import date
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.i18n import _
from desktop.services.prospect_rows import PAGE, ProspectRow, prospect_rows
from desktop.services.strips import Strip, strips
from desktop.ui.prospects import words
from desktop.ui.widgets.heat import heat_word
from desktop.ui.widgets.labels import plain_tip
from desktop.ui.widgets.score_strip import said_marks
from desktop.ui.workspace import Workspace

Index = QModelIndex | QPersistentModelIndex
LATE = Qt.ItemDataRole.UserRole
"""Whether the next step is late."""
_ROOT = QModelIndex()


class Column(IntEnum):
    NAME = 0
    QUALIFICATION = 1
    HEAT = 2
    NEXT = 3
    AMOUNT = 4


class ProspectItemModel(QAbstractTableModel):
    """The prospects whose words begin like those looked for, the latest touched first."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._text = ""
        self._rows: list[ProspectRow] = []
        self._strips: dict[uuid.UUID, Strip] = {}
        self._more = False

    @property
    def text(self) -> str:
        """What is looked for."""
        return self._text

    @property
    def is_whole(self) -> bool:
        """Every match has been read: ``rowCount`` is how many there are."""
        return not self._more

    def look_for(self, text: str) -> None:
        """Show the prospects that match ``text``; all of them for ""."""
        self._text = text
        self._read(PAGE)

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
        found = self._workspace.ask(prospect_rows, self._text, limit=PAGE, offset=len(self._rows))
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
        return {
            Column.NAME: "  " + _("Prospect"),
            Column.QUALIFICATION: _("Qualification"),
            Column.HEAT: _("Heat"),
            Column.NEXT: _("Next step"),
            Column.AMOUNT: _("Amount"),
        }[Column(section)]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row, today = self._rows[index.row()], self._workspace.clock.today()
        if role == LATE:
            return row.due_local is not None and row.due_local.date() < today
        if role == Qt.ItemDataRole.DisplayRole:
            return _cell(row, Column(index.column()), today)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _said(row, Column(index.column()), today, self._strips.get(row.id))
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == Column.NAME:
            return plain_tip(f"{row.name}\n{row.contact}" if row.contact else row.name)
        return None

    def _read(self, limit: int) -> None:
        found = self._workspace.ask(prospect_rows, self._text, limit=limit)
        self.beginResetModel()
        self._rows, self._more = found, len(found) == limit
        self.endResetModel()


def _said(row: ProspectRow, column: Column, today: date, strip: Strip | None) -> str:
    """What a screen reader says of a cell: its words, and those of its squares."""
    cell = _cell(row, column, today)
    if column is not Column.QUALIFICATION or strip is None:
        return cell
    return " · ".join((cell, *said_marks(strip.marks, strip.names, strip.to_prove)))


def _cell(row: ProspectRow, column: Column, today: date) -> str:
    match column:
        case Column.NAME:
            return " · ".join(each for each in (row.name, row.contact) if each)
        case Column.QUALIFICATION:
            return words.total(row)
        case Column.HEAT:
            return heat_word(row.heat) if row.heat else ""
        case Column.NEXT:
            return words.due(row.due_local, today) if row.due_local else _("none planned")
        case _:
            return words.shown_amount(row.amount)
