"""The proposal that a play writes: what the composer shows of it, what is on the disk, and the fields in between."""

import uuid

from PySide6.QtWidgets import QWidget

from desktop.services.proposal_sheet import ProposalSheet, sheet
from desktop.ui.play.keys import PlayError, field_text
from desktop.ui.play.stage import Stage
from desktop.ui.proposals.need_row import NeedRow


class WrittenProposal:
    """One proposal, open in the composer."""

    def __init__(self, stage: Stage, proposal_id: uuid.UUID) -> None:
        self.proposal_id = proposal_id
        self.hands = stage.hands
        self.page = stage.shell.pages.proposals
        self.composer = stage.shell.pages.proposals.composer
        self._stage = stage

    @property
    def sheet(self) -> ProposalSheet:
        """As it is on the disk."""
        return self._stage.workspace.ask(sheet, self.proposal_id)

    def row_of(self, verbatim: str) -> NeedRow:
        """The row of the need that these words state."""
        for card in self.sheet.needs:
            if any(quote.text == verbatim for quote in card.quotes):
                row = self.composer.needs.row(card.row.id)
                if row is not None:
                    return row
        raise PlayError(f"no need of the proposal quotes “{verbatim}”")

    def fill(self, editor: QWidget, text: str) -> None:
        """What the file leaves empty stays as the program prepared it, and what it prepared is not typed again."""
        if text and field_text(editor) != text:
            self.hands.fill(editor, text)
