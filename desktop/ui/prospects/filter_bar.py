"""What the list is filtered by: a chip for each side, the filters kept under a name, and the whole said in words."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from desktop.i18n import _, current
from desktop.services.prospect_filters import NO_FILTER, ProspectFilter
from desktop.services.saved_filters import NamedFilter
from desktop.ui.actions import display_keys
from desktop.ui.prospects.facets import Facet, facets
from desktop.ui.prospects.filter_popover import FilterPopover
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.chips import ChipButton
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import PlainLabel

NUMBERED = 9
"""Filters that have a digit."""
_SAVED_WIDTH = 190
_NARROW_UNDER = 420
"""Pixels under which one chip opens every side."""


class FilterBar(QWidget):
    """Shows what ``show_filter`` says; the page asks the file, and keeps the filters."""

    changed = Signal(object)
    """The ``ProspectFilter`` that the rep asks for."""
    save_wanted = Signal()
    rename_wanted = Signal(object)
    moved = Signal(object, int)
    removed = Signal(object)

    def __init__(self, sources: Callable[[], list[str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sources = sources
        self._asked = NO_FILTER
        self._named: Sequence[NamedFilter] = ()
        self.popover: FilterPopover | None = None
        self.saved = Button("", "quiet", icon_name="funnel", name=_("Saved filters"))
        self.saved.clicked.connect(self._open_menu)
        self._chips: dict[str, ChipButton] = {}
        self._all = ChipButton(_("Filter"))
        self._all.clicked.connect(lambda: self._open(""))
        self._row = QWidget()
        flow = FlowLayout(self._row, spacing=3)
        flow.addWidget(self._all)
        for facet in facets([], NO_FILTER):
            chip = ChipButton(facet.title)
            chip.clicked.connect(lambda _checked=False, key=facet.key: self._open(key))
            self._chips[facet.key] = chip
            flow.addWidget(chip)
        self.said = PlainLabel("", "muted", wrap=True)
        self.clear = Button("", "quiet", icon_name="x", name=_("Clear the filter"))
        self.clear.clicked.connect(lambda: self.changed.emit(NO_FILTER))
        self._told = QWidget()
        told = QHBoxLayout(self._told)
        told.setContentsMargins(0, 0, 0, 0)
        told.addWidget(self.said, 1)
        told.addWidget(self.clear)
        # The page lays it out beside the words looked for: there is no room to lose here.
        self.saved.setMaximumWidth(_SAVED_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._row)
        column.addWidget(self._told)
        self._told.hide()
        self.show_filter(NO_FILTER, ())

    @property
    def asked(self) -> ProspectFilter:
        """What is shown."""
        return self._asked

    def chip(self, key: str) -> ChipButton:
        """The chip of a side; "" for the one that opens them all."""
        return self._chips[key] if key else self._all

    def show_filter(self, asked: ProspectFilter, named: Sequence[NamedFilter]) -> None:
        """Show a filter, the words left out, and the filters kept under a name."""
        self._asked, self._named = asked, named
        for facet in facets([], asked):
            chip, chosen = self._chips[facet.key], bool(facet.chosen(asked))
            chip.setChecked(chosen)
            chip.setText(facet.title)
            chip.setAccessibleName(facet.said(asked))
        self._all.setChecked(bool(asked))
        same = next((each.name for each in named if each.filter == asked), "")
        self.saved.set_text(same or _("Own choice"))
        self.said.setText(asked.sentence(current()))
        self._told.setVisible(bool(asked))

    def fit(self, width: int) -> None:
        """Where there is little room, one chip opens every side."""
        narrow = width < _NARROW_UNDER
        self._all.setVisible(narrow)
        for chip in self._chips.values():
            chip.setVisible(not narrow)

    def open_all(self) -> None:
        """Every side at once, for the keyboard."""
        self._open("")

    def menu(self) -> QMenu:
        """The filters kept under a name, and what can be done with them."""
        menu = QMenu(self)
        for place, each in enumerate(self._named):
            if each.id is not None and (place == 0 or self._named[place - 1].id is None):
                menu.addSeparator()
            keys = f"\t{display_keys(f'Ctrl+{place + 1}')}" if place < NUMBERED else ""
            act = menu.addAction(each.name.replace("&", "&&") + keys)
            act.setCheckable(True)
            act.setChecked(each.filter == self._asked)
            act.triggered.connect(lambda _checked=False, chosen=each.filter: self.changed.emit(chosen))
        menu.addSeparator()
        keep = menu.addAction(_("Save this filter…"))
        keep.setEnabled(bool(self._asked))
        keep.triggered.connect(lambda _checked=False: self.save_wanted.emit())
        own = next((each for each in self._named if each.id is not None and each.filter == self._asked), None)
        if own is not None:
            self._add_acts(menu, own)
        return menu

    def _add_acts(self, menu: QMenu, own: NamedFilter) -> None:
        menu.addAction(_("Rename…")).triggered.connect(lambda: self.rename_wanted.emit(own))
        menu.addAction(_("Move up")).triggered.connect(lambda: self.moved.emit(own, -1))
        menu.addAction(_("Move down")).triggered.connect(lambda: self.moved.emit(own, 1))
        menu.addAction(_("Remove this filter")).triggered.connect(lambda: self.removed.emit(own))

    def _open_menu(self) -> None:
        self.menu().popup(self.saved.mapToGlobal(QPoint(0, self.saved.height() + 2)))

    def _open(self, key: str) -> None:
        shown = [facet for facet in self._facets() if not key or facet.key == key]
        anchor: QWidget = self._chips[key] if key and self._chips[key].isVisible() else self._all
        if not anchor.isVisible():
            anchor = self.saved
        self.popover = FilterPopover(anchor)
        self.popover.open_for(anchor, shown, self._asked, self.changed.emit)

    def _facets(self) -> tuple[Facet, ...]:
        return facets(self._sources(), self._asked)
