"""The live grid at the right: criteria, the total as an interval, the heat, and what all that calls for."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.models.evidence import proven_label
from desktop.models.grids import Band, Grid, known_label, maximum_label, qualification_label, total_label
from desktop.models.matrix import Heat, action, advice
from desktop.services.grids import GridSheet
from desktop.ui.calls.criterion_row import CriterionRowView
from desktop.ui.calls.disagreement_row import Words, no_words
from desktop.ui.calls.steady_ground import SteadyGround
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.heat import HeatPicker
from desktop.ui.widgets.labels import Divider, Kind, PlainLabel
from desktop.ui.widgets.scores import TotalBar

_SIDES = 36
"""Pixels that the margins take on both sides of the foot."""
_APART = 12
"""Pixels between the total and what it says, side by side."""

_BAND_TOKENS = {Band.GOOD: "score_3", Band.MEDIUM: "score_2", Band.LOW: "score_1"}
_BOX: dict[Heat | None, tuple[str, Kind]] = {
    None: ("chip", "strong"),
    Heat.COLD: ("cold_soft", "strong"),
    Heat.WARM: ("warm_soft", "warn"),
    Heat.HOT: ("hot_soft", "danger"),
}


class GridPanel(Card):
    """Shows a ``GridSheet``; clicks only emit."""

    scored = Signal(str, object)
    criterion_chosen = Signal(str)
    heat_chosen = Signal(str)
    words_wanted = Signal(str)
    """The criterion whose score should show the words behind it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(margins=(10, 14, 10, 12), spacing=6, parent=parent)
        self.setAccessibleName(_("Grid"))
        self.setObjectName("call.grid")
        self._title = PlainLabel("", "label", elide=True)
        self._known = PlainLabel("", "small")
        head = QHBoxLayout()
        head.setContentsMargins(8, 0, 8, 0)
        head.addWidget(self._title, 1)
        head.addWidget(self._known)
        self.body.addLayout(head)
        self.rows: dict[str, CriterionRowView] = {}
        self._compact = self._low = False
        self._at_hand = ""
        self._words: Words = no_words
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.body.addWidget(self._scroll, 1)
        self.body.addWidget(Divider())
        self._foot = QVBoxLayout()
        self._foot.setContentsMargins(8, 6, 8, 0)
        self.body.addLayout(self._foot)
        self._build_foot()

    def _build_foot(self) -> None:
        self.total = PlainLabel("", "figure", tabular=True)
        self._maximum = PlainLabel("", "muted", tabular=True)
        self.qualification = PlainLabel("", "strong", elide=True)
        figures = QHBoxLayout()
        figures.setSpacing(6)
        figures.addWidget(self.total)
        figures.addWidget(self._maximum)
        figures.addStretch(1)
        self._sum = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sum.setSpacing(_APART)
        self._sum.addLayout(figures)
        self._sum.addWidget(self.qualification, 1)
        self._foot.addLayout(self._sum)
        self._bar = TotalBar()
        self._foot.addWidget(self._bar)
        self.heat = HeatPicker()
        self.heat.setObjectName("call.heat")
        self.heat.chosen.connect(self.heat_chosen)
        line = QHBoxLayout()
        line.addWidget(PlainLabel(_("Heat")))
        line.addStretch(1)
        line.addWidget(self.heat)
        self._foot.addLayout(line)
        self._box = Card(margins=(12, 10, 12, 10), spacing=2)
        self.action = PlainLabel("", "strong", wrap=True)
        self.advice = PlainLabel("", "body", wrap=True)
        self._box.body.addWidget(self.action)
        self._box.body.addWidget(self.advice)
        self._foot.addWidget(self._box)
        self._foot.setSpacing(9)

    def show_grid(self, sheet: GridSheet) -> None:
        """Lay out the criteria of a call."""
        self._title.setText(_("Grid · {name}").format(name=sheet.grid.name))
        box = SteadyGround(self._scroll)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self.rows = {}
        for row in sheet.rows:
            view = CriterionRowView(row)
            view.set_compact(self._compact)
            view.set_low(self._low)
            view.scored.connect(self.scored)
            view.chosen.connect(self.criterion_chosen)
            view.words_wanted.connect(self.words_wanted)
            view.set_words(self._words)
            column.addWidget(view)
            self.rows[row.criterion.key] = view
        column.addStretch(1)
        self._scroll.setWidget(box)
        self.show_sheet(sheet)

    def show_sheet(self, sheet: GridSheet) -> None:
        """Show the scores that are saved, and what follows from them."""
        for row in sheet.rows:
            self.rows[row.criterion.key].show_row(row)
        standing = sheet.standing
        self._known.setText(known_label(standing))
        self.total.setText(total_label(standing))
        proven = proven_label(sheet.proven_low, standing.low)
        maximum = maximum_label(standing)
        self._maximum.setText(_("{maximum}, {proven}").format(maximum=maximum, proven=proven) if proven else maximum)
        self.qualification.setText(qualification_label(standing))
        self._place_qualification()
        token = _BAND_TOKENS[standing.band]
        self._bar.set_total(standing.low, standing.high, standing.maximum, token, sheet.proven_low)
        self.heat.set_heat(sheet.heat or "")
        self._show_advice(sheet.grid, sheet)

    def _show_advice(self, grid: Grid, sheet: GridSheet) -> None:
        tone, kind = _BOX[sheet.heat]
        self._box.set_tone(tone)
        for label, wanted in ((self.action, kind), (self.advice, kind if self._compact else "body")):
            if label.kind != wanted:
                label.set_kind(wanted)
        if sheet.cell is None:
            self.action.setText(_("How ready to act are they?"))
            self.advice.setText(_("Choose the heat, or type =cold, =warm or =hot."))
        else:
            self.action.setText(action(sheet.cell))
            self.advice.setText(advice(sheet.cell, sheet.standing, grid))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_qualification()
        self._bring_into_view()

    def _place_qualification(self) -> None:
        """Beside the total where it fits, otherwise under it."""
        words = self.qualification.fontMetrics().horizontalAdvance(self.qualification.text())
        figures = self.total.sizeHint().width() + self._maximum.sizeHint().width()
        fits = figures + words + 24 + _SIDES <= self.width()
        across = QBoxLayout.Direction.LeftToRight
        wanted = across if fits else QBoxLayout.Direction.TopToBottom
        if self._sum.direction() != wanted:
            self._sum.setDirection(wanted)
            self._sum.setSpacing(_APART if fits else 0)

    def show_at_hand(self, criterion: str) -> None:
        """Highlight the criterion that the digits score, and bring it into view where the grid scrolls."""
        self._at_hand = criterion
        for key, view in self.rows.items():
            view.set_at_hand(key == criterion)
        self._bring_into_view()

    def set_words(self, words: Words) -> None:
        """Where the words of those who disagree come from."""
        self._words = words
        for view in self.rows.values():
            view.set_words(words)

    def _bring_into_view(self) -> None:
        if self._at_hand in self.rows:
            self._scroll.ensureWidgetVisible(self.rows[self._at_hand], 0, 4)

    def set_compact(self, compact: bool, low: bool) -> None:
        """Fewer words when ``compact``, for a small window; only less air when ``low``, for one that is not tall."""
        self._compact, self._low = compact, compact or low
        # The advice says what the action says, and more.
        self.action.setHidden(compact)
        for view in self.rows.values():
            view.set_compact(compact)
            view.set_low(self._low)
        self._foot.setSpacing(5 if compact else 9)
        self._box.body.setContentsMargins(*((10, 6, 10, 6) if compact else (12, 10, 12, 10)))
        self.body.setContentsMargins(*((8, 8, 8, 8) if compact else (10, 14, 10, 12)))
