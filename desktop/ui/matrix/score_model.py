"""Prospects by criteria as Qt asks for them: rows a page at a time, scores of those that are looked at."""

import uuid

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.i18n import _
from desktop.models.grids import Criterion, Grid
from desktop.services import matrix_board, matrix_table
from desktop.services.matrix_board import Place, StandingRow
from desktop.services.strips import Strip
from desktop.ui.matrix import words
from desktop.ui.widgets.heat import heat_word
from desktop.ui.widgets.labels import plain_tip
from desktop.ui.workspace import Workspace

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_LAST = 3
"""Columns after the criteria: total, qualification, heat."""
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class ScoreModel(QAbstractTableModel):
    """A row keeps its place while its scores change: it goes to its new cell when the table is filtered again."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._grid: Grid | None = None
        self._place: Place | None = None
        self._rows: list[StandingRow] = []
        self._strips: dict[uuid.UUID, Strip] = {}
        self._seen: set[uuid.UUID] = set()
        self._then: int | None = None

    def show_of(self, place: Place | None, grid: Grid) -> None:
        """Show the prospects of a place (all of them for ``None``) that are scored on ``grid``."""
        page = self._workspace.ask(matrix_table.rows, place, grid.key)
        self.beginResetModel()
        self._place, self._grid = place, grid
        self._rows, self._then = list(page.rows), page.then
        self._strips.clear()
        self._seen.clear()
        self.endResetModel()

    def read_again(self) -> None:
        """After a change: the same rows, where they are."""
        if self._rows:
            ids = [row.id for row in self._rows]
            found = {row.id: row for row in self._workspace.ask(matrix_board.rows_by_id, ids)}
            self._rows = [found.get(row.id, row) for row in self._rows]
            self._strips.clear()
            self._seen.clear()
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, self.columnCount() - 1))

    @property
    def is_whole(self) -> bool:
        """Nothing is left to read."""
        return self._then is None

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """Those of the grid, one a column from the second on."""
        return self._grid.criteria if self._grid is not None else ()

    def criterion(self, column: int) -> Criterion | None:
        """The criterion of a column; ``None`` for the names and for what follows from the scores."""
        return self.criteria[column - 1] if 0 < column <= len(self.criteria) else None

    def at(self, place: int) -> StandingRow:
        """The row at that place."""
        return self._rows[place]

    def mark(self, index: Index) -> tuple[str, bool] | None:
        """What a score cell shows, and whether it has still to be proven; ``None`` where there is no score to give."""
        criterion, row = self.criterion(index.column()), self._rows[index.row()]
        if criterion is None:
            return None
        strip = self._strips.get(row.id)
        if strip is None or criterion.key not in strip.keys:
            return ("", False) if row.low is None else None
        place = strip.keys.index(criterion.key)
        return strip.marks[place], place in strip.to_prove

    def see(self, places: range) -> None:
        """Read the scores of the rows at these places, those that are not known yet, all at once."""
        unread = [row.id for row in self._rows[places.start : places.stop] if row.id not in self._seen]
        if unread:
            rows, known = self._workspace.ask(matrix_board.seen, unread)
            self._seen |= set(unread)
            self._strips |= known
            fresh = {row.id: row for row in rows}
            for place in places:
                self._rows[place] = fresh.get(self._rows[place].id, self._rows[place])

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else 1 + len(self.criteria) + _LAST

    def canFetchMore(self, parent: Index) -> bool:
        return self._then is not None and not parent.isValid()

    def fetchMore(self, parent: Index) -> None:
        if not self.canFetchMore(parent) or self._grid is None:
            return
        page = self._workspace.ask(matrix_table.rows, self._place, self._grid.key, start=self._then or 0)
        self._then = page.then
        shown = {row.id for row in self._rows}
        fresh = [row for row in page.rows if row.id not in shown]
        if fresh:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(fresh) - 1)
            self._rows += fresh
            self.endInsertRows()

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < self.columnCount():
            return None
        criterion = self.criterion(section)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter if criterion else LEFT
        if role == Qt.ItemDataRole.ToolTipRole and criterion is not None:
            return plain_tip("\n".join((criterion.name, *(f"{n} · {text}" for n, text in enumerate(criterion.levels)))))
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if criterion is not None:
            return criterion.name
        return (_("Prospect"), _("Total"), _("Qualification"), _("Heat"))[self._after(section)]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        wanted = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
        if not index.isValid() or index.row() >= len(self._rows) or role not in wanted:
            return None
        self.see(range(index.row(), index.row() + 1))
        row, criterion = self._rows[index.row()], self.criterion(index.column())
        if criterion is None:
            text = self._text(row, self._after(index.column()))
            return plain_tip(text) if role == Qt.ItemDataRole.ToolTipRole else text
        mark = self.mark(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return mark[0] if mark else ""
        said = _said(criterion, mark)
        return plain_tip(said) if role == Qt.ItemDataRole.ToolTipRole else f"{row.name} · {said}"

    def _after(self, column: int) -> int:
        """0 for the names, 1 to 3 for what follows the criteria."""
        return 0 if column == 0 else column - len(self.criteria)

    def _text(self, row: StandingRow, which: int) -> str:
        if which == 0:
            return " · ".join(each for each in (row.name, row.contact) if each)
        if which == 1:
            return words.total(row)
        if which == 2:
            return words.qualification(row.band, row.band_high, row.to_complete)
        return heat_word(row.heat) if row.heat else ""


def _said(criterion: Criterion, mark: tuple[str, bool] | None) -> str:
    """A cell in words: ``Budget estimé : 2, enveloppe citée (à prouver)``."""
    if mark is None:
        said = _("not in the grid of their latest call")
    elif mark[0].isdigit():
        said = f"{mark[0]}, {criterion.levels[int(mark[0])]}"
        said = _("{mark} (to prove)").format(mark=said) if mark[1] else said
    else:
        said = _("asked, unknown") if mark[0] else _("not asked")
    return _("{criterion}: {mark}").format(criterion=criterion.name, mark=said)
