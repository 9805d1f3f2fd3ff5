"""The needs in the order of the document."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.models.need_kinds import NeedKind
from desktop.models.needs import Reply
from desktop.services import calls, catalogue_references, needs, shared_page
from desktop.services.shared_page import Agreement, Decision
from tests.services.proposal_case import CALLED, NOW, PRIVATE


def test_rows_follow_the_document_and_the_ends_do_not_move(composed):
    card = composed.page.composer.needs
    first, second, third = card.rows
    assert not first.up.isEnabled() and not third.down.isEnabled()
    third.up.click()
    assert card.rows == [first, third, second]
    assert composed.page.desk.stack.undoText() == "move a need"
    composed.page.desk.stack.undo()
    assert card.rows == [first, second, third]
    card._move(first.row_id, -1)
    assert card.rows == [first, second, third]


def test_without_citable_words_it_says_where_needs_come_from(bench):
    case = bench.claire()
    for key in case.verbatims.values():
        bench.workspace.do(calls.set_citable, key, False)
    bench.page.compose_for(case.prospect, case.call)
    bench.page.show()
    card = bench.page.composer.needs
    assert card.rows == [] and card.empty.isVisible() and not card.fresh.isVisible()


def test_needs_said_since_are_added_in_one_click(composed):
    case = composed.case
    card = composed.page.composer.needs
    assert not card.fresh.isVisible()
    key = case.verbatims[PRIVATE]
    composed.workspace.do(calls.set_citable, key, True)
    composed.workspace.do(needs.add_need, case.prospect, [key], now=CALLED, kind=NeedKind.NEED)
    assert card.fresh.isVisible() and card.fresh.text() == "Add 1 new need"
    card.fresh.click()
    assert len(card.rows) == 4 and not card.fresh.isVisible()


def test_a_need_that_is_gone_takes_its_row_away(composed):
    card = composed.page.composer.needs
    need = composed.sheet.needs[1].need.id
    composed.workspace.do(needs.update_need, need, deleted_at=NOW)
    assert len(card.rows) == 2
    composed.workspace.do(needs.update_need, need, deleted_at=None)
    assert len(card.rows) == 3


def test_the_order_they_gave_since_is_taken_up_and_undone(composed):
    card = composed.page.composer.needs
    assert not card.reorder.isVisible()
    shown = composed.workspace.ask(shared_page.page, composed.case.call, today=NOW.date()).needs
    agreement = Agreement(tuple(Decision(each.key, Reply.CONFIRMED) for each in reversed(shown)), "Claire Fontaine")
    composed.workspace.do(shared_page.agree, composed.case.call, agreement, NOW + timedelta(hours=1))
    first, second, third = card.rows
    assert card.reorder.isVisible()
    card.reorder.click()
    assert card.rows == [third, second, first] and not card.reorder.isVisible()
    assert composed.page.desk.stack.undoText() == "take up their order"
    composed.page.desk.stack.undo()
    assert card.rows == [first, second, third] and card.reorder.isVisible()


def test_a_proof_of_the_catalogue_is_picked_and_undone(composed):
    composed.workspace.do(
        catalogue_references.add_reference, now=NOW, text="Six heures rendues", source="Menuiseries Roland"
    )
    row = composed.page.composer.needs.rows[1]
    row.proof.offer_all()
    QTest.keyClick(row.proof.popup, Qt.Key.Key_Down)
    QTest.keyClick(row.proof.popup, Qt.Key.Key_Return)
    assert composed.sheet.needs[1].row.proof == "Six heures rendues (Menuiseries Roland)"
    assert row.proof.toPlainText() == "Six heures rendues (Menuiseries Roland)"
    row.proof.popup.hide()
    composed.page.desk.stack.undo()
    assert composed.sheet.needs[1].row.proof == ""
