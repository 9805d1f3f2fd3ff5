"""The library by the keyboard: what is typed is on the disk, what is published is in use, what is done is undone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop import i18n
from desktop.models.library import ItemKind
from desktop.services import library, library_drafts, templates
from desktop.services.library import Shelfmark
from desktop.ui import theme
from desktop.ui.actions import ActionRegistry
from desktop.ui.autosave import flush_all
from desktop.ui.library.page import LibraryPage
from desktop.ui.main_window import MainWindow
from desktop.ui.rail import RailEntry
from tests.ui.accessibility import nameless, rich_text_labels
from tests.ui.library.conftest import CARDS, GRID, SCRIPT, SENTENCES
from tests.ui.touch import too_small

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
FIRST = ("sections", 1, "questions", 0)


def press(key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifiers)


def titles(content):
    return [question["title"] for section in content["sections"] for question in section["questions"]]


def test_a_question_is_rewritten_and_published_without_the_mouse(bench):
    page = bench.page
    assert page.list.hasFocus() and page.desk.mark == SCRIPT
    press(Qt.Key.Key_Return)
    assert page.editor.outline.view.hasFocus()
    for _step in range(4):
        press(Qt.Key.Key_Down)
    press(Qt.Key.Key_F2)
    assert page.editor.place == FIRST
    text = page.editor.question_part.text.editor
    text.setFocus()
    text.selectAll()
    QTest.keyClicks(text, "What do you want most?")
    press(Qt.Key.Key_Return, CTRL | SHIFT)
    assert bench.draft(SCRIPT) is None
    assert bench.in_use(SCRIPT)["sections"][1]["questions"][0]["text"] == "What do you want most?"
    assert bench.workspace.ask(library.scripts, "en")[0].version == 2
    assert "v2 is published. Calls held before keep theirs." in bench.said
    press(Qt.Key.Key_Z, CTRL)
    assert bench.in_use(SCRIPT) == templates.script("b2b", "en").as_dict()
    assert bench.draft(SCRIPT)["sections"][1]["questions"][0]["text"] == "What do you want most?"


def test_alt_arrows_reorder_from_the_outline_and_from_the_text(bench):
    page = bench.page
    page.edit()
    page.editor.show_place(FIRST)
    page.editor.outline.focus_list()
    before = titles(bench.draft(SCRIPT))
    press(Qt.Key.Key_Down, ALT)
    assert page.editor.place == ("sections", 1, "questions", 1)
    assert titles(bench.draft(SCRIPT)) == [before[0], before[2], before[1], *before[3:]]
    page.editor.question_part.title.editor.setFocus()
    press(Qt.Key.Key_Up, ALT)
    assert titles(bench.draft(SCRIPT)) == before and page.editor.place == FIRST
    press(Qt.Key.Key_Up, ALT)
    assert page.editor.place == ("sections", 0, "questions", 1), "it goes on into the theme before"
    assert page.editor.outline.line.text == before[1]


def test_a_line_is_copied_and_deleted_and_each_act_is_undone_by_name(bench):
    page = bench.page
    page.edit()
    page.editor.show_place(FIRST)
    page.editor.outline.focus_list()
    start = bench.draft(SCRIPT)
    press(Qt.Key.Key_D, CTRL)
    assert titles(bench.draft(SCRIPT))[1:3] == ["Main goal", "Main goal (copy)"]
    press(Qt.Key.Key_Delete)
    assert titles(bench.draft(SCRIPT)) == titles(start)
    assert bench.said[-1] == "“Main goal (copy)” deleted."
    undo = bench.window.registry.get("library.undo")
    assert undo.text == "Undo: delete “Main goal (copy)”"
    press(Qt.Key.Key_Z, CTRL)
    assert undo.text == "Undo: duplicate “Main goal”"
    press(Qt.Key.Key_Z, CTRL)
    assert bench.draft(SCRIPT) == start
    press(Qt.Key.Key_Z, CTRL | SHIFT)
    press(Qt.Key.Key_Z, CTRL | SHIFT)
    assert bench.draft(SCRIPT) == start
    while page.desk.stack.canUndo():
        page.desk.undo()
    assert bench.draft(SCRIPT) is None


def test_ctrl_n_adds_where_the_rep_is(bench):
    page = bench.page
    page.edit()
    page.editor.show_place(FIRST)
    press(Qt.Key.Key_N, CTRL)
    assert page.editor.place == ("sections", 1, "questions", 1)
    title = page.editor.question_part.title.editor
    assert title.hasFocus() and title.text() == ""
    QTest.keyClicks(title, "Why now")
    flush_all(page)
    assert titles(bench.draft(SCRIPT))[1:3] == ["Main goal", "Why now"]


def test_what_is_to_be_mended_is_shown_at_its_place_instead_of_publishing(bench):
    page = bench.page
    page.edit()
    page.editor.show_place(FIRST)
    press(Qt.Key.Key_N, CTRL)
    page.editor.show_place(())
    press(Qt.Key.Key_Return, CTRL | SHIFT)
    assert page.editor.place == ("sections", 1, "questions", 1)
    assert page.editor.question_part.title.error == "Give the question a short title."
    assert page.banner.text == "Not published yet. Give the question a short title."
    assert page.editor.outline.line.sign == "wrong"
    assert bench.workspace.ask(library.script, "b2b", "en").version == 1


def test_remarks_stand_under_the_words_and_never_block(bench):
    page = bench.page
    page.edit()
    page.editor.show_place(FIRST)
    part = page.editor.question_part
    assert part.notes.isHidden()
    bench.type(part.text.editor, "Do you have a goal?")
    flush_all(page)
    assert part.notes.isVisible() and "yes or no" in part.notes.sentences[0]
    assert page.editor.outline.line.sign == "note"
    page.publish()
    assert bench.workspace.ask(library.script, "b2b", "en").version == 2


def test_typing_is_one_step_of_undo_and_ctrl_z_in_a_fresh_text_undoes_the_last_act(bench):
    page = bench.page
    page.edit()
    page.editor.show_place(FIRST)
    title = page.editor.question_part.title.editor
    for words in ("Goal", "Goals", "Goals, ranked"):
        bench.type(title, words)
        flush_all(page)
    assert page.desk.stack.count() == 2 and page.desk.stack.undoText() == "change “Short title”"
    page.editor.show_place(("sections", 1, "questions", 2))
    page.editor.question_part.title.editor.setFocus()
    press(Qt.Key.Key_Z, CTRL)
    assert titles(bench.draft(SCRIPT))[1] == "Main goal" and page.editor.place == FIRST


def test_a_copy_is_named_and_given_up_and_undo_goes_back_to_where_it_was_done(bench):
    page = bench.page
    page.duplicate()
    assert page.desk.mark.key == "b2b-discovery-copy" and page.desk.editable
    name = page.editor.script_part.name.editor
    assert name.hasFocus() and name.selectedText() == "B2B discovery (copy)"
    QTest.keyClicks(name, "Export markets")
    page.publish()
    assert [each.name for each in bench.workspace.ask(library.scripts, "en")][-1] == "Export markets"
    page.open_item(GRID)
    page.desk.undo()
    assert page.kind is ItemKind.SCRIPT and page.desk.mark.key == "b2b-discovery-copy" and page.desk.editable
    page.discard()
    assert page.desk.mark == SCRIPT, "what was never published is gone with its draft"
    page.desk.undo()
    assert page.desk.content["name"] == "Export markets"


def test_archiving_is_undone_and_what_is_needed_is_kept(bench):
    page = bench.page
    bant = Shelfmark(ItemKind.GRID, "bant", "en")
    page.open_item(bant)
    page.head.archive.click()
    assert "bant" not in [each.key for each in bench.workspace.ask(library.grids, "en")]
    assert page.desk.mark == bant and page.head.archive.text() == "Restore"
    page.head.archive.click()
    assert "bant" in [each.key for each in bench.workspace.ask(library.grids, "en")]
    page.desk.undo()
    assert page.desk.piece.row.archived
    page.open_item(GRID)
    page.head.archive.click()
    assert "B2B discovery" in page.banner.text and page.desk.stack.undoText() == "archive"


@pytest.mark.parametrize("mark", [SCRIPT, GRID, CARDS, SENTENCES], ids=lambda mark: mark.kind.value)
def test_out_to_a_file_and_back_as_a_draft(bench, tmp_path, mark):
    page, path = bench.page, tmp_path / "out.toml"
    page.open_item(mark)
    page.export_file(path)
    page.import_file(path)
    assert bench.said == ["out.toml is written.", "Imported as a draft: read it, then publish it."]
    assert bench.draft(mark) == {**bench.in_use(mark), "version": 2}
    page.import_file(path)
    assert "is being written" in page.banner.text


def test_a_wrong_file_is_refused_with_its_line_and_changes_nothing(bench, tmp_path):
    path = tmp_path / "wrong.toml"
    bench.page.open_item(GRID)
    bench.page.export_file(path)
    path.write_text(path.read_text(encoding="utf-8").replace("good = 70", "good = 700"), encoding="utf-8")
    bench.page.import_file(path)
    assert bench.page.banner.text.startswith("wrong.toml, line 5: the value of “good” is not accepted")
    assert bench.draft(GRID) is None
    bench.page.export_file(tmp_path / "no folder" / "out.toml")
    assert "out.toml cannot be written" in bench.page.banner.text


def test_a_published_version_cannot_be_typed_in(bench):
    page = bench.page
    page.open_item(SCRIPT, FIRST)
    part = page.editor.question_part
    QTest.keyClicks(part.title.editor, "x")
    part.weight.editor.stepUp()
    for act in (page.editor.copy_line, page.editor.remove_line, lambda: page.editor.move_line(1)):
        act()
    page.editor.add("question")
    flush_all(page)
    assert bench.draft(SCRIPT) is None and bench.in_use(SCRIPT) == templates.script("b2b", "en").as_dict()
    assert page.editor.outline.up.isHidden() or not page.editor.outline.up.isVisible()


def test_each_kind_keeps_its_place_and_says_what_it_is(bench):
    page = bench.page
    page.open_item(Shelfmark(ItemKind.SCRIPT, "b2c", "en"))
    for kind in (ItemKind.GRID, ItemKind.OBJECTIONS, ItemKind.REFORMULATIONS):
        page.kinds.segment(kind.value).click()
        assert page.editor.isVisible() and page.list.rows.rowCount() >= 2
    page.kinds.segment("script").click()
    assert page.desk.mark.key == "b2c"


def test_what_somebody_else_changes_is_shown_and_what_is_typed_is_kept(bench, clock):
    page = bench.page
    page.edit()
    page.editor.show_place(FIRST)
    bench.type(page.editor.question_part.title.editor, "Half typed")
    content = {**page.desk.content, "name": "Renamed"}
    bench.workspace.do(library_drafts.save_draft, SCRIPT, content, now=clock.now())
    assert page.head.name.text() == "Renamed"
    assert page.editor.question_part.title.editor.text() == "Half typed"
    page.leave()
    assert bench.draft(SCRIPT)["name"] == "Renamed" and titles(bench.draft(SCRIPT))[1] == "Half typed"


@pytest.mark.parametrize(("size", "touch"), [((1024, 640), False), ((1024, 640), True), ((1280, 800), False)])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_nothing_is_cut_in_a_small_window_and_everything_has_a_name(
    workspace, tmp_path, qtbot, look, language, size, touch
):
    i18n.use(language)
    theme.apply(look, theme.current(), touch)
    page = LibraryPage(workspace, tmp_path)
    window = MainWindow([page], [RailEntry("library", "L", "library", foot=True)], ActionRegistry())
    qtbot.addWidget(window)
    workspace.changed.connect(window.refresh)
    window.resize(*size)
    window.show()
    window.show_page("library")
    for kind in ItemKind:
        page.show_kind(kind)
        page.edit()
        fits(page)
        page.begin()
        fits(page)
    assert (window.width(), window.height()) == size
    assert not touch or too_small(page, 44) == []
    assert nameless(page) == [] and rich_text_labels(page) == []


def fits(page):
    lines = page.editor.outline.rows.rows
    for line in (*lines[:4], lines[-1]):
        page.editor.show_place(line.place)
        area = page.editor.area
        assert area.widget().minimumSizeHint().width() <= area.viewport().width(), (page.kind, line)
        assert area.horizontalScrollBar().maximum() == 0


def test_a_script_is_begun_from_nothing_written_whole_and_published(bench):
    page = bench.page
    press(Qt.Key.Key_N, CTRL | SHIFT)
    mark = page.desk.mark
    assert mark.key.startswith("script-") and mark.language == "en" and page.desk.editable
    part = page.editor.script_part
    assert part.name.editor.hasFocus() and part.name.editor.text() == ""
    assert page.list.rows.index(page.list.currentIndex().row()).data() == "untitled"
    assert part.missing.isVisible() and part.missing.sentences == (
        "Give it a name.",
        "Name the theme.",
        "Give the question a short title.",
        "Write how the question “untitled” is said.",
    )
    assert "4 things left to write." in page.head.about.text()
    QTest.keyClicks(part.name.editor, "Export markets")
    page.publish()
    assert page.banner.text == "Not published yet. Name the theme."
    assert page.editor.theme_part.name.editor.hasFocus()
    QTest.keyClicks(page.editor.theme_part.name.editor, "Why abroad")
    page.publish()
    question = page.editor.question_part
    assert question.title.editor.hasFocus()
    QTest.keyClicks(question.title.editor, "Reason")
    question.text.editor.setFocus()
    QTest.keyClicks(question.text.editor, "What makes you look abroad?")
    page.publish()
    assert not page.desk.editable
    script = bench.workspace.ask(library.script, mark.key, "en")
    assert (script.name, script.version, script.grid) == ("Export markets", 1, "five-criteria")
    assert script.name in [each.name for each in bench.workspace.ask(library.scripts, "en")]
    while page.desk.stack.canUndo():
        page.desk.undo()
    assert page.desk.mark == SCRIPT
    assert mark not in [row.mark for row in bench.workspace.ask(library.shelf, ItemKind.SCRIPT, "en")]
    for _each in range(page.desk.stack.count()):
        page.desk.redo()
    assert bench.workspace.ask(library.script, mark.key, "en") == script


def test_a_grid_is_begun_from_nothing(bench):
    page = bench.page
    page.open_item(GRID)
    page.begin()
    part = page.editor.grid_part
    assert page.desk.mark.key.startswith("grid-") and part.missing.isVisible()
    assert part.effect.isHidden() and part.replay.isHidden(), "of levels that mean nothing, nothing is said"
    part.missing.buttons[1].click()
    assert page.editor.place == ("criteria", 0) and page.editor.criterion_part.name.editor.hasFocus()
    page.editor.show_place(())
    part.missing.buttons[3].click()
    assert page.editor.criterion_part.levels[1].editor.hasFocus()
    content = {
        **page.desk.content,
        "name": "Ours",
        "criteria": [{**page.desk.content["criteria"][0], "name": "Need", "levels": ["a", "b", "c", "d"]}],
    }
    page.desk.change("whole", content, (), ())
    assert part.effect.isVisible() and part.missing.isHidden()
    page.publish()
    assert "Ours" in [each.name for each in bench.workspace.ask(library.grids, "en")]


@pytest.mark.parametrize(
    ("mark", "rows", "field"), [(CARDS, "cards", "title"), (SENTENCES, "sentences", "text")], ids=["card", "sentence"]
)
def test_a_row_of_a_set_is_begun_in_a_draft_opened_for_it(bench, mark, rows, field):
    page = bench.page
    page.open_item(mark)
    before = bench.in_use(mark)
    press(Qt.Key.Key_N, CTRL | SHIFT)
    place = (rows, len(before[rows]))
    assert page.editor.place == place and page.editor.part.fields.field((field,)).editor.hasFocus()
    assert bench.draft(mark)[rows][-1][field] == "" and bench.in_use(mark) == before
    page.publish()
    assert page.desk.editable and page.banner.text.startswith("Not published yet.")
    assert page.desk.stack.undoText() == ("new objection" if rows == "cards" else "new reformulation")
    page.desk.undo()
    assert bench.draft(mark) is None and not page.desk.editable
    page.desk.redo()
    page.begin()
    assert len(bench.draft(mark)[rows]) == len(before[rows]) + 2
    page.desk.undo()
    assert page.desk.editable and len(bench.draft(mark)[rows]) == len(before[rows]) + 1


def test_what_is_begun_is_in_the_language_of_what_is_at_hand(bench):
    page = bench.page
    french = Shelfmark(ItemKind.GRID, "bant", "fr")
    page.open_item(french)
    assert page.new_button.text() == "New grid (FR)"
    assert bench.window.registry.get("library.new").text == "New grid (FR)"
    page.new_button.click()
    assert page.desk.mark.language == "fr"
    page.open_item(GRID)
    assert page.new_button.text() == "New grid"
