"""The keys of the catalogue page."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoStack

from desktop.i18n import _
from desktop.ui.actions import Action
from desktop.ui.catalogue.shelves import BLOCKS, SHELVES, name_of, new_words

if TYPE_CHECKING:
    from desktop.ui.catalogue.page import CataloguePage


def catalogue_commands(page: "CataloguePage") -> list[Action]:
    """What can be done with the shelf on show and with the item at hand."""
    key, desk = page.key, page.desk

    def some() -> bool:
        return desk.item is not None

    def movable() -> bool:
        return page.shelf is BLOCKS and some() and desk.item.archived_at is None

    def archive_words() -> str:
        if not some():
            return _("Archive")
        away = desk.item.archived_at is not None
        return (_("Bring back “{name}”") if away else _("Archive “{name}”")).format(name=name_of(desk.item))

    def named(verb: str, stack: QUndoStack) -> str:
        what = stack.undoText() if verb == "undo" else stack.redoText()
        if not what:
            return _("Undo") if verb == "undo" else _("Redo")
        return (_("Undo: {what}") if verb == "undo" else _("Redo: {what}")).format(what=what)

    own = [
        Action("catalogue.new", lambda: new_words(page.shelf), page.begin, ("Ctrl+N",), key, "plus"),
        Action("catalogue.write", _("Write"), page.write, ("F2",), key, "pencil", some),
        Action("catalogue.copy", _("Duplicate"), page.duplicate, ("Ctrl+D",), key, "copy", some),
        Action("catalogue.archive", archive_words, desk.archive, ("Ctrl+Shift+A",), key, "inbox", some),
        Action("catalogue.find", _("Search the catalogue"), page.look_for, ("Ctrl+F",), key, "search"),
        Action("catalogue.archived", _("Show or hide what is archived"), page.toggle_archived, (), key, "inbox"),
        Action("catalogue.up", _("Move up"), lambda: desk.move(-1), ("Alt+Up",), key, "arrow-up", movable),
        Action("catalogue.down", _("Move down"), lambda: desk.move(1), ("Alt+Down",), key, "arrow-down", movable),
        Action("catalogue.import", _("Import a catalogue"), page.exchange.ask_import, ("Ctrl+O",), key, "download"),
        Action("catalogue.export", _("Export the catalogue"), page.export, ("Ctrl+E",), key, "upload"),
        Action(
            "catalogue.undo",
            lambda: named("undo", desk.stack),
            desk.undo,
            ("Ctrl+Z",),
            key,
            "undo-2",
            desk.stack.canUndo,
            group="edit",
        ),
        Action(
            "catalogue.redo",
            lambda: named("redo", desk.stack),
            desk.redo,
            ("Ctrl+Shift+Z",),
            key,
            "redo-2",
            desk.stack.canRedo,
            group="edit",
        ),
    ]
    words = {"offers": _("Offers"), "proofs": _("Proofs"), "blocks": _("Standing blocks")}
    ways = [
        Action(f"catalogue.show_{shelf.key}", words[shelf.key], partial(page.show_shelf, shelf), (), key, "library")
        for shelf in SHELVES
    ]
    # Not Ctrl and a digit: on a French keyboard it takes Shift.
    turns = [
        Action("catalogue.next", _("Next shelf"), lambda: page.turn(1), ("Ctrl+PgDown",), key, group="go"),
        Action("catalogue.previous", _("Previous shelf"), lambda: page.turn(-1), ("Ctrl+PgUp",), key, group="go"),
    ]
    return [*own, *ways, *turns]
