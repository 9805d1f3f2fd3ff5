"""Once a proposal left, the series that follows it up is offered; under way, where it stands is said."""

import pytest

from desktop.models.proposals import ProposalState
from desktop.services import cadence_runs, proposal_states
from desktop.ui.proposals.cadence_offer import CadenceOffer


@pytest.fixture
def offer(composed, qtbot):
    offer = CadenceOffer(composed.page.desk)
    qtbot.addWidget(offer)
    composed.workspace.changed.connect(lambda _touched: offer.show_sheet(composed.sheet))
    offer.show_sheet(composed.sheet)
    return offer


def take(bench, state):
    bench.page.desk.save(proposal_states.take_state, bench.page.desk.key, state, reason="price")


def test_it_is_offered_once_sent_started_and_undone(composed, offer):
    assert offer.isHidden()
    take(composed, ProposalState.SENT)
    assert not offer.isHidden() and "At 2, 7 and 15 days" in offer.words.text()
    offer.ask()
    picker = offer.picker
    assert picker.chips.value == "after-proposal" and len(picker.lines) == 4
    picker.start()
    sheet = composed.sheet
    run = composed.workspace.ask(cadence_runs.running, sheet.prospect.id)
    assert (run.proposal_id, run.origin) == (sheet.proposal.id, "proposal")
    assert offer.words.text() == "Cadence “After a proposal”: step 1 of 4" and offer.button.isHidden()
    composed.page.desk.stack.undo()
    assert composed.workspace.ask(cadence_runs.running, sheet.prospect.id) is None and not offer.button.isHidden()


def test_an_answer_closes_the_offer(composed, offer):
    take(composed, ProposalState.SENT)
    take(composed, ProposalState.ACCEPTED)
    assert offer.isHidden()


def test_once_answered_a_series_under_way_may_be_stopped_and_undone(composed, offer):
    take(composed, ProposalState.SENT)
    offer.ask()
    offer.picker.start()
    assert offer.stop_button.isHidden()
    take(composed, ProposalState.REFUSED)
    assert not offer.isHidden() and not offer.stop_button.isHidden()
    offer.stop_button.click()
    key = composed.sheet.prospect.id
    assert offer.isHidden() and composed.workspace.ask(cadence_runs.under_way, key) is None
    composed.page.desk.stack.undo()
    assert composed.workspace.ask(cadence_runs.running, key) is not None and not offer.isHidden()
