"""A place whose room is given from outside: what changes within is laid out within, and nothing around it is."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget


class OwnRoom(QWidget):
    """Keeps one widget as large as itself.

    It has no layout, at which Qt stops passing on that something within asks for other room: up to the window, every
    widget around would be measured anew at each key. Its owner says how large it is.
    """

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = content
        content.setParent(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._content.resize(event.size())
