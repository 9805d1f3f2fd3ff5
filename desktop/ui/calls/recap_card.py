"""What to say before hanging up: their words read back, what is still unknown, and where all this puts them."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.models.calls import LaterQuestion, Objection
from desktop.models.evidence import proven_label
from desktop.models.grids import maximum_label, qualification_label, total_label
from desktop.services import calls
from desktop.services.grids import GridSheet
from desktop.ui.calls.running_call import RunningCall
from desktop.ui.calls.wording import spoken
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.chips import Chip
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import Divider, PlainLabel
from desktop.ui.widgets.score_strip import ScoreStrip


class RecapCard(Card):
    """The left half of the end of a call."""

    status_accepted = Signal()
    words_wanted = Signal(str)
    """The criterion whose score was clicked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("To say before hanging up"), margins=(22, 18, 22, 18), spacing=12, parent=parent)
        self.sentence = PlainLabel("", "large", wrap=True)
        quote = Card(margins=(16, 12, 16, 12), tone="accent_soft")
        quote.body.addWidget(self.sentence)
        self.body.addWidget(quote)
        self._unknown = FlowLayout(spacing=6)
        self._unknown_title = PlainLabel("", "label", wrap=True)
        self.later = Points(_("Kept to ask later"))
        self.objections = Points(_("Objections still open"))
        self.body.addWidget(self._unknown_title)
        self.body.addLayout(self._unknown)
        self.body.addWidget(self.later)
        self.body.addWidget(self.objections)
        self.body.addWidget(Divider())
        self.total = PlainLabel("", "heading", wrap=True)
        self.squares = ScoreStrip()
        self.squares.setObjectName("call.recap_scores")
        self.squares.set_clickable()
        self.squares.chosen.connect(lambda place: self.words_wanted.emit(self._keys[place]))
        self._keys: tuple[str, ...] = ()
        scores = QHBoxLayout()
        scores.setSpacing(12)
        scores.addWidget(self.total, 1)
        scores.addWidget(self.squares)
        self.body.addLayout(scores)
        self.status = PlainLabel("", "body", wrap=True)
        self.status_button = Button("", "secondary", name=_("Status"))
        self.status_button.setObjectName("call.apply_status")
        self.status_button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.status_button.clicked.connect(lambda: self.status_accepted.emit())
        self.body.addWidget(self.status)
        self.body.addWidget(self.status_button)

    def show_call(self, call: RunningCall, status_words: str, status_button: str) -> None:
        """Show a call; ``status_button`` is "" when there is no status to change."""
        self.sentence.setText(_recap_sentence([verbatim.words for verbatim in calls.recap(call.entries)]))
        self._show_unknown([row.criterion.name for row in call.sheet.rows if row.level is None])
        self.later.show_texts([entry.words for entry in call.entries if isinstance(entry, LaterQuestion)])
        held = [entry for entry in call.entries if isinstance(entry, Objection) and not entry.settled]
        self.objections.show_texts([_("“{words}”").format(words=entry.words) for entry in held])
        self._show_scores(call.sheet)
        self.status.setText(status_words)
        if status_button:
            self.status_button.set_text(status_button)
        self.status_button.setVisible(bool(status_button))

    def _show_scores(self, sheet: GridSheet) -> None:
        standing = sheet.standing
        total = f"{total_label(standing)} {maximum_label(standing)}"
        proven = proven_label(sheet.proven_low, standing.low)
        self.total.setText(" · ".join(each for each in (total, proven, qualification_label(standing)) if each))
        self._keys = tuple(row.criterion.key for row in sheet.rows)
        marks = [str(answer) for answer in sheet.answers.values()]
        names = [row.criterion.name for row in sheet.rows]
        self.squares.set_marks(marks, names, [place for place, row in enumerate(sheet.rows) if not row.proven])

    def _show_unknown(self, names: list[str]) -> None:
        self._unknown.clear()
        for name in names:
            self._unknown.addWidget(Chip(name, "warn", "circle-help", parent=self))
        title = _("Still unknown: ask now, or make it the purpose of the next step")
        self._unknown_title.setText(title if names else _("Every criterion is filled in"))


class Points(QWidget):
    """A few sentences under a title; nothing at all when there are none."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(PlainLabel(title, "label"))
        column.addLayout(self._lines)

    def show_texts(self, texts: Sequence[str]) -> None:
        """Show these."""
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for text in texts:
            self._lines.addWidget(PlainLabel(f"• {text}", "body", wrap=True))
        self.setVisible(bool(texts))


def _recap_sentence(words: list[str]) -> str:
    """One sentence to read aloud, in the prospect's own words."""
    if not words:
        return _("Before we hang up, what should I remember first from what you told me?")
    quoted = [_("“{words}”").format(words=spoken(each)) for each in words]
    said = quoted[0] if len(quoted) == 1 else _("{first}, and {last}").format(
        first=", ".join(quoted[:-1]), last=quoted[-1]
    )  # fmt: skip
    return _("If I sum up, you told me: {words}. Is that right?").format(words=said)
