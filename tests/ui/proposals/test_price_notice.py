"""A price that changed in the catalogue: said on its line and over the options, taken up by a click, and undone."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.models.proposals import ProposalState
from desktop.services import catalogue, proposal_options, proposal_states
from desktop.ui.actions import ActionRegistry
from tests.services.proposal_case import NOW

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def dearer(composed):
    """Two lines of one offer, the second at a price of the rep's own; then the offer is raised from 1 340 to 1 500."""
    card = composed.page.composer.options
    (line,) = composed.sheet.options[0].lines
    own = composed.workspace.do(proposal_options.add_offer_line, line.option_id, line.offer_id, now=NOW)
    composed.workspace.do(proposal_options.update_line, own, now=NOW, unit_price=Decimal(1200))
    assert not card.prices.isVisible() and not any(row.changed.isVisible() for row in card.editor.lines)
    composed.workspace.do(catalogue.update_offer, line.offer_id, unit_price=Decimal(1500))
    return composed


def prices(bench) -> list[Decimal]:
    return [line.unit_price for line in bench.sheet.options[0].lines]


def test_a_line_says_both_prices_and_takes_the_new_one_up(dearer) -> None:
    first, second = dearer.page.composer.options.editor.lines
    assert first.changed.words.text() == "The catalogue now asks €1,500.00 instead of €1,340.00."
    assert second.changed.words.text().endswith("this line has a price of its own, €1,200.00.")
    QTest.mouseClick(second.changed.button, LEFT)
    assert prices(dearer) == [1340, 1500]
    assert not second.changed.isVisible() and first.changed.isVisible() and second.price.text() == "1,500.00"
    stack = dearer.page.desk.stack
    assert stack.undoText().startswith("price of “")
    stack.undo()
    assert prices(dearer) == [1340, 1200] and second.changed.isVisible()
    stack.redo()
    assert prices(dearer) == [1340, 1500]


def test_all_are_taken_up_at_once_but_a_price_that_the_rep_chose(dearer) -> None:
    card = dearer.page.composer.options
    added = dearer.workspace.do(
        proposal_options.add_offer_line,
        dearer.sheet.options[0].option.id,
        dearer.sheet.options[0].lines[0].offer_id,
        now=NOW,
    )
    dearer.workspace.do(
        proposal_options.update_line, added, now=NOW, unit_price=Decimal(1340), catalogue_price=Decimal(1340)
    )
    assert card.prices.isVisible() and card.prices.button.text() == "Take up the 2 prices that changed"
    QTest.mouseClick(card.prices.button, LEFT)
    assert prices(dearer) == [1500, 1200, 1500] and not card.prices.isVisible()
    assert dearer.page.desk.stack.undoText() == "2 prices of the catalogue"
    dearer.page.desk.stack.undo()
    assert prices(dearer) == [1340, 1200, 1340] and card.prices.isVisible()


def test_the_palette_has_it_while_there_is_something_to_take_up(dearer) -> None:
    registry = ActionRegistry()
    registry.add(*dearer.page.commands())
    action = registry.get("proposals.prices")
    assert action.enabled()
    action.trigger()
    assert prices(dearer) == [1500, 1200] and not action.enabled()


def test_once_sent_nothing_is_offered(dearer) -> None:
    dearer.workspace.do(proposal_states.take_state, dearer.page.desk.key, ProposalState.SENT, now=NOW)
    card = dearer.page.composer.options
    assert not card.prices.isVisible() and not any(row.changed.isVisible() for row in card.editor.lines)
