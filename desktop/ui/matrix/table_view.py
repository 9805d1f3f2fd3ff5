"""The matrix as a table, prospects by criteria, where scores are given from the keyboard."""

import uuid
from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop.errors import UserError
from desktop.i18n import _, ngettext
from desktop.models.calls import Answer
from desktop.models.grids import Grid
from desktop.services import matrix_table
from desktop.services.matrix_board import NOBODY, PLACES, Place, Tally
from desktop.ui.matrix import words
from desktop.ui.matrix.acts import MatrixActs
from desktop.ui.matrix.score_model import ScoreModel
from desktop.ui.matrix.score_table import ScoreTable
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.labels import PlainLabel
from desktop.ui.workspace import Workspace


class TableView(QWidget):
    """``call_missing`` names the prospect that has no call to hold a score."""

    refused = Signal(str)
    told = Signal(str)
    call_missing = Signal(object, str)

    def __init__(self, workspace: Workspace, acts: MatrixActs) -> None:
        super().__init__()
        self._workspace = workspace
        self._acts = acts
        self._grids: tuple[Grid, ...] = ()
        self._shown: tuple[Place | None, Grid] | None = None
        self.place, self.grid = QComboBox(), QComboBox()
        for box, name in ((self.place, _("Which prospects")), (self.grid, _("Grid"))):
            box.setAccessibleName(name)
            box.view().setAccessibleName(name)
        self.found = PlainLabel("", "small")
        self.legend = PlainLabel(_("0 to 3 · ? asked, unknown · Delete: not asked"), "small", elide=True)
        self.further = Button(_("Look further"), "quiet")
        self.further.clicked.connect(self._look_further)
        self.model = ScoreModel(workspace, self)
        self.table = ScoreTable(self.model)
        self.nobody = EmptyState("inbox", _("No prospect of these is scored on this grid."))
        self._lay_out()
        for box in (self.place, self.grid):
            box.activated.connect(lambda _place: self._filter())
        self.table.given.connect(self._give)
        self.model.rowsInserted.connect(lambda *_: self._say_found())

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(14, 0, 14, 0)
        top.setSpacing(8)
        for widget in (self.place, self.grid, self.found, self.further):
            top.addWidget(widget)
        top.addStretch(1)
        top.addWidget(self.legend)
        card = Card(margins=(1, 12, 1, 6))
        card.body.addLayout(top)
        card.body.addWidget(self.table, 1)
        card.body.addWidget(self.nobody, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)

    def refresh(self, board: Mapping[Place, Tally], *, arriving: bool) -> None:
        """Show these counts; on arrival the rows are read anew, after a change each stays where it is."""
        grids = self._workspace.ask(matrix_table.grids_on_offer)
        if grids != self._grids:
            self._grids = grids
            chosen = self.grid.currentData()
            self.grid.clear()
            for grid in grids:
                self.grid.addItem(grid.name, grid.key)
            self.grid.setCurrentIndex(max(0, self.grid.findData(chosen)))
            self._shown = None
        chosen_place = self.place.currentIndex()
        self.place.clear()
        self.place.addItem(_("Everyone who was scored"))
        for place in PLACES:
            count = words.number(board.get(place, NOBODY).prospects)
            self.place.addItem(_("{cell} ({count})").format(cell=words.place_name(place), count=count))
        self.place.setCurrentIndex(max(0, chosen_place))
        if arriving or self._shown is None:
            self._filter()
        else:
            self.model.read_again()

    def choose(self, place: Place | None) -> None:
        """Show the prospects of a place; all those that were scored for ``None``."""
        self.place.setCurrentIndex(0 if place is None else PLACES.index(place) + 1)
        self._filter()

    @property
    def chosen_place(self) -> Place | None:
        """Whose prospects are shown."""
        place = self.place.currentIndex()
        return PLACES[place - 1] if place > 0 else None

    def _filter(self) -> None:
        here = self.table.currentIndex()
        self._shown = (self.chosen_place, self._grids[max(0, self.grid.currentIndex())])
        self.model.show_of(*self._shown)
        self.table.take(max(0, here.row()), max(1, here.column()))
        self._say_found()

    def _look_further(self) -> None:
        self.model.fetchMore(QModelIndex())
        self._say_found()

    def _say_found(self) -> None:
        count = self.model.rowCount()
        if self.model.is_whole:
            self.found.setText(ngettext("{count} found", "{count} found", count).format(count=words.number(count)))
        else:
            self.found.setText(_("More than {count} found").format(count=words.number(count)))
        # Where there are rows, scrolling reads on by itself.
        self.further.setVisible(not count and not self.model.is_whole)
        self.table.setVisible(count > 0)
        self.nobody.setVisible(not count)

    def _give(self, index: QModelIndex, answer: Answer) -> None:
        criterion, row = self.model.criterion(index.column()), self.model.at(index.row())
        if criterion is None:
            self.told.emit(_("Go to a criterion with the arrows, then type 0 to 3."))
        elif row.low is None:
            self.call_missing.emit(row.id, row.name)
        else:
            self._give_level(row.id, row.name, criterion.key, criterion.name, answer)

    def _give_level(self, prospect_id: uuid.UUID, who: str, criterion: str, name: str, answer: Answer) -> None:
        try:
            given = self._acts.give(prospect_id, who, criterion, name, answer)
        except UserError as error:
            self.refused.emit(str(error))
            return
        row = given.sheet.row(criterion)
        if row.answer == answer and row.level is not None and row.level != answer:
            # What they said in an earlier call is not forgotten because this one did not ask.
            text = _("{criterion}: {level} is known from an earlier call, and stands until another level is given.")
            self.told.emit(text.format(criterion=name, level=row.level))

    def focus(self) -> None:
        """Give the keyboard to the scores, or to the choice of prospects where there are none."""
        target = self.table if self.model.rowCount() else self.place
        target.setFocus(Qt.FocusReason.OtherFocusReason)
