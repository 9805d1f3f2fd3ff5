"""Every proposal, the latest touched first: the home of the page."""

import uuid
from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.i18n import _, current
from desktop.models.proposal_states import ShownState, state_label
from desktop.services.proposal_lists import ProposalRow
from desktop.ui import theme
from desktop.ui.proposals.state_filter import StateFilter
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.empty_state import EmptyState

Index = QModelIndex | QPersistentModelIndex
_ROW_HEIGHT = 40
_TOTAL = 3
_TITLE = 2
_AIR = 6


class ProposalsItemModel(QAbstractTableModel):
    """One row a proposal."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[tuple[ProposalRow, ShownState]] = []
        self._columns = (_("Number"), _("Client"), _("Title"), _("Total excl. VAT"), _("State"), _("Date"))

    def set_rows(self, rows: list[tuple[ProposalRow, ShownState]]) -> None:
        """Show other proposals, each with its state of today."""
        if rows == self._rows:
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def proposal_at(self, place: int) -> ProposalRow:
        """The proposal of a row."""
        return self._rows[place][0]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        return self._columns[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(index.column())
        if role == Qt.ItemDataRole.FontRole:
            return theme.font("strong" if index.column() == 0 else "body", tabular=True)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return _cells(*self._rows[index.row()])[index.column()]


def _alignment(column: int) -> int:
    side = Qt.AlignmentFlag.AlignRight if column == _TOTAL else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)


def _cells(row: ProposalRow, shown: ShownState) -> tuple[str, ...]:
    unpriced = "" if row.contractual else _("Pre-proposal")
    total = unpriced if row.net is None else current().money(row.net)
    state = state_label(shown)
    if row.revision:
        state = _("{state} · v{revision}").format(state=state, revision=row.revision)
    title = " ".join(row.title.split())
    return (row.number, row.client, title, total, state, current().date(row.issued_on, "short"))


class _RoomyDelegate(QStyledItemDelegate):
    """Cells that line up with the words of their header, with air between columns."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_HasFocus

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        roomy = QStyleOptionViewItem(option)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, theme.current().colour("accent_soft"))
        roomy.rect = option.rect.adjusted(_AIR, 0, -_AIR, 0)
        super().paint(painter, roomy, index)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return super().sizeHint(option, index) + QSize(4 * _AIR, 0)


class ListView(QWidget):
    """``chosen`` carries the key of a proposal to open."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.rows = ProposalsItemModel(self)
        self.table = QTableView()
        self.table.setModel(self.rows)
        self.table.setAccessibleName(_("Proposals"))
        self._dress()
        self.table.clicked.connect(lambda index: self._open(index.row()))
        self._found: list[tuple[ProposalRow, ShownState]] = []
        self.filter = StateFilter()
        self.filter.changed.connect(self._show_chosen)
        self.card = Card(margins=(6, 6, 6, 6))
        self.card.body.addWidget(self.table)
        self.empty = EmptyState(
            "file-text",
            _("No proposal yet"),
            detail=_("A proposal is born from a call: open a prospect, then “Compose a proposal”."),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(0)
        column.addWidget(self.filter)
        column.addWidget(self.card, 1)
        column.addWidget(self.empty, 1)

    def _dress(self) -> None:
        table = self.table
        table.setShowGrid(False)
        table.verticalHeader().hide()
        self._give_height()
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.setItemDelegate(_RoomyDelegate(table))
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_TITLE, QHeaderView.ResizeMode.Stretch)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._give_height()

    def _give_height(self) -> None:
        self.table.verticalHeader().setDefaultSectionSize(theme.metrics().line(_ROW_HEIGHT))

    def show_rows(self, rows: Sequence[ProposalRow], today: date) -> None:
        """Say what is on the disk; a proposal may have expired since yesterday."""
        self._found = [(row, row.shown(today)) for row in rows]
        self.filter.show_states(shown for _row, shown in self._found)
        self._show_chosen()
        self.card.setVisible(bool(rows))
        self.empty.setVisible(not rows)

    def _show_chosen(self) -> None:
        wanted = self.filter.value
        self.rows.set_rows([each for each in self._found if wanted in (None, each[1])])

    def focus_list(self) -> None:
        """Give the keyboard to the list, on its first line."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.rows.rowCount() and not self.table.currentIndex().isValid():
            self.table.selectRow(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = self.table.currentIndex().row()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and place >= 0:
            self._open(place)
            return
        super().keyPressEvent(event)

    def _open(self, place: int) -> None:
        key: uuid.UUID = self.rows.proposal_at(place).id
        self.chosen.emit(key)
