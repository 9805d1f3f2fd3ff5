"""Fields bound to a place of a content."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.library.conftest import CARDS, GRID, SCRIPT

FIRST = ("sections", 1, "questions", 0)


def wheel(widget):
    centre = QPointF(widget.rect().center())
    event = QWheelEvent(
        centre,
        widget.mapToGlobal(centre),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def test_a_list_is_one_sentence_a_line_without_the_empty_ones(bench):
    bench.page.edit()
    bench.page.editor.show_place(FIRST)
    probes = bench.page.editor.question_part.probes.editor
    assert probes.toPlainText().splitlines()[0] == "How will you know it has worked?"
    probes.setPlainText("One?\n\n  Two?  \n")
    bench.page.editor.part.fields.flush()
    assert bench.draft(SCRIPT)["sections"][1]["questions"][0]["probes"] == ["One?", "Two?"]


def test_numbers_and_choices_are_saved_at_once(bench):
    page = bench.page
    page.edit()
    page.editor.show_place(FIRST)
    part = page.editor.question_part
    part.weight.editor.setFocus()
    QTest.keyClick(part.weight.editor, Qt.Key.Key_Up)
    part.kind.editor.setFocus()
    QTest.keyClick(part.kind.editor, Qt.Key.Key_Down)
    question = bench.draft(SCRIPT)["sections"][1]["questions"][0]
    assert question["weight"] == 4 and question["need_kind"] == "stake"
    page.desk.undo()
    assert part.kind.editor.currentData() == "need"


def test_the_wheel_changes_nothing(bench):
    page = bench.page
    page.edit()
    page.editor.show_place(FIRST)
    part = page.editor.question_part
    for field in (part.weight, part.kind, part.criterion):
        wheel(field.editor)
    assert page.desk.stack.count() == 1


def test_a_published_text_looks_like_text_and_tab_passes_over_it(bench):
    page = bench.page
    page.open_item(CARDS, ("cards", 0))
    title = page.editor.card_part.title.editor
    assert title.isReadOnly() and title.property("bare") and not title.focusPolicy() & Qt.FocusPolicy.TabFocus
    page.edit()
    assert not title.isReadOnly() and not title.property("bare") and title.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_what_is_typed_in_a_part_that_went_goes_with_it(bench, workspace):
    page = bench.page
    page.open_item(GRID)
    page.edit()
    page.editor.show_place(("criteria", 0))
    name = page.editor.criterion_part.name.editor
    bench.type(name, "Half")
    content = page.desk.content
    page.desk.change("swap", {**content, "criteria": content["criteria"][1:]}, ("criteria", 0), ("criteria", 0))
    page.leave()
    assert bench.draft(GRID)["criteria"][0]["name"] == "Estimated budget"
    assert name.text() == "Estimated budget"


def test_what_is_wrong_is_said_under_its_field_and_taken_back(bench):
    page = bench.page
    page.open_item(GRID)
    page.edit()
    page.editor.show_place(("criteria", 1))
    part = page.editor.criterion_part
    level = part.levels[2]
    bench.type(level.editor, " ")
    part.fields.flush()
    assert level.error == "Write what level 2 of “Estimated budget” means." and part.levels[1].error == ""
    bench.type(level.editor, "Quoted")
    part.fields.flush()
    assert level.error == ""
