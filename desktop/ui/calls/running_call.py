"""The call in progress as the screen holds it: what is on the disk, and how an act of the rep changes it."""

import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date, datetime
from typing import Any, Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from desktop.errors import UserError
from desktop.i18n import _
from desktop.models.calls import Entry, Verbatim
from desktop.services import calls, grids, live_call, row_changes, status_moves
from desktop.services.followups import NextStep
from desktop.services.grids import GridSheet
from desktop.services.row_changes import Changes
from desktop.ui.calls.contradiction_acts import ContradictionActs
from desktop.ui.calls.facts_acts import FactsActs
from desktop.ui.calls.heat_acts import HeatActs
from desktop.ui.calls.line_acts import LineActs
from desktop.ui.calls.need_acts import NeedActs
from desktop.ui.calls.objection_acts import ObjectionActs
from desktop.ui.calls.reformulation_acts import ReformulationActs
from desktop.ui.calls.route_acts import RouteActs
from desktop.ui.calls.score_acts import ScoreActs
from desktop.ui.calls.speaker_acts import SpeakerActs
from desktop.ui.undo import Step, perform
from desktop.ui.workspace import Workspace

P = ParamSpec("P")
R = TypeVar("R")

SAVE_TIME_EVERY = 15
"""Seconds between two writes of how long the call has lasted."""


class RunningCall(QObject):
    """What the screen shows (``outline``, ``marks``, ``entries``, ``sheet``, ``at_hand``) and what the rep may do.

    The acts stand in groups (``lines``, ``scoring``, ``route``…). Each is on the disk before its signal is sent; one
    that fails changes nothing and sends ``refused``.
    """

    moved = Signal()
    """The question, the mark of one, or the criterion at hand."""
    scored = Signal()
    """A score, a heat, or a number of proofs."""
    entry_added = Signal(object)
    entry_changed = Signal(object)
    entry_dropped = Signal(object)
    """The key of one that was taken back."""
    entries_changed = Signal()
    """Any of them: what one of the three above does not say."""
    told = Signal(str)
    """Something that was done and that the screen does not show by itself."""
    refused = Signal(str)
    accepted = Signal()
    showing = Signal(bool)
    """True before an act sends its signals, False after the last: what they change can be laid out once."""

    def __init__(self, workspace: Workspace, call_id: uuid.UUID, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.call_id = call_id
        self.stack = QUndoStack(self)
        self.busy = False
        """True while an act of this call is being saved: what the workspace announces then is known already."""
        self._workspace = workspace
        self._failure: Exception | None = None
        self._shown_together = 0
        self.at_hand = ""
        self.lines = LineActs(self)
        self.scoring = ScoreActs(self)
        self.route = RouteActs(self)
        self.feelings = HeatActs(self)
        self.speaking = SpeakerActs(self)
        self.saying_back = ReformulationActs(self)
        self.objections = ObjectionActs(self)
        self.reread()
        self.contradictions = ContradictionActs(self)
        self.facts = FactsActs(self)
        self.needs = NeedActs(self)
        self._saved_seconds = self.outline.call.elapsed_seconds
        self._base = max(self._saved_seconds, self._last_second())
        self._origin = workspace.clock.monotonic()

    # What is shown

    def reread(self) -> None:
        """Read everything again from the file."""
        self.outline, self.entries, self.sheet = self.ask(live_call.read, self.call_id)
        self.script = self.outline.script
        self.marks = dict(self.outline.marks)
        self.question = self.script.question(self.outline.call.question)
        self._follow_criterion()

    def show_entries(self) -> None:
        """Read the entries and the sheet again, and show them."""
        self.entries, self.sheet = self.ask(live_call.entries_and_sheet, self.call_id)
        self.entries_changed.emit()
        self.scored.emit()

    def show_sheet(self) -> None:
        """Read the sheet again, and show it."""
        self.sheet = self.ask(grids.call_sheet, self.call_id)
        self.scored.emit()

    def drop_entry(self, gone: uuid.UUID, sheet: GridSheet) -> None:
        """Show the call without an entry that was taken back: the others are not read again."""
        place = self._place_of(gone)
        if place is not None:
            self.entries = [*self.entries[:place], *self.entries[place + 1 :]]
        self.sheet = sheet
        self.entry_dropped.emit(gone)
        self.scored.emit()

    def bring_back_entry(self, back: Entry, sheet: GridSheet) -> None:
        """Show an entry that was taken back, at its place."""
        if not self.entries or self.entries[-1].sequence < back.sequence:
            self.entries = [*self.entries, back]
        else:
            kept = [entry for entry in self.entries if entry.id != back.id]
            self.entries = sorted([*kept, back], key=lambda entry: entry.sequence)
        self.sheet = sheet
        if self.entries[-1] is back:
            self.entry_added.emit(back)
        else:
            self.entries_changed.emit()
        self.scored.emit()

    def replace_entry(self, fresh: Entry) -> None:
        """Show an entry as it is now."""
        place = self._place_of(fresh.id)
        if place is not None:
            self.entries = [*self.entries[:place], fresh, *self.entries[place + 1 :]]
        self.entry_changed.emit(fresh)

    def arrive_at(self, question: str) -> None:
        """Show a question that the file has put on the screen."""
        self.question = self.script.question(question)
        self._follow_criterion()
        with self.shown_at_once():
            self.moved.emit()

    def _follow_criterion(self) -> None:
        """The question's criterion when the grid has it, otherwise the last chosen one."""
        keys = [row.criterion.key for row in self.sheet.rows]
        if self.question.criterion in keys:
            self.at_hand = self.question.criterion or ""
        elif self.at_hand not in keys:
            self.at_hand = keys[0]

    @property
    def prospect_id(self) -> uuid.UUID:
        return self.outline.prospect.id

    @property
    def elapsed(self) -> int:
        """Seconds since the call began, without the time it was left."""
        return self._base + int(self._workspace.clock.monotonic() - self._origin)

    def _last_second(self) -> int:
        """Of the last line or question: a call killed since its time was last kept has lasted that long at least."""
        offsets = (entry.offset_seconds for entry in self.entries)
        return max(self.outline.call.question_since, *offsets, 0)

    @property
    def asked(self) -> int:
        """How many questions of the script were asked; those of the fit test are not counted."""
        return calls.asked(self.script, self.marks)

    def entry(self, entry_id: uuid.UUID) -> Entry | None:
        """An entry as it is now; ``None`` once it was taken back."""
        place = self._place_of(entry_id)
        return None if place is None else self.entries[place]

    def _place_of(self, entry_id: uuid.UUID) -> int | None:
        # From the end: most acts are about the last words, and a long call has hundreds.
        places = reversed(range(len(self.entries)))
        return next((place for place in places if self.entries[place].id == entry_id), None)

    def last_verbatim(self) -> Verbatim | None:
        return next((entry for entry in reversed(self.entries) if isinstance(entry, Verbatim)), None)

    # How an act is done

    def now(self) -> datetime:
        return self._workspace.clock.now()

    def today(self) -> date:
        return self._workspace.clock.today()

    @property
    def zone(self) -> str:
        """The IANA name of the rep's time zone."""
        return self._workspace.clock.zone.key

    def ask(self, query: Callable[Concatenate[Any, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        return self._workspace.ask(query, *args, **kwargs)

    def write(self, command: Callable[Concatenate[Any, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run a command of this call in one transaction; raises ``UserError`` when it is refused."""
        self.busy = True
        try:
            return self._workspace.do(command, *args, **kwargs)
        finally:
            self.busy = False

    def act(self, text: str, do: Step, take_back: Step) -> bool:
        """One act, named for undo; both steps are idempotent. False when it was refused, and said so."""
        self._failure = None
        with self.shown_at_once():
            with suppress(UserError):  # told by _settle, as for undo
                perform(self.stack, text, self._kept(do), self._kept(take_back))
            return self._settle()

    def undo(self) -> None:
        self._failure = None
        with self.shown_at_once():
            self.stack.undo()
            self._settle()

    def redo(self) -> None:
        self._failure = None
        with self.shown_at_once():
            self.stack.redo()
            self._settle()

    @contextmanager
    def shown_at_once(self) -> Iterator[None]:
        """What is shown within is laid out once, at the end of the outermost."""
        self._shown_together += 1
        if self._shown_together == 1:
            self.showing.emit(True)
        try:
            yield
        finally:
            self._shown_together -= 1
            if not self._shown_together:
                self.showing.emit(False)

    def _kept(self, step: Step) -> Step:
        """``step``, its failure kept aside: what an undo raises stops at the undo stack, which is C++."""

        def run() -> None:
            try:
                step()
            except Exception as error:
                self._failure = error
                raise

        return run

    def _settle(self) -> bool:
        """Tell what failed, or that all is well."""
        failure, self._failure = self._failure, None
        if failure is None:
            self.accepted.emit()
            return True
        if not isinstance(failure, UserError):
            raise failure
        self.refused.emit(str(failure))
        return False

    # How long it lasts, and how it ends

    def save_time(self, at_least: int = SAVE_TIME_EVERY) -> None:
        """Keep how long the call has lasted, when ``at_least`` seconds have passed since it was last kept."""
        seconds = self.elapsed
        if seconds - self._saved_seconds < at_least:
            return
        # Also after a failure: the next try is as far away as this one was.
        self._saved_seconds = seconds
        try:
            self.write(calls.set_elapsed, self.call_id, seconds)
        except UserError as error:
            self.refused.emit(str(error))

    def apply_status(self) -> bool:
        """Give the prospect the status that the rules suggest."""
        status = self.ask(status_moves.status_suggestion, self.prospect_id).status
        made: list[Changes] = []

        def do() -> None:
            if made:
                self.write(row_changes.again, made[0])
            else:
                made.append(self.write(status_moves.recorded, self.prospect_id, status, now=self.now()))
            self._status_moved()

        def take_back() -> None:
            self.write(row_changes.take_back, made[0])
            self._status_moved()

        return self.act(_("status"), do, take_back)

    def _status_moved(self) -> None:
        self.reread()
        self.scored.emit()

    def leave(self) -> None:
        """Stop without concluding. Raises ``UserError``, and then nothing has changed."""
        self.write(live_call.ending(calls.leave), self.call_id, self.elapsed, now=self.now())

    def conclude(self, next_step: NextStep | None = None, reason: str = "") -> None:
        """End with a next step, or with the reason why there is none. Raises ``UserError``, as ``leave``."""
        self.write(
            live_call.ending(calls.conclude),
            self.call_id,
            self.elapsed,
            now=self.now(),
            next_step=next_step,
            no_follow_up_reason=reason,
        )
