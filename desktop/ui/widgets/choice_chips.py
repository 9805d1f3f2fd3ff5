"""One choice among several as chips, on as many lines as it takes."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.widgets.chips import ChipButton
from desktop.ui.widgets.flow import FlowLayout


class ChoiceChips(QWidget):
    """One choice among several, on as many lines as it takes; arrows move, Space chooses."""

    chosen = Signal(str)

    def __init__(
        self, name: str, options: Sequence[tuple[str, str]], parent: QWidget | None = None, *, numbered: bool = False
    ) -> None:
        """``options`` are ``(key, words)``; ``numbered`` shows the digit of each, which ``choose_number`` takes."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._value = ""
        row = FlowLayout(self)
        self._chips: dict[str, ChipButton] = {}
        for place, (key, words) in enumerate(options):
            chip = ChipButton(f"{place + 1}  {words}" if numbered else words, parent=self)
            chip.setAccessibleName(f"{name} · {words}")
            chip.clicked.connect(lambda _checked=False, key=key: self._choose(key))
            row.addWidget(chip)
            self._chips[key] = chip

    @property
    def value(self) -> str:
        """The key of the chosen option; "" when none is."""
        return self._value

    def set_value(self, value: str) -> None:
        """Show a choice, or none with ""."""
        self._value = value
        for key, chip in self._chips.items():
            chip.setChecked(key == value)

    def chip(self, key: str) -> ChipButton:
        """The chip of one option."""
        return self._chips[key]

    def choose_number(self, number: int) -> bool:
        """Choose the option of a digit, 1 being the first; False when there is none."""
        keys = list(self._chips)
        if not 1 <= number <= len(keys):
            return False
        self._chips[keys[number - 1]].setFocus(Qt.FocusReason.TabFocusReason)
        self._choose(keys[number - 1])
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        keys = list(self._chips)
        focused = [place for place, key in enumerate(keys) if self._chips[key].hasFocus()]
        if not step or not focused:
            super().keyPressEvent(event)
            return
        self._chips[keys[(focused[0] + step) % len(keys)]].setFocus(Qt.FocusReason.TabFocusReason)

    def _choose(self, key: str) -> None:
        self.set_value(key)
        self.chosen.emit(key)
