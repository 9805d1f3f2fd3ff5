"""The call in progress as a play sees it: what is on the disk, and what it must remember for the summary."""

import uuid
from dataclasses import dataclass, field

from PySide6.QtWidgets import QPlainTextEdit

from desktop.models.calls import Call, Entry, Verbatim
from desktop.services import calls, grids
from desktop.services.speakers import Speakers, speakers_of
from desktop.ui.calls.live_screen import LiveScreen
from desktop.ui.calls.running_call import RunningCall
from desktop.ui.play.keys import PlayError
from desktop.ui.play.stage import Stage


@dataclass
class Noticed:
    """What only the screen shows, and the file does not keep."""

    contradictions: list[dict[str, str]] = field(default_factory=list)
    accepted: list[str] = field(default_factory=list)
    """The words of the figures and dates that were taken."""
    step_typed: str | None = None
    """When the next step typed with "@" is due: a wall clock."""


class HeldCall:
    """Reads the running call from the disk: the play believes nothing else. ``type_line`` is its only hand."""

    def __init__(self, stage: Stage) -> None:
        running = stage.workspace.ask(calls.running_call)
        if running is None:
            raise PlayError("no call is running")
        self.call_id: uuid.UUID = running
        self.stage = stage
        self.hands = stage.hands

    @property
    def live(self) -> LiveScreen:
        return self.stage.shell.pages.call.live

    @property
    def running(self) -> RunningCall:
        running = self.stage.shell.pages.call.running()
        if running is None:
            raise PlayError("the call is not on the screen")
        return running

    @property
    def call(self) -> Call:
        return self.stage.workspace.ask(calls.outline, self.call_id).call

    @property
    def question(self) -> str:
        return self.call.question

    @property
    def entries(self) -> list[Entry]:
        return self.stage.workspace.ask(calls.entries, self.call_id)

    @property
    def sheet(self) -> grids.GridSheet:
        return self.stage.workspace.ask(grids.call_sheet, self.call_id)

    @property
    def speakers(self) -> Speakers:
        return self.stage.workspace.ask(speakers_of, self.call_id)

    @property
    def acts(self) -> int:
        """How many acts could be undone."""
        return self.running.stack.index()

    def last_verbatim(self) -> Verbatim:
        """What the prospect said last."""
        last = next((entry for entry in reversed(self.entries) if isinstance(entry, Verbatim)), None)
        if last is None:
            raise PlayError("nothing was said yet")
        return last

    def line(self) -> QPlainTextEdit:
        """The capture line, focused all call long: a play that went to look for it would hide a defect."""
        field = self.hands.named(QPlainTextEdit, "call.line")
        if not field.hasFocus():
            raise PlayError("the focus has left the capture line")
        return field

    def type_line(self, words: str) -> None:
        """Type in the line, and Enter."""
        field = self.line()
        self.hands.type_text(f"{words}\n")
        if field.toPlainText():
            raise PlayError(f"the capture line keeps “{field.toPlainText()}”: {self.live.banner.text}")
