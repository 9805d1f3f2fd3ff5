"""What became of a proposal: chosen, undone, explained, and what to do next, offered."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.models.followups import FollowUp
from desktop.models.proposals import ProposalState
from desktop.services import followups, proposals
from desktop.ui.proposals.state_card import StateCard, state_actions
from tests.services.proposal_case import NOW
from tests.ui.accessibility import nameless, rich_text_labels
from tests.ui.prospects.conftest import visible_texts


@pytest.fixture
def card(composed, qtbot):
    """The card over her proposal, reading again at each change as the composer does."""
    card = StateCard(composed.page.desk)
    qtbot.addWidget(card)
    card.resize(520, 300)
    with qtbot.waitActive(card):
        card.show()

    def read(_touched=None):
        card.show_sheet(composed.sheet)

    composed.workspace.changed.connect(read)
    read()
    return card


def planned(bench):
    def query(session):
        return session.query(FollowUp).count()

    return bench.workspace.ask(query)


def test_a_state_is_chosen_told_and_undone(composed, card):
    card.state.segment("sent").click()
    assert composed.sheet.proposal.state is ProposalState.SENT and card.chip.text == "Sent"
    assert "Sent on 23 November 2026" in visible_texts(card)
    assert composed.page.desk.stack.undoText() == "state: Sent"
    composed.page.desk.stack.undo()
    assert composed.sheet.proposal.state is ProposalState.DRAFT and card.state.value == "draft"
    assert "Sent on 23 November 2026" not in visible_texts(card)
    composed.page.desk.stack.redo()
    assert card.state.value == "sent" and len(composed.sheet.proposal.states) == 1


def test_a_refusal_waits_for_its_reason(composed, card):
    card.state.segment("refused").click()
    assert composed.sheet.proposal.state is ProposalState.DRAFT and card.state.value == "draft"
    assert card.reason.hasFocus() and card.refusal.isVisible()
    QTest.keyClick(card.reason, Qt.Key.Key_Return)
    assert card.reason_field.error and composed.sheet.proposal.state is ProposalState.DRAFT
    QTest.keyClicks(card.reason, "Trop cher <b>")
    QTest.keyClick(card.reason, Qt.Key.Key_Return)
    assert composed.sheet.proposal.refusal == "Trop cher <b>" and card.chip.text == "Refused"
    assert "Refused on 23 November 2026: “Trop cher <b>”" in visible_texts(card)
    assert card.refusal.isVisible() and not card.reason_field.error
    card.reason.setText("Trop tard")
    card.refuse.click()
    assert composed.sheet.proposal.refusal == "Trop tard"
    composed.page.desk.stack.undo()
    assert card.reason.text() == "Trop cher <b>"
    composed.page.desk.stack.undo()
    assert not card.refusal.isVisible() and composed.sheet.proposal.refusal == ""


def test_a_follow_up_is_offered_and_planned_only_when_asked(composed, card):
    assert not card.suggestion.isVisible()
    card.state.segment("sent").click()
    assert card.suggestion.isVisible() and planned(composed) == 0
    card.plan_button.click()
    assert planned(composed) == 1 and not card.suggestion.isVisible()
    step = composed.workspace.ask(followups.next_of, composed.case.prospect)
    assert step.subject == "P-2026-0001: have they read it?" and step.due_local.hour == 9
    composed.page.desk.stack.undo()
    assert composed.workspace.ask(followups.next_of, composed.case.prospect) is None
    assert card.suggestion.isVisible(), "what was dropped is offered again"
    composed.page.desk.stack.redo()
    assert planned(composed) == 1


def test_what_expired_says_so(composed, card, clock):
    card.state.segment("sent").click()
    clock.advance(timedelta(days=40).total_seconds())
    card.show_sheet(composed.sheet)
    assert card.chip.text == "Expired" and card.state.value == "sent"
    assert "Expired: it was valid until 23 December 2026" in visible_texts(card)
    assert "it has expired" in card.suggested.words


def test_the_palette_says_the_same(composed, card):
    actions = {action.id: action for action in state_actions(card, "proposals", lambda: True)}
    assert not actions["proposals.plan_suggested"].enabled()
    actions["proposals.state.accepted"].trigger()
    assert composed.sheet.proposal.state is ProposalState.ACCEPTED
    assert actions["proposals.plan_suggested"].text == "Plan: Thu 26 Nov: kick-off"
    actions["proposals.plan_suggested"].trigger()
    assert planned(composed) == 1 and not actions["proposals.plan_suggested"].enabled()
    actions["proposals.state.refused"].trigger()
    assert card.reason.hasFocus()


def test_another_proposal_does_not_inherit_a_reason_that_was_being_typed(composed, card):
    card.state.segment("refused").click()
    QTest.keyClicks(card.reason, "Trop")
    case = composed.claire()
    other = composed.workspace.do(proposals.compose, case.prospect, now=NOW, language="fr")
    composed.page.open_proposal(other)
    card.show_sheet(composed.sheet)
    assert not card.refusal.isVisible() and card.reason.text() == ""


def test_everything_has_a_name_and_nothing_is_read_as_html(card):
    card.state.segment("sent").click()
    assert nameless(card) == [] and rich_text_labels(card) == []
