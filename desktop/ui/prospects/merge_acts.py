"""Merging, separating and telling apart as acts of the page: named, said in a toast, undone by Ctrl+Z."""

import uuid
from collections.abc import Callable

from PySide6.QtGui import QUndoStack

from desktop.errors import UserError
from desktop.i18n import _
from desktop.services import merging
from desktop.services.merge_fields import Choices
from desktop.services.merging import MergedFile
from desktop.ui.undo import perform, short, undo
from desktop.ui.workspace import Workspace

Toast = Callable[[str, Callable[[], None] | None], object]


class MergeActs:
    """The acts, on the undo stack of the page that shows them."""

    def __init__(self, workspace: Workspace, stack: QUndoStack, toast: Toast) -> None:
        self._workspace, self._stack, self._toast = workspace, stack, toast

    def merge(self, kept_id: uuid.UUID, merged_id: uuid.UUID, choices: Choices, name: str) -> bool:
        """Make two files one; False when it was refused, and said why."""
        done: list[uuid.UUID] = []

        def do() -> None:
            now = self._workspace.clock.now()
            done.append(self._workspace.do(merging.merge, kept_id, merged_id, now=now, choices=choices))

        def take_back() -> None:
            self._workspace.do(merging.separate, done[-1], now=self._workspace.clock.now())

        return self._act(
            _("Merge {name}").format(name=short(name)), do, take_back, _("Merged: {name}").format(name=name)
        )

    def separate(self, file: MergedFile) -> bool:
        """Take a file out of the one it went into, however long ago; what was written since stays."""
        try:
            left = self._workspace.do(merging.separate, file.merge_id, now=self._workspace.clock.now())
        except UserError as error:
            self._toast(str(error), None)
            return False
        said = _("Separated: {name}.").format(name=file.name)
        if left:
            said = " ".join((said, _("What was written since stays.")))
        self._toast(said, None)
        return True

    def say_distinct(self, first_id: uuid.UUID, second_id: uuid.UUID, name: str) -> bool:
        """These two are not the same, and are not brought together again."""
        return self._act(
            _("Tell apart {name}").format(name=short(name)),
            lambda: self._workspace.do(merging.say_distinct, first_id, second_id, now=self._workspace.clock.now()),
            lambda: self._workspace.do(merging.take_back_distinct, first_id, second_id),
            _("Not the same: {name}").format(name=name),
        )

    def _act(self, text: str, do: Callable[[], object], take_back: Callable[[], object], said: str) -> bool:
        try:
            perform(self._stack, text, do, take_back)
        except UserError as error:
            self._toast(str(error), None)
            return False
        self._toast(said, self._undo)
        return True

    def _undo(self) -> None:
        try:
            undo(self._stack)
        except UserError as error:
            self._toast(str(error), None)
