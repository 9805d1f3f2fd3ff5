"""The call in progress as the screen holds it: what is on the disk, and every act of the rep that changes it."""

import uuid
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from typing import Any, Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from desktop.errors import UserError
from desktop.i18n import _
from desktop.models.calls import Answer, Entry, QuestionState, Verbatim
from desktop.models.matrix import Heat, heat_label
from desktop.models.scripts import Question
from desktop.models.statuses import Status
from desktop.services import calls, grids, live_call, prospects
from desktop.services.capture import Line, read_line
from desktop.services.followups import NextStep
from desktop.ui.undo import Step, perform
from desktop.ui.workspace import Workspace

P = ParamSpec("P")
R = TypeVar("R")

SAVE_TIME_EVERY = 15
"""Seconds between two writes of how long the call has lasted."""


class RunningCall(QObject):
    """What the screen shows (``outline``, ``marks``, ``entries``, ``sheet``, ``at_hand``) and what the rep does.

    Each act is on the disk before its signal is sent; one that fails changes nothing and sends ``refused``.
    """

    moved = Signal()
    """The question, the mark of one, or the criterion at hand."""
    scored = Signal()
    """A score, a heat, or a number of proofs."""
    entry_added = Signal(object)
    entry_changed = Signal(object)
    entries_changed = Signal()
    refused = Signal(str)
    accepted = Signal()

    def __init__(self, workspace: Workspace, call_id: uuid.UUID, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.call_id = call_id
        self.stack = QUndoStack(self)
        self.busy = False
        """True while an act of this call is being saved: what the workspace announces then is known already."""
        self._workspace = workspace
        self._failure: Exception | None = None
        self.at_hand = ""
        self.reread()
        self._base = self._saved_seconds = self.outline.call.elapsed_seconds
        self._origin = workspace.clock.monotonic()

    # What is shown

    def reread(self) -> None:
        """Read everything again from the file."""
        self.outline, self.entries, self.sheet = self._workspace.ask(live_call.read, self.call_id)
        self.script = self.outline.script
        self.marks = dict(self.outline.marks)
        self.question = self.script.question(self.outline.call.question)
        self._follow_criterion()

    @property
    def prospect_id(self) -> uuid.UUID:
        return self.outline.prospect.id

    @property
    def elapsed(self) -> int:
        """Seconds since the call began, without the time it was left."""
        return self._base + int(self._workspace.clock.monotonic() - self._origin)

    @property
    def asked(self) -> int:
        return sum(state is QuestionState.ASKED for state in self.marks.values())

    def last_verbatim(self) -> Verbatim | None:
        return next((entry for entry in reversed(self.entries) if isinstance(entry, Verbatim)), None)

    # What the rep does

    def add_line(self, raw: str) -> bool:
        """Understand and save what was typed. False when it was refused: the words must stay in their line."""
        try:
            line = read_line(raw)
        except UserError as error:
            self.refused.emit(str(error))
            return False
        if line.heat is not None:
            return self.set_heat(line.heat)
        return self._add_entry(line)

    def score(self, answer: Answer, criterion: str = "") -> bool:
        """Score a criterion, by default the one at hand; the same answer again clears it."""
        key = criterion or self.at_hand
        row = self.sheet.row(key)
        after: Answer = "" if answer == row.answer else answer
        if after == row.answer:
            return True
        words = _("score {criterion} = {mark}") if after != "" else _("score {criterion} cleared")
        text = words.format(criterion=row.criterion.name, mark=after)
        return self._act(text, self._scoring(key, after), self._scoring(key, row.answer))

    def set_heat(self, heat: Heat) -> bool:
        """Say how ready to act they are."""
        before = self.sheet.heat
        if before is heat:
            return True
        text = _("heat {heat}").format(heat=heat_label(heat).lower())
        return self._act(text, self._heating(heat), self._heating(before))

    def toggle_citable(self, entry: Entry | None = None) -> bool:
        """Allow a verbatim into documents, or take that back; by default the last one."""
        chosen = entry or self.last_verbatim()
        if chosen is None:
            self.refused.emit(_("There is no verbatim to quote yet: type the prospect’s words first."))
            return False
        current = next(each for each in self.entries if each.id == chosen.id)
        text = _("not quotable: {words}") if current.citable else _("quotable: {words}")
        return self._act(
            text.format(words=_short(current.text)),
            self._quoting(current.id, not current.citable),
            self._quoting(current.id, current.citable),
        )

    def mark_and_move(self, state: QuestionState = QuestionState.ASKED) -> bool:
        """Say what became of the question on the screen, and go to the next one."""
        here, before = self.question, self.marks.get(self.question.key)
        there = self._neighbour(1) or here
        words = _("question asked: {title}") if state is QuestionState.ASKED else _("question skipped: {title}")
        return self._act(
            words.format(title=here.title),
            self._marking(here.key, state, there.key),
            self._marking(here.key, before, here.key),
        )

    def move(self, step: int) -> None:
        """Go to the question before or after, without marking this one."""
        neighbour = self._neighbour(step)
        if neighbour is not None:
            self.go_to(neighbour.key)

    def go_to(self, question: str) -> None:
        """Put a question on the screen. Not an act to undo: the way back is the same key."""
        try:
            self._write(live_call.go_to, self.call_id, question, self.elapsed)
        except UserError as error:
            self.refused.emit(str(error))
            return
        self._arrive_at(question)

    def choose_criterion(self, key: str) -> None:
        """Make a criterion the one that the digits score."""
        self.at_hand = key
        self.moved.emit()

    def other_criterion(self, step: int) -> None:
        """Go through the criteria of the grid, round the ends."""
        keys = [row.criterion.key for row in self.sheet.rows]
        self.choose_criterion(keys[(keys.index(self.at_hand) + step) % len(keys)])

    def undo(self) -> None:
        self._failure = None
        self.stack.undo()
        self._settle()

    def redo(self) -> None:
        self._failure = None
        self.stack.redo()
        self._settle()

    def set_planned(self, minutes: int) -> None:
        """Change the time there is."""
        self._write(calls.set_planned, self.call_id, minutes)
        self.reread()

    def save_time(self, at_least: int = SAVE_TIME_EVERY) -> None:
        """Keep how long the call has lasted, when ``at_least`` seconds have passed since it was last kept."""
        seconds = self.elapsed
        if seconds - self._saved_seconds < at_least:
            return
        # Also after a failure: the next try is as far away as this one was.
        self._saved_seconds = seconds
        try:
            self._write(calls.set_elapsed, self.call_id, seconds)
        except UserError as error:
            self.refused.emit(str(error))

    def apply_status(self) -> bool:
        """Give the prospect the status that the rules suggest."""
        before = self.outline.prospect.status
        after = self._workspace.ask(prospects.status_suggestion, self.prospect_id).status

        def to(status: Status) -> Step:
            def step() -> None:
                self._write(prospects.set_status, self.prospect_id, status, now=self._now())
                self.reread()
                self.scored.emit()

            return step

        return self._act(_("status"), to(after), to(before))

    # How the call ends; both raise ``UserError`` and then nothing has changed.

    def leave(self) -> None:
        """Stop without concluding."""
        self._write(live_call.ending(calls.leave), self.call_id, self.elapsed, now=self._now())

    def conclude(self, next_step: NextStep | None = None, reason: str = "") -> None:
        """End with a next step, or with the reason why there is none."""
        self._write(
            live_call.ending(calls.conclude),
            self.call_id,
            self.elapsed,
            now=self._now(),
            next_step=next_step,
            no_follow_up_reason=reason,
        )

    # Steps of the acts above

    def _add_entry(self, line: Line) -> bool:
        added: list[uuid.UUID] = []
        at, seconds, question = self._now(), self.elapsed, self.question.key

        def add() -> None:
            if added:
                self._write(calls.restore_entry, added[0])
                self._show_entries()
                return
            entry, self.sheet = self._write(
                live_call.add_entry,
                self.call_id,
                line.kind,
                line.text,
                at=at,
                question=question,
                offset_seconds=seconds,
            )
            added.append(entry.id)
            self._saved_seconds = seconds
            self.entries = [*self.entries, entry]
            self.entry_added.emit(entry)
            self.scored.emit()

        def take_back() -> None:
            self._write(calls.take_back, added[0], at=self._now())
            self._show_entries()

        return self._act(_("words: {words}").format(words=_short(line.text)), add, take_back)

    def _scoring(self, criterion: str, answer: Answer) -> Step:
        def step() -> None:
            self.sheet = self._write(
                live_call.score, self.call_id, criterion, answer, at=self._now(), seconds=self.elapsed
            )
            self._saved_seconds = self.elapsed
            if self.at_hand != criterion:
                self.choose_criterion(criterion)
            self.scored.emit()

        return step

    def _heating(self, heat: Heat | None) -> Step:
        def step() -> None:
            self._write(prospects.set_heat, self.prospect_id, heat, now=self._now())
            self.sheet = self._workspace.ask(grids.call_sheet, self.call_id)
            self.scored.emit()

        return step

    def _quoting(self, entry_id: uuid.UUID, citable: bool) -> Step:
        def step() -> None:
            fresh = self._write(live_call.set_citable, entry_id, citable)
            self.entries = [fresh if entry.id == entry_id else entry for entry in self.entries]
            self.entry_changed.emit(fresh)

        return step

    def _marking(self, question: str, state: QuestionState | None, there: str) -> Step:
        def step() -> None:
            self._write(
                live_call.mark_and_go, self.call_id, question, state, there, at=self._now(), seconds=self.elapsed
            )
            if state is None:
                self.marks.pop(question, None)
            else:
                self.marks[question] = state
            self._arrive_at(there)

        return step

    def _show_entries(self) -> None:
        self.entries, self.sheet = self._workspace.ask(live_call.entries_and_sheet, self.call_id)
        self.entries_changed.emit()
        self.scored.emit()

    def _neighbour(self, step: int) -> Question | None:
        questions = self.script.questions
        place = questions.index(self.question) + step
        return questions[place] if 0 <= place < len(questions) else None

    def _arrive_at(self, question: str) -> None:
        self.question = self.script.question(question)
        self._follow_criterion()
        self.moved.emit()

    def _follow_criterion(self) -> None:
        """The question's criterion when the grid has it, otherwise the last chosen one."""
        keys = [row.criterion.key for row in self.sheet.rows]
        if self.question.criterion in keys:
            self.at_hand = self.question.criterion or ""
        elif self.at_hand not in keys:
            self.at_hand = keys[0]

    def _now(self) -> datetime:
        return self._workspace.clock.now()

    def _write(self, command: Callable[Concatenate[Any, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        self.busy = True
        try:
            return self._workspace.do(command, *args, **kwargs)
        finally:
            self.busy = False

    def _act(self, text: str, do: Step, take_back: Step) -> bool:
        self._failure = None
        with suppress(UserError):  # told by _settle, as for undo
            perform(self.stack, text, self._kept(do), self._kept(take_back))
        return self._settle()

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


def _short(text: str) -> str:
    """The first words, for the name of an act."""
    return text if len(text) <= 32 else f"{text[:31].rstrip()}…"
