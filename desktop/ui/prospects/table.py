"""The list of prospects on the screen: its columns as far as there is room, and the squares of the rows in sight."""

from contextlib import suppress

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop.errors import UserError
from desktop.i18n import _
from desktop.ui.prospects.delegate import ProspectDelegate, row_height
from desktop.ui.prospects.item_model import Column, ProspectItemModel

_WIDTHS = {Column.QUALIFICATION: 126, Column.HEAT: 76, Column.NEXT: 122, Column.AMOUNT: 84}
_ROOM_FOR_NAME = 150
# What a narrow list gives up, first first.
_GIVEN_UP = (Column.AMOUNT, Column.HEAT, Column.QUALIFICATION)


class ProspectTable(QTableView):
    """Shows a ``ProspectItemModel``, one prospect at hand."""

    words_wanted = Signal(object, str)
    """The key of a prospect and the criterion whose square was clicked; "" for the one that needs its words most."""

    def __init__(self, model: ProspectItemModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._drawn = ProspectDelegate(self)
        self._drawn.squares_clicked.connect(self.words_wanted)
        self.setAccessibleName(_("Prospects"))
        self.setModel(model)
        self.setItemDelegate(self._drawn)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self._lay_out()

    def _lay_out(self) -> None:
        rows, header = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setDefaultSectionSize(row_height())
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, width)

    def rows_in_sight(self) -> range:
        """The places of the rows that the window shows, whole or in part."""
        first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        return range(max(0, first), last + 1 if last >= 0 else self._model.rowCount())

    def paintEvent(self, event: QPaintEvent) -> None:
        # Here, and not as rows are read: only what is looked at costs anything, and nothing is drawn twice.
        if not self.isColumnHidden(Column.QUALIFICATION):
            # What failed is told by whatever else the page does; a list without its squares is still one.
            with suppress(UserError):
                self._model.see(self.rows_in_sight())
        super().paintEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        asks = self._drawn.asked_at(event.position(), self.visualRect(index), index) is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if asks else Qt.CursorShape.ArrowCursor)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.verticalHeader().setDefaultSectionSize(row_height())

    def _fit_columns(self) -> None:
        """Give up the last columns rather than the names."""
        room = self.width() - _ROOM_FOR_NAME
        wanted = sum(_WIDTHS.values())
        for column in _GIVEN_UP:
            self.setColumnHidden(column, wanted > room)
            if wanted > room:
                wanted -= _WIDTHS[column]
