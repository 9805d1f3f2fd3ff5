"""What every card works with."""

from PySide6.QtWidgets import QLineEdit

from desktop.errors import UserError
from desktop.services import proposals
from desktop.ui.widgets.fields import Field


def test_a_change_is_undone_by_name_and_done_again(composed):
    desk = composed.page.desk
    desk.change("title", proposals.update_proposal, desk.key, title="Nouveau")
    assert composed.sheet.proposal.title == "Nouveau" and desk.stack.undoText() == "title"
    desk.stack.undo()
    assert composed.sheet.proposal.title == "Une journée rendue chaque semaine"
    desk.stack.redo()
    assert composed.sheet.proposal.title == "Nouveau"


def test_an_act_that_is_refused_is_said_and_not_kept(composed, qtbot):
    desk = composed.page.desk

    def refuse():
        raise UserError("Not so.")

    with qtbot.waitSignal(desk.refused) as said:
        desk.perform("act", refuse, refuse)
    assert said.args == ["Not so."] and not desk.stack.canUndo()
    assert composed.page.outcome.text == "Not so."


def test_what_is_refused_is_said_under_its_field_and_goes_when_mended(composed, qtbot):
    editor = QLineEdit()
    field = Field("Number", editor)
    qtbot.addWidget(field)

    def save(text):
        if text == "x":
            raise UserError("Not a number.")

    keeper = composed.page.desk.keep(editor, save, field)
    editor.setText("x")
    keeper.flush()
    assert field.error == "Not a number." and editor.text() == "x"
    editor.setText("1")
    keeper.flush()
    assert field.error == ""


def test_another_proposal_forgets_what_could_be_undone(composed):
    desk = composed.page.desk
    desk.change("title", proposals.update_proposal, desk.key, title="Nouveau")
    desk.open(desk.key)
    assert desk.stack.canUndo()
    desk.open(None)
    assert not desk.stack.canUndo()


def test_a_field_typed_in_is_undone_under_its_name_even_once_it_is_gone(composed):
    card, desk = composed.page.composer.options, composed.page.desk
    first = card.opened
    (line,) = composed.sheet.options[0].lines
    card.editor.lines[0].price.setText("2 000")
    card.add.click()
    assert card.opened != first and composed.sheet.options[0].lines[0].unit_price == 2000
    desk.stack.undo()
    assert desk.stack.undoText() == "change “Unit price excl. VAT”"
    card.open(first)
    desk.stack.undo()
    assert composed.sheet.options[0].lines[0].unit_price == line.unit_price
    assert card.editor.lines[0].price.text() == "1,340.00"
    desk.stack.redo()
    assert composed.sheet.options[0].lines[0].unit_price == 2000
