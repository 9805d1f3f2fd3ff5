"""One objection card, to be read while speaking: welcome, dig, answer, check, and the proofs to cite."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.i18n import _, pgettext
from desktop.models.objections import Card
from desktop.services.objections import Citation
from desktop.ui.calls.objection_acts import rate_label
from desktop.ui.widgets.chips import Chip
from desktop.ui.widgets.labels import PlainLabel


class ObjectionView(QWidget):
    """``show_card``; nothing here can be clicked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 0, 8, 0)
        column.setSpacing(4)
        head = QHBoxLayout()
        self.title = PlainLabel("", "title", wrap=True)
        self.rate = Chip("", "neutral")
        head.addWidget(self.title, 1)
        head.addWidget(self.rate)
        column.addLayout(head)
        self.steps: dict[str, PlainLabel] = {}
        for name, words in step_names().items():
            column.addSpacing(8)
            column.addWidget(PlainLabel(words, "accent"))
            self.steps[name] = PlainLabel("", "large", wrap=True)
            column.addWidget(self.steps[name])
        column.addSpacing(10)
        self.proof_title = PlainLabel("", "label", wrap=True)
        self.proofs = PlainLabel("", "body", wrap=True)
        column.addWidget(self.proof_title)
        column.addWidget(self.proofs)
        column.addStretch(1)

    def show_card(self, card: Card, rate: tuple[int, int] | None, proofs: Sequence[Citation]) -> None:
        """``rate``: settled and met, over all the calls of the rep."""
        self.setVisible(True)
        self.title.setText(card.title)
        self.rate.set_text(rate_label(rate))
        self.rate.setVisible(bool(self.rate.text))
        for name, sentence in card.steps:
            self.steps[name].setText(sentence)
        self.proof_title.setText(_proof_title(card))
        told = [f"• {each.proof} ({each.offer})" for each in proofs]
        self.proofs.setText("\n".join(told) or _("No proof of your catalogue speaks of this yet."))
        for label in (self.proof_title, self.proofs):
            label.setVisible(card.proof != "none")

    def show_nothing(self) -> None:
        """No card is found for what was typed."""
        self.setVisible(False)


def step_names() -> dict[str, str]:
    """The four steps, in the order to say them."""
    return {
        "welcome": pgettext("objection", "Welcome"),
        "dig": pgettext("objection", "Dig"),
        "answer": pgettext("objection", "Answer"),
        "check": pgettext("objection", "Check"),
    }


def _proof_title(card: Card) -> str:
    titles = {
        "case": _("To cite: a customer case"),
        "figure": _("To cite: a figure"),
        "reference": _("To cite: a reference"),
    }
    return titles.get(card.proof, "")
