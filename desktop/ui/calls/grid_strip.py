"""The live grid as a strip at the foot of the screen, where there is no room for a column or where a finger scores.

One chip per criterion; the one at hand is open under them, with buttons that a thumb cannot miss.
"""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.models.calls import Answer
from desktop.models.evidence import proven_label
from desktop.models.grids import maximum_label, qualification_label, total_label
from desktop.services.grids import CriterionRow, GridSheet
from desktop.ui import theme
from desktop.ui.calls.criterion_chip import CriterionChip
from desktop.ui.calls.disagreement_row import DisagreementRow, Words, no_words
from desktop.ui.calls.level_words import level_words
from desktop.ui.calls.proof_link import ProofLink
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.evidence_words import missing_words, proof_words
from desktop.ui.widgets.heat import HeatPicker
from desktop.ui.widgets.labels import PlainLabel
from desktop.ui.widgets.scores import ScoreButtons
from desktop.ui.widgets.two_lines import TwoLines

_ANSWERS: dict[str, Answer] = {"0": 0, "1": 1, "2": 2, "3": 3, "?": "?"}


class GridStrip(Card):
    """Shows a ``GridSheet``; clicks only emit. It says what ``GridPanel`` says, and is asked the same way."""

    scored = Signal(str, object)
    criterion_chosen = Signal(str)
    heat_chosen = Signal(str)
    words_wanted = Signal(str)
    """The criterion whose score should show the words behind it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(margins=(10, 8, 10, 8), spacing=8, parent=parent)
        self.setAccessibleName(_("Grid"))
        self.setObjectName("call.strip")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.rows: dict[str, CriterionChip] = {}
        self._sheet: GridSheet | None = None
        self._at_hand = ""
        self._opened: CriterionRow | None = None
        self._words: Words = no_words
        self._chips = _Chips()
        self.total = PlainLabel("", "heading", tabular=True)
        self._maximum = PlainLabel("", "small", tabular=True)
        above = QHBoxLayout()
        above.setSpacing(10)
        above.addWidget(self._chips, 1)
        above.addWidget(self.total)
        above.addWidget(self._maximum)
        self.body.addLayout(above)
        self._build_open()

    def _build_open(self) -> None:
        """What shows the criterion at hand, and the heat beside it."""
        self.buttons = ScoreButtons("", large=True)
        self.buttons.setObjectName("call.strip.score")
        self.buttons.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.buttons.chosen.connect(lambda mark: self.scored.emit(self._at_hand, _ANSWERS.get(mark, "")))
        self._name = PlainLabel("", "strong", elide=True)
        self._level = TwoLines(tight=True)
        self.disagreement = DisagreementRow()
        self.disagreement.words_wanted.connect(lambda _key: self.words_wanted.emit(self._at_hand))
        self.proofs = ProofLink()
        self.proofs.setObjectName("call.strip.proofs")
        self.proofs.clicked.connect(lambda: self.words_wanted.emit(self._at_hand))
        self.heat = HeatPicker()
        self.heat.setObjectName("call.strip.heat")
        self.heat.chosen.connect(self.heat_chosen)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        for each in (self._name, self._level, self.disagreement):
            words.addWidget(each)
        words.addStretch(1)
        self._open = QHBoxLayout()
        self._open.setSpacing(12)
        self._open.addWidget(self.buttons)
        self._open.addLayout(words, 1)
        self._open.addWidget(self.proofs)
        self._open.addWidget(self.heat)
        self.body.addLayout(self._open)

    @property
    def level_text(self) -> str:
        """What the level of the criterion at hand means or, when it is to prove, what it lacks; as shown."""
        return "" if self._level.isHidden() else self._level.text

    @property
    def qualification(self) -> str:
        """What the total says: under the pointer, and to a screen reader."""
        return self._maximum.accessibleDescription()

    def show_grid(self, sheet: GridSheet) -> None:
        """Lay out the criteria of a call."""
        self.rows = {}
        for row in sheet.rows:
            chip = CriterionChip(row.criterion)
            chip.chosen.connect(self.criterion_chosen)
            self.rows[row.criterion.key] = chip
        self._chips.show_chips(list(self.rows.values()))
        self._opened = None
        self.show_sheet(sheet)

    def show_sheet(self, sheet: GridSheet) -> None:
        """Show the scores that are saved, and what follows from them."""
        self._sheet = sheet
        for row in sheet.rows:
            self.rows[row.criterion.key].show_row(row)
        standing = sheet.standing
        self.total.setText(total_label(standing))
        self._maximum.setText(maximum_label(standing))
        proven = proven_label(sheet.proven_low, standing.low)
        said = " · ".join(part for part in (qualification_label(standing), proven) if part)
        for label in (self.total, self._maximum):
            label.setToolTip(said)
            label.setAccessibleDescription(said)
        self.heat.set_heat(sheet.heat or "")
        self._show_open()

    def show_at_hand(self, criterion: str) -> None:
        """Open the criterion that the digits score, and bring its chip into view where they scroll."""
        self._at_hand = criterion
        for key, chip in self.rows.items():
            chip.set_at_hand(key == criterion)
        self._show_open()
        self._bring_into_view()

    def set_words(self, words: Words) -> None:
        """Where the words of those who disagree come from."""
        self._words = words
        self.disagreement.set_words(lambda _key: self._words(self._at_hand))

    def _show_open(self) -> None:
        if self._sheet is None or self._at_hand not in self.rows:
            return
        row = self._sheet.row(self._at_hand)
        if row == self._opened:
            return
        self._opened = row
        criterion = row.criterion
        self.buttons.set_criterion(criterion.name, criterion.levels)
        self.buttons.set_mark(str(row.answer), hollow=isinstance(row.answer, int) and not row.proven)
        self._name.setText(criterion.name)
        # Three lines beside the buttons: that they disagree comes first, then what is lacking, then what it means.
        missing = missing_words(row)
        self._level.set_text(missing or level_words(row), "warn" if missing else "muted")
        self.proofs.show_proofs(criterion.name, proof_words(row), not row.proven)
        self.disagreement.setAccessibleName(criterion.name)
        self.disagreement.set_opinions(row.opinions)
        self._name.setVisible(self.disagreement.isHidden())
        self._level.setVisible(self.disagreement.isHidden())

    # Room

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._bring_into_view()

    def _bring_into_view(self) -> None:
        if self._at_hand in self.rows:
            self._chips.bring_into_view(self.rows[self._at_hand])


class _Chips(QScrollArea):
    """The chips side by side: they share the width, and scroll sideways where each would be too narrow to be read."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The chips follow the criterion at hand; a bar under them would take the height of a line of words.
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_chips(self, chips: list[CriterionChip]) -> None:
        """Take these chips in the place of the former ones."""
        box = QWidget()
        box.setProperty("clear", True)
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for chip in chips:
            row.addWidget(chip, 1)
        self.setWidget(box)

    def bring_into_view(self, chip: CriterionChip) -> None:
        """With something of its neighbours, so that one sees that there are more."""
        box = self.widget()
        layout = box.layout() if box else None
        if layout is not None:
            layout.activate()
            self.ensureWidgetVisible(chip, 40, 0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(240, theme.metrics().control)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, theme.metrics().control)
