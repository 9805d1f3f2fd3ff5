"""Rows one under the other, each as high as its words need: what changes in one of them lays out that one alone."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.ui import theme


class StackedRows(QWidget):
    """Holds widgets as wide as itself. A box layout would measure all of them anew for each that changes.

    ``lead`` are the widgets above the rows, ``filler`` stands in the middle of what is left when there is no row. Its
    owner says how wide it is, and how high at least; it says itself how high it is.
    """

    def __init__(self, lead: QWidget, filler: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lead, self._filler = lead, filler
        self._rows: list[QWidget] = []
        self._changing: list[QWidget] = []
        self._least = 0
        self._held = self._asked = False
        for widget in (lead, filler):
            widget.setParent(self)
        # What does not change when rows come and scroll is moved on the screen, not painted anew.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_StaticContents)

    def insert(self, place: int, row: QWidget) -> None:
        """Put a row at a place."""
        row.setParent(self)
        above = self._rows[place - 1] if place else self._lead
        self._rows.insert(place, row)
        # At its place before it is shown: else it would be laid out and painted as it stands, then once more.
        layout = row.layout()
        if layout is not None:
            layout.activate()
        row.setGeometry(0, above.geometry().bottom() + 1, self.width(), _height_of(row, self.width()))
        row.show()
        self._ask_for_layout()

    def remove(self, row: QWidget) -> None:
        """Take a row out; its owner deletes it."""
        self._rows.remove(row)
        row.hide()
        self._ask_for_layout()

    def change(self, row: QWidget) -> None:
        """While held, paint a row that changes once it is where it stays: what is to be painted cannot be moved as
        pixels, and neither could the rows around it."""
        if self._held and row not in self._changing:
            row.setUpdatesEnabled(False)
            self._changing.append(row)

    def hold(self, held: bool) -> None:
        """While held, rows are not given their places unless the width or the height changes; then they are."""
        self._held = held
        if held:
            return
        if self._asked:
            self._lay_out(self.width())
        for row in self._changing:
            row.setUpdatesEnabled(True)
        self._changing.clear()

    def fit(self, width: int, least: int) -> None:
        """Be that wide, in pixels, and at least that high."""
        self._least = least
        self._lay_out(width)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._asked = True
            if not self._held:
                self._lay_out(self.width())
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), theme.current().colour("surface"))

    def _lay_out(self, width: int) -> None:
        """Give each row its place. Rows that do not change are not touched."""
        self._asked = False
        top = 0
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
            height = max(_height_of(self._filler, width), self._least - top)
            self._filler.setGeometry(0, top, width, height)
            top += height
        self.resize(width, max(top, self._least))

    def _ask_for_layout(self) -> None:
        QApplication.postEvent(self, QEvent(QEvent.Type.LayoutRequest))


def _height_of(widget: QWidget, width: int) -> int:
    if widget.hasHeightForWidth():
        return widget.heightForWidth(width)
    return widget.sizeHint().height()
