"""The matrix page: nine cells, a plane and a table, over the same prospects."""

import uuid
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.i18n import _, ngettext
from desktop.models.cadence_runs import CadenceRun
from desktop.models.calls import Call, Score
from desktop.models.followups import FollowUp
from desktop.models.library import LibraryItem
from desktop.models.matrix_cells import OwnCell
from desktop.models.prospects import Contact, Prospect
from desktop.models.statuses import ACTIVE
from desktop.services import matrix_board
from desktop.services.matrix_board import NOBODY, Beside, Place, Tally
from desktop.services.prospect_filters import ProspectFilter
from desktop.ui.actions import Action
from desktop.ui.matrix import words
from desktop.ui.matrix.acts import MatrixActs
from desktop.ui.matrix.cells_view import CellsView
from desktop.ui.matrix.place_card import APPLY_KEYS
from desktop.ui.matrix.plane_view import PlaneView
from desktop.ui.matrix.table_view import TableView
from desktop.ui.page import Page
from desktop.ui.toasts import Banner
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.chips import SegmentedControl
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.followup_acts import undo_actions
from desktop.ui.workspace import Workspace

_SHOWN = frozenset({Prospect, Contact, Call, Score, FollowUp, CadenceRun, OwnCell, LibraryItem})
_VIEWS = ("cells", "plane", "table")


class MatrixPage(Page):
    """Who stands where, and what to do with them."""

    key = "matrix"
    icon_name = "grid-3x3"

    prospect_opened = Signal(object)
    call_requested = Signal(object)
    list_requested = Signal(object)
    """A ``ProspectFilter``: show these in the list of prospects."""
    new_prospect_requested = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._board: dict[Place, Tally] = {}
        self.stack = QUndoStack(self)
        acts = MatrixActs(workspace, self.stack, self.toasted.emit)
        options = [("cells", _("Cells")), ("plane", _("Plane")), ("table", _("Table"))]
        self.view = SegmentedControl(_("View"), options, "cells")
        self.view.chosen.connect(self.show_view)
        self.to_list = Button(_("Show in the list"), icon_name="list")
        self.to_list.clicked.connect(self._ask_for_list)
        self.cells, self.plane, self.table = (
            CellsView(workspace, acts),
            PlaneView(workspace),
            TableView(workspace, acts),
        )
        self.banner = Banner(self)
        self.empty = EmptyState(
            "grid-3x3",
            _("Nobody to place yet. Prospects come here once a call has scored them."),
            _("New prospect"),
            self.new_prospect_requested.emit,
            keycap="Ctrl+N",
        )
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        nobody = Card()
        nobody.body.addWidget(self.empty)
        self.body = QStackedWidget()
        for view in (self.cells, self.plane, self.table, nobody):
            self.body.addWidget(view)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 16, 22, 16)
        column.setSpacing(14)
        column.addWidget(self.banner)
        column.addWidget(self.body, 1)

    def _connect(self) -> None:
        for listed in (self.cells.card.list, self.plane.list):
            listed.opened.connect(self.prospect_opened)
            listed.call_wanted.connect(self.call_requested)
        self.table.table.opened.connect(self.prospect_opened)
        self.table.table.call_wanted.connect(self.call_requested)
        self.table.call_missing.connect(self._ask_for_call)
        for view in (self.cells, self.table):
            view.refused.connect(self.banner.show_error)
        self.table.told.connect(self.banner.show_notice)
        self.cells.places.chosen.connect(self._place_chosen)
        self.table.place.activated.connect(lambda _index: self._offer_list())

    # What the window asks

    def title(self) -> str:
        return _("Matrix")

    def subtitle(self) -> str:
        count = self._active
        words_ = ngettext("{count} active prospect", "{count} active prospects", count)
        text = words_.format(count=words.number(count))
        if left := self._board.get(Beside.TO_COMPLETE, NOBODY).prospects:
            said = ngettext("{count} to complete", "{count} to complete", left)
            text = f"{text} · {said.format(count=words.number(left))}"
        return text

    def header_widgets(self) -> list[QWidget]:
        return [self.view, self.to_list]

    def commands(self) -> list[Action]:
        names = {"cells": _("Matrix: cells"), "plane": _("Matrix: plane"), "table": _("Matrix: table")}
        views = [
            Action(f"matrix.{view}", names[view], partial(self.show_view, view), scope=self.key) for view in _VIEWS
        ]

        def in_cells() -> bool:
            return self._shown() == "cells"

        apply, edit = self.cells.apply_to_all, self.cells.edit
        return [
            *views,
            Action("matrix.next", _("Next view"), lambda: self._turn(1), ("Ctrl+PgDown",), self.key),
            Action("matrix.previous", _("Previous view"), lambda: self._turn(-1), ("Ctrl+PgUp",), self.key),
            Action("matrix.apply", _("Apply the action to all"), apply, (APPLY_KEYS,), self.key, "check", in_cells),
            Action(
                "matrix.edit",
                _("Change this cell"),
                edit,
                ("F2",),
                self.key,
                "pencil",
                lambda: in_cells() and self.cells.has_cell(),
            ),
            Action("matrix.list", _("Show in the list"), self._ask_for_list, ("Ctrl+F",), self.key, "list"),
            *undo_actions(self.key, self.stack),
        ]

    def hints(self) -> list[tuple[str, str]]:
        if self._shown() == "table":
            return [(_("score"), "0"), (_("unknown"), "?"), (_("not asked"), "Delete"), (_("call"), "A")]
        if self._shown() == "plane":
            return [(_("go through"), "Left"), (_("list"), "Return"), (_("call"), "A")]
        return [(_("list"), "Return"), (_("apply to one"), "Space"), (_("to all"), APPLY_KEYS), (_("edit"), "F2")]

    def panes(self) -> list[QWidget]:
        panes = {
            "cells": [self.cells.places.tile(self.cells.at_hand), self.cells.card.list],
            "plane": [self.plane.plane, self.plane.list],
            "table": [self.table.place, self.table.table],
        }
        return [each for each in panes.get(self._shown(), [self]) if each.isVisibleTo(self)]

    def refresh(self, touched: frozenset[type]) -> None:
        if touched and not touched & _SHOWN:
            return
        self._board = self._workspace.ask(matrix_board.board)
        self._read(arriving=not touched)
        self.headline_changed.emit()

    def arrive(self) -> None:
        match self._shown():
            case "cells":
                self.cells.places.focus()
            case "plane":
                self.plane.plane.setFocus()
            case "table":
                self.table.focus()
            case _:
                self.setFocus()

    def leave(self) -> None:
        self.banner.clear()

    # Acts

    def show_view(self, view: str) -> None:
        """``cells``, ``plane`` or ``table``; the table shows whom the cell at hand holds."""
        from_cells = self._shown() == "cells"
        self.view.set_value(view)
        self.banner.clear()
        if view == "table" and from_cells and self._board:
            self.table.refresh(self._board, arriving=False)
            self.table.choose(self.cells.at_hand)
        self._read(arriving=True)
        self.arrive()
        self.hint_changed.emit()

    def _turn(self, step: int) -> None:
        self.show_view(_VIEWS[(_VIEWS.index(self.view.value) + step) % len(_VIEWS)])

    @property
    def _active(self) -> int:
        return sum(tally.prospects for tally in self._board.values())

    def _shown(self) -> str:
        return self.view.value if self._active else ""

    def _read(self, *, arriving: bool) -> None:
        """Only the view that is looked at is read."""
        view = self._shown()
        self.body.setCurrentIndex(_VIEWS.index(view) if view else len(_VIEWS))
        self._offer_list()
        if view == "cells":
            if arriving and not self._board[self.cells.at_hand].prospects:
                self.cells.places.choose(_busiest(self._board))
            self.cells.refresh(self._board)
        elif view == "plane":
            self.plane.refresh(self._active)
        elif view == "table":
            self.table.refresh(self._board, arriving=arriving)

    def _place_chosen(self, _place: Place) -> None:
        self.banner.clear()
        self._offer_list()

    def _in_view(self) -> Place | None:
        """The place whose prospects are looked at; ``None`` when they are everybody's."""
        view = self._shown()
        return self.cells.at_hand if view == "cells" else self.table.chosen_place if view == "table" else None

    def _offer_list(self) -> None:
        # The list asks which heat, and not whether there is none.
        self.to_list.setEnabled(bool(self._shown()) and self._in_view() is not Beside.NO_HEAT)

    def _ask_for_list(self) -> None:
        if self.to_list.isEnabled():
            self.list_requested.emit(_filter(self._in_view()))

    def _ask_for_call(self, prospect_id: uuid.UUID, who: str) -> None:
        text = _("{who} has no call yet, and a score belongs to a call.").format(who=who)
        self.banner.show_notice(text, _("Start the call"), lambda: self.call_requested.emit(prospect_id))


def _busiest(board: dict[Place, Tally]) -> Place:
    """The hottest cell of the highest band that somebody stands in; otherwise what is beside."""
    cells = [place for place in board if not isinstance(place, Beside) and board[place].prospects]
    best = sorted(cells, key=lambda place: list(board).index(place))
    for band in dict.fromkeys(place[0] for place in best):
        return [place for place in best if place[0] is band][-1]
    return next(place for place in board if board[place].prospects)


def _filter(place: Place | None) -> ProspectFilter:
    """The same prospects, as the list of prospects asks for them."""
    match place:
        case (band, heat):
            return ProspectFilter(statuses=ACTIVE, bands=(band,), heats=(heat,), to_complete=False)
        case Beside.TO_COMPLETE:
            return ProspectFilter(statuses=ACTIVE, to_complete=True)
        case _:
            return ProspectFilter(statuses=ACTIVE)
