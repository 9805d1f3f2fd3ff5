"""Acts that can be undone by name: each is a service call and the call that takes it back, both idempotent."""

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand, QUndoStack
from shiboken6 import isValid

from desktop.i18n import _

Step = Callable[[], object]
_TYPING = 1
_NAMED = 32
"""Characters of what the rep typed that the name of an act has room for."""


class Act(QUndoCommand):
    """One act of the rep, done when it is pushed on a ``QUndoStack``.

    ``text`` names it for the menu, the palette and the toast: "note Budget = 2". An act that fails marks itself
    obsolete, so that the stack keeps nothing that did not happen.
    """

    def __init__(self, text: str, do: Step, take_back: Step) -> None:
        super().__init__(text)
        self._do = do
        self._take_back = take_back
        self.error: Exception | None = None
        self.taken_back = False
        """Whether it was once: doing it is then doing it again."""

    def redo(self) -> None:
        self.error = None
        # An exception must not cross QUndoStack, which is C++: it is kept, and raised again by ``perform``.
        try:
            self._do()
        except Exception as error:
            self.error = error
            self.setObsolete(True)

    def undo(self) -> None:
        self.error, self.taken_back = None, True
        # An undo that fails stays on the stack: redo and undo, both idempotent, are the way to try again.
        try:
            self._take_back()
        except Exception as error:
            self.error = error


class Typing(Act):
    """A change of one text. The next one of the same ``target`` joins it: undo gives back what stood before."""

    def __init__(self, text: str, do: Step, take_back: Step, target: object) -> None:
        super().__init__(text, do, take_back)
        self.target = target

    def id(self) -> int:
        return _TYPING

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, Typing) or other.target != self.target or other.error:
            return False
        self._do = other._do
        return True


def short(text: str) -> str:
    """The first words, for the name of an act."""
    return text if len(text) <= _NAMED else f"{text[: _NAMED - 1].rstrip()}…"


def perform(stack: QUndoStack, text: str, do: Step, take_back: Step) -> None:
    """Do an act and keep it for undo. Raises what ``do`` raised, in which case nothing is kept."""
    act = Act(text, do, take_back)
    stack.push(act)
    if act.error:
        raise act.error


def undo(stack: QUndoStack) -> None:
    """Take the last act back. Raises what that raised; the act can then be tried again by redo and undo."""
    if stack.canUndo():
        act = stack.command(stack.index() - 1)
        stack.undo()
        _raise_failure(act)


def redo(stack: QUndoStack) -> None:
    """Do again the act that was taken back last. Raises what that raised."""
    if stack.canRedo():
        act = stack.command(stack.index())
        stack.redo()
        _raise_failure(act)


def tell_moves(stack: QUndoStack, say: Callable[[str], object]) -> None:
    """Have ``say`` told of each act taken back or done again: the toast before it speaks of what is no longer so."""
    places = [stack.index()]

    def moved(place: int) -> None:
        before, places[0] = places[0], place
        # A stack that is being deleted goes back to its beginning.
        act = stack.command(min(before, place)) if isValid(stack) else None
        if not isinstance(act, Act) or act.error or not act.taken_back:
            return
        words = _("Undone: {what}") if place < before else _("Done again: {what}")
        say(words.format(what=act.text()))

    stack.indexChanged.connect(moved)


def _raise_failure(act: QUndoCommand) -> None:
    if isinstance(act, Act) and act.error:
        raise act.error
