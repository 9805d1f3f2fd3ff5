"""What the matrix page does to the file: each act in one transaction, named, told, and taken back exactly."""

import uuid
from collections.abc import Callable

from PySide6.QtGui import QUndoStack

from desktop.i18n import _
from desktop.models.calls import Answer
from desktop.models.matrix import Cell
from desktop.services import followups, matrix_acts, matrix_cells, matrix_table, row_changes
from desktop.services.matrix_acts import Applied, Calling, Terms
from desktop.services.matrix_board import StandingRow
from desktop.services.matrix_table import Given
from desktop.services.row_changes import Changes
from desktop.ui.matrix import words
from desktop.ui.undo import Step, perform, undo
from desktop.ui.workspace import Workspace

Toast = Callable[[str, object], object]


class MatrixActs:
    """The commands of the page on its ``stack``; ``toast(sentence, undo)`` tells the rep.

    Each raises ``UserError`` when the service refuses; nothing has changed then.
    """

    def __init__(self, workspace: Workspace, stack: QUndoStack, toast: Toast) -> None:
        self._workspace = workspace
        self._stack = stack
        self._toast = toast

    def apply_to_all(self, asked: Calling, terms: Terms) -> Applied:
        """The action of a place to those of it that lack a next step, or to all."""
        clock = self._workspace.clock
        applied = self._workspace.do(matrix_acts.apply_to_all, asked, terms, now=clock.now(), zone=clock.zone)
        if applied.count:
            self._keep(words.done_to_all(applied), applied.changes, followups.undo, followups.redo)
        return applied

    def apply_to_one(self, asked: Calling, row: StandingRow, terms: Terms) -> None:
        """The action of a place to one prospect."""
        clock = self._workspace.clock
        applied = self._workspace.do(matrix_acts.apply_to_one, asked, row.id, terms, now=clock.now(), zone=clock.zone)
        self._keep(words.done_to_one(applied, row.name), applied.changes, followups.undo, followups.redo)

    def change_cell(self, cell: Cell) -> None:
        """Another action, channel, delay, document or cadence for a cell."""
        name = words.place_name((cell.band, cell.heat))
        now = self._workspace.clock.now()
        _none, changes = self._workspace.do(row_changes.recorded, matrix_cells.change, cell, now=now)
        if changes:
            self._keep(_("Cell changed: {cell}").format(cell=name), changes, row_changes.take_back, row_changes.again)

    def reset_cell(self, cell: Cell) -> None:
        """What the program brings again."""
        name = words.place_name((cell.band, cell.heat))
        _none, changes = self._workspace.do(row_changes.recorded, matrix_cells.reset, cell.band, cell.heat)
        if changes:
            text = _("Cell as it was at first: {cell}").format(cell=name)
            self._keep(text, changes, row_changes.take_back, row_changes.again)

    def give(self, prospect_id: uuid.UUID, who: str, criterion: str, name: str, answer: Answer) -> Given:
        """A level from the table. No toast: the table shows it at once, and it is done at every key."""
        workspace = self._workspace
        given: list[Given] = []

        def do() -> None:
            at = workspace.clock.now()
            given[:] = [workspace.do(matrix_table.give, prospect_id, criterion, answer, at=at)]

        def take_back() -> None:
            workspace.do(matrix_table.put_back, given[0], at=workspace.clock.now())

        mark = str(answer) or "·"
        text = _("{criterion} = {mark}: {who}").format(criterion=name, mark=mark, who=who)
        perform(self._stack, text, do, take_back)
        return given[0]

    def _keep(self, text: str, changes: Changes, back: Callable[..., None], forth: Callable[..., None]) -> None:
        """On the stack, what has just been done."""
        fresh = [True]
        workspace = self._workspace

        def do() -> None:
            if fresh:
                fresh.clear()
            else:
                workspace.do(forth, changes)

        def take_back() -> None:
            workspace.do(back, changes)

        perform(self._stack, text, do, take_back)
        self._tell(text, take_back)

    def _tell(self, text: str, take_back: Step) -> None:
        place = self._stack.index()

        def back() -> None:
            # Undone from its toast after other acts, it is taken back alone: they are not.
            if self._stack.index() == place:
                undo(self._stack)
            else:
                take_back()

        self._toast(text, back)
