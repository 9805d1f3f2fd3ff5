"""A page whose acts can all be undone: what is done, refused and taken back, said once for whoever shows it."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from desktop.errors import UserError
from desktop.ui.undo import Act, Step, redo, undo
from desktop.ui.workspace import Workspace


class Acting(QObject):
    """``refused`` carries the sentence of what could not be done; ``shown`` asks for an item and a place in it.

    ``said`` tells what has just been done, and how to undo it; ``changing`` comes before a change of more than one
    text: what is being typed is to be saved first.
    """

    changing = Signal()
    refused = Signal(str)
    said = Signal(str, object)
    shown = Signal(object, object)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.stack = QUndoStack(self)

    def act(self, text: str, do: Step, take_back: Step, said: str = "") -> bool:
        """Do an act that can be undone under the name ``text``, and say that it is done. False when it was refused."""
        act = Act(text, do, take_back)
        self.stack.push(act)
        if isinstance(act.error, UserError):
            self.refused.emit(str(act.error))
            return False
        if act.error:
            raise act.error
        if said:
            self.said.emit(said, self.undo)
        return True

    def undo(self) -> None:
        """Take the last act back."""
        self._guarded(lambda: undo(self.stack))

    def redo(self) -> None:
        """Do again what was taken back."""
        self._guarded(lambda: redo(self.stack))

    def _guarded(self, step: Step) -> None:
        self.changing.emit()
        try:
            step()
        except UserError as error:
            self.refused.emit(str(error))
