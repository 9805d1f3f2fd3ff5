"""Cadences, from the editor to what can be started, with the keys of the page."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.models.library import ItemKind
from desktop.services import cadences
from desktop.services.library import Shelfmark
from desktop.ui.autosave import flush_all
from desktop.ui.library.cadence_editor import step_words
from tests.ui.accessibility import nameless, rich_text_labels

SHOW = Shelfmark(ItemKind.CADENCE, "after-show", "en")
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


def steps(bench):
    return bench.page.desk.content["steps"]


def press(bench, key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(bench.page.editor.outline.view, key, modifiers)


def test_a_cadence_is_changed_reordered_and_published_with_the_keyboard_alone(bench):
    page = bench.page
    page.open_item(SHOW)
    QTest.keyClick(page.list, Qt.Key.Key_F2)
    assert page.desk.editable and nameless(page) == [] and rich_text_labels(page) == []
    page.editor.outline.focus_list()
    press(bench, Qt.Key.Key_Down)
    press(bench, Qt.Key.Key_Down, ALT)
    assert [each["key"] for each in steps(bench)] == ["week-1", "first", "day-30"]
    # What is done changed places; the rhythm did not.
    assert [(each["days"], each["hot_days"]) for each in steps(bench)] == [(2, 1), (7, None), (30, None)]
    assert page.editor.place == ("steps", 1)
    press(bench, Qt.Key.Key_N, CTRL)
    assert page.editor.place == ("steps", 2) and steps(bench)[2]["days"] == 14
    part = page.editor.part
    bench.type(part.subject.editor, "ask for a date")
    bench.type(part.brings.editor, "a calendar")
    flush_all(page)
    assert page.desk.mistakes == [] and page.editor.notes_for(("steps", 2)) == []
    QTest.keyClick(part.brings.editor, Qt.Key.Key_Return, CTRL | SHIFT)
    published = bench.workspace.ask(cadences.find, "after-show", "en")
    assert published.version == 2 and [each.days for each in published.steps] == [2, 7, 14, 30]
    assert any("Cadences under way keep theirs" in each for each in bench.said)


def test_a_step_out_of_order_is_to_be_mended_and_nothing_is_published(bench):
    page = bench.page
    page.open_item(SHOW)
    page.edit()
    page.editor.show_place(("steps", 1))
    page.editor.step_part.days.editor.setValue(1)
    assert page.editor.step_part.days.error and page.desk.mistakes
    page.publish()
    assert page.desk.editable and "does not come after" in page.banner.text
    QTest.keyClick(page.editor.outline.view, Qt.Key.Key_Z, CTRL)
    assert page.desk.mistakes == []


def test_channels_are_ranked_by_pressing_them(bench):
    page = bench.page
    page.open_item(SHOW)
    page.edit()
    page.editor.show_place(("steps", 0))
    order = page.editor.step_part.order
    for channel in ("phone", "email"):
        order.chips[channel].click()
    assert steps(bench)[0]["channels"] == [] and page.editor.step_part.channels.error
    for channel in ("video", "email"):
        order.chips[channel].click()
    assert steps(bench)[0]["channels"] == ["video", "email"] and order.chips["email"].text() == "2 · E-mail"
    assert not page.editor.step_part.channels.error
    page.desk.undo()
    assert order.value == ["phone", "email"], "presses in a row are one change"


def test_the_linter_advises_beside_the_fields_and_never_blocks(bench):
    page = bench.page
    page.open_item(SHOW)
    page.edit()
    page.editor.show_place(("steps", 1))
    part = page.editor.step_part
    part.days.editor.setValue(4)
    bench.type(part.brings.editor, " ")
    flush_all(page)
    assert [each.split(":")[0] for each in part.notes.sentences] == ["2 days after the step before", "Brings nothing"]
    assert page.desk.mistakes == []


def test_a_copy_of_a_step_and_one_that_is_deleted(bench):
    page = bench.page
    page.open_item(SHOW)
    page.edit()
    page.editor.show_place(("steps", 0))
    page.editor.copy_line()
    assert [each["key"] for each in steps(bench)][:2] == ["first", "first-2"] and "name" not in steps(bench)[1]
    page.editor.outline.focus_list()
    press(bench, Qt.Key.Key_Delete)
    assert [each["key"] for each in steps(bench)] == ["first", "week-1", "day-30"]
    assert "take up the conversation of the show" in bench.said[-1]


def test_one_begun_from_nothing_says_what_it_lacks(bench):
    page = bench.page
    page.open_item(SHOW)
    page.begin()
    assert page.desk.mark.key.startswith("cadence-") and [each.place for each in page.desk.mistakes] == [("name",)]
    assert page.editor.cadence_part.summary.text() == "1 step in 2 days"
    page.editor.show_place(("steps", 0))
    assert page.editor.step_part.notes.sentences


def test_a_cadence_is_exported_and_a_wrong_one_refused_with_its_line(bench, tmp_path):
    page = bench.page
    page.open_item(SHOW)
    path = tmp_path / "show.toml"
    page.export_file(path)
    path.write_text(path.read_text("utf-8").replace("\ndays = 7\n", "\ndays = 1\n"), "utf-8")
    page.import_file(path)
    assert "show.toml, line" in page.banner.text and "does not come after" in page.banner.text
    assert not page.desk.editable
    path.write_text(path.read_text("utf-8").replace("\ndays = 1\n", "\ndays = 8\n"), "utf-8")
    page.import_file(path)
    assert page.desk.editable and steps(bench)[1]["days"] == 8


def test_a_message_that_is_no_longer_there_is_told(bench):
    page = bench.page
    page.open_item(SHOW)
    page.edit()
    page.desk.edit(("steps", 0, "message"), "gone", "Message")
    page.editor.show_place(("steps", 0))
    assert page.editor.step_part.message.editor.currentText() == "no longer there: gone"


def test_a_step_is_told_by_its_day():
    step = {"days": 7, "anchor": "start", "subject": "ask"}
    assert step_words(step) == "D+7 · ask"
    assert step_words({**step, "anchor": "expiry", "days": 3, "subject": ""}) == "D-3 before expiry · untitled"
