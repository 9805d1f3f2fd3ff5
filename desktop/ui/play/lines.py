"""Types what is said: every line of the capture grammar, its correction, and what may be quoted."""

from desktop.models.matrix import Heat, heat_label
from desktop.services import capture, followups
from desktop.services.capture import Line, plain_tag
from desktop.ui.play.held import HeldCall, Noticed
from desktop.ui.play.keys import PlayError


class LinePilot:
    """Writes in the line that keeps the focus, and looks at the disk after each."""

    def __init__(self, held: HeldCall, noticed: Noticed) -> None:
        self._held = held
        self._noticed = noticed

    def say(self, words: str) -> None:
        """One line, whatever its first sign makes of it."""
        line = capture.read_line(words, self._held.stage.clock.now())
        before = len(self._held.entries)
        self._held.type_line(words)
        added = len(self._held.entries) - before
        if added != int(line.is_entry) or not self._done(line):
            raise PlayError(f"“{words}” was not written down: {self._held.live.banner.text}")

    def say_heat(self, heat: Heat) -> None:
        """``=chaud``."""
        self.say(f"={heat_label(heat).lower()}")

    def correct(self, words: str) -> None:
        """The last entry taken back into the line with the up arrow, and typed anew."""
        held = self._held
        before = held.entries
        field = held.line()
        held.hands.press("Up")
        if field.toPlainText() != capture.as_typed(before[-1]):
            raise PlayError(f"the last entry does not come back into the line, which holds “{field.toPlainText()}”")
        held.hands.press("Ctrl+A")
        held.type_line(words)
        line, after = capture.read_line(words), held.entries
        last = after[-1]
        if len(after) != len(before) or (last.kind, last.words) != (line.kind, line.text):
            raise PlayError(f"“{words}” does not take the place of “{before[-1].words}”")

    def allow_last(self) -> None:
        """Ctrl+B, unless the last words may be quoted already."""
        last = self._held.last_verbatim()
        if last.citable:
            return
        self._held.hands.press("Ctrl+B")
        if not next(entry for entry in self._held.entries if entry.id == last.id).citable:
            raise PlayError(f"“{last.text}” is not citable")

    def _done(self, line: Line) -> bool:
        held = self._held
        if line.heat is not None:
            return held.sheet.heat is line.heat
        if line.step is not None:
            fixed = held.stage.workspace.ask(followups.of_call, held.call_id)
            self._noticed.step_typed = line.step.due_local.isoformat()
            return fixed is not None and fixed.due_local == line.step.due_local
        last = held.entries[-1]
        if line.kind == "tags":
            there = {plain_tag(tag) for tag in last.tags}
            wanted, gone = ({plain_tag(tag) for tag in tags} for tags in (line.tags, line.untags))
            return wanted <= there and not gone & there
        return last.kind == line.kind and last.text == line.text
