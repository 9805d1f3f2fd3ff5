"""One question."""

from desktop.models.content_edits import part_at
from tests.ui.library.conftest import SCRIPT

FIRST = ("sections", 1, "questions", 0)


def test_every_field_of_a_question_is_shown_and_written(bench):
    page = bench.page
    page.edit()
    page.editor.show_place(FIRST)
    part = page.editor.question_part
    question = part_at(page.desk.content, FIRST)
    assert part.title.editor.text() == question["title"] and part.why.editor.toPlainText() == question["why"]
    assert part.criterion.editor.currentText() == "Stated need" and part.weight.editor.value() == question["weight"]
    bench.type(part.why.editor, "Because")
    part.criterion.editor.setCurrentIndex(0)
    part.criterion.editor.activated.emit(0)
    part.seconds.editor.setValue(75)
    part.fields.flush()
    written = part_at(bench.draft(SCRIPT), FIRST)
    assert (written["why"], written["criterion"], written["seconds"]) == ("Because", None, 75)


def test_the_criteria_are_those_of_the_grid_of_the_script(bench):
    page = bench.page
    page.edit()
    script = page.editor.script_part
    place = script.grid.editor.findData("bant")
    script.grid.editor.setCurrentIndex(place)
    script.grid.editor.activated.emit(place)
    page.editor.show_place(FIRST)
    combo = page.editor.question_part.criterion.editor
    assert [combo.itemData(each) for each in range(combo.count())] == [None, "budget", "authority", "need", "timing"]
