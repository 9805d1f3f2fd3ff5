"""What Today says when there is nothing to do: one sentence, and the one thing worth doing then."""

from collections.abc import Callable

from desktop.i18n import _, ngettext
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.empty_state import EmptyState


def nothing(unplanned: int, plan_all: Callable[[], None], new_prospect: Callable[[], None]) -> Card:
    """Offer to plan for those without a next step; where there is none, to write somebody down."""
    detail = ngettext("{count} prospect has no next step.", "{count} prospects have no next step.", unplanned)
    card = Card()
    card.body.addWidget(
        EmptyState(
            "calendar",
            _("Nothing left for today. Prepare the next call?"),
            _("Plan them all") if unplanned else _("New prospect"),
            plan_all if unplanned else new_prospect,
            detail=detail.format(count=unplanned) if unplanned else "",
            keycap="" if unplanned else "Ctrl+N",
        )
    )
    return card
