"""Holds the call of a conversation: asks, types what is said, scores, and hangs up, by keyboard alone."""

import uuid
from collections.abc import Callable

from PySide6.QtWidgets import QPlainTextEdit

from desktop.clock import FixedClock
from desktop.models.calls import Answer, Entry, Verbatim
from desktop.models.matrix import Heat, heat_label
from desktop.services import calls, grids
from desktop.services.conversation_forms import Conversation, Step
from desktop.ui.play.keys import Hands, PlayError
from desktop.ui.workspace import Workspace

_PICTURES = {1 / 4: "call-begins", 1 / 2: "call", 1: "call-ends"}


class CallPilot:
    """Plays ``steps`` in the call that runs. ``picture(name)`` is called on the way."""

    def __init__(
        self,
        hands: Hands,
        workspace: Workspace,
        clock: FixedClock,
        conversation: Conversation,
        picture: Callable[[str], None],
    ) -> None:
        running = workspace.ask(calls.running_call)
        if running is None:
            raise PlayError("no call is running")
        self._call_id: uuid.UUID = running
        self._hands = hands
        self._workspace = workspace
        self._clock = clock
        self._steps = conversation.steps
        self._script, self._grid = conversation.script, conversation.grid
        self._picture = picture
        self._worked = False
        """Whether something was done on the question on the screen: it is then left as asked."""
        self._criterion = self._script.questions[0].criterion or self._grid.criteria[0].key

    def play(self) -> None:
        """Every step, in order."""
        shots = {round(share * len(self._steps)): name for share, name in _PICTURES.items()}
        for place, step in enumerate(self._steps, 1):
            self._clock.advance(step.wait)
            self._do(step)
            if place in shots:
                self._picture(shots[place])
        if self._worked:
            self._next()

    def _do(self, step: Step) -> None:
        if step.ask:
            self._go_to(step.ask)
        elif step.next:
            self._next()
        elif step.say:
            self._say(step.say)
        elif step.heat:
            self._say_heat(step.heat)
        elif step.score is not None or step.unknown:
            self._score("?" if step.score is None else step.score, step.criterion)  # type: ignore[arg-type]
        if step.citable:
            self._allow_last()

    def _go_to(self, key: str) -> None:
        """Leave an answered question by the key that marks it asked, then step to the one wanted."""
        keys = [question.key for question in self._script.questions]
        if self._worked and self._question() != key:
            self._next()
        for _step in range(len(keys)):
            here = self._question()
            if here == key:
                break
            self._hands.press("Ctrl+Down" if keys.index(here) < keys.index(key) else "Ctrl+Up")
            self._arrived()
        if self._question() != key:
            raise PlayError(f"the question “{key}” does not come up")
        self._worked = True

    def _next(self) -> None:
        self._hands.press("Ctrl+Return")
        self._arrived()
        self._worked = False

    def _arrived(self) -> None:
        self._criterion = self._script.question(self._question()).criterion or self._criterion

    def _say(self, line: str) -> None:
        before = len(self._entries())
        self._type_line(line)
        if len(self._entries()) != before + 1:
            raise PlayError(f"“{line}” was not written down")
        self._worked = True

    def _say_heat(self, heat: Heat) -> None:
        self._type_line(f"={heat_label(heat).lower()}")
        if self._sheet().heat is not heat:
            raise PlayError(f"the heat is not {heat.value}")

    def _type_line(self, line: str) -> None:
        """In the capture line, focused all call long: a play that went to look for it would hide a defect."""
        field = self._hands.named(QPlainTextEdit, "call.line")
        if not field.hasFocus():
            raise PlayError("the focus has left the capture line")
        self._hands.type_text(f"{line}\n")
        if field.toPlainText():
            raise PlayError(f"the capture line keeps “{field.toPlainText()}”")

    def _score(self, answer: Answer, criterion: str | None) -> None:
        """Ctrl+0 to 3 or Ctrl+I, on the criterion at hand or after stepping to the one named."""
        wanted = criterion or self._criterion
        if self._sheet().row(wanted).answer == answer:
            # The same mark again would clear it.
            return
        keys = [each.key for each in self._grid.criteria]
        for _step in range((keys.index(wanted) - keys.index(self._criterion)) % len(keys)):
            self._hands.press("Ctrl+Shift+Down")
        self._criterion = wanted
        self._hands.press("Ctrl+I" if answer == "?" else f"Ctrl+{answer}")
        if self._sheet().row(wanted).answer != answer:
            raise PlayError(f"“{wanted}” is not scored {answer}")
        self._worked = True

    def _allow_last(self) -> None:
        last = [entry for entry in self._entries() if isinstance(entry, Verbatim)][-1]
        if last.citable:
            return
        self._hands.press("Ctrl+B")
        if not next(entry for entry in self._entries() if entry.id == last.id).citable:
            raise PlayError(f"“{last.text}” is not citable")

    # What is on the disk: the play believes nothing else

    def _question(self) -> str:
        return self._workspace.ask(calls.outline, self._call_id).call.question

    def _entries(self) -> list[Entry]:
        return self._workspace.ask(calls.entries, self._call_id)

    def _sheet(self) -> grids.GridSheet:
        return self._workspace.ask(grids.call_sheet, self._call_id)
