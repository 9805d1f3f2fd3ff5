"""Rows one under the other, each as high as its words need: what changes in one of them lays out that one alone."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget


class StackedRows(QWidget):
    """Holds widgets as wide as itself. A box layout would measure all of them anew for each that changes.

    ``lead`` are the widgets above the rows, ``filler`` stands in the middle of what is left when there is no row.
    """

    def __init__(self, lead: QWidget, filler: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("clear", True)
        self._lead, self._filler = lead, filler
        self._rows: list[QWidget] = []
        self._height = 0
        for widget in (lead, filler):
            widget.setParent(self)

    def insert(self, place: int, row: QWidget) -> None:
        """Put a row at a place."""
        row.setParent(self)
        self._rows.insert(place, row)
        row.show()
        self._ask_for_layout()

    def remove(self, row: QWidget) -> None:
        """Take a row out; its owner deletes it."""
        self._rows.remove(row)
        row.hide()
        self._ask_for_layout()

    def sizeHint(self) -> QSize:
        return QSize(240, self._height)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._height)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.lay_out()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay_out()

    def lay_out(self) -> None:
        """Give each row its place, and say how high they are together. Rows that do not change are not touched."""
        top, width = 0, self.width()
        if not self._lead.isHidden():
            hint = self._lead.sizeHint()
            wide = min(hint.width(), width)
            self._lead.setGeometry((width - wide) // 2, 0, wide, hint.height())
            top = hint.height()
        for row in self._rows:
            height = _height_of(row, width)
            row.setGeometry(0, top, width, height)
            top += height
        if not self._filler.isHidden():
            least = _height_of(self._filler, width)
            self._filler.setGeometry(0, top, width, max(least, self.height() - top))
            top += least
        if top != self._height:
            self._height = top
            self.updateGeometry()

    def _ask_for_layout(self) -> None:
        self.updateGeometry()
        QApplication.postEvent(self, QEvent(QEvent.Type.LayoutRequest))


def _height_of(widget: QWidget, width: int) -> int:
    if widget.hasHeightForWidth():
        return widget.heightForWidth(width)
    return widget.sizeHint().height()
