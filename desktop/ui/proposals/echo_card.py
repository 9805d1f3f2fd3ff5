"""The card "Echo": how much of the proposal rests on their words, and the two lists that say what to mend."""

import uuid

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.services.proposal_checks import shortened
from desktop.services.proposal_echo import Echo
from desktop.services.proposal_sheet import ProposalSheet
from desktop.services.proposal_trace import NEED, TracedBlock
from desktop.ui.proposals.block_words import block_name
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.labels import PlainLabel, Sign


class EchoCard(Card):
    """``wanted`` carries the place of a block that the rep wants to mend, as ``proposal_trace`` names it."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__(_("Echo"), " ", spacing=6)
        self._shown: tuple[Echo, tuple[tuple[uuid.UUID, str], ...]] | None = None
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        self.body.addLayout(self._list)
        self.rows: dict[str, Button] = {}

    def show_sheet(self, sheet: ProposalSheet) -> None:
        """Say what rests on nothing, and what is not answered."""
        echo = sheet.echo
        note = _("{backed} blocks of {total} come from their words")
        self.set_note(note.format(backed=echo.backed, total=echo.blocks) if echo.blocks else "")
        names = tuple((card.row.id, card.name) for card in sheet.needs)
        if (echo, names) == self._shown:
            return
        self._shown = (echo, names)
        self.rows = {}
        while (item := self._list.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self._add_needs(echo, dict(names))
        self._add_blocks(echo)
        if not self.rows:
            words = _("Every need is answered, and every block rests on their words.")
            self._list.addWidget(_line("circle-check", "ok", PlainLabel(words, "body", wrap=True)))

    def _add_needs(self, echo: Echo, names: dict[uuid.UUID, str]) -> None:
        if echo.needs_without_answer:
            self._list.addWidget(PlainLabel(_("Needs without an answer"), "label"))
        for key in echo.needs_without_answer:
            self._add(f"{NEED}{key}", shortened(names.get(key, "")))

    def _add_blocks(self, echo: Echo) -> None:
        if echo.without_words:
            self._list.addWidget(PlainLabel(_("Written without their words"), "label"))
        for block in echo.without_words:
            self._add(block.where, _words(block))

    def _add(self, where: str, words: str) -> None:
        go = Button(_("Show"), "quiet", small=True)
        go.setAccessibleName(_("Show: {sentence}").format(sentence=words))
        go.clicked.connect(lambda: self.wanted.emit(where))
        # The same need may stand in both lists: the later row leads to the same place.
        self.rows[where] = go
        self._list.addWidget(_line("triangle-alert", "warn", PlainLabel(words, "body", elide=True), go))


def _words(block: TracedBlock) -> str:
    text = shortened(block.text)
    return _("{block}: {text}").format(block=block_name(block), text=text) if text else block_name(block)


def _line(icon: str, tone: str, words: PlainLabel, go: Button | None = None) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(8)
    layout.addWidget(Sign(icon, tone, 16), 0, Qt.AlignmentFlag.AlignVCenter)
    layout.addWidget(words, 1)
    if go is not None:
        layout.addWidget(go, 0, Qt.AlignmentFlag.AlignVCenter)
    return row
