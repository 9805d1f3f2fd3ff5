"""What each alternative to one more reminder does: leave them in peace until then, or make the next step lighter."""

import uuid

from PySide6.QtWidgets import QWidget

from desktop.errors import UserError
from desktop.models.pressure import Alternative
from desktop.services import absences, followups, pressure
from desktop.ui.widgets.followup_acts import FollowUpActs
from desktop.ui.workspace import Workspace

MESSAGES: dict[str, str] = {
    Alternative.AUDIT: "offer-audit",
    Alternative.TEST: "offer-test",
    Alternative.BACKPLAN: "backplan",
}
"""The shipped message that offers each."""


def take_alternative(
    alternative: str, workspace: Workspace, acts: FollowUpActs, anchor: QWidget, prospect_id: uuid.UUID, who: str
) -> None:
    """Silence moves the next step to when things have calmed; any other choice becomes what the next step offers.

    Without a next step, one is asked for; ``acts`` keeps each for undo.
    """
    planned = workspace.ask(followups.next_of, prospect_id)
    if planned is None:
        acts.ask_plan(anchor, prospect_id, who)
        return
    gauge = workspace.ask(pressure.gauge, prospect_id, now=workspace.clock.now())
    before = followups.as_step(planned)
    after = pressure.instead_of(before, alternative, gauge, workspace.ask(absences.calendar))
    if alternative != Alternative.SILENCE:
        acts.amend(planned.id, after, who)
    elif after != before:
        try:
            acts.move(planned.id, after.due_local, who)
        except UserError:
            # Moved too often already: the rep is asked why, beside the date.
            acts.ask_move(anchor, planned.id, who)
