"""Which proposals the list shows: all of them, or those of one state, each with how many there are."""

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.i18n import _, current, pgettext
from desktop.models.proposal_states import ShownState, state_label
from desktop.ui.widgets.chips import ChipButton
from desktop.ui.widgets.flow import FlowLayout


class StateFilter(QWidget):
    """One chip a state that some proposal is in; hidden where there is nothing to choose. ``changed`` says so."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("State"))
        self.value: ShownState | None = None
        """The state chosen; ``None`` for all."""
        self.chips: dict[ShownState | None, ChipButton] = {}
        row = FlowLayout(self)
        row.setContentsMargins(2, 0, 2, 8)
        for state in (None, *ShownState):
            chip = ChipButton("")
            chip.clicked.connect(lambda _checked=False, state=state: self.choose(state))
            row.addWidget(chip)
            self.chips[state] = chip

    def show_states(self, states: Iterable[ShownState]) -> None:
        """Count them; a state that none is in any more gives way to all."""
        found = Counter(states)
        if self.value not in found:
            self.value = None
        for state, chip in self.chips.items():
            count = found[state] if state else sum(found.values())
            words = state_label(state) if state else pgettext("proposals", "All")
            text = _("{state} · {count}").format(state=words, count=current().number(count))
            chip.setText(text)
            chip.setAccessibleName(text)
            chip.setVisible(state is None or count > 0)
            chip.setChecked(state is self.value)
            chip.updateGeometry()
        self.setVisible(len(found) > 1)

    def choose(self, state: ShownState | None) -> None:
        """Show the proposals of one state, or all."""
        self.value = state
        for key, chip in self.chips.items():
            chip.setChecked(key is state)
        self.changed.emit()
