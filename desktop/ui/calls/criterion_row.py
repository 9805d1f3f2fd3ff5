"""One criterion of the live grid: its name, its proofs, its buttons, and what the chosen level means."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.i18n import _, current, ngettext
from desktop.models.calls import Answer
from desktop.services.grids import CriterionRow
from desktop.ui import theme
from desktop.ui.calls.wording import inside
from desktop.ui.widgets.labels import PlainLabel
from desktop.ui.widgets.painting import fill_round, painter_for
from desktop.ui.widgets.scores import ScoreButtons

_PROVEN_FROM = 2
"""Levels 2 and 3 of an objective criterion ask for the prospect's own words (domain §3)."""


class CriterionRowView(QWidget):
    """Shows what ``show_row`` says; a click on a score or on the name only emits."""

    scored = Signal(str, object)
    """The criterion, and its new ``Answer``; "" clears."""
    chosen = Signal(str)

    def __init__(self, row: CriterionRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = row.criterion.key
        self._at_hand = False
        self._compact = False
        self._row: CriterionRow | None = None
        self._name = PlainLabel(row.criterion.name, "strong", elide=True)
        self._proofs = PlainLabel("", "small")
        self.buttons = ScoreButtons(row.criterion.name, row.criterion.levels)
        self.buttons.setObjectName(f"call.score.{self._key}")
        self.buttons.chosen.connect(lambda mark: self.scored.emit(self._key, _answer(mark)))
        self._level = PlainLabel("", "small", elide=True)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._name, 1)
        head.addWidget(self._proofs)
        self._column = QVBoxLayout(self)
        self._column.addLayout(head)
        self._column.addWidget(self.buttons)
        self._column.addWidget(self._level)
        self.set_compact(False)

    @property
    def level_text(self) -> str:
        """What the chosen level means, as shown."""
        return self._level.text()

    @property
    def proof_text(self) -> str:
        """What stands at the right of the name."""
        return self._proofs.text()

    def show_row(self, row: CriterionRow) -> None:
        """Show what is saved; nothing is repainted when nothing has changed."""
        if row == self._row:
            return
        self._row = row
        self._proofs.setText(_proof_words(row))
        self._level.setText(_level_words(row))
        self.buttons.set_mark(str(row.answer), hollow=_lacks_proof(row))

    def set_at_hand(self, at_hand: bool) -> None:
        """Say that the digits score this criterion."""
        if at_hand != self._at_hand:
            self._at_hand = at_hand
            self._level.setVisible(at_hand or not self._compact)
            self.update()

    def set_compact(self, compact: bool) -> None:
        """In a small window, only the criterion at hand says what its level means."""
        self._compact = compact
        self._level.setVisible(self._at_hand or not compact)
        self.set_low(compact)

    def set_low(self, low: bool) -> None:
        """Less air above and below, every word kept."""
        self._column.setContentsMargins(*((8, 3, 8, 3) if low else (8, 7, 8, 7)))
        self._column.setSpacing(2 if low else 5)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.chosen.emit(self._key)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._at_hand:
            fill_round(painter_for(self), QRectF(self.rect()), theme.current().colour("accent_soft"), radius=6)


def _answer(mark: str) -> Answer:
    answers: dict[str, Answer] = {"0": 0, "1": 1, "2": 2, "3": 3, "?": "?"}
    return answers.get(mark, "")


def _lacks_proof(row: CriterionRow) -> bool:
    high = isinstance(row.answer, int) and row.answer >= _PROVEN_FROM
    return high and row.criterion.family == "objective" and not row.proofs


def _proof_words(row: CriterionRow) -> str:
    if _lacks_proof(row):
        return _("to prove")
    if row.proofs:
        return ngettext("{count} proof", "{count} proofs", row.proofs).format(count=row.proofs)
    if row.level is None:
        return _("to ask")
    return _("impression") if row.criterion.family == "subjective" else ""


def _level_words(row: CriterionRow) -> str:
    levels = row.criterion.levels
    if isinstance(row.answer, int):
        return levels[row.answer]
    if row.carried is not None and row.carried_at is not None:
        earlier = _("Earlier: {level} on {date}, {meaning}")
        day = current().date(row.carried_at.date(), "short")
        return earlier.format(level=row.carried, date=day, meaning=inside(levels[row.carried]))
    anchors = _("Unknown. 0 = {lowest}, 3 = {highest}") if row.answer == "?" else _("0 = {lowest}, 3 = {highest}")
    return anchors.format(lowest=inside(levels[0]), highest=inside(levels[3]))
