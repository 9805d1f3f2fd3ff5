"""One criterion of the live grid: its name, its proofs, its buttons, and what the chosen level means."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.calls import Answer
from desktop.services.grids import CriterionRow
from desktop.ui import theme
from desktop.ui.calls.disagreement_row import DisagreementRow, Words
from desktop.ui.calls.level_words import level_words
from desktop.ui.calls.proof_link import SIDE, ProofLink
from desktop.ui.widgets.evidence_words import missing_words, proof_words
from desktop.ui.widgets.labels import PlainLabel
from desktop.ui.widgets.painting import fill_round, painter_for
from desktop.ui.widgets.scores import ScoreButtons


class CriterionRowView(QWidget):
    """Shows what ``show_row`` says; a click on a score, on the name or on the proofs only emits."""

    scored = Signal(str, object)
    """The criterion, and its new ``Answer``; "" clears."""
    chosen = Signal(str)
    words_wanted = Signal(str)
    """The criterion whose score should show the words behind it."""

    def __init__(self, row: CriterionRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = row.criterion.key
        self._at_hand = False
        self._compact = self._low = False
        self._row: CriterionRow | None = None
        self._name = PlainLabel(row.criterion.name, "strong", elide=True)
        self.proofs = ProofLink()
        self.proofs.setObjectName(f"call.proofs.{self._key}")
        self.proofs.clicked.connect(lambda: self.words_wanted.emit(self._key))
        self.buttons = ScoreButtons(row.criterion.name, row.criterion.levels)
        self.buttons.setObjectName(f"call.score.{self._key}")
        self.buttons.chosen.connect(lambda mark: self.scored.emit(self._key, _answer(mark)))
        self._level = PlainLabel("", "small", elide=True)
        self._missing = PlainLabel("", "warn", elide=True)
        self.disagreement = DisagreementRow(criterion=self._key, name=row.criterion.name)
        self.disagreement.setAccessibleName(row.criterion.name)
        self.disagreement.words_wanted.connect(self.words_wanted)
        head = QHBoxLayout()
        head.setSpacing(8)
        # Its words end where the buttons end; what the focus is drawn on goes a little beyond.
        head.setContentsMargins(0, 0, -SIDE, 0)
        head.addWidget(self._name, 1)
        head.addWidget(self.proofs)
        self._column = QVBoxLayout(self)
        self._column.addLayout(head)
        self._column.addWidget(self.buttons)
        self._column.addWidget(self._level)
        self._column.addWidget(self._missing)
        self._column.addWidget(self.disagreement)
        self.set_compact(False)

    @property
    def level_text(self) -> str:
        """What the chosen level means, as shown."""
        return self._level.text()

    @property
    def missing_text(self) -> str:
        """What the level lacks to be proven, as shown; "" when nothing, or when there is no room to say it."""
        return "" if self._missing.isHidden() else self._missing.text()

    def show_row(self, row: CriterionRow) -> None:
        """Show what is saved; nothing is repainted when nothing has changed."""
        if row == self._row:
            return
        self._row = row
        lacking = isinstance(row.answer, int) and not row.proven
        self.proofs.show_proofs(row.criterion.name, proof_words(row), not row.proven)
        self._level.setText(level_words(row))
        self._missing.setText(missing_words(row))
        self.buttons.set_mark(str(row.answer), hollow=lacking)
        self.disagreement.set_opinions(row.opinions)
        self._show_lines()

    def set_words(self, words: Words) -> None:
        """Where the words of those who disagree come from."""
        self.disagreement.set_words(words)

    def set_at_hand(self, at_hand: bool) -> None:
        """Say that the digits score this criterion."""
        if at_hand != self._at_hand:
            self._at_hand = at_hand
            self._show_lines()
            self.update()

    def set_compact(self, compact: bool) -> None:
        """In a small window, only the criterion at hand says what its level means."""
        self._compact = compact
        self.set_low(compact)

    def set_low(self, low: bool) -> None:
        """Less air above and below, every word kept."""
        self._low = low
        self._column.setContentsMargins(*((8, 0, 8, 2) if low else (8, 3, 8, 7)))
        self._column.setSpacing(1 if low else 4)
        self._show_lines()

    def _show_lines(self) -> None:
        """What the level means and what it lacks: both where there is room, otherwise what it lacks first."""
        lacks = bool(self._missing.text())
        tight = self._compact or self._low
        self._missing.setVisible(lacks and (self._at_hand or not tight))
        self._level.setVisible((self._at_hand or not self._compact) and not (lacks and tight and self._at_hand))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.chosen.emit(self._key)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._at_hand:
            fill_round(painter_for(self), QRectF(self.rect()), theme.current().colour("accent_soft"), radius=6)


def _answer(mark: str) -> Answer:
    answers: dict[str, Answer] = {"0": 0, "1": 1, "2": 2, "3": 3, "?": "?"}
    return answers.get(mark, "")
