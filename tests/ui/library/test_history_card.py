"""Versions, and taking one up again."""

from desktop.services import library
from tests.ui.library.conftest import GRID


def test_versions_are_listed_the_latest_first_and_one_is_taken_up_again(bench):
    page = bench.page
    page.open_item(GRID)
    for name in ("Second", "Third"):
        page.edit()
        bench.type(page.editor.grid_part.name.editor, name)
        page.publish()
    page.editor.show_place(())
    history = page.editor.grid_part.history
    names = [button.accessibleName() for button in history.buttons]
    assert names == ["Take up v3 again", "Take up v2 again", "Take up v1 again"]
    history.buttons[2].click()
    assert page.desk.editable and bench.draft(GRID)["name"] == "5 criteria" and bench.draft(GRID)["version"] == 4
    page.desk.undo()
    assert bench.draft(GRID) is None
    assert bench.workspace.ask(library.grid, "five-criteria", "en").name == "Third"
