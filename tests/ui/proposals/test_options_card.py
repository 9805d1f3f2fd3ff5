"""One to three ways to say yes, and what the matrix says of a price."""

from decimal import Decimal

import pytest

from desktop.models.proposals import Door
from desktop.services import catalogue, proposal_options
from desktop.ui.proposals.options_card import DOORS_KEY, options_actions
from tests.services.doors_case import three_offers
from tests.services.proposal_case import LOST_DAY, NOW


def test_options_are_added_opened_removed_and_brought_back(composed):
    card = composed.page.composer.options
    first = card.opened
    card.add.click()
    assert len(card.tiles) == 2 and card.opened != first
    assert card.tiles[card.opened].isChecked() and not card.tiles[first].isChecked()
    card.editor.remove.click()
    assert list(card.tiles) == [first] and card.opened == first
    composed.page.desk.stack.undo()
    assert len(card.tiles) == 2


def test_three_are_enough(composed):
    card = composed.page.composer.options
    card.add.click()
    assert card.add.isVisible()
    card.add.click()
    assert not card.add.isVisible()


def test_a_tile_opens_its_lines(composed):
    card = composed.page.composer.options
    first = card.opened
    card.add.click()
    card.tiles[first].click()
    assert card.editor.option_id == first and len(card.editor.lines) == 1


def test_the_last_option_may_go(composed):
    card = composed.page.composer.options
    card.editor.remove.click()
    assert card.tiles == {} and card.editor is None and card.opened is None
    assert "no option" in composed.page.composer.checks.sentences[0]


def test_the_tile_says_the_price_and_the_budget(composed):
    card = composed.page.composer.options
    glance = card.tiles[card.opened].glance
    assert glance.price == "€1,340 excl. VAT" and "within the budget" in glance.words
    assert card.note_label.text() == "budget: €15,000"
    other = composed.workspace.do(proposal_options.add_option, composed.page.desk.key, now=NOW, name="Autre")
    composed.workspace.do(proposal_options.add_line, other, now=NOW, label="x", unit_price=Decimal(2340))
    assert "+€1,000" in card.tiles[other].glance.words


def test_against_the_matrix_a_price_asks_why(warm):
    card = warm.page.composer.options
    assert card.contract.isVisible() and "Pre-proposal" in card.contract_words.text()
    assert card.tiles[card.opened].glance.price == "No price"
    card.price.click()
    assert card.reason_field.error and not warm.sheet.proposal.contractual
    card.reason.setText("Elle le demande.")
    card.price.click()
    assert warm.sheet.proposal.contractual and not card.reason_field.error
    assert card.tiles[card.opened].glance.price == "€1,340 excl. VAT"
    card.price.click()
    assert not warm.sheet.proposal.contractual and warm.sheet.proposal.price_reason == ""


def test_where_a_price_is_allowed_nothing_is_asked(composed):
    assert not composed.page.composer.options.contract.isVisible()


@pytest.fixture
def three(composed):
    """A catalogue that opens three doors, not proposed yet."""
    for each in composed.workspace.ask(catalogue.offers):
        composed.workspace.do(catalogue.archive_offer, each.id, at=NOW)
    composed.workspace.do(three_offers)
    composed.page.refresh(frozenset())
    return composed


def test_three_doors_are_proposed_taken_back_and_done_again(three):
    card, stack = three.page.composer.options, three.page.desk.stack
    before = list(card.tiles)
    card.doors.click()
    proposed = list(card.tiles)
    assert [tile.glance.door for tile in card.tiles.values()] == [Door.STEP, Door.BUDGET, Door.WHOLE]
    assert [tile.glance.recommended for tile in card.tiles.values()] == [False, True, False]
    assert card.tiles[card.opened].glance.recommended
    assert len({tile.height() for tile in card.tiles.values()}) == 1
    assert LOST_DAY in card.tiles[card.opened].glance.quotes[0]
    stack.undo()
    assert list(card.tiles) == before
    stack.redo()
    assert list(card.tiles) == proposed


def test_what_was_written_by_hand_stays_and_is_said(three, qtbot):
    card = three.page.composer.options
    card.doors.click()
    card.editor.name.setText("À ma façon")
    with qtbot.waitSignal(three.page.desk.said) as said:
        card.doors.click()
    assert "“À ma façon” was written by hand: it stays as it is." in said.args[0]
    assert "À ma façon" in [tile.glance.name for tile in card.tiles.values()]


def test_proposing_what_stands_already_says_so(three, qtbot):
    card = three.page.composer.options
    card.doors.click()
    with qtbot.waitSignal(three.page.desk.said) as said:
        card.doors.click()
    assert said.args[0] == "The options are already those: nothing to change."


def test_a_catalogue_that_answers_nothing_says_so(composed):
    for each in composed.workspace.ask(catalogue.offers):
        composed.workspace.do(catalogue.archive_offer, each.id, at=NOW)
    composed.page.composer.options.doors.click()
    assert composed.page.outcome.text.startswith("No offer of the catalogue")


def test_the_key_does_what_the_button_does(three):
    card = three.page.composer.options
    action, _prices = options_actions(card, three.page.key, lambda: True)
    assert action.keys == (DOORS_KEY,)
    action.run()
    assert len(card.tiles) == 3
