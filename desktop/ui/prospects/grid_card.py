"""Where the prospect stands on its grid, criterion by criterion, with the words of each level."""

from PySide6.QtWidgets import QGridLayout, QHBoxLayout

from desktop.i18n import _
from desktop.models.grids import Band, known_label, maximum_label, qualification_label, total_label
from desktop.models.matrix import advice
from desktop.services.grids import CriterionRow, GridSheet
from desktop.ui.prospects.rows import empty
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.labels import PlainLabel
from desktop.ui.widgets.scores import ScoreStrip, TotalBar

_TOKENS = {Band.LOW: "score_0", Band.MEDIUM: "score_1", Band.GOOD: "score_3"}


class GridCard(Card):
    """Read-only: a score is given in a call."""

    def __init__(self) -> None:
        super().__init__(_("Grid"), " ")
        self._none = PlainLabel(_("No call yet: the grid fills in while you listen."), "muted", wrap=True)
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(10)
        self._rows.setVerticalSpacing(7)
        self._rows.setColumnStretch(2, 1)
        self._bar = TotalBar()
        self._total = PlainLabel("", "strong", tabular=True)
        self._qualification = PlainLabel("", "body")
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._total)
        foot.addWidget(self._qualification)
        foot.addStretch(1)
        self._advice = PlainLabel("", "small", wrap=True)
        self.body.addWidget(self._none)
        self.body.addLayout(self._rows)
        self.body.addSpacing(2)
        self.body.addWidget(self._bar)
        self.body.addLayout(foot)
        self.body.addWidget(self._advice)

    def show_sheet(self, sheet: GridSheet | None) -> None:
        """Show a grid, or say that there is none before the first call."""
        empty(self._rows)
        self._none.setVisible(sheet is None)
        for widget in (self._bar, self._total, self._qualification, self._advice):
            widget.setVisible(sheet is not None)
        self.set_note(known_label(sheet.standing) if sheet else "")
        if sheet is None:
            return
        for place, row in enumerate(sheet.rows):
            self._add(place, row)
        standing = sheet.standing
        self._bar.set_total(standing.low, standing.high, standing.maximum, _TOKENS[standing.band])
        self._total.setText(f"{total_label(standing)} {maximum_label(standing)}")
        self._qualification.setText(qualification_label(standing))
        self._advice.setText(advice(sheet.cell, standing, sheet.grid) if sheet.cell else _("Choose the heat."))

    def _add(self, place: int, row: CriterionRow) -> None:
        mark = str(row.level) if row.level is not None else str(row.answer)
        self._rows.addWidget(ScoreStrip([mark], [row.criterion.name]), place, 0)
        self._rows.addWidget(PlainLabel(row.criterion.name, "body"), place, 1)
        self._rows.addWidget(PlainLabel(_meaning(row), "small", elide=True), place, 2)


def _meaning(row: CriterionRow) -> str:
    if row.level is not None:
        return row.criterion.levels[row.level]
    return _("asked, unknown") if row.answer == "?" else _("not asked")
