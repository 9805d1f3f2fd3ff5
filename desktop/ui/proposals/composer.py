"""Writing one proposal: the cards at the left, the very pages at the right."""

import uuid

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSplitter, QVBoxLayout, QWidget

from desktop.models.catalogue import Offer
from desktop.services import catalogue
from desktop.services.proposal_sheet import ProposalSheet, sheet
from desktop.ui.autosave import AutoSave, flush_all
from desktop.ui.proposals.checks_card import ChecksCard
from desktop.ui.proposals.desk import Desk
from desktop.ui.proposals.document_card import DocumentCard
from desktop.ui.proposals.needs_card import NeedsCard
from desktop.ui.proposals.options_card import OptionsCard
from desktop.ui.proposals.preview import Preview, Render

_LEAST_LEFT = 430
_LEAST_RIGHT = 280


class Composer(QWidget):
    """Everything about the proposal of ``desk``; ``sheet`` is what was last read of it."""

    def __init__(self, desk: Desk, render: Render) -> None:
        super().__init__()
        self._desk = desk
        self.sheet: ProposalSheet | None = None
        self.needs = NeedsCard(desk)
        self.options = OptionsCard(desk)
        self.document = DocumentCard(desk)
        self.checks = ChecksCard()
        self.checks.wanted.connect(self.show_place)
        self.preview = Preview(render)
        self._lay_out()

    def _lay_out(self) -> None:
        ground = QWidget()
        ground.setProperty("clear", True)
        column = QVBoxLayout(ground)
        column.setContentsMargins(20, 16, 12, 16)
        column.setSpacing(14)
        for card in (self.needs, self.options, self.document, self.checks):
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
        self.splitter.setStretchFactor(0, 55)
        self.splitter.setStretchFactor(1, 45)
        self.splitter.setSizes([680, 560])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.splitter)

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
        self.document.show_sheet(view)
        self.checks.show_sheet(view)
        self.preview.want(view.content)

    def show_place(self, where: str) -> None:
        """Bring into view, and give the focus to, what a check speaks of."""
        kind, _colon, key = where.partition(":")
        target: QWidget | None = None
        if kind == "need" and (row := self.needs.row(uuid.UUID(key))) is not None:
            target = row.answer
        elif kind == "option":
            self.options.open(uuid.UUID(key))
            editor = self.options.editor
            target = (editor.lines[0].price if editor.lines else editor.add) if editor else None
        elif kind == "validity":
            target = self.document.valid_until
        elif kind == "options":
            target = self.options.add
        elif kind == "contract":
            target = self.options.reason
        if target is not None:
            self.area.ensureWidgetVisible(target)
            target.setFocus(Qt.FocusReason.OtherFocusReason)
