"""The matrix as a continuous plane, and who the mark at hand stands for."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.i18n import _, ngettext
from desktop.services import matrix_board
from desktop.services.matrix_board import Mark
from desktop.ui.matrix import words
from desktop.ui.matrix.plane import Plane, where, who
from desktop.ui.matrix.standing_list import StandingList
from desktop.ui.matrix.standing_model import StandingModel
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.labels import Divider, PlainLabel
from desktop.ui.workspace import Workspace

_LEFT, _RIGHT = 11, 8
"""Shares of the width."""


class PlaneView(QWidget):
    """Reads everybody when told to, and those of a mark when it is taken in hand."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.plane = Plane()
        self.without = PlainLabel("", "small", wrap=True)
        self.model = StandingModel(workspace, self)
        self.list = StandingList(self.model)
        self.list.setAccessibleName(_("Prospects of this mark"))
        drawn = Card()
        drawn.body.addWidget(self.plane, 1)
        drawn.body.addWidget(self.without)
        self.card = Card(" ", " ", margins=(1, 14, 1, 6))
        header = self.card.body.takeAt(0)
        assert header is not None
        inside = QHBoxLayout()
        inside.setContentsMargins(18, 0, 18, 0)
        inside.addItem(header)
        self.card.body.addLayout(inside)
        self.hint = PlainLabel(
            _("A box spans what is still unknown: from the low total to the high one."), "muted", wrap=True
        )
        self.hint.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.hint.setContentsMargins(18, 0, 18, 0)
        self.card.body.addWidget(Divider())
        self.card.body.addWidget(self.hint, 1)
        self.card.body.addWidget(self.list, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(drawn, _LEFT)
        row.addWidget(self.card, _RIGHT)
        self.plane.chosen.connect(self._take)
        self.plane.entered.connect(lambda: self.list.setFocus())
        self.list.left.connect(lambda: self.plane.setFocus())
        self._say_nobody()

    def refresh(self, active: int) -> None:
        """Draw the book again; ``active`` is how many prospects it holds."""
        marks = self._workspace.ask(matrix_board.plane)
        missing = active - sum(mark.count for mark in marks)
        text = ngettext(
            "{count} prospect has no total or no heat yet, and is not drawn.",
            "{count} prospects have no total or no heat yet, and are not drawn.",
            missing,
        )
        self.without.setText(text.format(count=words.number(missing)))
        self.without.setVisible(missing > 0)
        self.plane.show_marks(marks)
        if self.plane.mark is None:
            self._say_nobody()
        else:
            self._take(self.plane.mark)

    def _say_nobody(self) -> None:
        self.card.set_title(_("No mark at hand"))
        self.card.set_note("")
        self.list.hide()
        self.hint.show()

    def _take(self, mark: Mark) -> None:
        workspace = self._workspace
        self.card.set_title(who(mark))
        self.card.set_note(where(mark))
        self.hint.hide()
        self.list.show()
        self.model.show_of(
            lambda limit, offset: workspace.ask(matrix_board.ids_within, mark, limit=limit, offset=offset)
        )
        self.list.take(0)
