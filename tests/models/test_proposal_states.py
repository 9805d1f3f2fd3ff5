"""Where a proposal stands as a reader sees it."""

from datetime import date, timedelta

from desktop import i18n
from desktop.models.proposal_states import ShownState, shown_state, state_label
from desktop.models.proposals import ProposalState

LAST = date(2026, 12, 23)


def test_a_sent_proposal_expires_after_its_last_day_and_no_other_does():
    after = LAST + timedelta(days=1)
    assert shown_state(ProposalState.SENT, LAST, LAST) is ShownState.SENT
    assert shown_state(ProposalState.SENT, LAST, after) is ShownState.EXPIRED
    for state in (ProposalState.DRAFT, ProposalState.ACCEPTED, ProposalState.REFUSED):
        assert shown_state(state, LAST, after) == ShownState(state.value)


def test_every_state_has_its_own_word_in_both_languages():
    for code in ("en", "fr"):
        i18n.use(code)
        assert len({state_label(state) for state in ShownState}) == len(ShownState)
        assert [state_label(state) for state in ProposalState] == [
            state_label(ShownState(state.value)) for state in ProposalState
        ]
    assert state_label(ShownState.EXPIRED) == "Expirée"
