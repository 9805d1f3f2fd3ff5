"""The words behind a score on a page that has no call: opened from a square, linked and undone with the page's acts."""

import uuid
from collections.abc import Callable
from textwrap import shorten

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.errors import UserError
from desktop.i18n import _
from desktop.models.evidence import Grade
from desktop.services import evidence
from desktop.services.evidence import Words, WordsBehind
from desktop.ui.undo import Step
from desktop.ui.widgets.words_behind import WordsBehindPanel
from desktop.ui.workspace import Workspace

Act = Callable[[str, Step, Step], object]
"""Does a named act on the page's stack: its words, what it does, what takes it back."""
_NAMED = 32


def link_name(linked: bool, criterion: str, words: str) -> str:
    """The name of linking words to a criterion, or of parting them, for undo."""
    text = _("linked to {criterion}: {words}") if linked else _("parted from {criterion}: {words}")
    return text.format(criterion=criterion, words=shorten(words, _NAMED, placeholder="…"))


def document_name(documented: bool, words: str) -> str:
    """The name of saying that a document was seen, for undo."""
    text = _("document seen: {words}") if documented else _("document not seen: {words}")
    return text.format(words=shorten(words, _NAMED, placeholder="…"))


class WordsOpener(QObject):
    """Opens the panel over the window of ``page``; ``act`` does an act of that page, ``toast`` says what is refused."""

    def __init__(self, workspace: Workspace, page: QWidget, act: Act, toast: Callable[[str, object], object]) -> None:
        super().__init__(page)
        self._workspace, self._page, self._act, self._toast = workspace, page, act, toast
        self.panel: WordsBehindPanel | None = None
        """Built when it is first needed, over the window that the page is in by then."""

    def open(self, prospect_id: uuid.UUID, criterion: str = "") -> None:
        """Show the words behind a score; by default behind the one that needs them most."""
        try:
            key = criterion or self._workspace.ask(evidence.to_look_at, prospect_id)
            self._show(self._workspace.ask(evidence.words_behind, prospect_id, key))
        except UserError as error:
            self._toast(str(error), None)

    def open_place(self, prospect_id: uuid.UUID, place: int) -> None:
        """Show the words behind the score at that place of the prospect's grid."""
        self.open(prospect_id, self._workspace.ask(evidence.criterion_at, prospect_id, place))

    def close(self) -> None:
        """The page is being left."""
        if self.panel is not None:
            self.panel.close_overlay()

    def _show(self, behind: WordsBehind) -> None:
        if self.panel is None:
            self.panel = WordsBehindPanel(self._page.window())
            self.panel.linked.connect(self._link)
            self.panel.documented.connect(self._document)
            self.panel.other_wanted.connect(lambda key: self.open(self._at_hand().prospect_id, key))
            self._workspace.changed.connect(lambda _touched: self._show_again())
        self.panel.show_words(behind, self._workspace.clock.zone)

    def _show_again(self) -> None:
        """After any change, an undo among them, while it is open."""
        if self.panel is not None and self.panel.isVisible():
            behind = self._at_hand()
            self.open(behind.prospect_id, behind.criterion.key)

    def _at_hand(self) -> WordsBehind:
        assert self.panel is not None and self.panel.behind is not None
        return self.panel.behind

    def _link(self, entry_id: uuid.UUID, by_hand: bool | None) -> None:
        behind, workspace = self._at_hand(), self._workspace
        key, now = behind.criterion.key, workspace.clock.now

        def act(words: Words) -> None:
            self._act(
                link_name(not words.linked, behind.criterion.name, words.words),
                lambda: workspace.do(evidence.set_proof, entry_id, key, by_hand, at=now()),
                lambda: workspace.do(evidence.set_proof, entry_id, key, words.by_hand, at=now()),
            )

        self._with_words(entry_id, act)

    def _document(self, entry_id: uuid.UUID, documented: bool) -> None:
        workspace = self._workspace

        def act(words: Words) -> None:
            before = words.grade is Grade.DOCUMENTED
            self._act(
                document_name(documented, words.words),
                lambda: workspace.do(evidence.set_documented, entry_id, documented),
                lambda: workspace.do(evidence.set_documented, entry_id, before),
            )

        self._with_words(entry_id, act)

    def _with_words(self, entry_id: uuid.UUID, act: Callable[[Words], None]) -> None:
        """Do something with words as they are now; what is refused is told."""
        try:
            act(self._workspace.ask(evidence.words_for, entry_id, self._at_hand().criterion.key))
        except UserError as error:
            self._toast(str(error), None)
