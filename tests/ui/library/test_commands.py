"""The keys of the library: each once, each offered when it can act."""

from desktop.models.library import ItemKind
from desktop.services.library import Shelfmark


def enabled(bench):
    return {action.id for action in bench.page.commands() if action.enabled()}


def test_what_is_offered_follows_the_draft(bench):
    assert "library.edit" in enabled(bench)
    assert not {"library.publish", "library.add", "library.up", "library.discard", "library.undo"} & enabled(bench)
    bench.page.edit()
    assert "library.edit" not in enabled(bench)
    assert {"library.publish", "library.add", "library.up", "library.discard", "library.undo"} <= enabled(bench)


def test_every_key_is_taken_once(bench):
    keys = [key for action in bench.page.commands() for key in action.keys]
    assert len(keys) == len(set(keys)) >= 11
    assert {action.scope for action in bench.page.commands()} == {"library"}


def test_undo_and_redo_say_what(bench):
    bench.page.open_item(Shelfmark(ItemKind.GRID, "bant", "en"))
    undo, redo = (bench.window.registry.get(f"library.{verb}") for verb in ("undo", "redo"))
    assert (undo.text, redo.text) == ("Undo", "Redo")
    bench.page.archive()
    assert undo.text == "Undo: archive"
    undo.trigger()
    assert redo.text == "Redo: archive" and not bench.page.desk.piece.row.archived
