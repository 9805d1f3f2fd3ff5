"""A shelf with nothing on it yet: what it is for, and how to begin."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from desktop.i18n import _
from desktop.ui.catalogue.shelves import Shelf, new_words
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.empty_state import EmptyState


class EmptyShelf(Card):
    """``begin`` writes the first item; ``other`` is the second way, of which ``other_words`` says what it is."""

    def __init__(self, shelf: Shelf, begin: Callable[[], None], other_words: str, other: Callable[[], None]) -> None:
        super().__init__(margins=(1, 1, 1, 24), spacing=0)
        icon, sentence, detail = _words(shelf)
        self.state = EmptyState(icon, sentence, new_words(shelf), begin, detail=detail, keycap="Ctrl+N")
        self.other = Button(other_words, "quiet")
        self.other.clicked.connect(lambda: other())
        column = self.state.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(column.count() - 1, self.other, 0, Qt.AlignmentFlag.AlignHCenter)
        self.body.addWidget(self.state, 1)


def _words(shelf: Shelf) -> tuple[str, str, str]:
    return {
        "offers": (
            "package",
            _("Write what you sell, once."),
            _("An offer says which need it answers and what it costs: proposals then write themselves from it."),
        ),
        "proofs": (
            "badge-check",
            _("Write what proves what you say."),
            _("A case, a figure, a reference, a testimonial: the one of their sector comes up beside their need."),
        ),
        "blocks": (
            "file-text",
            _("Write what you always say."),
            _("Your method, your follow-up, your commitments: ready to stand in a proposal, in each language."),
        ),
    }[shelf.key]
