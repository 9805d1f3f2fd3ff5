"""Where a proposal stands as a reader sees it: what the rep said became of it, and whether its time is over."""

from datetime import date
from enum import StrEnum

from desktop.i18n import pgettext
from desktop.models.proposals import ProposalState


class ShownState(StrEnum):
    """The states of ``ProposalState``, in the order of a proposal's life, and that which nobody chooses."""

    DRAFT = "draft"
    SENT = "sent"
    EXPIRED = "expired"
    """Sent, not answered, and no longer valid."""
    ACCEPTED = "accepted"
    REFUSED = "refused"


def shown_state(state: ProposalState, valid_until: date, today: date) -> ShownState:
    """A proposal is valid until the end of its last day."""
    if state is ProposalState.SENT and today > valid_until:
        return ShownState.EXPIRED
    return ShownState(state.value)


def state_label(state: ProposalState | ShownState) -> str:
    """``Brouillon``, ``Envoyée``…"""
    labels = {
        "draft": pgettext("proposal", "Draft"),
        "sent": pgettext("proposal", "Sent"),
        "expired": pgettext("proposal", "Expired"),
        "accepted": pgettext("proposal", "Accepted"),
        "refused": pgettext("proposal", "Refused"),
    }
    return labels[state.value]
