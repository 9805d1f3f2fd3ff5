"""What a rep does to a follow-up, wherever it is shown. A page makes one ``FollowUpActs`` and calls one line a key:

``ask_done(anchor, follow_up_id, who)``       the outcome, then the next step proposed under it (digit, Enter)
``ask_move(anchor, follow_up_id, who)``       postpone: another date, in words; a reason from the third time on
``ask_snooze(anchor, follow_up_id, who)``     remind me later: the date it is due on stays
``ask_plan(anchor, prospect_id, who)``        a next step, in the place of the one that may be open
``ask_amend(anchor, follow_up_id, who)``      the whole form, on the one that is planned
``ask_bulk_done(anchor, keys)``, ``ask_bulk_move(anchor, keys)``   the same for several, in one act

``anchor`` is the widget under which the popover opens. Once the act is done, ``then()`` is called if one was given: it
may put the focus where the page wants it, otherwise it goes back to where it was.

The acts themselves, without asking: ``done``, ``settle``, ``move``, ``snooze``, ``drop``, ``plan``, ``amend``,
``bulk_drop``, ``keep`` (any other service, undone by the rows it changed), ``act`` (any other act of the page). Each is
undone by name (Ctrl+Z, toast) and raises ``UserError`` when the service refuses; nothing has changed then. ``popover``
is the one that is open, or was last. Keys, the same on every page: Space done, R postpone, S remind me later, Delete
drop.
"""

import uuid
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from desktop.i18n import _, ngettext
from desktop.models.followup_kinds import Outcome, outcome_label
from desktop.models.followups import FollowUpState
from desktop.models.statuses import LossKind
from desktop.models.working_days import Calendar
from desktop.services import absences, followup_bulk, followups, outcomes, pressure, row_changes
from desktop.services.followups import NextStep
from desktop.services.row_changes import Changes
from desktop.ui.actions import Action
from desktop.ui.undo import Step, perform, redo, undo
from desktop.ui.widgets.bulk_popovers import BulkMovePopover, BulkOutcomePopover, Spread
from desktop.ui.widgets.move_popover import MovePopover
from desktop.ui.widgets.next_step import StepSetting
from desktop.ui.widgets.next_step_popover import NextStepPopover
from desktop.ui.widgets.outcome_popover import OutcomePopover, Told
from desktop.ui.widgets.popover import Popover
from desktop.ui.widgets.snooze_popover import SnoozePopover
from desktop.ui.workspace import Workspace

Toast = Callable[[str, object], object]
Then = Callable[[], object] | None
P = TypeVar("P", bound=Popover)


class FollowUpActs:
    """The commands of one page on its ``stack``; ``toast(sentence, undo)`` tells the rep. ``who`` names the act."""

    def __init__(self, workspace: Workspace, stack: QUndoStack, toast: Toast) -> None:
        self._workspace = workspace
        self._stack = stack
        self._toast = toast
        self.popover: Popover | None = None

    # The acts

    def done(self, follow_up_id: uuid.UUID, who: str) -> None:
        """It was done, and nothing is said of what became of it; the prospect may now lack a next step."""
        text = _("Done: {who}").format(who=who)
        self.keep(text, followups.set_state, follow_up_id, FollowUpState.DONE)

    def settle(
        self,
        follow_up_id: uuid.UUID,
        who: str,
        outcome: Outcome,
        next_step: NextStep | None,
        *,
        note: str = "",
        loss: LossKind | None = None,
        reason: str = "",
    ) -> None:
        """It was done, this is what became of it, and this comes next: one act."""
        text = _("{outcome}: {who}").format(outcome=outcome_label(outcome), who=who)
        self.keep(text, outcomes.settle, follow_up_id, outcome, next_step, note=note, loss=loss, reason=reason)

    def drop(self, follow_up_id: uuid.UUID, who: str) -> None:
        """It will not be done."""
        text = _("Follow-up dropped: {who}").format(who=who)
        self.keep(text, followups.set_state, follow_up_id, FollowUpState.DROPPED)

    def move(self, follow_up_id: uuid.UUID, due_local: datetime, who: str, *, reason: str = "") -> None:
        """To another date."""
        self.keep(_("Postponed: {who}").format(who=who), followups.move, follow_up_id, due_local, reason=reason)

    def snooze(self, follow_up_id: uuid.UUID, until: datetime, who: str) -> None:
        """To be reminded of again at that moment; the date it is due on stays."""
        self.keep(_("Reminder put off: {who}").format(who=who), followups.snooze, follow_up_id, until)

    def amend(self, follow_up_id: uuid.UUID, step: NextStep, who: str) -> None:
        """Another date, channel, objective or subject."""
        self.keep(_("Next step changed: {who}").format(who=who), followups.amend, follow_up_id, step)

    def plan(self, prospect_id: uuid.UUID, step: NextStep, who: str) -> None:
        """A next step, in the place of the one that may be open."""
        self.keep(_("Next step planned: {who}").format(who=who), followups.plan, prospect_id, step)

    def bulk_drop(self, keys: Sequence[uuid.UUID]) -> None:
        """None of them will be done."""
        words = ngettext("{count} follow-up dropped", "{count} follow-ups dropped", len(keys))
        self.keep(words.format(count=len(keys)), followup_bulk.drop, keys)

    def act(self, text: str, do: Step, take_back: Step) -> None:
        """Any other act of the page, done on the same stack and told in the same way."""
        perform(self._stack, text, do, take_back)
        place = self._stack.index()

        def back() -> None:
            # Undone from its toast after other acts, it is taken back alone: they are not.
            if self._stack.index() == place:
                undo(self._stack)
            else:
                take_back()

        self._toast(text, back)

    def keep(self, text: str, command: Callable[..., object], *args: Any, **kwargs: Any) -> None:
        """Run any service, given ``now`` as well; undo gives back what it changed row by row, redo does it again."""
        workspace = self._workspace
        done: list[Changes] = []

        def do() -> None:
            if done:
                workspace.do(followups.redo, done[0])
            else:
                now = workspace.clock.now()
                done.append(workspace.do(row_changes.recorded, command, *args, now=now, **kwargs)[1])

        self.act(text, do, lambda: workspace.do(followups.undo, done[0]))

    # What asks first

    def ask_done(self, anchor: QWidget, follow_up_id: uuid.UUID, who: str, then: Then = None) -> None:
        """What became of it, and the next step that it calls for."""
        workspace = self._workspace
        popover = self._open(OutcomePopover(workspace.clock, anchor))

        def propose(outcome: Outcome) -> NextStep | None:
            clock = workspace.clock
            return workspace.ask(outcomes.proposed, follow_up_id, outcome, now=clock.now(), zone=clock.zone)

        def settle(told: Told) -> None:
            self.settle(
                follow_up_id,
                who,
                told.outcome,
                told.next_step,
                note=told.note,
                loss=told.loss,
                reason=told.reason,
            )

        prospect_id = workspace.ask(followups.load, follow_up_id).prospect_id
        gauge = workspace.ask(pressure.gauge, prospect_id, now=workspace.clock.now())
        popover.open_for(anchor, who, propose, _then(settle, then), self._setting(), gauge)

    def ask_move(self, anchor: QWidget, follow_up_id: uuid.UUID, who: str, then: Then = None) -> None:
        """Another date."""
        follow_up = self._workspace.ask(followups.load, follow_up_id)
        popover = self._open(MovePopover(self._workspace.clock, anchor))

        def move(due_local: datetime, reason: str) -> None:
            self.move(follow_up_id, due_local, who, reason=reason)

        popover.open_for(anchor, who, follow_up.due_local, follow_up.moves, _then(move, then), self._worked())

    def ask_snooze(self, anchor: QWidget, follow_up_id: uuid.UUID, who: str, then: Then = None) -> None:
        """When to be reminded of it."""
        popover = self._open(SnoozePopover(self._workspace.clock, anchor))

        def snooze(until: datetime) -> None:
            self.snooze(follow_up_id, until, who)

        popover.open_for(anchor, who, _then(snooze, then), self._worked())

    def ask_plan(self, anchor: QWidget, prospect_id: uuid.UUID, who: str, then: Then = None) -> None:
        """A next step from nothing."""
        popover = self._open(NextStepPopover(self._workspace.clock, anchor))

        def plan(step: NextStep) -> None:
            self.plan(prospect_id, step, who)

        popover.open_for(anchor, who, None, _then(plan, then), self._setting())

    def ask_amend(self, anchor: QWidget, follow_up_id: uuid.UUID, who: str, then: Then = None) -> None:
        """The whole form, on what is planned."""
        step = followups.as_step(self._workspace.ask(followups.load, follow_up_id))
        popover = self._open(NextStepPopover(self._workspace.clock, anchor))

        def amend(step: NextStep) -> None:
            self.amend(follow_up_id, step, who)

        popover.open_for(anchor, who, step, _then(amend, then), self._setting())

    def ask_bulk_done(self, anchor: QWidget, keys: Sequence[uuid.UUID], then: Then = None) -> None:
        """What became of several; each gets the next step that it calls for."""
        popover = self._open(BulkOutcomePopover(anchor))

        def settle(outcome: Outcome) -> None:
            words = ngettext("{outcome}: {count} follow-up", "{outcome}: {count} follow-ups", len(keys))
            text = words.format(outcome=outcome_label(outcome), count=len(keys))
            self.keep(text, followup_bulk.settle, keys, outcome, zone=self._workspace.clock.zone)

        popover.open_for(anchor, len(keys), _then(settle, then))

    def ask_bulk_move(self, anchor: QWidget, keys: Sequence[uuid.UUID], then: Then = None) -> None:
        """The same date for several, or so many a day from it on."""
        popover = self._open(BulkMovePopover(self._workspace.clock, anchor))
        moved = max((self._workspace.ask(followups.load, key).moves for key in keys), default=0)
        words = ngettext("{count} follow-up postponed", "{count} follow-ups postponed", len(keys))
        text = words.format(count=len(keys))

        def move(spread: Spread) -> None:
            if spread.a_day:
                self.keep(text, followup_bulk.spread, keys, spread.due.date(), spread.a_day, reason=spread.reason)
            else:
                self.keep(text, followup_bulk.postpone, keys, spread.due, reason=spread.reason)

        popover.open_for(anchor, len(keys), moved, _then(move, then), self._worked())

    def _open(self, popover: P) -> P:
        if self.popover is not None and isValid(self.popover):
            self.popover.close()
        popover.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.popover = popover
        return popover

    def _worked(self) -> Calendar:
        return self._workspace.ask(absences.calendar)

    def _setting(self) -> StepSetting:
        return StepSetting(self._worked(), self._workspace.ask(outcomes.offered_contents))


def _then(act: Callable[..., object], then: Then) -> Callable[..., None]:
    def both(*said: object) -> None:
        act(*said)
        if then is not None:
            then()

    return both


def undo_actions(scope: str, stack: QUndoStack) -> list[Action]:
    """Ctrl+Z and Ctrl+Shift+Z on the acts of a page, under their names."""
    return [
        Action(
            f"{scope}.undo",
            lambda: _("Undo: {what}").format(what=stack.undoText()),
            lambda: undo(stack),
            ("Ctrl+Z",),
            scope,
            "undo-2",
            stack.canUndo,
            group="edit",
        ),
        Action(
            f"{scope}.redo",
            lambda: _("Redo: {what}").format(what=stack.redoText()),
            lambda: redo(stack),
            ("Ctrl+Shift+Z",),
            scope,
            "redo-2",
            stack.canRedo,
            group="edit",
        ),
    ]
