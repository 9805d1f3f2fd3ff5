"""The list of prospects with all that narrows it: words, filter, order, columns, and the rows selected together."""

import uuid

from PySide6.QtCore import QItemSelectionModel, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from desktop.i18n import _, current, ngettext
from desktop.services import prospect_choice, saved_filters
from desktop.services.prospect_choice import Sorting
from desktop.services.prospect_filters import NO_FILTER, ProspectFilter
from desktop.services.prospect_rows import sources
from desktop.services.saved_filters import NamedFilter
from desktop.ui.prospects.columns import Layout, order_title
from desktop.ui.prospects.filter_bar import FilterBar
from desktop.ui.prospects.item_model import ProspectItemModel
from desktop.ui.prospects.selection_bar import SelectionBar
from desktop.ui.prospects.table import ProspectTable
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.fields import SearchField
from desktop.ui.widgets.labels import PlainLabel
from desktop.ui.workspace import Workspace


class ProspectList(Card):
    """Reads the file by itself; tells the page who is at hand, and how the rep laid it out."""

    current_changed = Signal()
    laid_out = Signal(object)
    """Another ``Layout``: columns, widths, order."""

    def __init__(self, workspace: Workspace, layout: Layout) -> None:
        super().__init__(margins=(1, 12, 1, 8), spacing=8)
        self._workspace = workspace
        self._filter = NO_FILTER
        self._named: tuple[NamedFilter, ...] = ()
        self._all = 0
        """How many are selected by Ctrl+A, those not read yet included; 0 when the rows tell."""
        self._selecting = False
        self.search = SearchField(_("Name, sector, notes…"), _("Filter the prospects"))
        self.search.textChanged.connect(self._look_for)
        self.bar = FilterBar(lambda: workspace.ask(sources))
        self.bar.changed.connect(self._filter_chosen)
        self.selection = SelectionBar()
        self.model = ProspectItemModel(workspace, self)
        self.table = ProspectTable(self.model)
        self.found = PlainLabel("", "small")
        self._counting = QTimer(self, singleShot=True, interval=0)
        self._counting.timeout.connect(self._count)
        self._lay_out()
        self.table.show_layout(layout)
        self.model.choose(NO_FILTER, layout.sorting, "")
        self.table.laid_out.connect(self.laid_out)
        self.table.sorting_wanted.connect(self.sort)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self.current_changed.emit())
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._selected())
        self.model.rowsInserted.connect(lambda *_: self._select_more())

    def _lay_out(self) -> None:
        top, foot = QVBoxLayout(), QVBoxLayout()
        top.setContentsMargins(14, 0, 14, 0)
        top.setSpacing(8)
        first = QHBoxLayout()
        first.setSpacing(6)
        first.addWidget(self.search, 1)
        first.addWidget(self.bar.saved)
        top.addLayout(first)
        top.addWidget(self.bar)
        top.addWidget(self.selection)
        nobody = EmptyState("search", _("No prospect matches."), _("Clear the filter"), self.clear)
        self.body_stack = QStackedWidget()
        self.body_stack.addWidget(self.table)
        self.body_stack.addWidget(nobody)
        foot.setContentsMargins(14, 0, 14, 0)
        foot.addWidget(self.found)
        self.body.addLayout(top)
        self.body.addWidget(self.body_stack, 1)
        self.body.addLayout(foot)

    # What is shown

    @property
    def filter(self) -> ProspectFilter:
        """What is asked, words included."""
        return self._filter if not self.search.text() else self._with_text()

    @property
    def named(self) -> tuple[NamedFilter, ...]:
        """The filters kept under a name, in the order of their digits."""
        return self._named

    def read_names(self) -> None:
        """Read the filters kept under a name."""
        self._named = (*saved_filters.shipped(), *self._workspace.ask(saved_filters.own))
        self.bar.show_filter(self._filter, self._named)

    def read_again(self, at_hand: uuid.UUID | None) -> None:
        """After a change, or on arrival: the same question, asked again, with who was at hand and selected."""
        chosen = set(self.selected_keys()) if len(self.table.selected_places()) > 1 and not self._all else set()
        self._all = 0
        self.model.read_again()
        self.select(at_hand)
        self._say_found()
        self._select_keys(chosen)

    def show_filter(self, asked: ProspectFilter) -> None:
        """Show what a filter chooses; its words go where words are typed."""
        self._filter = asked.without_text()
        self.bar.show_filter(self._filter, self._named)
        if self.search.text() != asked.text:
            self.search.setText(asked.text)
        else:
            self._ask()

    def clear(self) -> None:
        """Every prospect again."""
        self.show_filter(NO_FILTER)

    def sort(self, sorting: Sorting) -> None:
        """Put the list in another order, and remember it."""
        self.model.choose(self._filter, sorting, self.search.text())
        layout = self.table.layout_shown
        self._remember(Layout(layout.wide, layout.shown, layout.widths, sorting))
        self._after_reading()

    def show_wide(self, wide: bool) -> None:
        """Alone on the page with all its columns, or beside a file; remembered."""
        layout = self.table.layout_shown
        self._remember(Layout(wide, layout.shown, layout.widths, layout.sorting))
        self.table.viewport().update()

    def _remember(self, layout: Layout) -> None:
        self.table.show_layout(layout)
        self.laid_out.emit(layout)

    def _filter_chosen(self, asked: ProspectFilter) -> None:
        if asked == NO_FILTER:
            self.clear()
            return
        self._filter = asked.without_text()
        self.bar.show_filter(self._filter, self._named)
        self._ask()

    def _look_for(self, _text: str) -> None:
        self._ask()

    def _ask(self) -> None:
        self._all = 0
        self.model.choose(self._filter, self.model.sorting, self.search.text())
        self._after_reading()

    def _after_reading(self) -> None:
        self.select(None)
        self._say_found()

    def _with_text(self) -> ProspectFilter:
        return ProspectFilter.from_dict({**self._filter.as_dict(), "text": self.search.text()})

    # Who is at hand

    def select(self, prospect_id: uuid.UUID | None, otherwise_first: bool = True) -> None:
        """Bring a prospect to hand, where it has been read; the first one otherwise."""
        place = self.model.row_of(prospect_id) if prospect_id else None
        if place is None and otherwise_first and self.model.rowCount():
            place = 0
        if place is None:
            self.table.selectionModel().clear()
            self.current_changed.emit()
            return
        index = self.model.index(place, 0)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.table.selectionModel().setCurrentIndex(index, flags)
        self.table.scrollTo(index)

    def at_hand(self) -> uuid.UUID | None:
        """The prospect at hand."""
        index = self.table.currentIndex()
        return self.model.at(index.row()).id if index.isValid() else None

    # Several

    def select_all(self) -> None:
        """Every prospect that the filter chooses, those not read yet included."""
        self._selecting = True
        self.table.selectAll()
        self._selecting = False
        self._all = (
            0
            if self.model.is_whole
            else self._workspace.ask(prospect_choice.count, self.filter, now=self._workspace.clock.now()).number
        )
        self._selected(keep=True)

    def selected_keys(self) -> list[uuid.UUID]:
        """Those selected, from the top; by Ctrl+A, all that the filter chooses."""
        if self._all:
            clock = self._workspace.clock
            return self._workspace.ask(
                prospect_choice.chosen, self.filter, sorting=self.model.sorting, now=clock.now(), limit=self._all
            )
        return [self.model.at(place).id for place in self.table.selected_places()]

    def _selected(self, keep: bool = False) -> None:
        if self._selecting:
            return
        if not keep:
            self._all = 0
        self.selection.show_count(self._all or len(self.table.selected_places()))

    def _select_more(self) -> None:
        """Rows read once all are selected are selected too."""
        if self._all:
            self._selecting = True
            self.table.selectAll()
            self._selecting = False

    def _select_keys(self, keys: set[uuid.UUID]) -> None:
        if not keys:
            return
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for place in range(self.model.rowCount()):
            if self.model.at(place).id in keys:
                self.table.selectionModel().select(self.model.index(place, 0), flags)

    # How many

    def _say_found(self) -> None:
        self.body_stack.setCurrentIndex(0 if self.model.rowCount() or not self.filter else 1)
        order = order_title(self.model.sorting.order)
        if not self.filter:
            self.found.setText(order)
        elif self.model.is_whole:
            self._tell(self.model.rowCount(), more=False)
        elif not self._filter:
            self._tell(self.model.rowCount(), more=True)
        else:
            # Once the list is painted: a count reads as much as the list does.
            self.found.setText("")
            self._counting.start()

    def _count(self) -> None:
        found = self._workspace.ask(prospect_choice.count, self.filter, now=self._workspace.clock.now())
        self._tell(found.number, more=found.more)

    def _tell(self, count: int, more: bool) -> None:
        shown = current().number(count)
        if more:
            self.found.setText(_("More than {count} found").format(count=shown))
        else:
            self.found.setText(ngettext("{count} found", "{count} found", count).format(count=shown))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.bar.fit(self.width())
