"""Writing one proposal: the cards at the left, the very pages at the right."""

import uuid

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSplitter, QVBoxLayout, QWidget

from desktop.models.catalogue import Offer
from desktop.services import catalogue
from desktop.services.proposal_sheet import ProposalSheet, sheet
from desktop.services.proposal_typing import with_unsaved
from desktop.ui.autosave import AutoSave, flush_all
from desktop.ui.proposals.block_words import BlockWordsOpener, WordsButton, set_place
from desktop.ui.proposals.blocks_card import BlocksCard
from desktop.ui.proposals.checks_card import ChecksCard
from desktop.ui.proposals.desk import Desk
from desktop.ui.proposals.document_card import DocumentCard
from desktop.ui.proposals.echo_card import EchoCard
from desktop.ui.proposals.needs_card import NeedsCard
from desktop.ui.proposals.options_card import OptionsCard
from desktop.ui.proposals.plan_card import PlanCard
from desktop.ui.proposals.preview import Available, Preview
from desktop.ui.proposals.preview_blocks import keys_of
from desktop.ui.proposals.preview_drawer import Render
from desktop.ui.proposals.returns_card import ReturnsCard
from desktop.ui.proposals.revisions_card import RevisionsCard
from desktop.ui.proposals.state_card import StateCard
from desktop.ui.proposals.where import ELSEWHERE, field_of

_LEAST_LEFT = 510
"""What the widest row of the cards needs, with the margins and the scroll bar."""
_LEAST_RIGHT = 280


class Composer(QWidget):
    """Everything about the proposal of ``desk``; ``sheet`` is what was last read of it.

    ``elsewhere`` carries a place that is not on this screen: ``client``, ``company`` or ``appointment``.
    """

    elsewhere = Signal(str)
    instead = Signal(object)
    """As ``ChecksCard.instead``."""

    def __init__(self, desk: Desk, render: Render, available: Available) -> None:
        super().__init__()
        self._desk = desk
        self.sheet: ProposalSheet | None = None
        self.needs = NeedsCard(desk)
        self.options = OptionsCard(desk)
        self.plan = PlanCard(desk)
        self.returns = ReturnsCard(desk)
        self.blocks = BlocksCard(desk)
        self.document = DocumentCard(desk)
        self.state, self.revisions = StateCard(desk), RevisionsCard(desk)
        self.echo, self.checks = EchoCard(), ChecksCard(available)
        self.words = BlockWordsOpener(desk, self)
        self.preview = Preview(render, available)
        self._lay_out()
        self._connect()

    def _connect(self) -> None:
        for wanted in (self.checks.wanted, self.echo.wanted, self.preview.block_clicked):
            wanted.connect(self.show_place)
        self._desk.typed.connect(self._draw)
        self.returns.words_wanted.connect(self.words.open)
        self.preview.words_wanted.connect(self.words.open)
        self.preview.drawn.connect(self._tell_pages)
        self.checks.instead.connect(self.instead)
        for card in (self.needs, self.options, self.document):
            card.add_to_header(WordsButton(self.words.open_at_hand))
        written = self.document
        for where, editor in (
            ("title", written.title_edit),
            ("lead", written.lead),
            ("objective", written.objective),
            ("cost", written.cost_today),
            ("recommendation", written.recommendation),
            ("gain:0", written.gains),
        ):
            set_place(editor, where)
        set_place(self.plan, "plan")
        set_place(self.returns, "returns")
        set_place(self.blocks, "block")

    def _tell_pages(self) -> None:
        """What is known of the full proposal holds while another document is looked at."""
        if (pages := self.preview.proposal_pages) is not None:
            self.checks.show_pages(pages)

    def _lay_out(self) -> None:
        ground = QWidget()
        ground.setProperty("clear", True)
        self._column = column = QVBoxLayout(ground)
        column.setContentsMargins(20, 16, 12, 16)
        column.setSpacing(14)
        for card in self._cards:
            column.addWidget(card)
        column.addStretch(1)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(ground)
        self.area.setMinimumWidth(_LEAST_LEFT)
        self.preview.setMinimumWidth(_LEAST_RIGHT)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(6)
        self.splitter.addWidget(self.area)
        self.splitter.addWidget(self.preview)
        self.splitter.setStretchFactor(0, 57)
        self.splitter.setStretchFactor(1, 43)
        self.splitter.setSizes([712, 528])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.splitter)

    @property
    def _cards(self) -> tuple[QWidget, ...]:
        """In the order in which a proposal is written, and then handed over."""
        writing = (self.needs, self.options, self.plan, self.returns, self.blocks, self.document)
        return (*writing, self.echo, self.checks, self.state, self.revisions)

    def open(self, proposal_id: uuid.UUID) -> None:
        """Work on this proposal from now on."""
        if self._desk.proposal_id is not None:
            flush_all(self)
            for save in self.findChildren(AutoSave):
                save.take_back()
            # A field that keeps the focus keeps its text, which belongs to the proposal that is being left.
            if (focused := self.focusWidget()) is not None:
                focused.clearFocus()
        self._desk.open(proposal_id)
        self.options.opened = None
        self.checks.show_pages(None)
        self.refresh()
        self.area.verticalScrollBar().setValue(0)
        self.preview.go_to(0)

    def refresh(self) -> None:
        """Read everything again; what is being typed stays as it is."""
        workspace = self._desk.workspace
        view = workspace.ask(sheet, self._desk.key, zone=workspace.clock.zone)
        offers: list[Offer] = workspace.ask(catalogue.offers)
        self.sheet = view
        self.needs.show_sheet(view, offers)
        self.options.show_sheet(view, offers)
        self.plan.show_sheet(view)
        self.returns.show_sheet(view)
        self.blocks.show_sheet(view)
        self.document.show_sheet(view)
        self.echo.show_sheet(view)
        self.checks.show_sheet(view)
        self.state.show_sheet(view)
        self.revisions.show_sheet(view)
        self._draw()

    def _draw(self) -> None:
        """The pages as they stand, with the letters that are being typed."""
        if self.sheet is not None:
            self.preview.want(with_unsaved(self.sheet, self._desk.unsaved), keys_of(self.sheet))

    def show_place(self, where: str) -> None:
        """Bring into view, and give the focus to, what a check or a page speaks of."""
        if where in ELSEWHERE:
            self.elsewhere.emit(where)
            return
        if where == "pages":
            self.preview.show_length()
            return
        target = field_of(where, self.needs, self.options, self.blocks, self.document, self.area)
        if target is not None:
            # Where it stands once what was folded away is there.
            self._column.activate()
            self.area.ensureWidgetVisible(target)
            target.setFocus(Qt.FocusReason.OtherFocusReason)
