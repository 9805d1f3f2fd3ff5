"""The cards and the pages together."""

import pytest

from desktop.services import proposals
from tests.services.proposal_case import NOW


@pytest.fixture
def composer(composed, qtbot):
    with qtbot.waitActive(composed.page):
        composed.page.show()
    return composed.page.composer


def test_the_pages_follow_what_is_written(composed, composer, qtbot):
    with qtbot.waitSignal(composer.preview.drawn, timeout=10_000):
        composed.workspace.do(proposals.update_proposal, composed.page.desk.key, now=NOW, title="Autre titre")
    assert composer.preview.pages >= 2


def test_each_place_of_a_check_takes_the_focus(composed, composer):
    row = composer.needs.rows[2]
    option = composer.options.opened
    for where, target in (
        (f"need:{row.row_id}", row.answer),
        (f"option:{option}", composer.options.editor.lines[0].price),
        ("validity", composer.document.valid_until),
        ("options", composer.options.add),
    ):
        composer.show_place(where)
        assert target.hasFocus(), where
    composer.show_place("company")


def test_opening_another_proposal_saves_what_was_typed_in_the_first(composed, composer):
    first = composed.page.desk.key
    composer.document.title_edit.setFocus()
    composer.document.title_edit.setPlainText("Juste avant de partir")
    second = composed.workspace.do(proposals.compose, composed.case.prospect, now=NOW, language="en")
    composed.page.open_proposal(second)
    composed.page.open_proposal(first)
    assert composed.sheet.proposal.title == "Juste avant de partir"
    assert composer.document.title_edit.toPlainText() == "Juste avant de partir"


def test_letters_show_in_the_pages_before_they_are_saved(composed, composer, qtbot):
    preview, price = composer.preview, composer.options.editor.lines[0].price
    composer.document.title_edit.setFocus()
    composer.document.title_edit.selectAll()
    qtbot.keyClicks(composer.document.title_edit, "Avant d'etre sur le disque")
    qtbot.waitUntil(
        lambda: preview.is_current and preview.drawer.wanted.content.title.startswith("Avant"), timeout=9000
    )
    assert composed.sheet.proposal.title != composer.document.title_edit.toPlainText()
    drawn = []
    preview.drawn.connect(drawn.append)
    price.setFocus()
    assert composed.sheet.proposal.title == composer.document.title_edit.toPlainText()
    assert preview.is_current and drawn == []
    price.selectAll()
    qtbot.keyClicks(price, "4321")
    qtbot.waitUntil(lambda: bool(drawn), timeout=9000)
    assert str(preview.drawer.wanted.content.options[0].lines[0].unit_price) == "4321"


def test_something_else_that_changes_does_not_put_older_words_back_in_the_pages(composed, composer, qtbot):
    editor = composer.needs.rows[0].answer
    editor.setFocus()
    editor.selectAll()
    qtbot.keyClicks(editor, "En train")
    composed.workspace.do(proposals.update_proposal, composed.page.desk.key, now=NOW, title="Autre")
    wanted = composer.preview.drawer.wanted.content
    assert wanted.title == "Autre" and wanted.needs[0].answer == "En train"
