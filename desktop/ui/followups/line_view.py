"""The list of follow-ups: arrows walk, Shift and Ctrl+Space choose several, the page listens to what is to be done."""

from collections.abc import Callable

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from desktop.i18n import _
from desktop.services.board import Line
from desktop.services.followup_rows import Task
from desktop.ui.followups.line_delegate import LineDelegate
from desktop.ui.followups.line_model import LineModel

MOST_CHOSEN = 500
"""Follow-ups that one act reaches: more would be another plan, not an act."""
_NEAR = 3
"""Rows, either way, within which a line that moved up or down is found again."""


class LineView(QListView):
    """``reached``: another line is at hand; ``chosen_changed``: others are chosen; ``opened``: a double click."""

    reached = Signal()
    chosen_changed = Signal()
    opened = Signal()

    def __init__(self, model: LineModel) -> None:
        super().__init__()
        self._lines = model
        self.setModel(model)
        self.setAccessibleName(_("Follow-ups"))
        self.setItemDelegate(LineDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Sixty thousand rows: of different heights, Qt would ask for each.
        self.setUniformItemSizes(True)
        self.setTabKeyNavigation(False)
        self._anchor = QWidget(self.viewport())
        self._anchor.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.selectionModel().currentChanged.connect(lambda *_rows: self.reached.emit())
        self.selectionModel().selectionChanged.connect(lambda *_rows: self.chosen_changed.emit())

    def line(self) -> Line | None:
        """The one at hand."""
        return self._lines.line(self.currentIndex().row())

    def chosen(self) -> list[Task]:
        """The follow-ups that are chosen, from the top: one, or several for an act on all of them."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())[:MOST_CHOSEN]
        found = (self._lines.line(row) for row in rows)
        return [line for line in found if isinstance(line, Task)]

    def count_chosen(self) -> int:
        """How many lines are, without going through them: everything may be chosen."""
        chosen = self.selectionModel().selection()
        ranges = (chosen.at(place) for place in range(chosen.count()))
        return sum(self._lines.count_lines(each.top(), each.bottom()) for each in ranges)

    def step(self, by: int) -> None:
        """One line further or back, over headings."""
        row = self.currentIndex().row() + by
        while 0 <= row < self._lines.rowCount() and self._lines.is_heading(row):
            row += by
        if 0 <= row < self._lines.rowCount():
            self.go_to(row)

    def go_to(self, row: int) -> None:
        """The line of that row, or the nearest one, at hand and alone chosen."""
        last = self._lines.rowCount() - 1
        row = max(0, min(row, last))
        if last >= 0 and self._lines.is_heading(row):
            row += 1
        if last >= 0:
            index = self._lines.index(min(row, last))
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)

    def reread(self, read: Callable[[], None]) -> None:
        """Read the lines anew; the one at hand and those chosen stay so while they are the same ones."""
        line, row, chosen = self.line(), self.currentIndex().row(), self._identities()
        read()
        if (
            not self.currentIndex().isValid()
            or self._identities() != chosen
            or _identity(self.line()) != _identity(line)
        ):
            self.find_again(line, max(row, 0))

    def _identities(self) -> list[object]:
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())[:MOST_CHOSEN]
        return [(row, _identity(self._lines.line(row))) for row in rows]

    def find_again(self, line: Line | None, row: int) -> None:
        """The same line near where it was, or the one that took its place: what is done gives way to the next."""
        near = sorted(range(row - _NEAR, row + _NEAR + 1), key=lambda each: abs(each - row))
        for each in near if line is not None else ():
            found = self._lines.line(each)
            if found is not None and _identity(found) == _identity(line):
                self.go_to(each)
                return
        self.go_to(row)

    def toggle(self) -> None:
        """Choose the line at hand as well, or no longer."""
        index = self.currentIndex()
        if index.isValid():
            self.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Toggle)

    def anchor(self) -> QWidget:
        """Where a popover about the line at hand opens: the line itself."""
        place: QRect = self.visualRect(self.currentIndex())
        bottom = min(place.bottom(), self.viewport().height())
        self._anchor.setGeometry(QRect(QPoint(place.left(), max(0, place.top())), QPoint(place.right() - 8, bottom)))
        return self._anchor

    def keyboardSearch(self, search: str) -> None:
        """Letters are acts here; looking for a name would read the whole file."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.key() == Qt.Key.Key_Space:
            self.toggle()
            return
        super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.indexAt(event.position().toPoint()).isValid():
            self.opened.emit()

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        self.scrollTo(current)


def _identity(line: Line | None) -> object:
    return (line.follow_up_id, line.due_at) if isinstance(line, Task) else line and (type(line), line.prospect_id)
