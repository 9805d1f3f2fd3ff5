"""The option that is open."""

from decimal import Decimal

import pytest

from desktop.services import catalogue, proposal_options, settings
from tests.services.proposal_case import NOW
from tests.ui.accessibility import nameless, rich_text_labels

D = Decimal


@pytest.fixture
def editor(composed):
    return composed.page.composer.options.editor


def totals(editor):
    grid = editor.totals
    return [
        (grid.itemAtPosition(row, 0).widget().text(), grid.itemAtPosition(row, 1).widget().text())
        for row in range(grid.rowCount())
        if grid.itemAtPosition(row, 0)
    ]


def test_totals_show_vat_by_rate_and_follow_the_lines(composed, editor):
    composed.workspace.do(
        proposal_options.add_line, editor.option_id, now=NOW, label="Livre", unit_price=D(100), vat_rate=D("5.5")
    )
    assert totals(editor) == [
        ("Total excl. VAT", "€1,440.00"),
        ("VAT 20%", "€268.00"),
        ("VAT 5.5%", "€5.50"),
        ("Total incl. VAT", "€1,713.50"),
    ]
    composed.workspace.do(settings.save_company, now=NOW, vat_exempt=True)
    composed.page.refresh(frozenset())
    assert totals(editor)[-1] == ("No VAT", "€1,440.00") and len(totals(editor)) == 2


def test_lines_are_added_moved_removed_and_brought_back(composed, editor):
    stack = composed.page.desk.stack
    editor.add.click()
    first, second = editor.lines
    assert not first.up.isEnabled() and not second.down.isEnabled()
    second.up.click()
    assert editor.lines == [second, first]
    stack.undo()
    assert editor.lines == [first, second]
    first.remove.click()
    assert editor.lines == [second]
    stack.undo()
    assert len(editor.lines) == 2
    stack.undo()
    assert len(editor.lines) == 1
    stack.redo()
    assert len(editor.lines) == 2


def test_a_line_goes_to_the_catalogue_and_one_without_a_name_does_not(composed, editor, qtbot):
    before = len(composed.workspace.ask(catalogue.offers))
    with qtbot.waitSignal(composed.page.toasted):
        editor.lines[0].keep.click()
    assert len(composed.workspace.ask(catalogue.offers)) == before + 1
    editor.add.click()
    editor.lines[1].keep.click()
    assert composed.page.outcome.text == "Give the offer a name."


def test_the_words_of_the_option_reach_the_document(composed, editor):
    for name, text in (
        ("name", "Équiper"),
        ("for_whom", "Pour deux"),
        ("lead_time", "8 semaines"),
        ("reason", "Budget"),
    ):
        target = getattr(editor, name)
        target.setText(text) if hasattr(target, "setText") else target.setPlainText(text)
        editor._saves[name].flush()
    editor.included.setPlainText("Une grille\n\n Une trame ")
    editor._saves["included"].flush()
    printed = composed.sheet.content.options[0]
    assert (printed.name, printed.for_whom, printed.lead_time, printed.reason) == (
        "Équiper",
        "Pour deux",
        "8 semaines",
        "Budget",
    )
    assert [each.strip() for each in printed.included] == ["Une grille", "Une trame"]


def test_a_need_is_covered_and_uncovered(composed, editor):
    row = composed.sheet.needs[1].row.id
    chip = editor.need_chip(row)
    assert not chip.isChecked()
    chip.click()
    assert row in composed.sheet.options[0].covers and chip.isChecked()
    chip.click()
    assert row not in composed.sheet.options[0].covers and not chip.isChecked()


def test_it_is_recommended_or_not(composed, editor):
    assert editor.reason_field.isVisible()
    editor.recommend.click()
    assert not composed.sheet.options[0].option.recommended and not editor.reason_field.isVisible()
    composed.page.desk.stack.undo()
    assert composed.sheet.options[0].option.recommended


def test_everything_has_a_name_and_nothing_is_read_as_html(editor):
    assert nameless(editor) == [] and rich_text_labels(editor) == []
