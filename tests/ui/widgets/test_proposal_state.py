"""The state of a proposal, in a word and a tone."""

from datetime import date, timedelta

from desktop.models.proposals import ProposalState
from desktop.ui.widgets.proposal_state import StateChip

LAST = date(2026, 12, 23)


def test_it_says_expired_when_its_time_is_over(qtbot):
    chip = StateChip()
    qtbot.addWidget(chip)
    shown = []
    for today in (LAST, LAST + timedelta(days=1)):
        chip.show_state(ProposalState.SENT, LAST, today)
        shown.append((chip.text, chip.accessibleName()))
    assert shown == [("Sent", "Sent"), ("Expired", "Expired")]
