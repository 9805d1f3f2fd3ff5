"""The keys of the library page."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoStack

from desktop.i18n import _, current
from desktop.ui.actions import Action
from desktop.ui.library.beginnings import button_words

if TYPE_CHECKING:
    from desktop.ui.library.page import LibraryPage


def library_commands(page: "LibraryPage") -> list[Action]:
    """What can be done with the item at hand and with the line of its outline."""

    def editing() -> bool:
        return page.desk.editable

    def published() -> bool:
        return page.desk.piece is not None and not page.desk.editable

    def begin_words() -> str:
        piece = page.desk.piece
        return button_words(page.kind, piece.row.mark.language if piece else current().code)

    def add() -> None:
        page.editor.add(next(iter(page.editor.outline.add_buttons)))

    def named(verb: str, stack: QUndoStack) -> str:
        what = stack.undoText() if verb == "undo" else stack.redoText()
        if not what:
            return _("Undo") if verb == "undo" else _("Redo")
        return (_("Undo: {what}") if verb == "undo" else _("Redo: {what}")).format(what=what)

    key, stack = page.key, page.desk.stack
    return [
        Action("library.edit", _("Edit"), page.edit, ("F2",), key, "pencil", published),
        Action("library.publish", _("Publish"), page.publish, ("Ctrl+Shift+Return",), key, "check", editing),
        Action("library.new", begin_words, page.begin, ("Ctrl+Shift+N",), key, "plus"),
        Action("library.add", _("Add a line"), add, ("Ctrl+N",), key, "plus", editing),
        Action("library.up", _("Move up"), lambda: page.editor.move_line(-1), ("Alt+Up",), key, "arrow-up", editing),
        Action(
            "library.down", _("Move down"), lambda: page.editor.move_line(1), ("Alt+Down",), key, "arrow-down", editing
        ),
        Action(
            "library.copy_line",
            _("Duplicate this line"),
            lambda: page.editor.copy_line(),
            ("Ctrl+D",),
            key,
            "copy",
            editing,
        ),
        Action(
            "library.delete_line",
            _("Delete this line"),
            lambda: page.editor.remove_line(),
            ("Del",),
            key,
            "trash-2",
            editing,
            bound=False,
        ),
        Action("library.copy", _("Duplicate the whole"), page.duplicate, (), key, "copy"),
        Action("library.discard", _("Give up the draft"), page.discard, (), key, "x", editing),
        Action("library.import", _("Import a file"), page.import_, ("Ctrl+O",), key, "download"),
        Action("library.export", _("Export"), page.export, ("Ctrl+E",), key, "upload"),
        Action("library.archive", _("Archive or restore"), page.archive, (), key, "inbox"),
        Action(
            "library.undo",
            lambda: named("undo", stack),
            page.desk.undo,
            ("Ctrl+Z",),
            key,
            "undo-2",
            stack.canUndo,
            group="edit",
        ),
        Action(
            "library.redo",
            lambda: named("redo", stack),
            page.desk.redo,
            ("Ctrl+Shift+Z",),
            key,
            "redo-2",
            stack.canRedo,
            group="edit",
        ),
    ]
