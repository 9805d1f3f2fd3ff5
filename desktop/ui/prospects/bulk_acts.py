"""What a rep does to several prospects of the list at once: one transaction, one name to undo, one toast."""

import time
import uuid
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.i18n import _, ngettext
from desktop.models.matrix import Heat
from desktop.models.statuses import Status, status_label
from desktop.services import absences, followups, prospect_bulk, status_moves
from desktop.services.prospect_bulk import Columns, Plan
from desktop.services.row_changes import Changes
from desktop.ui.prospects.bulk_popovers import BulkPlanPopover, ChoicePopover
from desktop.ui.prospects.status_popovers import Decision, StatusPopover
from desktop.ui.widgets.cadence_picker import CadencePicker
from desktop.ui.widgets.followup_acts import FollowUpActs
from desktop.ui.widgets.heat import heat_word
from desktop.ui.widgets.popover import Popover
from desktop.ui.workspace import Workspace

Keys = Sequence[uuid.UUID]
_SLOW = 1.0
"""Seconds after which the rep is told how far it is."""


class BulkActs:
    """The acts of one page on its stack. ``progress(done, all)`` paints how far a long one is; (0, 0) takes it away."""

    def __init__(self, workspace: Workspace, acts: FollowUpActs, progress: Callable[[int, int], object]) -> None:
        self._workspace = workspace
        self._acts = acts
        self._progress = progress
        self.popover: Popover | None = None

    # What asks first

    def ask_heat(self, anchor: QWidget, keys: Keys) -> None:
        """How hot they all are."""
        popover = ChoicePopover(_("Heat"), [(heat.value, heat_word(heat)) for heat in Heat], anchor)
        self.popover = popover
        popover.open_for(anchor, "", lambda heat: self.set_heat(keys, Heat(heat)))

    def ask_status(self, anchor: QWidget, keys: Keys) -> None:
        """Which status, then why: one reason for all of them."""
        popover = ChoicePopover(_("Status"), [(status.value, status_label(status)) for status in Status], anchor)
        self.popover = popover
        popover.open_for(anchor, "", lambda status: self._ask_why(anchor, keys, Status(status)))

    def ask_plan(self, anchor: QWidget, keys: Keys) -> None:
        """When the next step of each is, and what for."""
        popover = BulkPlanPopover(self._workspace.clock, anchor)
        self.popover = popover
        worked = self._workspace.ask(absences.calendar)
        popover.open_for(anchor, len(keys), worked, lambda step: self.plan(keys, step))

    def ask_cadence(self, anchor: QWidget, keys: Keys) -> None:
        """Which series of follow-ups to start with each."""
        popover = CadencePicker(self._workspace, self._acts, anchor)
        self.popover = popover
        who = ngettext("{count} prospect", "{count} prospects", len(keys)).format(count=len(keys))
        popover.open_for(anchor, tuple(keys), who)

    def _ask_why(self, anchor: QWidget, keys: Keys, status: Status) -> None:
        popover = StatusPopover(self._workspace.clock, anchor)
        self.popover = popover
        losses = self._workspace.ask(status_moves.losses) if status is Status.LOST else ()
        popover.open_for(anchor, status, status, losses, lambda decision: self.set_status(keys, decision))
        popover.why.hide()

    # The acts

    def set_heat(self, keys: Keys, heat: Heat) -> None:
        """That hot, all of them."""
        words = ngettext("Heat {heat}: {count} prospect", "Heat {heat}: {count} prospects", len(keys))
        self._keep_columns(
            words.format(heat=heat_word(heat).lower(), count=len(keys)), prospect_bulk.set_heat, keys, heat
        )

    def remove(self, keys: Keys) -> None:
        """Off the list; nothing is lost."""
        words = ngettext("{count} prospect removed", "{count} prospects removed", len(keys))
        self._keep_columns(words.format(count=len(keys)), prospect_bulk.remove, keys)

    def set_status(self, keys: Keys, decision: Decision) -> None:
        """To that status, all of them, for the same reason."""
        words = ngettext("{status}: {count} prospect", "{status}: {count} prospects", len(keys))
        self._keep(
            words.format(status=status_label(decision.status), count=len(keys)),
            prospect_bulk.set_status,
            keys,
            decision.status,
            reason=decision.reason,
            loss=decision.loss,
            wake_on=decision.wake_on,
        )

    def plan(self, keys: Keys, step: Plan) -> None:
        """A next step for each."""
        words = ngettext("Next step planned: {count} prospect", "Next step planned: {count} prospects", len(keys))
        self._keep(words.format(count=len(keys)), prospect_bulk.plan, keys, step)

    def _keep_columns(self, text: str, command: Callable[..., Columns], keys: Keys, *args: Any) -> None:
        workspace = self._workspace
        done: list[Columns] = []

        def do() -> None:
            if done:
                workspace.do(prospect_bulk.put, done[0], back=False)
            else:
                done.append(workspace.do(command, keys, *args, now=workspace.clock.now()))

        self._acts.act(text, do, lambda: workspace.do(prospect_bulk.put, done[0], back=True))

    def _keep(
        self, text: str, command: Callable[..., tuple[Any, Changes]], keys: Keys, *args: Any, **kwargs: Any
    ) -> None:
        workspace = self._workspace
        done: list[Changes] = []

        def do() -> None:
            if done:
                workspace.do(followups.redo, done[0])
                return
            told = self._telling(len(keys))
            try:
                done.append(workspace.do(command, keys, *args, now=workspace.clock.now(), told=told, **kwargs)[1])
            finally:
                self._progress(0, 0)

        self._acts.act(text, do, lambda: workspace.do(followups.undo, done[0]))

    def _telling(self, count: int) -> Callable[[int], None]:
        started = time.monotonic()

        def told(done: int) -> None:
            if time.monotonic() - started > _SLOW:
                self._progress(done, count)

        return told
