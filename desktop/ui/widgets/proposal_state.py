"""The state of a proposal as every screen shows it: a word, and a tone that only repeats it."""

from datetime import date

from desktop.models.proposal_states import ShownState, shown_state, state_label
from desktop.models.proposals import ProposalState
from desktop.ui.widgets.chips import Chip

_TONES = {
    ShownState.DRAFT: "neutral",
    ShownState.SENT: "accent",
    ShownState.EXPIRED: "warn",
    ShownState.ACCEPTED: "ok",
    ShownState.REFUSED: "danger",
}


class StateChip(Chip):
    """``Brouillon``, ``Envoyée``, ``Expirée``…"""

    def __init__(self) -> None:
        super().__init__("")

    def show_state(self, state: ProposalState, valid_until: date, today: date) -> None:
        """Say where a proposal stands today."""
        shown = shown_state(state, valid_until, today)
        self.set_text(state_label(shown), _TONES[shown])
