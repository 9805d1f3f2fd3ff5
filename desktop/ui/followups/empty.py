"""What the page says when there is nothing to list: one sentence, one button."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from desktop.i18n import _
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.empty_state import EmptyState


class Empty(Card):
    """``show_all`` when the choices leave nothing; ``new_prospect`` when there is nobody to follow up."""

    show_all = Signal()
    new_prospect = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.filtered = EmptyState(
            "filter", _("No follow-up answers these choices."), _("Show them all"), self.show_all.emit
        )
        self.nothing = EmptyState(
            "calendar-clock", _("No follow-up is planned."), _("New prospect"), self.new_prospect.emit
        )
        column = QVBoxLayout()
        for each in (self.filtered, self.nothing):
            column.addWidget(each)
        self.body.addLayout(column)

    def say(self, *, filtered: bool) -> None:
        """Whether choices are the reason."""
        self.filtered.setVisible(filtered)
        self.nothing.setVisible(not filtered)

    def give_focus(self) -> None:
        """The one button there is."""
        for each in (self.filtered, self.nothing):
            if not each.isHidden() and each.button is not None:
                each.button.setFocus()
