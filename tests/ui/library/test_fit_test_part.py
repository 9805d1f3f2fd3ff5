"""The fit test that a script carries: common, or its own, with the same linter and the same keys as the rest."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.models.library import ItemKind
from desktop.models.scripts import Script
from desktop.services import library, library_drafts, templates
from desktop.services.library import Shelfmark
from desktop.ui.autosave import flush_all
from tests.services.library_case import NOW
from tests.ui.library.conftest import SCRIPT

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
FIT_TEST = ("fit_test",)
COMMON = Shelfmark(ItemKind.SCRIPT, templates.FIT_TEST, "en")


@pytest.fixture
def page(bench):
    """On the fit test of a script whose draft is open."""
    bench.page.edit()
    bench.page.editor.show_place(FIT_TEST)
    return bench.page


def texts(content):
    return [question["text"] for question in content["fit_test"]["questions"]]


def press(key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifiers)


def test_the_common_one_is_read_and_not_written(bench):
    page = bench.page
    page.editor.show_place(FIT_TEST)
    part = page.editor.fit_test_part
    assert part.questions.text().splitlines()[0] == "What is your main goal?"
    assert "common fit test, 3 questions" in part.about.text()
    assert part.own_button.isHidden() and part.name.isHidden() and part.open_button.isVisible()
    page.edit()
    assert page.editor.place == FIT_TEST and part.own_button.isVisible() and part.own_button.hasFocus()
    assert bench.draft(SCRIPT)["fit_test"] is None


def test_a_script_gets_its_own_and_goes_back_to_the_common_one(bench, page):
    start = bench.draft(SCRIPT)
    part = page.editor.fit_test_part
    part.own_button.click()
    assert part.name.editor.hasFocus() and part.name.editor.text() == "Express fit test"
    assert [line.text for line in page.editor.outline.rows.rows[-4:]] == [
        "Express fit test",
        "Main goal",
        "Level of urgency",
        "Final decision",
    ]
    own = bench.draft(SCRIPT)
    keys = [each["key"] for each in own["fit_test"]["questions"]]
    assert keys == ["fit-objective", "fit-urgency", "fit-decision"], "those of the script are taken"
    page.publish()
    assert bench.workspace.ask(library.scripts, "en")[0].fit_test is not None
    page.edit()
    part.common_button.click()
    assert bench.draft(SCRIPT)["fit_test"] is None and part.own_button.hasFocus()
    assert bench.said[-1] == "This script uses the common fit test again."
    page.desk.undo()
    assert bench.draft(SCRIPT)["fit_test"] == own["fit_test"]
    while page.desk.stack.canUndo():
        page.desk.undo()
    assert bench.in_use(SCRIPT) == {**start, "version": 1} and bench.draft(SCRIPT) is None


def test_its_questions_are_added_moved_copied_and_deleted_like_the_others(bench, page):
    page.editor.fit_test_part.make_own()
    start = texts(bench.draft(SCRIPT))
    press(Qt.Key.Key_N, CTRL)
    assert page.editor.place == ("fit_test", "questions", 3)
    QTest.keyClicks(page.editor.question_part.title.editor, "Budget")
    page.editor.question_part.text.editor.setFocus()
    QTest.keyClicks(page.editor.question_part.text.editor, "Do you have a budget?")
    flush_all(page)
    assert "yes or no" in page.editor.question_part.notes.sentences[0], "the linter reads it too"
    page.editor.outline.focus_list()
    assert page.editor.outline.line.sign == "note"
    press(Qt.Key.Key_Up, ALT)
    assert page.editor.place == ("fit_test", "questions", 2)
    for _step in range(3):
        press(Qt.Key.Key_Up, ALT)
    assert page.editor.place == ("fit_test", "questions", 0), "it stays in the fit test"
    assert texts(bench.draft(SCRIPT)) == ["Do you have a budget?", *start]
    press(Qt.Key.Key_D, CTRL)
    assert texts(bench.draft(SCRIPT))[:2] == ["Do you have a budget?"] * 2
    press(Qt.Key.Key_Delete)
    press(Qt.Key.Key_Home)
    page.editor.show_place(("fit_test", "questions", 0))
    page.editor.remove_line()
    assert texts(bench.draft(SCRIPT)) == start
    assert len(Script.from_dict(bench.draft(SCRIPT)).questions) == 12, "those of the themes are untouched"


def test_a_theme_is_added_among_the_themes(page):
    page.editor.fit_test_part.make_own()
    themes = len(page.desk.content["sections"])
    page.editor.add("theme")
    assert page.editor.place == ("sections", themes)


def test_a_question_added_beside_the_common_one_goes_to_the_themes(page):
    last = len(page.desk.content["sections"]) - 1
    page.editor.add("question")
    assert page.editor.place[:2] == ("sections", last) and page.desk.content["fit_test"] is None


def test_an_empty_one_is_not_published(bench, page):
    page.editor.fit_test_part.make_own()
    for _each in range(3):
        page.editor.show_place(("fit_test", "questions", 0))
        page.editor.remove_line()
    page.editor.show_place(())
    assert page.editor.script_part.missing.sentences == ("The fit test has no question.",)
    page.publish()
    assert page.editor.place == FIT_TEST and page.banner.text.endswith("The fit test has no question.")
    assert page.editor.outline.line.sign == "wrong"
    bench.type(page.editor.fit_test_part.name.editor, "Stand")
    page.desk.undo()
    page.desk.undo()
    assert len(texts(bench.draft(SCRIPT))) == 1


def test_what_is_typed_in_one_that_goes_goes_with_it(bench, page):
    page.editor.fit_test_part.make_own()
    bench.type(page.editor.fit_test_part.name.editor, "Half typed")
    page.desk.workspace.do(library_drafts.save_draft, SCRIPT, {**page.desk.content, "fit_test": None}, now=NOW)
    flush_all(page)
    assert bench.draft(SCRIPT)["fit_test"] is None
    assert page.editor.fit_test_part.own_button.isVisible()


def test_the_common_one_is_one_press_away_and_has_none_itself(page):
    page.editor.fit_test_part.open_button.click()
    assert page.desk.mark == COMMON
    assert not any(line.place == FIT_TEST for line in page.editor.outline.rows.rows)


def test_the_common_one_is_the_one_in_use(bench, page):
    changed = {**bench.in_use(COMMON)}
    changed["sections"] = [{**changed["sections"][0], "questions": changed["sections"][0]["questions"][:1]}]
    bench.workspace.do(library_drafts.save_draft, COMMON, changed, now=NOW)
    bench.workspace.do(library_drafts.publish, COMMON, now=NOW)
    assert "1 question, about" in page.editor.fit_test_part.about.text()
    page.editor.fit_test_part.make_own()
    assert len(texts(bench.draft(SCRIPT))) == 1
