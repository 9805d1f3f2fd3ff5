"""A number in a field, as the language writes it."""

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit

from desktop.ui import theme
from desktop.ui.autosave import AutoSave


class NumberEdit(QLineEdit):
    """A number at the right of its field; rewritten as the language writes it when the focus leaves."""

    def __init__(self, name: str, read: Callable[[str], Decimal], write: Callable[[Decimal], str]) -> None:
        super().__init__()
        self.read = read
        self.write = write
        self._value = Decimal(0)
        self.setAccessibleName(name)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFont(theme.font(tabular=True))

    def show_value(self, value: Decimal, save: AutoSave) -> None:
        """Show a saved number, unless the rep is typing another."""
        self._value = value
        if not self.hasFocus():
            save.show(self.write(value))

    def show_another(self, value: Decimal, save: AutoSave) -> None:
        """Show the number of another record, whatever is being typed."""
        self._value = value
        save.show_another(self.write(value))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if not self.property("invalid"):
            self.setText(self.write(self._value))
