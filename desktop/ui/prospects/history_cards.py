"""What was said by a prospect, and the proposals made to them."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.i18n import _, current
from desktop.models.calls import Verbatim
from desktop.services.proposal_lists import ProposalRow
from desktop.ui.icons import paint_icon
from desktop.ui.prospects.rows import empty
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.labels import PlainLabel
from desktop.ui.widgets.painting import painter_for
from desktop.ui.widgets.proposal_state import StateChip
from desktop.ui.workspace import Workspace


class WordsCard(Card):
    """The latest verbatims, the citable ones first."""

    def __init__(self) -> None:
        super().__init__(_("Their words"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(10)
        self.body.addLayout(self._rows)

    def show_verbatims(self, verbatims: Sequence[Verbatim], workspace: Workspace) -> None:
        """Show what they said, as they said it; a correction stands for the original."""
        empty(self._rows)
        if not verbatims:
            self._rows.addWidget(PlainLabel(_("Nothing noted yet in their own words."), "muted", wrap=True))
        for verbatim in verbatims:
            day = current().date(verbatim.at.astimezone(workspace.clock.zone).date(), "short")
            self._rows.addWidget(_Said(verbatim.corrected or verbatim.text, day, verbatim.citable))


class _Said(QWidget):
    def __init__(self, text: str, day: str, citable: bool) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(_Star(citable), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(PlainLabel(_("“{words}”").format(words=text), "body", wrap=True, selectable=True), 1)
        row.addWidget(PlainLabel(day, "small"), 0, Qt.AlignmentFlag.AlignTop)


class _Star(QWidget):
    def __init__(self, citable: bool) -> None:
        super().__init__()
        self._token = "accent" if citable else ""
        self.setFixedSize(14, 18)
        if citable:
            self.setToolTip(_("May be quoted in a proposal"))
            self.setAccessibleName(_("May be quoted in a proposal"))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._token:
            paint_icon(painter_for(self), self.rect().adjusted(0, 2, 0, -2).toRectF(), "star", self._token)


class ProposalsCard(Card):
    """The proposals made, the latest first."""

    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__(_("Proposals"), " ")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self.body.addLayout(self._rows)

    def show_proposals(self, proposals: Sequence[ProposalRow], today: date) -> None:
        """Show number, title, price and the state of ``today``; nothing at all where there is none."""
        empty(self._rows)
        self.setVisible(bool(proposals))
        self.set_note(str(len(proposals)))
        for proposal in proposals:
            self._rows.addWidget(self._row(proposal, today))

    def _row(self, proposal: ProposalRow, today: date) -> QWidget:
        holder = QWidget()
        column, first, second = QVBoxLayout(holder), QHBoxLayout(), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        first.setSpacing(8)
        second.setSpacing(8)
        number = proposal.number
        if proposal.revision:
            number = _("{number} v{revision}").format(number=number, revision=proposal.revision)
        first.addWidget(PlainLabel(number, "strong", tabular=True))
        state = StateChip()
        state.show_state(proposal.state, proposal.valid_until, today)
        first.addWidget(state)
        first.addStretch(1)
        if proposal.net is not None:
            first.addWidget(PlainLabel(current().money(proposal.net, cents=False), "strong", tabular=True))
        second.addWidget(PlainLabel(proposal.title, "body", elide=True), 1)
        button = Button(_("Open"), "quiet")
        button.setAccessibleName(f"{button.text()} · {proposal.number}")
        button.clicked.connect(lambda: self.opened.emit(proposal.id))
        second.addWidget(button)
        column.addLayout(first)
        column.addLayout(second)
        return holder
