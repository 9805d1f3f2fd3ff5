"""A script: its outline, its themes, and what is said of the whole."""

from desktop.ui.autosave import flush_all
from tests.ui.library.conftest import SCRIPT


def test_the_outline_is_themes_and_their_questions(bench):
    lines = bench.page.editor.outline.rows.rows
    assert [(line.level, line.text) for line in lines[:4]] == [
        (0, "The script"),
        (1, "Opening"),
        (2, "Reason for the call"),
        (1, "Need and urgency"),
    ]
    assert (lines[-1].level, lines[-1].text) == (0, "Common fit test")
    assert not any(line.sign for line in lines)


def test_a_theme_is_added_named_filled_and_taken_out_whole(bench):
    page = bench.page
    page.edit()
    page.editor.show_place(("sections", 0))
    page.editor.add("theme")
    assert page.editor.place == ("sections", 1) and page.editor.theme_part.empty.isVisible()
    bench.type(page.editor.theme_part.name.editor, "Warm-up")
    page.editor.add("question")
    assert page.editor.place == ("sections", 1, "questions", 0)
    flush_all(page)
    assert [each["name"] for each in bench.draft(SCRIPT)["sections"]][:2] == ["Opening", "Warm-up"]
    page.editor.show_place(("sections", 1))
    page.editor.remove_line()
    assert [each["name"] for each in bench.draft(SCRIPT)["sections"]][:2] == ["Opening", "Need and urgency"]
    page.desk.undo()
    assert page.editor.place == ("sections", 1)
    assert len(bench.draft(SCRIPT)["sections"][1]["questions"]) == 1


def test_a_question_of_an_empty_script_gets_a_theme(bench):
    page = bench.page
    page.edit()
    page.desk.change("empty", {**page.desk.content, "sections": []}, (), ())
    assert page.editor.outline.line.sign == "wrong"
    page.editor.add("question")
    assert page.editor.place == ("sections", 0, "questions", 0)
    assert [line.sign for line in page.editor.outline.rows.rows[1:3]] == ["wrong", "wrong"]


def test_too_many_questions_and_a_criterion_left_out_are_said_of_the_whole(bench):
    page = bench.page
    page.edit()
    page.editor.show_place(("sections", 1, "questions", 0))
    for _more in range(3):
        page.editor.copy_line()
    for place, section in reversed(list(enumerate(page.desk.content["sections"]))):
        for index, question in reversed(list(enumerate(section["questions"]))):
            if question["criterion"] == "budget":
                page.editor.show_place(("sections", place, "questions", index))
                page.editor.remove_line()
    page.editor.copy_line()
    page.editor.show_place(())
    notes = page.editor.script_part.notes
    assert notes.isVisible() and len(notes.sentences) == 2
    assert "“Estimated budget”" in notes.sentences[0] and notes.sentences[1].startswith("15 questions.")
    assert page.editor.outline.line.sign == "note"
    assert page.editor.script_part.summary.text().startswith("15 questions, about")
