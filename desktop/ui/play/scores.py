"""Scores a criterion and links words to it by hand, with the keys that do it without leaving the line."""

import uuid
from collections.abc import Callable

from desktop.models.calls import Answer
from desktop.services import evidence
from desktop.ui.play.held import HeldCall
from desktop.ui.play.keys import PlayError
from desktop.ui.widgets.words_behind import WordsBehindPanel

_MOST_STEPS = 100


class ScorePilot:
    """The criterion is that of the question on the screen, or the one that the step names."""

    def __init__(self, held: HeldCall) -> None:
        self._held = held
        self._hands = held.hands

    def score(self, answer: Answer, criterion: str | None) -> None:
        """Ctrl+0 to 3 or Ctrl+I, on the criterion at hand or after stepping to the one named."""
        wanted = criterion or self._asked()
        if self._known(wanted) == answer:
            # The same mark again would clear it.
            return
        self._bring_to_hand(wanted)
        self._hands.press("Ctrl+I" if answer == "?" else f"Ctrl+{answer}")
        if self._known(wanted) != answer:
            raise PlayError(f"“{wanted}” is not scored {answer}: {self._held.live.banner.text}")

    def prove(self, criterion: str) -> None:
        """F2, the criterion with the arrows, the last words, Space, Esc."""
        entry = self._held.last_verbatim()
        self._hands.press("F2")
        panel = self._hands.one(WordsBehindPanel)
        self._press_until("Right", lambda: panel.behind is not None and panel.behind.criterion.key == criterion)
        self._hands.press("Home")
        self._press_until("Down", lambda: self._at_hand(panel) == entry.id)
        if not self._linked(entry.id, criterion):
            self._hands.press("Space")
        self._hands.press("Esc")
        if not self._linked(entry.id, criterion):
            raise PlayError(f"“{entry.words}” is not linked to “{criterion}”")

    def _press_until(self, keys: str, there: Callable[[], bool]) -> None:
        for _step in range(_MOST_STEPS):
            if there():
                return
            self._hands.press(keys)
        raise PlayError(f"{keys} does not lead to the words or the criterion to link")

    def _at_hand(self, panel: WordsBehindPanel) -> uuid.UUID | None:
        words = panel.list.current_words()
        return words.entry_id if words else None

    def _linked(self, entry_id: uuid.UUID, criterion: str) -> bool:
        return self._held.stage.workspace.ask(evidence.words_for, entry_id, criterion).linked

    def _asked(self) -> str:
        """The criterion that the question on the screen informs, otherwise the one at hand."""
        running = self._held.running
        informed = running.question.criterion or ""
        return informed if informed in self._keys() else running.at_hand

    def _bring_to_hand(self, criterion: str) -> None:
        keys = self._keys()
        for _step in range((keys.index(criterion) - keys.index(self._held.running.at_hand)) % len(keys)):
            self._hands.press("Ctrl+Shift+Down")

    def _known(self, criterion: str) -> Answer:
        """What the one who speaks has answered in this call."""
        speaker = self._held.speakers.opinion_of
        row = self._held.sheet.row(criterion)
        if speaker is None or not row.opinions:
            return row.answer
        own = next((each for each in row.opinions if each.contact_id == speaker), None)
        if own is None:
            return ""
        return "?" if own.level is None else own.level  # type: ignore[return-value]

    def _keys(self) -> list[str]:
        return [row.criterion.key for row in self._held.sheet.rows]
