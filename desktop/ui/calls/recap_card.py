"""What to say before hanging up: their words read back, what is still unknown, and where all this puts them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.models.calls import LaterQuestion
from desktop.models.grids import maximum_label, qualification_label, total_label
from desktop.services import calls
from desktop.ui.calls.running_call import RunningCall
from desktop.ui.calls.wording import spoken
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.chips import Chip
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.heat import HeatPicker
from desktop.ui.widgets.labels import Divider, PlainLabel


class RecapCard(Card):
    """The left half of the end of a call."""

    heat_chosen = Signal(str)
    status_accepted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("To say before hanging up"), margins=(22, 18, 22, 18), spacing=12, parent=parent)
        self.sentence = PlainLabel("", "large", wrap=True)
        quote = Card(margins=(16, 12, 16, 12), tone="accent_soft")
        quote.body.addWidget(self.sentence)
        self.body.addWidget(quote)
        self._unknown = FlowLayout(spacing=6)
        self._later = QVBoxLayout()
        self._later.setSpacing(4)
        self._unknown_title = PlainLabel("", "label", wrap=True)
        self._later_title = PlainLabel(_("Kept to ask later"), "label")
        self.body.addWidget(self._unknown_title)
        self.body.addLayout(self._unknown)
        self.body.addWidget(self._later_title)
        self.body.addLayout(self._later)
        self.body.addWidget(Divider())
        self.total = PlainLabel("", "heading", wrap=True)
        self.body.addWidget(self.total)
        self.heat = HeatPicker()
        row = QHBoxLayout()
        row.addWidget(PlainLabel(_("Heat")))
        row.addStretch(1)
        row.addWidget(self.heat)
        self.body.addLayout(row)
        self.heat.chosen.connect(self.heat_chosen)
        self.status = PlainLabel("", "body", wrap=True)
        self.status_button = Button("", "secondary", name=_("Status"))
        self.status_button.setObjectName("call.apply_status")
        self.status_button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.status_button.clicked.connect(lambda: self.status_accepted.emit())
        self.body.addWidget(self.status)
        self.body.addWidget(self.status_button)

    def show_call(self, call: RunningCall, status_words: str, status_button: str) -> None:
        """Show a call; ``status_button`` is "" when there is no status to change."""
        self.sentence.setText(_recap_sentence([verbatim.text for verbatim in calls.recap(call.entries)]))
        self._show_unknown([row.criterion.name for row in call.sheet.rows if row.level is None])
        self._show_later([entry.text for entry in call.entries if isinstance(entry, LaterQuestion)])
        standing = call.sheet.standing
        total = f"{total_label(standing)} {maximum_label(standing)}"
        self.total.setText(f"{total} · {qualification_label(standing)}")
        self.heat.set_heat(call.sheet.heat or "")
        self.status.setText(status_words)
        if status_button:
            self.status_button.set_text(status_button)
        self.status_button.setVisible(bool(status_button))

    def _show_unknown(self, names: list[str]) -> None:
        self._unknown.clear()
        for name in names:
            self._unknown.addWidget(Chip(name, "warn", "circle-help", parent=self))
        title = _("Still unknown: ask now, or make it the purpose of the next step")
        self._unknown_title.setText(title if names else _("Every criterion is filled in"))

    def _show_later(self, texts: list[str]) -> None:
        while (item := self._later.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for text in texts:
            self._later.addWidget(PlainLabel(f"• {text}", "body", wrap=True))
        self._later_title.setVisible(bool(texts))


def _recap_sentence(words: list[str]) -> str:
    """One sentence to read aloud, in the prospect's own words."""
    if not words:
        return _("Before we hang up, what should I remember first from what you told me?")
    quoted = [_("“{words}”").format(words=spoken(each)) for each in words]
    said = quoted[0] if len(quoted) == 1 else _("{first}, and {last}").format(
        first=", ".join(quoted[:-1]), last=quoted[-1]
    )  # fmt: skip
    return _("If I sum up, you told me: {words}. Is that right?").format(words=said)
