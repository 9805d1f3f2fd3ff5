"""The list of prospects on the screen: its columns as far as there is room, and the squares of the rows in sight."""

from contextlib import suppress

from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from desktop.errors import UserError
from desktop.i18n import _
from desktop.services.prospect_choice import Order, Sorting
from desktop.ui.prospects import columns
from desktop.ui.prospects.columns import BESIDE, ORDERS, WIDE, WIDTHS, Column, Layout
from desktop.ui.prospects.delegate import ProspectDelegate, row_height
from desktop.ui.prospects.item_model import ProspectItemModel

_ROOM_FOR_NAME = 150
# What a narrow list gives up, first first.
_GIVEN_UP = (Column.AMOUNT, Column.HEAT, Column.QUALIFICATION)


class ProspectTable(QTableView):
    """Shows a ``ProspectItemModel``, one prospect at hand, several selected."""

    words_wanted = Signal(object, str)
    """The key of a prospect and the criterion whose square was clicked; "" for the one that needs its words most."""
    edit_wanted = Signal(object)
    """The column of the row at hand that was clicked twice."""
    laid_out = Signal(object)
    """The rep chose other columns, another order or other widths: the ``Layout``."""
    sorting_wanted = Signal(object)
    """The ``Sorting`` that a click on a header asks for."""

    def __init__(self, model: ProspectItemModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._layout = Layout()
        self._laying_out = False
        self._drawn = ProspectDelegate(self)
        self._drawn.squares_clicked.connect(self.words_wanted)
        self.setAccessibleName(_("Prospects"))
        self.setModel(model)
        self.setItemDelegate(self._drawn)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        self._make_headers()
        self.show_layout(self._layout)

    def _make_headers(self) -> None:
        rows, header = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setDefaultSectionSize(row_height())
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setAccessibleName(_("Columns"))
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setMinimumSectionSize(40)
        header.sectionClicked.connect(self._sort_by)
        header.sectionMoved.connect(lambda *_: self._moved())
        header.sectionResized.connect(lambda section, _old, width: self._resized(Column(section), width))
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(
            lambda point: self.columns_menu().popup(header.mapToGlobal(QPoint(point)))
        )

    # The columns

    @property
    def layout_shown(self) -> Layout:
        """How it is laid out."""
        return self._layout

    def show_layout(self, layout: Layout) -> None:
        """Lay the columns out: those of the list alone, or what a list beside a file has room for."""
        self._layout = layout
        self._model.alone = layout.wide
        self._laying_out = True
        header = self.horizontalHeader()
        header.setSectionsMovable(layout.wide)
        shown = layout.shown if layout.wide else BESIDE
        order = [*shown, *(each for each in Column if each not in shown)]
        for place, column in enumerate(order):
            header.moveSection(header.visualIndex(column), place)
            fixed = QHeaderView.ResizeMode.Interactive if layout.wide else QHeaderView.ResizeMode.Fixed
            header.setSectionResizeMode(column, fixed)
            header.resizeSection(column, layout.width(column) if layout.wide else WIDTHS[column])
            self.setColumnHidden(column, column not in shown)
        if not layout.wide:
            header.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if layout.wide else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setHorizontalScrollBarPolicy(policy)
        self._show_sorting(layout.sorting)
        self._laying_out = False
        self._fit_columns()

    def columns_menu(self) -> QMenu:
        """Which columns the list has when it is alone, those that it has ticked."""
        menu = QMenu(self)
        for column in WIDE[1:]:
            act = menu.addAction(columns.title(column))
            act.setCheckable(True)
            act.setChecked(column in self._layout.shown)
            act.triggered.connect(lambda _checked=False, column=column: self._choose(self._layout.toggled(column)))
        menu.addSeparator()
        menu.addAction(_("As at first")).triggered.connect(
            lambda: self._choose(Layout(wide=self._layout.wide, sorting=self._layout.sorting))
        )
        return menu

    def shown_columns(self) -> list[Column]:
        """From left to right."""
        header = self.horizontalHeader()
        order = (Column(header.logicalIndex(place)) for place in range(header.count()))
        return [each for each in order if not self.isColumnHidden(each)]

    def _choose(self, layout: Layout) -> None:
        self.show_layout(layout)
        self.laid_out.emit(layout)

    def _moved(self) -> None:
        if not self._laying_out:
            self._choose(Layout(True, tuple(self.shown_columns()), self._layout.widths, self._layout.sorting))

    def _resized(self, column: Column, width: int) -> None:
        if not self._laying_out and self._layout.wide and width:
            self._layout = self._layout.with_width(column, width)
            self.laid_out.emit(self._layout)

    def _fit_columns(self) -> None:
        """Beside a file, give up the last columns rather than the names."""
        if self._layout.wide:
            self._fill_room()
            return
        room = self.width() - _ROOM_FOR_NAME
        fixed = BESIDE[1:]
        wanted = sum(WIDTHS[column] for column in fixed)
        for column in _GIVEN_UP:
            self.setColumnHidden(column, wanted > room)
            if wanted > room:
                wanted -= WIDTHS[column]

    def _fill_room(self) -> None:
        """What the columns of a list alone leave free goes to the names, unless the rep chose their width."""
        if Column.NAME in self._layout.widths:
            return
        others = sum(self.columnWidth(each) for each in self.shown_columns() if each is not Column.NAME)
        self._laying_out = True
        room = self.viewport().width() - others
        self.horizontalHeader().resizeSection(Column.NAME, max(WIDTHS[Column.NAME], room))
        self._laying_out = False

    # The order

    def _sort_by(self, section: int) -> None:
        """By that column; once more, from its end; a third time, as they come."""
        order, now = ORDERS.get(Column(section)), self._model.sorting
        if order is None:
            return
        if now.order is not order:
            self.sorting_wanted.emit(Sorting(order))
        else:
            self.sorting_wanted.emit(Sorting() if now.reverse else Sorting(order, reverse=True))

    def _show_sorting(self, sorting: Sorting) -> None:
        header = self.horizontalHeader()
        column = next((each for each, order in ORDERS.items() if order is sorting.order), None)
        header.setSortIndicatorShown(column is not None)
        if column is not None:
            falls = sorting.order in (Order.QUALIFICATION, Order.HEAT, Order.AMOUNT, Order.NEWS)
            down = falls is not sorting.reverse
            header.setSortIndicator(column, Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder)

    # The rows

    def rows_in_sight(self) -> range:
        """The places of the rows that the window shows, whole or in part."""
        first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        return range(max(0, first), last + 1 if last >= 0 else self._model.rowCount())

    def selected_places(self) -> list[int]:
        """The places of the rows selected, from the top."""
        return sorted({index.row() for index in self.selectionModel().selectedRows()})

    def paintEvent(self, event: QPaintEvent) -> None:
        # Here, and not as rows are read: only what is looked at costs anything, and nothing is drawn twice.
        if not self.isColumnHidden(Column.QUALIFICATION):
            # What failed is told by whatever else the page does; a list without its squares is still one.
            with suppress(UserError):
                self._model.see(self.rows_in_sight())
        super().paintEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Space and control and not shift:
            # One more, or one fewer, without losing the others.
            flags = QItemSelectionModel.SelectionFlag.Toggle | QItemSelectionModel.SelectionFlag.Rows
            self.selectionModel().select(self.currentIndex(), flags)
            return
        super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        asks = self._drawn.asked_at(event.position(), self.visualRect(index), index) is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if asks else Qt.CursorShape.ArrowCursor)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() is Qt.MouseButton.LeftButton:
            self.edit_wanted.emit(Column(index.column()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.verticalHeader().setDefaultSectionSize(row_height())
