"""Where the prospect stands on its grid, criterion by criterion, with the words of each level."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout

from desktop.i18n import _
from desktop.models.evidence import proven_label
from desktop.models.grids import Band, Criterion, known_label, maximum_label, qualification_label, total_label
from desktop.models.matrix import advice
from desktop.services.grids import CriterionRow, GridSheet
from desktop.ui.prospects.rows import empty
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import PlainLabel
from desktop.ui.widgets.score_strip import ScoreStrip
from desktop.ui.widgets.scores import TotalBar

_TOKENS = {Band.LOW: "score_0", Band.MEDIUM: "score_1", Band.GOOD: "score_3"}


class GridCard(Card):
    """Read-only: a score is given in a call. A click on one asks for the words behind it."""

    words_wanted = Signal(str)
    """The criterion."""

    def __init__(self) -> None:
        super().__init__(_("Grid"), " ")
        self._none = PlainLabel(_("No call yet: the grid fills in while you listen."), "muted", wrap=True)
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(10)
        self._rows.setVerticalSpacing(7)
        self._rows.setColumnStretch(2, 1)
        self.squares: dict[str, ScoreStrip] = {}
        """By criterion, what is clicked."""
        self._meanings: dict[str, PlainLabel] = {}
        self._keys: tuple[tuple[str, str], ...] = ()
        self._bar = TotalBar()
        self._total = PlainLabel("", "strong", tabular=True)
        self._qualification = PlainLabel("", "body")
        foot = FlowLayout(spacing=8)
        foot.addWidget(self._total)
        foot.addWidget(self._qualification)
        self._advice = PlainLabel("", "small", wrap=True)
        self.body.addWidget(self._none)
        self.body.addLayout(self._rows)
        self.body.addSpacing(2)
        self.body.addWidget(self._bar)
        self.body.addLayout(foot)
        self.body.addWidget(self._advice)

    def show_sheet(self, sheet: GridSheet | None) -> None:
        """Show a grid, or say that there is none before the first call."""
        self._none.setVisible(sheet is None)
        for widget in (self._bar, self._total, self._qualification, self._advice):
            widget.setVisible(sheet is not None)
        self.set_note(known_label(sheet.standing) if sheet else "")
        self._lay_out(sheet.rows if sheet else ())
        if sheet is None:
            return
        standing = sheet.standing
        token = _TOKENS[standing.band]
        self._bar.set_total(standing.low, standing.high, standing.maximum, token, sheet.proven_low)
        total, proven = (
            f"{total_label(standing)} {maximum_label(standing)}",
            proven_label(sheet.proven_low, standing.low),
        )
        self._total.setText(_("{total}, {proven}").format(total=total, proven=proven) if proven else total)
        self._qualification.setText(qualification_label(standing))
        self._advice.setText(advice(sheet.cell, standing, sheet.grid) if sheet.cell else _("Choose the heat."))

    def _lay_out(self, rows: Sequence[CriterionRow]) -> None:
        """One line each; those of the same grid stay, and with them the focus."""
        keys = tuple((row.criterion.key, row.criterion.name) for row in rows)
        if keys != self._keys:
            empty(self._rows)
            self.squares, self._meanings = {}, {}
            for place, row in enumerate(rows):
                self._add(place, row.criterion)
            self._keys = keys
        for row in rows:
            mark = str(row.level) if row.level is not None else str(row.answer)
            self.squares[row.criterion.key].set_marks([mark], [row.criterion.name], () if row.proven else (0,))
            meaning = self._meanings[row.criterion.key]
            meaning.set_kind("small" if row.proven else "warn")
            meaning.setText(_meaning(row))

    def _add(self, place: int, criterion: Criterion) -> None:
        square, meaning = ScoreStrip([""], [criterion.name]), PlainLabel("", "small", elide=True)
        square.set_clickable()
        square.chosen.connect(lambda _place: self.words_wanted.emit(criterion.key))
        self.squares[criterion.key], self._meanings[criterion.key] = square, meaning
        self._rows.addWidget(square, place, 0)
        self._rows.addWidget(PlainLabel(criterion.name, "body"), place, 1)
        self._rows.addWidget(meaning, place, 2)


def _meaning(row: CriterionRow) -> str:
    if row.level is None:
        return _("asked, unknown") if row.answer == "?" else _("not asked")
    meaning = row.criterion.levels[row.level]
    return meaning if row.proven else _("To prove · {meaning}").format(meaning=meaning)
