"""What a score of the call rests on: linking the prospect's words to it, and saying that a document was seen."""

import uuid
from collections.abc import Callable
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.errors import UserError
from desktop.i18n import _
from desktop.models.evidence import Grade
from desktop.services import evidence
from desktop.services.evidence import WordsBehind
from desktop.ui.actions import Action
from desktop.ui.undo import Step
from desktop.ui.widgets.words_behind import WordsBehindPanel
from desktop.ui.widgets.words_opener import document_name, link_name

if TYPE_CHECKING:
    from desktop.ui.calls.running_call import RunningCall

SCOPE = "call"


class EvidenceActs:
    """Each act is on the disk before it is painted."""

    def __init__(self, call: "RunningCall") -> None:
        self._call = call

    def behind(self, criterion: str) -> WordsBehind:
        """What the score of a criterion rests on, as seen from this call."""
        call = self._call
        return call.ask(evidence.words_behind, call.prospect_id, criterion, call.call_id, call.sheet)

    def link(self, entry_id: uuid.UUID, criterion: str, by_hand: bool | None) -> bool:
        """Link words of the prospect to a criterion, part them, or (``None``) leave it to their question."""
        try:
            words = self._call.ask(evidence.words_for, entry_id, criterion)
        except UserError as error:
            self._call.refused.emit(str(error))
            return False
        before = words.by_hand
        if by_hand is before:
            return True
        linked = words.by_question if by_hand is None else by_hand
        text = link_name(linked, self._call.sheet.row(criterion).criterion.name, words.words)
        return self._call.act(
            text, self._linking(entry_id, criterion, by_hand), self._linking(entry_id, criterion, before)
        )

    def document(self, entry_id: uuid.UUID, documented: bool) -> bool:
        """Say that a document was seen, or take that back."""
        entry = self._call.ask(evidence.entry_of, entry_id)
        before = entry.grade is Grade.DOCUMENTED
        if documented is before:
            return True
        return self._call.act(
            document_name(documented, entry.words), self._seeing(entry_id, documented), self._seeing(entry_id, before)
        )

    def _linking(self, entry_id: uuid.UUID, criterion: str, by_hand: bool | None) -> Step:
        call = self._call

        def step() -> None:
            call.write(evidence.set_proof, entry_id, criterion, by_hand, at=call.now())
            call.show_sheet()

        return step

    def _seeing(self, entry_id: uuid.UUID, documented: bool) -> Step:
        call = self._call

        def step() -> None:
            call.write(evidence.set_documented, entry_id, documented)
            fresh = call.ask(evidence.entry_of, entry_id)
            if fresh.call_id == call.call_id:
                call.replace_entry(fresh)
            call.show_sheet()

        return step


class CallWords(QObject):
    """The panel of the words behind a score, over the window of ``screen``, on the call that is shown there."""

    def __init__(self, screen: QWidget, call: Callable[[], "RunningCall | None"]) -> None:
        super().__init__(screen)
        self._screen, self._get = screen, call
        self._followed: RunningCall | None = None
        self.panel: WordsBehindPanel | None = None
        """Built when it is first needed, over the window that the screen is in by then."""

    def open(self, criterion: str = "") -> None:
        """Show the words behind a score of the call; by default the criterion at hand."""
        call = self._get()
        if call is None:
            return
        panel = self.panel or self._build()
        if self._followed is not call:
            # Also what is undone while it is open.
            call.scored.connect(self._show_again)
            self._followed = call
        try:
            panel.show_words(EvidenceActs(call).behind(criterion or call.at_hand), ZoneInfo(call.zone))
        except UserError as error:
            call.refused.emit(str(error))

    def _build(self) -> WordsBehindPanel:
        self.panel = WordsBehindPanel(self._screen.window())
        self.panel.linked.connect(self._link)
        self.panel.documented.connect(self._document)
        self.panel.other_wanted.connect(self.open)
        return self.panel

    def _show_again(self) -> None:
        if self.panel is not None and self.panel.isVisible() and self.panel.behind is not None:
            self.open(self.panel.behind.criterion.key)

    def _link(self, entry_id: uuid.UUID, by_hand: bool | None) -> None:
        call, panel = self._get(), self.panel
        if call is not None and panel is not None and panel.behind is not None:
            EvidenceActs(call).link(entry_id, panel.behind.criterion.key, by_hand)

    def _document(self, entry_id: uuid.UUID, documented: bool) -> None:
        call = self._get()
        if call is not None:
            EvidenceActs(call).document(entry_id, documented)


def evidence_actions(open_words: Callable[[], None], able: Callable[[], bool]) -> list[Action]:
    """The key that shows the words behind the criterion at hand."""
    return [
        Action(
            "call.words_behind",
            _("The words behind the criterion at hand"),
            open_words,
            ("F2",),
            SCOPE,
            "message-square-quote",
            able,
            (_("evidence"), _("proofs")),
            group="go",
        )
    ]
