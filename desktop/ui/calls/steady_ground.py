"""What the rows of a panel stand on: none is painted anew when what stands under them takes or leaves some room."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from desktop.ui import theme


class SteadyGround(QWidget):
    """Has the colour of the card that it lies in, and stays on the screen as it is: nothing behind it is painted when
    one of its rows changes, and none of its rows when it grows or shrinks."""

    def __init__(self, scroll: QScrollArea) -> None:
        """``scroll`` is the area that it fills, and that it becomes the widget of once its rows are laid out."""
        super().__init__()
        for each in (self, scroll, scroll.viewport()):
            each.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
            each.setAttribute(Qt.WidgetAttribute.WA_StaticContents)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), theme.current().colour("surface"))
