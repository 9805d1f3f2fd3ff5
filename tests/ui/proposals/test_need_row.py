"""One need: their words, our answer, kept as it is typed and undone by name."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.services import needs
from desktop.ui import theme
from tests.services.proposal_case import ANSWER, LOST_DAY
from tests.ui.accessibility import nameless, rich_text_labels
from tests.ui.touch import size_of


@pytest.fixture
def row(composed):
    return composed.page.composer.needs.rows[1]


def words(row):
    return [
        row.quotes.itemAt(place).widget().text()
        for place in range(row.quotes.count())
        if row.quotes.itemAt(place).widget()
    ]


def test_their_words_are_quoted_with_who_and_when(composed):
    first = composed.page.composer.needs.rows[0]
    assert words(first) == [f"“{LOST_DAY}”", "Claire Fontaine, 12 Nov · to say back before quoting"]
    assert first.answer.toPlainText() == ANSWER
    assert first.kind.text == "Stake"
    composed.workspace.do(needs.update_need, composed.sheet.needs[0].need.id, confirmed=True)
    assert words(first)[1] == "Claire Fontaine, 12 Nov · confirmed together"


def test_what_is_typed_is_on_the_disk_after_a_pause(composed, row, qtbot):
    assert row.missing.isVisible()
    with qtbot.waitActive(composed.page):
        composed.page.show()
    row.answer.setFocus()
    QTest.keyClicks(row.answer, "Three screens")
    qtbot.waitUntil(lambda: composed.sheet.needs[1].row.answer == "Three screens", timeout=3000)
    assert not row.missing.isVisible()
    assert row.answer.toPlainText() == "Three screens"


def test_leaving_a_need_out_is_undone_by_name(composed, row):
    row.included.click()
    assert not composed.sheet.needs[1].row.included
    stack = composed.page.desk.stack
    assert stack.undoText().startswith("leave out “Le CRM actuel")
    stack.undo()
    assert composed.sheet.needs[1].row.included and row.included.isChecked()


def test_an_offer_answers_and_is_taken_back_with_what_was_written_before(composed, row):
    row.proof.setPlainText("Équipe Perrin")
    row._pick(0)
    kept = composed.sheet.needs[1].row
    assert kept.answer == ANSWER and kept.proof.startswith("Menuiseries")
    assert row.answer.toPlainText() == ANSWER
    composed.page.desk.stack.undo()
    kept = composed.sheet.needs[1].row
    assert (kept.answer, kept.proof) == ("", "Équipe Perrin")
    assert row.answer.toPlainText() == ""


def test_the_details_open_and_are_kept(composed, row):
    assert not row.details.isVisible()
    row.more.click()
    assert row.details.isVisible()
    for name in ("understanding", "impact", "benefit"):
        row._detail_editors[name].setPlainText(name)
        row._saves[name].flush()
    kept = composed.sheet.content.needs[1]
    assert (kept.understanding, kept.impact, kept.benefit) == ("understanding", "impact", "benefit")
    row.more.click()
    assert not row.details.isVisible()


def test_alt_and_an_arrow_move_it_from_inside_its_text(composed, row, qtbot):
    with qtbot.waitActive(composed.page):
        composed.page.show()
    row.answer.setFocus()
    QTest.keyClick(row.answer, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert composed.sheet.needs[0].row.id == row.row_id
    assert composed.page.composer.needs.rows[0] is row
    assert row.answer.hasFocus()


def test_everything_has_a_name_and_nothing_is_read_as_html(row):
    assert nameless(row) == [] and rich_text_labels(row) == []


def test_a_finger_hits_its_buttons_and_a_mouse_has_them_small_again(row, look, qtbot):
    buttons = [row.catalogue, row.up, row.more, row.down]
    for touch, side in ((False, 26), (True, 44), (False, 26)):
        theme.apply(look, theme.current(), touch)
        qtbot.waitUntil(lambda side=side: {size_of(each).toTuple() for each in buttons} == {(side, side)})
        # Two by two, none over another nor out of its column.
        places = {each.pos().toTuple() for each in buttons}
        assert len(places) == 4 and all(row._beside.rect().contains(each.geometry()) for each in buttons)
        assert not row.up.geometry().intersects(row.catalogue.geometry())
        assert size_of(row.included).width() >= theme.metrics().least
