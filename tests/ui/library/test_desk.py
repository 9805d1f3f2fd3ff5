"""Acts on the item at hand: saved, named, undone; refused ones leave nothing behind."""

from pathlib import Path

import pytest

from desktop.database import StorageError, connect
from desktop.services import library, library_drafts
from desktop.ui.library.desk import Desk
from tests.conftest import KEY
from tests.services.library_case import NOW
from tests.ui.library.conftest import GRID, SCRIPT


@pytest.fixture
def desk(workspace, qtbot):
    desk = Desk(workspace)
    desk.read(GRID)
    workspace.changed.connect(lambda _touched: desk.read(desk.mark))
    return desk


def test_nothing_is_editable_before_a_draft_is_open(desk):
    assert not desk.editable and desk.mistakes == []
    desk.open_draft()
    assert desk.editable and desk.content["version"] == 2
    desk.open_draft()
    assert desk.stack.count() == 1, "it is open already"
    desk.undo()
    assert not desk.editable


def test_typing_in_one_text_is_one_step_and_in_two_is_two(desk):
    desk.open_draft()
    for name in ("A", "AB", "ABC"):
        desk.edit(("name",), name, "Name")
    desk.edit(("criteria", 0, "name"), "N", "Criterion")
    desk.edit(("criteria", 0, "name"), "N", "Criterion")
    assert [desk.stack.text(place) for place in range(desk.stack.count())] == [
        "open a draft",
        "change “Name”",
        "change “Criterion”",
    ]
    desk.undo()
    desk.undo()
    assert desk.content["name"] == "5 criteria"
    desk.redo()
    assert desk.content["name"] == "ABC"


def test_a_refused_act_is_told_and_not_kept(desk, qtbot):
    with qtbot.waitSignal(desk.refused) as told:
        desk.archive(True)
    assert "B2B discovery" in told.args[0] and desk.stack.count() == 0


def test_a_text_that_could_not_be_saved_is_raised_to_its_field_and_not_kept(desk, workspace, engine):
    desk.open_draft()
    # Another program holds the file, and the engine is not to wait for it.
    raw = engine.raw_connection()
    raw.cursor().execute("PRAGMA busy_timeout=0").fetchall()
    raw.close()
    other = connect(Path(engine.url.database), KEY)
    before = desk.stack.count()
    with other.begin(), pytest.raises(StorageError):
        desk.edit(("name",), "Lost", "Name")
    other.dispose()
    assert desk.stack.count() == before and desk.content["name"] == "5 criteria"
    desk.edit(("name",), "Kept", "Name")
    assert desk.content["name"] == "Kept"


def test_taking_a_former_version_up_again_can_be_undone(desk):
    desk.open_draft()
    desk.edit(("name",), "Mine", "Name")
    plain = library.shipped(GRID.kind, GRID.language)[GRID.key]
    desk.open_draft(plain)
    assert desk.content["name"] == "5 criteria"
    desk.undo()
    assert desk.content["name"] == "Mine"


def test_giving_up_and_publishing_say_so_with_their_undo(desk):
    said = []
    desk.said.connect(lambda text, undo: said.append((text, undo)))
    desk.open_draft()
    desk.discard_draft()
    assert said[0][0] == "Draft given up."
    said[0][1]()
    assert desk.editable
    desk.publish()
    assert not desk.editable and desk.piece.row.own
    said[1][1]()
    assert desk.editable and not desk.piece.row.own


def test_an_unfinished_draft_is_not_published(desk, qtbot):
    desk.open_draft()
    desk.edit(("name",), "", "Name")
    assert [each.place for each in desk.mistakes] == [("name",)]
    with qtbot.waitSignal(desk.refused):
        desk.publish()
    assert desk.editable


def test_the_grid_of_a_script_is_one_that_can_be_chosen(desk, workspace):
    assert desk.grid_of_script() is None
    desk.read(SCRIPT)
    assert desk.grid_of_script().key == "five-criteria"
    content = {**desk.content, "grid": "unheard"}
    workspace.do(library_drafts.save_draft, SCRIPT, content, now=NOW)
    assert desk.grid_of_script() is None
    desk.read(None)
    assert desk.piece is None


def test_what_is_begun_in_a_draft_is_a_change_of_it_and_otherwise_opens_one(desk):
    content = {**desk.content, "name": "Begun"}
    desk.begin("new row", content, (), ())
    assert desk.editable and desk.content["name"] == "Begun"
    desk.begin("new row", {**desk.content, "name": "Again"}, (), ())
    desk.undo()
    assert desk.content["name"] == "Begun"
    desk.undo()
    assert not desk.editable and desk.content["name"] == "5 criteria"
    desk.redo()
    assert desk.stack.undoText() == "new row" and desk.content["name"] == "Begun"


def test_an_item_begun_from_nothing_is_undone_back_to_where_one_was(workspace, qtbot):
    desk, shown = Desk(workspace), []
    desk.read(GRID)
    desk.shown.connect(lambda mark, _place: (shown.append(mark), desk.read(mark)))
    desk.begin_item("new grid")
    assert desk.editable and desk.content["name"] == "" and desk.mark != GRID
    fresh = desk.mark
    desk.undo()
    assert desk.mark == GRID and shown == [fresh, GRID]
    desk.redo()
    assert desk.mark == fresh and desk.mistakes
