"""The call page: prepare, run, conclude. One call at a time, and it goes on when the rep looks elsewhere."""

import uuid
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from desktop.errors import UserError
from desktop.i18n import _
from desktop.models.grids import Grid
from desktop.models.matrix import Heat
from desktop.models.scripts import Script
from desktop.services import calls, library, prospects
from desktop.services.followups import NextStep
from desktop.ui.actions import Action
from desktop.ui.calls.account_panel import AccountPanel
from desktop.ui.calls.call_header import CallHeader
from desktop.ui.calls.commands import SCOPE, page_commands
from desktop.ui.calls.end_panel import EndPanel
from desktop.ui.calls.evidence_acts import CallWords
from desktop.ui.calls.live_screen import LiveScreen
from desktop.ui.calls.mirror_acts import Make, MirrorActs
from desktop.ui.calls.overlays import CallOverlays
from desktop.ui.calls.running_call import RunningCall
from desktop.ui.calls.start_panel import Preparation, StartPanel
from desktop.ui.calls.status_words import status_words
from desktop.ui.page import Page
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.workspace import Workspace


class CallPage(Page):
    """``prepare`` shows the start panel of a prospect, ``resume`` takes up a call where it was."""

    key = SCOPE
    icon_name = "phone-call"

    call_started = Signal()
    prospect_opened = Signal(object)
    call_ended = Signal(object)
    """The prospect, after the call was concluded or left."""
    proposal_requested = Signal(object, object)
    """The prospect and the call, concluded."""

    def __init__(self, workspace: Workspace, documents: Path, mirror: Make, parent: QWidget | None = None) -> None:
        """``documents`` is where the account of a call is written; ``mirror`` makes the page turned to the prospect."""
        super().__init__(parent)
        self._workspace = workspace
        self._make_mirror = mirror
        self.mirror: MirrorActs | None = None
        self.call: RunningCall | None = None
        self._prospect_id: uuid.UUID | None = None
        self._prospect_name = ""
        self.empty = EmptyState(
            "phone-call", _("No call in progress."), detail=_("Start one from a prospect, with Ctrl+L.")
        )
        self.start = StartPanel(self._shelf)
        self.live = LiveScreen()
        self.end = EndPanel(workspace.clock)
        self.told = AccountPanel(workspace, documents)
        self.head = CallHeader()
        self.overlays = CallOverlays(self, self.running)
        self.words = CallWords(self, self.running)
        self._stack = QStackedLayout(self)
        for panel in (self.empty, self.start, self.live, self.end, self.told.screen):
            self._stack.addWidget(panel)
        self._second = QTimer(self)
        self._second.setInterval(1000)
        self._second.timeout.connect(self.tick)
        self._connect()

    def _connect(self) -> None:
        self.start.started.connect(self._start)
        self.start.resumed.connect(self.resume)
        self.live.step_requested.connect(self.show_end)
        for grid in (self.live.grid, self.live.strip):
            grid.words_wanted.connect(self.words.open)
        self.end.recap.words_wanted.connect(self.words.open)
        self.live.jump_requested.connect(self.overlays.open_jump)
        self.live.objection_requested.connect(self.overlays.open_objections)
        self.live.speaker.clicked.connect(self.overlays.open_speakers)
        self.head.conclude.clicked.connect(lambda: self.show_end())
        self.head.planned.chosen.connect(self._set_planned)
        self.end.concluded.connect(self._conclude)
        self.end.given_up.connect(lambda reason: self._conclude_with(None, reason, propose=False))
        self.end.left.connect(self._leave_call)
        self.end.returned.connect(self.back_to_call)
        self.end.status_accepted.connect(self._apply_status)
        self.end.heat_chosen.connect(lambda heat: self.call and self.call.scoring.set_heat(Heat(heat)))
        self.end.sign_chosen.connect(lambda sign, level: self.call and self.call.feelings.set_sign(sign, level))
        self.told.screen.closed.connect(lambda: self.prospect_opened.emit(self.told.prospect_id))

    # What the window asks

    def title(self) -> str:
        if self.reading():
            return _("Account of the call · {name}").format(name=self.told.name)
        if self.call is None:
            return self._prospect_name or _("Call")
        outline = self.call.outline
        contact = outline.contact.name if outline.contact else ""
        if contact and outline.prospect.company:
            return f"{contact} — {outline.prospect.company}"
        return contact or outline.prospect.name

    def subtitle(self) -> str:
        if self.call is None or self.reading():
            return ""
        outline = self.call.outline
        parts = [outline.contact.job_title if outline.contact else "", outline.prospect.about]
        return " · ".join(part for part in parts if part)

    def header_widgets(self) -> list[QWidget]:
        if self.call is None or self.reading():
            return []
        # Before hanging up, the buttons that conclude are those of the panel.
        return [
            each
            for each in self.head.widgets()
            if each is not self.head.conclude or self._stack.currentWidget() is not self.end
        ]

    def commands(self) -> list[Action]:
        return page_commands(self)

    def hints(self) -> list[tuple[str, str]]:
        if not self.able():
            return []
        return [
            (_("Say it back"), "F5"),
            (_("Objection"), "Ctrl+J"),
            (_("Mirror page"), "F9"),
            (_("Quotable"), "Ctrl+B"),
            (_("Unknown"), "Ctrl+I"),
        ]

    def panes(self) -> list[QWidget]:
        if self._stack.currentWidget() is self.live:
            return [self.live.outline, self.live.line, self.live.shown_grid]
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
        elif panel is self.told.screen:
            self.told.screen.export_button.setFocus()
        else:
            self.setFocus()

    def leave(self) -> None:
        """The call goes on; how long it has lasted is kept now."""
        self.overlays.close()
        self.head.planned.close_picker()
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

    def _shelf(self, language: str) -> tuple[list[Script], list[Grid]]:
        ask = self._workspace.ask
        return ask(library.scripts, language), ask(library.grids, language)

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
        self.mirror = MirrorActs(self.call, self._make_mirror)
        self.mirror.changed.connect(self.call.needs.changed)
        self.mirror.closed.connect(self.live.line.setFocus)
        self.call.moved.connect(self._show_place)
        self.call.scored.connect(self._show_score)
        self.call.told.connect(lambda sentence, call=self.call: self.toasted.emit(sentence, lambda: self._undo(call)))
        self.call.refused.connect(self.end.banner.show_error)
        self.live.show_call(self.call)
        self._show_place()
        self.tick()
        self._second.start()
        self._show(self.live)
        self.call_started.emit()

    # After the call

    def show_account(self, call_id: uuid.UUID, entry_id: uuid.UUID | None = None) -> None:
        """Read a call that is over, at one of its entries; the one in progress is shown as it runs."""
        if self.call is not None and self.call.call_id == call_id:
            self._show(self.live)
            return
        self.told.show(call_id)
        self._show(self.told.screen)
        if entry_id is not None:
            self.told.screen.show_entry(entry_id)

    def reading(self) -> bool:
        """Whether the account of a call is on the screen."""
        return self._stack.currentWidget() is self.told.screen

    # During the call

    def tick(self) -> None:
        """Each second: repaint the time, and keep it now and then."""
        if self.call is None:
            return
        self.call.save_time()
        self.head.timer.show_time(self.call.elapsed, self.call.outline.call.planned_minutes)
        if self._stack.currentWidget() is self.live:
            self.live.show_compass()

    def _show_place(self) -> None:
        assert self.call is not None
        self.head.show_progress(self.call.asked, len(self.call.script.questions))
        self.head.planned.show_minutes(self.call.outline.call.planned_minutes)

    def _show_score(self) -> None:
        if self._stack.currentWidget() is self.end:
            self._fill_end()

    def _set_planned(self, minutes: int) -> None:
        assert self.call is not None
        try:
            self.call.route.set_planned(minutes)
        except UserError as error:
            self.live.banner.show_error(str(error))
        self._show_place()
        self.tick()

    def submit(self) -> None:
        self.live.submit()

    def running(self) -> RunningCall | None:
        return self.call

    def able(self) -> bool:
        """Whether the keys of the call have a call to act upon."""
        return self.call is not None and self._stack.currentWidget() is self.live and not self._asking()

    def _asking(self) -> bool:
        """Whether something lies over the call and has the keyboard."""
        panel = self.words.panel
        return self.overlays.open or self.head.planned.offering or (panel is not None and panel.isVisible())

    def make_need(self) -> None:
        """A need, of the last verbatim; what is still in the line is the last one."""
        if self.call is not None and self.live.submit():
            self.call.needs.from_last()

    def turn_page(self) -> None:
        """Turn the page with their needs towards the prospect."""
        if self.mirror is not None and self.live.submit():
            self.mirror.open(self)

    def may_propose(self) -> bool:
        return self._stack.currentWidget() is self.end and self.end.propose.isEnabled()

    def in_call(self) -> bool:
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
        self.end.show_call(self.call, *status_words(self.call))

    def _apply_status(self) -> None:
        assert self.call is not None
        if self.call.apply_status():
            self._fill_end()

    def conclude_key(self) -> None:
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

    def _undo(self, call: RunningCall) -> None:
        """Take the last act of a call back; after the call, the toast that offered it is still there."""
        if self.call is call:
            call.undo()

    def _forget_call(self) -> None:
        self._second.stop()
        if self.call is not None:
            self.call.deleteLater()
            self.call = self.mirror = None

    def _show(self, panel: QWidget) -> None:
        self._stack.setCurrentWidget(panel)
        self.headline_changed.emit()
        self.hint_changed.emit()
        if self.isVisible():
            self.arrive()
