"""What every kind of item shares: going from part to part, and rows that move."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.ui.library.editor import appended
from tests.ui.library.conftest import CARDS, GRID


def test_what_is_typed_is_saved_before_another_part_is_shown(bench):
    page = bench.page
    page.open_item(GRID)
    page.edit()
    page.editor.show_place(("criteria", 0))
    bench.type(page.editor.criterion_part.name.editor, "Pain")
    page.editor.outline.focus_list()
    QTest.keyClick(page.editor.outline.view, Qt.Key.Key_Down)
    assert bench.draft(GRID)["criteria"][0]["name"] == "Pain"
    assert page.editor.criterion_part.name.editor.text() == "Estimated budget"
    assert page.editor.outline.rows.rows[1].text == "Pain"


def test_enter_goes_and_writes_when_there_is_something_to_write(bench):
    page = bench.page
    page.open_item(GRID, ("criteria", 1))
    page.editor.outline.focus_list()
    QTest.keyClick(page.editor.outline.view, Qt.Key.Key_Return)
    assert page.editor.outline.view.hasFocus()
    page.edit()
    page.editor.outline.focus_list()
    QTest.keyClick(page.editor.outline.view, Qt.Key.Key_Return)
    assert page.editor.criterion_part.name.editor.hasFocus()
    page.open_item(CARDS)
    page.edit()
    assert page.editor.outline.view.hasFocus(), "the set as a whole has nothing to write"


def test_the_ends_of_a_list_and_the_item_itself_stay_where_they_are(bench):
    page = bench.page
    page.open_item(GRID)
    page.edit()
    start = bench.draft(GRID)
    for place, step in (((), 1), (("criteria", 0), -1), (("criteria", 4), 1)):
        page.editor.show_place(place)
        page.editor.move_line(step)
    page.editor.show_place(())
    page.editor.copy_line()
    page.editor.remove_line()
    assert bench.draft(GRID) == start and page.desk.stack.count() == 1


def test_the_keyboard_stays_near_when_the_part_it_was_in_goes(bench):
    page = bench.page
    page.open_item(GRID)
    page.edit()
    page.editor.grid_part.name.editor.setFocus()
    page.editor.show_place(("criteria", 1))
    assert page.editor.outline.view.hasFocus()


def test_a_row_is_added_after_another_or_at_the_end():
    content = {"rows": [{"key": "a"}, {"key": "b"}]}
    assert appended(content, ("rows",), 0, {"key": "c"}) == (
        {"rows": [{"key": "a"}, {"key": "c"}, {"key": "b"}]},
        ("rows", 1),
    )
    assert appended(content, ("rows",), None, {"key": "c"})[1] == ("rows", 2)
