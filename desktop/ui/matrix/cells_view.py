"""The matrix as nine cells: the board at the left, the place at hand at the right."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.errors import UserError
from desktop.i18n import _, current
from desktop.services import cadences, matrix_acts, matrix_board
from desktop.services.matrix_acts import Calling
from desktop.services.matrix_board import NOBODY, Place, Tally
from desktop.ui.matrix import words
from desktop.ui.matrix.acts import MatrixActs
from desktop.ui.matrix.cell_popover import CellPopover
from desktop.ui.matrix.place_card import PlaceCard
from desktop.ui.matrix.places import Places
from desktop.ui.widgets.card import Card
from desktop.ui.workspace import Workspace

_LEFT, _RIGHT = 11, 10
"""Shares of the width."""


class CellsView(QWidget):
    """Reads a place when it is taken in hand, and what it shows again when told to."""

    refused = Signal(str)

    def __init__(self, workspace: Workspace, acts: MatrixActs) -> None:
        super().__init__()
        self._workspace = workspace
        self._acts = acts
        self._board: dict[Place, Tally] = {}
        self._callings: dict[Place, Calling] = {}
        self._listed: Place | None = None
        self.places = Places()
        self.card = PlaceCard(workspace)
        self._editor: CellPopover | None = None
        board = Card()
        board.body.addWidget(self.places, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(board, _LEFT)
        row.addWidget(self.card, _RIGHT)
        self.places.chosen.connect(self._take)
        self.places.entered.connect(self._enter)
        self.card.terms_changed.connect(self._foresee)
        self.card.apply_wanted.connect(self.apply_to_all)
        self.card.edit_wanted.connect(self.edit)
        self.card.list.applied.connect(self._apply_to_one)
        self.card.list.left.connect(self.places.focus)

    @property
    def at_hand(self) -> Place:
        """The place whose prospects are shown."""
        return self.places.at_hand

    def refresh(self, board: dict[Place, Tally]) -> None:
        """Show these counts, and read again whatever else is shown."""
        self._board = board
        self._callings = self._workspace.ask(matrix_acts.callings)
        self.places.show_board(board, {place: words.place_action(each) for place, each in self._callings.items()})
        if self._listed != self.at_hand:
            self._take(self.at_hand)
            return
        listed = self.card.list
        at_hand, place = listed.key_at_hand(), listed.currentIndex().row()
        self._show_calling()
        self.card.model.read_again()
        found = self.card.model.place_of(at_hand) if at_hand is not None else None
        if at_hand is not None:
            listed.take(place if found is None else found)

    def choose(self, place: Place) -> None:
        """Take a place in hand."""
        self.places.choose(place)
        self._take(place)

    def apply_to_all(self) -> None:
        """The action of the place at hand to those that it concerns."""
        try:
            self._acts.apply_to_all(self._callings[self.at_hand], self.card.terms)
        except UserError as error:
            self.refused.emit(str(error))

    def edit(self) -> None:
        """What the cell at hand calls for."""
        cell = self._callings[self.at_hand].cell
        if cell is None:
            return
        if self._editor is None:
            self._editor = CellPopover(self)
        offered = self._workspace.ask(cadences.in_use, current().code)
        self._editor.open_for(self.card.edit, cell, offered, self._acts.change_cell, self._acts.reset_cell)

    def has_cell(self) -> bool:
        """Whether what is at hand is one of the nine."""
        return bool(self._callings) and self._callings[self.at_hand].cell is not None

    def _take(self, place: Place) -> None:
        workspace, self._listed = self._workspace, place
        self._show_calling()
        self.card.model.show_of(
            lambda limit, offset: workspace.ask(matrix_board.ids_of, place, limit=limit, offset=offset)
        )
        self.card.list.scrollToTop()

    def _show_calling(self) -> None:
        self.card.show_calling(self._callings[self.at_hand], self._board.get(self.at_hand, NOBODY))
        self._foresee()

    def _foresee(self) -> None:
        tally, now = self._board.get(self.at_hand, NOBODY), self._workspace.clock.now()
        asked, terms = self._callings[self.at_hand], self.card.terms
        found = self._workspace.ask(matrix_acts.outlook, asked, tally.prospects, tally.unplanned, terms, now=now)
        self.card.show_outlook(found)

    def _enter(self) -> None:
        if self.card.model.rowCount():
            self.card.list.setFocus()
        else:
            self.refused.emit(_("Nobody stands here."))

    def _apply_to_one(self, _prospect_id: object) -> None:
        model, place = self.card.model, self.card.list.currentIndex().row()
        model.see(range(place, place + 1))
        row = model.row(place)
        if row is None:
            return
        try:
            self._acts.apply_to_one(self._callings[self.at_hand], row, self.card.terms)
        except UserError as error:
            self.refused.emit(str(error))
