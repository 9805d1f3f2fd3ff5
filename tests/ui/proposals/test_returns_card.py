"""Figures are offered, counted on demand, and everything can be undone."""

from decimal import Decimal

import pytest

from desktop.services import calls, proposal_options, proposals
from desktop.ui.autosave import flush_all
from desktop.ui.proposals.returns_card import ReturnsCard
from tests.services.proposal_case import CALLED, LOST_DAY, NOW
from tests.ui.accessibility import nameless, rich_text_labels

COST = "Deux commerciaux s’y collent, et une journée nous coûte 350 €."


class Case:
    def __init__(self, bench, card):
        self.bench, self.card = bench, card
        self.say(COST)
        key = bench.workspace.do(
            proposals.compose, bench.case.prospect, now=NOW, language="fr", call_id=bench.case.call
        )
        bench.page.open_proposal(key)

    def say(self, text):
        key = self.bench.workspace.do(calls.add_entry, self.bench.case.call, "verbatim", text, at=CALLED)
        self.bench.workspace.do(calls.set_citable, key, True)
        return key

    @property
    def names(self):
        return [each.accessibleName() for each in self.card.offers]

    def count_all(self):
        while self.card.offers:
            self.card.offers[0].click()


@pytest.fixture
def shown(bench, qtbot):
    bench.claire()
    card = ReturnsCard(bench.page.desk)
    qtbot.addWidget(card)
    case = Case(bench, card)

    def show():
        card.show_sheet(bench.sheet)

    bench.workspace.changed.connect(lambda *_touched: show())
    show()
    card.resize(620, 500)
    card.show()
    return case


def test_figures_of_theirs_are_offered_and_nothing_is_counted(shown):
    assert shown.names == [
        "Count: une journée par semaine",
        "Count: Deux commerciaux",
        "Count: une journée nous coûte 350 €",
    ]
    assert shown.card.gains == [] and not shown.card.result.isVisible()
    assert "unless you ask" in shown.card.remark.text()
    assert nameless(shown.card) == [] and rich_text_labels(shown.card) == []


def test_counted_they_come_to_a_gain_and_undo_takes_them_back_one_by_one(shown):
    shown.card.offers[0].click()
    (row,) = shown.card.gains
    assert "an hour, a day or one time costs them is missing" in row.missing.text() and row.amount.text() == ""
    shown.count_all()
    assert shown.card.gains[0].amount.text() == "€32,200 a year"
    assert shown.card.result.text() == "€32,200 a year · €1,340 the first year · earned back in 1 month"
    assert not shown.card.heading.isVisible()
    stack = shown.bench.page.desk.stack
    assert stack.undoText() == "count “une journée nous coûte 350 €”"
    stack.undo()
    assert shown.names == ["Count: une journée nous coûte 350 €"] and not shown.card.result.isVisible()
    stack.redo()
    assert shown.bench.sheet.content.returns.gain_a_year == 32200


def test_a_figure_is_read_otherwise_and_counted_no_more(shown, qtbot):
    shown.count_all()
    row = shown.card.gains[0]
    chosen = row.readings[0]
    assert chosen.currentText() == "1 day a week" and not row.readings[1].isEnabled()
    place = chosen.findText("1 day a month")
    chosen.setCurrentIndex(place)
    chosen.activated.emit(place)
    assert shown.bench.sheet.content.returns.gain_a_year == 12 * 2 * 350
    shown.card.gains[0].remove.click()
    assert shown.card.gains == [] and len(shown.names) == 3
    shown.bench.page.desk.stack.undo()
    assert shown.bench.sheet.content.returns.gain_a_year == 12 * 2 * 350


def test_what_is_gained_is_said_in_words_that_save_themselves(shown):
    shown.count_all()
    row = shown.card.gains[0]
    row.label.setText("Des relances utiles")
    flush_all(shown.card)
    assert shown.bench.sheet.content.returns.gains[0].label == "Des relances utiles"
    assert shown.card.gains[0] is row


def test_words_that_may_no_longer_be_quoted_are_said_to_count_no_more(shown):
    shown.count_all()
    shown.bench.workspace.do(calls.set_citable, shown.bench.case.verbatims[LOST_DAY], False)
    assert "may no longer be quoted" in shown.card.gains[0].missing.text()
    assert not shown.card.result.isVisible()


def test_without_a_price_nothing_is_printed_and_it_says_why(shown):
    shown.count_all()
    shown.bench.workspace.do(proposals.update_proposal, shown.bench.page.desk.key, now=NOW, contractual=False)
    assert "no recommended option has a price" in shown.card.remark.text()
    assert shown.bench.sheet.content.returns is None


def test_the_words_behind_it_are_asked_for(shown, qtbot):
    shown.count_all()
    with qtbot.waitSignal(shown.card.words_wanted) as asked:
        shown.card.words.click()
    assert asked.args == ["returns"]


def test_a_return_that_never_comes_is_not_boasted_of(shown):
    shown.say("On perd 1 € par an.")
    option = shown.bench.sheet.options[0]
    shown.bench.workspace.do(proposal_options.update_line, option.lines[0].id, now=NOW, unit_price=Decimal(9_000_000))
    shown.count_all()
    assert "more than ten years" in shown.card.remark.text()
