"""A panel to find one thing among several: what is typed filters, the arrows move, Enter takes it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QWidget

from desktop.ui.widgets.fields import SearchField
from desktop.ui.widgets.overlay import Overlay


class Picker(Overlay):
    """``show_list`` opens it. A panel of this kind says what is listed for what is typed, and what taking one does."""

    def __init__(self, parent: QWidget, name: str, width: int, invitation: str, listed: str) -> None:
        """``invitation`` stands in the empty field, ``listed`` names the list."""
        super().__init__(parent, name, width)
        self.field = SearchField(invitation, name)
        self.list = QListWidget()
        self.list.setAccessibleName(listed)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.content.setContentsMargins(12, 12, 12, 12)
        self.content.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self.field, 1)
        head.addWidget(self.cross())
        self.content.addLayout(head)
        self.content.addWidget(self.list, 1)
        self.field.textChanged.connect(self.fill)
        self.field.returnPressed.connect(self.take)
        self.list.itemClicked.connect(lambda _item: self.take())

    def show_list(self) -> None:
        """Show everything, with the focus in the field."""
        self.field.clear()
        self.fill("")
        self.open()
        self.field.setFocus()

    def fill(self, typed: str) -> None:
        """List what ``typed`` leaves."""
        raise NotImplementedError

    def take(self) -> None:
        """Take what is selected."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if step and self.list.count():
            self.list.setCurrentRow((self.list.currentRow() + step) % self.list.count())
            return
        super().keyPressEvent(event)
