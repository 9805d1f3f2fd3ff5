"""What every card of the composer works with: the proposal at hand, how to save, and what can be undone."""

import uuid
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from desktop.errors import UserError
from desktop.services import proposals
from desktop.ui.autosave import AutoSave, Editor
from desktop.ui.undo import Step, perform
from desktop.ui.widgets.fields import Field
from desktop.ui.workspace import Workspace


class Desk(QObject):
    """``refused`` carries the sentence of an act that could not be done, ``said`` what has just been done."""

    refused = Signal(str)
    said = Signal(str)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.stack = QUndoStack(self)
        self.proposal_id: uuid.UUID | None = None

    def open(self, proposal_id: uuid.UUID | None) -> None:
        """Work on another proposal; what was done on the former one can no longer be undone from here."""
        if proposal_id != self.proposal_id:
            self.stack.clear()
        self.proposal_id = proposal_id

    @property
    def key(self) -> uuid.UUID:
        """The key of the proposal at hand."""
        assert self.proposal_id is not None
        return self.proposal_id

    def save(self, command: Callable[..., Any], *args: Any, **fields: Any) -> Any:
        """Run a command of the proposal services, at the present time."""
        return self.workspace.do(command, *args, now=self.workspace.clock.now(), **fields)

    def perform(self, text: str, do: Step, take_back: Step) -> None:
        """Do an act that can be undone under the name ``text``."""
        try:
            perform(self.stack, text, do, take_back)
        except UserError as error:
            self.refused.emit(str(error))

    def change(self, text: str, command: Callable[..., Any], key: uuid.UUID, **fields: Any) -> None:
        """Do a command that returns the former values of ``fields``, so that undo gives them back."""
        before: dict[str, Any] = {}
        self.perform(
            text, lambda: before.update(self.save(command, key, **fields)), lambda: self.save(command, key, **before)
        )

    def keep(self, editor: Editor, save: Callable[[str], object], field: Field | None = None) -> AutoSave:
        """Save what is typed in ``editor``; what is refused is said under its field, or at the top of the page."""
        report: Callable[[str], object] = field.set_error if field else self.refused.emit

        def saved(text: str) -> None:
            save(text)
            if field and field.error:
                field.set_error("")

        return AutoSave(editor, saved, report)

    def keep_text(self, editor: Editor, name: str) -> AutoSave:
        """Save a column of the proposal that is a plain text."""
        return self.keep(editor, lambda text: self.save(proposals.update_proposal, self.key, **{name: text}))
