"""The choices of one side of the list, or of all of them, ticked while the list behind follows."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.i18n import _
from desktop.services.prospect_filters import ProspectFilter
from desktop.ui.prospects.facets import Facet
from desktop.ui.undo import short
from desktop.ui.widgets.chips import ChipButton
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import PlainLabel
from desktop.ui.widgets.popover import Popover

_WIDTH = 320


class FilterPopover(Popover):
    """Chips that are ticked and unticked; ``changed`` is called at each with the filter that they make."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_("Filter"), parent)
        self._asked = ProspectFilter()
        self._changed: Callable[[ProspectFilter], object] | None = None
        self.chips: dict[tuple[str, str], ChipButton] = {}
        """By side and choice."""
        self._facets: Sequence[Facet] = ()

    def open_for(
        self,
        anchor: QWidget,
        facets: Sequence[Facet],
        asked: ProspectFilter,
        changed: Callable[[ProspectFilter], object],
    ) -> None:
        """Show the choices of ``facets`` under ``anchor``."""
        self._facets, self._asked, self._changed = facets, asked, changed
        self.heading.setText(facets[0].title if len(facets) == 1 else _("Filter"))
        for facet in facets:
            self._add(facet, named=len(facets) > 1)
        self.show_at(anchor, _WIDTH)
        if self.chips:
            next(iter(self.chips.values())).setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}.get(
            Qt.Key(event.key()), 0
        )
        chips = list(self.chips.values())
        focused = [place for place, chip in enumerate(chips) if chip.hasFocus()]
        if step and focused:
            chips[(focused[0] + step) % len(chips)].setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.close()
        else:
            super().keyPressEvent(event)

    def _add(self, facet: Facet, named: bool) -> None:
        if named:
            self.column.addWidget(PlainLabel(facet.title, "label"))
        group = QWidget()
        row = FlowLayout(group)
        chosen = facet.chosen(self._asked)
        for key, words in facet.options:
            chip = ChipButton(short(words))
            chip.setAccessibleName(_("{facet}: {choices}").format(facet=facet.title, choices=words))
            chip.setChecked(key in chosen)
            chip.clicked.connect(lambda _checked=False, facet=facet, key=key: self._toggle(facet, key))
            row.addWidget(chip)
            self.chips[facet.key, key] = chip
        if not facet.options:
            row.addWidget(PlainLabel(_("Nothing to choose from yet."), "small"))
        self.column.addWidget(group)

    def _toggle(self, facet: Facet, option: str) -> None:
        self._asked = facet.toggled(self._asked, option)
        for each in self._facets:
            chosen = each.chosen(self._asked)
            for key, _words in each.options:
                self.chips[each.key, key].setChecked(key in chosen)
        if self._changed is not None:
            self._changed(self._asked)
