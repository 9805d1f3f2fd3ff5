"""What every card of the composer works with: the proposal at hand, how to save, and what can be undone."""

import uuid
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack
from shiboken6 import isValid

from desktop.errors import UserError
from desktop.i18n import _
from desktop.services import proposals
from desktop.ui.autosave import AutoSave, Editor
from desktop.ui.undo import Step, Typing, perform, short
from desktop.ui.widgets.fields import Field
from desktop.ui.workspace import Workspace


class Desk(QObject):
    """``refused`` carries the sentence of an act that could not be done, ``said`` what has just been done."""

    refused = Signal(str)
    said = Signal(str)
    typed = Signal()
    """Letters came that are not saved yet: ``unsaved`` has them."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.stack = QUndoStack(self)
        self.proposal_id: uuid.UUID | None = None
        self._shown: dict[str, AutoSave] = {}

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

    def keep(
        self,
        editor: Editor,
        save: Callable[[str], object],
        field: Field | None = None,
        *,
        report: Callable[[str], object] | None = None,
        shown_as: str = "",
    ) -> AutoSave:
        """Save what is typed in ``editor``, as an act that can be undone under the name of that field.

        What is refused is said under its ``field``, to ``report``, or at the top of the page. ``save`` may run when the
        editor is gone: an undo outlives the option that was open. ``shown_as`` is what ``proposal_typing`` calls it:
        the pages then show it while it is typed.
        """
        told = report or (field.set_error if field else self.refused.emit)

        def saved(text: str) -> None:
            self._type(keeper, editor, save, text)
            if field and field.error:
                field.set_error("")

        keeper = AutoSave(editor, saved, told, self.typed.emit if shown_as else None)
        if shown_as:
            self._shown[shown_as] = keeper
        return keeper

    def _type(self, keeper: AutoSave, editor: Editor, save: Callable[[str], object], text: str) -> None:
        former, typed = keeper.saved, True

        def put(words: str) -> None:
            nonlocal typed
            save(words)
            if not typed and isValid(keeper):
                # Even under the cursor: this is what was asked for.
                keeper.show_another(words)
            typed = False

        name = _("change “{field}”").format(field=short(editor.accessibleName()))
        act = Typing(name, lambda: put(text), lambda: put(former), editor)
        self.stack.push(act)
        if act.error:
            raise act.error

    def keep_text(self, editor: Editor, name: str) -> AutoSave:
        """Save a column of the proposal that is a plain text."""

        def save(text: str) -> None:
            self.save(proposals.update_proposal, self.key, **{name: text})

        return self.keep(editor, save, shown_as=name)

    @property
    def unsaved(self) -> dict[str, str]:
        """What is typed and not saved yet, by what ``proposal_typing`` calls it."""
        self._shown = {name: keeper for name, keeper in self._shown.items() if isValid(keeper)}
        return {name: keeper.unsaved for name, keeper in self._shown.items() if keeper.unsaved is not None}
