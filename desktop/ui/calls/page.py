"""The call page: prepare, run, conclude. One call at a time, and it goes on when the rep looks elsewhere."""

import uuid
from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from desktop.errors import UserError
from desktop.i18n import _
from desktop.models.matrix import Heat
from desktop.models.statuses import status_label
from desktop.services import calls, prospects
from desktop.services.followups import NextStep
from desktop.ui.actions import Action
from desktop.ui.calls.call_header import CallHeader
from desktop.ui.calls.end_panel import EndPanel
from desktop.ui.calls.jump import QuestionJump
from desktop.ui.calls.keys import SCOPE, history_actions, moving_actions, scoring_actions
from desktop.ui.calls.live_screen import LiveScreen
from desktop.ui.calls.running_call import RunningCall
from desktop.ui.calls.start_panel import Preparation, StartPanel
from desktop.ui.page import Page
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.workspace import Workspace


class CallPage(Page):
    """``prepare`` shows the start panel of a prospect, ``resume`` takes up a call where it was."""

    key = SCOPE
    icon_name = "phone-call"

    call_started = Signal()
    call_ended = Signal(object)
    """The prospect, after the call was concluded or left."""
    proposal_requested = Signal(object, object)
    """The prospect and the call, concluded."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.call: RunningCall | None = None
        self._prospect_id: uuid.UUID | None = None
        self._prospect_name = ""
        self.empty = EmptyState(
            "phone-call", _("No call in progress."), detail=_("Start one from a prospect, with Ctrl+L.")
        )
        self.start = StartPanel()
        self.live = LiveScreen()
        self.end = EndPanel(workspace.clock)
        self._head = CallHeader()
        self._jump: QuestionJump | None = None
        self._stack = QStackedLayout(self)
        for panel in (self.empty, self.start, self.live, self.end):
            self._stack.addWidget(panel)
        self._second = QTimer(self)
        self._second.setInterval(1000)
        self._second.timeout.connect(self.tick)
        self._connect()

    def _connect(self) -> None:
        self.start.started.connect(self._start)
        self.start.resumed.connect(self.resume)
        self.live.step_requested.connect(self.show_end)
        self._head.conclude.clicked.connect(lambda: self.show_end())
        self._head.planned.chosen.connect(self._set_planned)
        self.end.concluded.connect(self._conclude)
        self.end.given_up.connect(lambda reason: self._conclude_with(None, reason, propose=False))
        self.end.left.connect(self._leave_call)
        self.end.returned.connect(self.back_to_call)
        self.end.status_accepted.connect(self._apply_status)
        self.end.heat_chosen.connect(lambda heat: self.call and self.call.set_heat(Heat(heat)))

    # What the window asks

    def title(self) -> str:
        if self.call is None:
            return self._prospect_name or _("Call")
        outline = self.call.outline
        contact = outline.contact.name if outline.contact else ""
        if contact and outline.prospect.company:
            return f"{contact} — {outline.prospect.company}"
        return contact or outline.prospect.name

    def subtitle(self) -> str:
        if self.call is None:
            return ""
        outline = self.call.outline
        parts = [outline.contact.job_title if outline.contact else "", outline.prospect.about]
        return " · ".join(part for part in parts if part)

    def header_widgets(self) -> list[QWidget]:
        if self.call is None:
            return []
        # Before hanging up, the buttons that conclude are those of the panel.
        return [
            each
            for each in self._head.widgets()
            if each is not self._head.conclude or self._stack.currentWidget() is not self.end
        ]

    def commands(self) -> list[Action]:
        return [
            Action("call.add", _("Add the line"), self._submit, ("Return",), SCOPE, enabled=self._able, bound=False),
            *moving_actions(self._running, self._able, self.live.submit),
            self._action("call.jump", _("Go to a question"), self._open_jump, "Ctrl+G", "search"),
            *scoring_actions(self._running, self._able),
            self._action("call.next_step", _("Next step"), self.show_end, "Ctrl+R", "calendar-clock"),
            Action(
                "call.conclude",
                _("Conclude the call"),
                self._conclude_key,
                ("Ctrl+Shift+Return",),
                SCOPE,
                "flag",
                self._in_call,
                bound=True,
            ),
            Action(
                "call.finish_propose",
                _("Finish and write the proposal"),
                self.end.conclude_and_propose,
                ("Ctrl+Shift+P",),
                SCOPE,
                "file-text",
                lambda: self._stack.currentWidget() is self.end and self.end.propose.isEnabled(),
            ),
            *history_actions(self._running, self._able),
        ]

    def _action(self, action_id: str, label: str, run: Callable[[], None], keys: str, icon: str) -> Action:
        return Action(action_id, label, run, (keys,), SCOPE, icon, self._able, group="go")

    def hints(self) -> list[tuple[str, str]]:
        if not self._able():
            return []
        return [
            (_("Unknown"), "Ctrl+I"),
            (_("Quotable"), "Ctrl+B"),
            (_("Go to a question"), "Ctrl+G"),
            (_("Next step"), "Ctrl+R"),
            (_("One-key mode"), "Esc"),
        ]

    def panes(self) -> list[QWidget]:
        if self._stack.currentWidget() is self.live:
            return [self.live.outline, self.live.line, self.live.grid]
        panel = self._stack.currentWidget()
        return [panel] if panel is not None else []

    def refresh(self, touched: frozenset[type]) -> None:
        if self.call is None or self.call.busy:
            return
        self.call.reread()
        self.live.show_all()
        self._show_place()

    def arrive(self) -> None:
        panel = self._stack.currentWidget()
        if panel is self.live:
            self.live.line.setFocus()
        elif panel is self.start:
            self.start.focus_first()
        elif panel is self.end:
            self.end.form.focus_first()
        else:
            self.setFocus()

    def leave(self) -> None:
        """The call goes on; how long it has lasted is kept now."""
        self._close_jump()
        if self.call is not None:
            self.call.save_time(at_least=1)

    # Before the call

    def prepare(self, prospect_id: uuid.UUID) -> None:
        """Propose a call with a prospect; the one already running with them is shown instead."""
        if self.call is not None and self.call.prospect_id == prospect_id:
            self._show(self.live)
            return
        prospect = self._workspace.ask(prospects.load_prospect, prospect_id)
        left = self._workspace.ask(calls.left_call, prospect_id)
        self._prospect_id, self._prospect_name = prospect_id, prospect.name
        self.start.show_prospect(prospect, left, self.call.outline.prospect.name if self.call else "")
        self._show(self.start)

    def _start(self, chosen: Preparation) -> None:
        if self._prospect_id is None:
            return
        try:
            if self.call is not None:
                self.call.save_time(at_least=1)
            call_id = self._workspace.do(
                calls.start_call,
                self._prospect_id,
                chosen.script,
                chosen.grid,
                now=self._workspace.clock.now(),
                contact_id=chosen.contact_id,
                planned_minutes=chosen.minutes,
            )
        except UserError as error:
            self.start.banner.show_error(str(error))
            return
        self._run(call_id)

    def resume(self, call_id: uuid.UUID) -> None:
        """Take up a call that was left, or that was running when the program stopped, at the same question."""
        if self.call is not None and self.call.call_id == call_id:
            self._show(self.live)
            return
        try:
            self._workspace.do(calls.resume, call_id, now=self._workspace.clock.now())
        except UserError as error:
            self.prepare(self._workspace.ask(calls.outline, call_id).prospect.id)
            self.start.banner.show_error(str(error))
            return
        self._run(call_id)

    def _run(self, call_id: uuid.UUID) -> None:
        self._forget_call()
        self.call = RunningCall(self._workspace, call_id, self)
        self.call.moved.connect(self._show_place)
        self.call.scored.connect(self._show_score)
        self.call.refused.connect(self.end.banner.show_error)
        self.live.show_call(self.call)
        self._show_place()
        self.tick()
        self._second.start()
        self._show(self.live)
        self.call_started.emit()

    # During the call

    def tick(self) -> None:
        """Each second: repaint the time, and keep it now and then."""
        if self.call is None:
            return
        self.call.save_time()
        self._head.timer.show_time(self.call.elapsed, self.call.outline.call.planned_minutes)

    def _show_place(self) -> None:
        assert self.call is not None
        self._head.show_progress(self.call.asked, len(self.call.script.questions))
        self._head.planned.show_minutes(self.call.outline.call.planned_minutes)

    def _show_score(self) -> None:
        self.tick()
        if self._stack.currentWidget() is self.end:
            self._fill_end()

    def _set_planned(self, minutes: int) -> None:
        assert self.call is not None
        try:
            self.call.set_planned(minutes)
        except UserError as error:
            self.live.banner.show_error(str(error))
        self._show_place()
        self.tick()

    def _open_jump(self) -> None:
        assert self.call is not None
        if self._jump is None:
            self._jump = QuestionJump(self.window())
            self._jump.chosen.connect(self._go_to)
        self._jump.open_for(self.call.script)

    def _close_jump(self) -> None:
        if self._jump is not None:
            self._jump.close_overlay()

    def _go_to(self, question: str) -> None:
        assert self.call is not None
        self.call.go_to(question)

    def _submit(self) -> None:
        self.live.submit()

    def _running(self) -> RunningCall | None:
        return self.call

    def _able(self) -> bool:
        """Whether the keys of the call have a call to act upon."""
        jumping = self._jump is not None and self._jump.isVisible()
        return self.call is not None and self._stack.currentWidget() is self.live and not jumping

    def _in_call(self) -> bool:
        return self.call is not None and self._stack.currentWidget() in (self.live, self.end)

    # The end of the call

    def show_end(self) -> None:
        """One page before hanging up. A line that was refused keeps the rep on the call."""
        if self.call is None or not self.live.submit():
            return
        self._fill_end()
        self._show(self.end)

    def back_to_call(self) -> None:
        """Esc: nothing is concluded, and what was filled in stays."""
        self._show(self.live)

    def _fill_end(self) -> None:
        assert self.call is not None
        self.end.show_call(self.call, *self._status_words())

    def _status_words(self) -> tuple[str, str]:
        """The status that the rules suggest, in words, and the words of the button that accepts it."""
        assert self.call is not None
        now = self.call.outline.prospect.status
        suggestion = self._workspace.ask(prospects.status_suggestion, self.call.prospect_id)
        words = _("Status: {status}.").format(status=status_label(now).lower())
        if suggestion.status is not now:
            more = _("Suggested: {status}.").format(status=status_label(suggestion.status).lower())
            words = f"{words} {more}"
        if suggestion.towards is not None and suggestion.missing:
            more = _("Missing for “{status}”: {what}.").format(
                status=status_label(suggestion.towards).lower(), what=", ".join(suggestion.missing)
            )
            words = f"{words} {more}"
        if suggestion.status is now:
            return words, ""
        return words, _("Move to “{status}”").format(status=status_label(suggestion.status).lower())

    def _apply_status(self) -> None:
        assert self.call is not None
        if self.call.apply_status():
            self._fill_end()

    def _conclude_key(self) -> None:
        if self._stack.currentWidget() is self.end:
            self.end.conclude()
        else:
            self.show_end()

    def _conclude(self, step: NextStep, propose: bool) -> None:
        self._conclude_with(step, "", propose=propose)

    def _conclude_with(self, step: NextStep | None, reason: str, *, propose: bool) -> None:
        assert self.call is not None
        try:
            self.call.conclude(step, reason)
        except UserError as error:
            self.end.banner.show_error(str(error))
            return
        self._finish(propose)

    def _leave_call(self) -> None:
        assert self.call is not None
        try:
            self.call.leave()
        except UserError as error:
            self.end.banner.show_error(str(error))
            return
        self._finish(propose=False)

    def _finish(self, propose: bool) -> None:
        assert self.call is not None
        prospect_id, call_id = self.call.prospect_id, self.call.call_id
        self._forget_call()
        self._prospect_name = ""
        self._show(self.empty)
        with suppress(UserError):  # the call is on the disk; its journal will be folded later
            self._workspace.tidy()
        self.call_ended.emit(prospect_id)
        if propose:
            self.proposal_requested.emit(prospect_id, call_id)

    def _forget_call(self) -> None:
        self._second.stop()
        if self.call is not None:
            self.call.deleteLater()
            self.call = None

    def _show(self, panel: QWidget) -> None:
        self._stack.setCurrentWidget(panel)
        self.headline_changed.emit()
        self.hint_changed.emit()
        if self.isVisible():
            self.arrive()
