"""What a cell of the matrix calls for, in the rep's own terms: words, channel, delay, document, cadence."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QSpinBox, QWidget

from desktop.errors import UserError
from desktop.i18n import _, pgettext
from desktop.models.cadences import Cadence
from desktop.models.followup_kinds import Channel, channel_label
from desktop.models.matrix import SHIPPED, Cell, ProposalKind, action
from desktop.services.matrix_cells import LONGEST_ACTION, LONGEST_DELAY
from desktop.ui.matrix import words
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.choice_chips import ChoiceChips
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.popover import Popover

_KINDS: tuple[ProposalKind, ...] = ("none", "preproposal", "full")
WIDTH = 420


class CellPopover(Popover):
    """Edits one cell; ``saved`` may raise ``UserError``, said under the action."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_("Change this cell"), parent)
        self._cell: Cell | None = None
        self._save: Callable[[Cell], object] | None = None
        self._reset: Callable[[Cell], object] | None = None
        self.action = QLineEdit()
        self.action.setMaxLength(LONGEST_ACTION)
        self.action_field = Field(_("Action"), self.action)
        self.channel = ChoiceChips(_("Channel"), [(each.value, channel_label(each)) for each in Channel])
        self.delay = QSpinBox()
        self.delay.setRange(1, LONGEST_DELAY)
        self.document, self.cadence = QComboBox(), QComboBox()
        for kind in _KINDS:
            self.document.addItem(words.document(kind), kind)
        self.reset = Button(_("As it was at first"), "quiet", icon_name="undo-2")
        self.reset.clicked.connect(self._put_back)
        self._lay_out()

    def _lay_out(self) -> None:
        self.column.addWidget(self.action_field)
        self.column.addWidget(Field(_("Channel"), self.channel))
        for box, name in ((self.document, _("Furthest document")), (self.cadence, _("Cadence"))):
            box.view().setAccessibleName(name)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Field(_("Delay (working days)"), self.delay), 1)
        row.addWidget(Field(_("Furthest document"), self.document), 1)
        self.column.addLayout(row)
        self.column.addWidget(Field(_("Cadence"), self.cadence))
        self.column.addWidget(self.reset)
        self.go = self.buttons(_("Save"), self._accept)
        self.action.returnPressed.connect(self._accept)

    def open_for(
        self,
        anchor: QWidget,
        cell: Cell,
        cadences: Sequence[Cadence],
        save: Callable[[Cell], object],
        reset: Callable[[Cell], object],
    ) -> None:
        """Ask under ``anchor`` what a cell is to be; ``cadences`` are those to choose from."""
        self._cell, self._save, self._reset = cell, save, reset
        shipped = SHIPPED[cell.band, cell.heat]
        self.heading.setText(words.place_name((cell.band, cell.heat)))
        self.action.setText(action(cell))
        self.action.setPlaceholderText(action(shipped))
        self.action_field.set_error("")
        self.channel.set_value(cell.channel)
        self.delay.setValue(cell.delay_days)
        self.document.setCurrentIndex(_KINDS.index(cell.proposal))
        self.cadence.clear()
        self.cadence.addItem(pgettext("cadence", "None"), "")
        for each in cadences:
            self.cadence.addItem(each.name, each.key)
        if self.cadence.findData(cell.cadence) < 0:
            self.cadence.addItem(cell.cadence, cell.cadence)  # archived since: kept until the rep says otherwise
        self.cadence.setCurrentIndex(self.cadence.findData(cell.cadence))
        self.reset.setVisible(cell != shipped)
        self.show_at(anchor, WIDTH)
        self.action.setFocus()
        self.action.selectAll()

    def value(self) -> Cell:
        """The cell as it is on the screen."""
        assert self._cell is not None
        return replace(
            self._cell,
            action=self.action.text(),
            channel=Channel(self.channel.value),
            delay_days=self.delay.value(),
            proposal=self.document.currentData(),
            cadence=self.cadence.currentData(),
        )

    def _accept(self) -> None:
        if self._save is not None:
            self.delay.interpretText()
            self._do(self._save, self.value())

    def _put_back(self) -> None:
        if self._reset is not None and self._cell is not None:
            self._do(self._reset, self._cell)

    def _do(self, act: Callable[[Cell], object], cell: Cell) -> None:
        try:
            act(cell)
        except UserError as error:
            self.action_field.set_error(str(error))
        else:
            self.close()
