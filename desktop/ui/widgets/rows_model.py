"""A list of rows, each with its words and what a screen reader says of it."""

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

Index = QModelIndex | QPersistentModelIndex
Row = TypeVar("Row")


class RowsItemModel(QAbstractListModel, Generic[Row]):
    """``key`` tells whether two rows are the same one: rows that only changed are repainted, not laid out again."""

    def __init__(
        self,
        key: Callable[[Row], object],
        words: Callable[[Row], str],
        told: Callable[[Row], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._key, self._words, self._told = key, words, told
        self.rows: list[Row] = []

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these."""
        if [self._key(row) for row in rows] != [self._key(row) for row in self.rows]:
            self.beginResetModel()
            self.rows = list(rows)
            self.endResetModel()
        elif list(rows) != self.rows:
            self.rows = list(rows)
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(self.rows[index.row()])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._told(self.rows[index.row()])
        return None
