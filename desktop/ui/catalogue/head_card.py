"""The item at hand: its name, and what can be done with it as a whole."""

from typing import Any

from PySide6.QtWidgets import QHBoxLayout

from desktop.i18n import _
from desktop.models.catalogue import StandingBlock
from desktop.ui.catalogue.shelves import name_of, row_of
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.labels import PlainLabel


class HeadCard(Card):
    """The buttons are wired by the page."""

    def __init__(self) -> None:
        super().__init__(margins=(18, 10, 12, 10), spacing=2)
        self.name = PlainLabel("", "heading", elide=True)
        self.about = PlainLabel("", "muted", elide=True)
        self.up = Button("", "quiet", icon_name="arrow-up", name=_("Move up"))
        self.down = Button("", "quiet", icon_name="arrow-down", name=_("Move down"))
        self.copy = Button(_("Duplicate"), "quiet")
        self.archive = Button(_("Archive"), "quiet")
        first = QHBoxLayout()
        first.setSpacing(2)
        first.addWidget(self.name, 1)
        for button in (self.up, self.down, self.copy, self.archive):
            first.addWidget(button)
        self.body.addLayout(first)
        self.body.addWidget(self.about)

    def show_item(self, item: Any, place: int, count: int) -> None:
        """Say what is on the disk; ``place`` is that of the item in a list of ``count``."""
        away = item.archived_at is not None
        row = row_of(item)
        self.name.setText(name_of(item))
        self.about.setText(_("Archived: no longer offered. Proposals that hold it keep it.") if away else row.about)
        self.archive.set_text(_("Bring back") if away else _("Archive"))
        movable = isinstance(item, StandingBlock) and not away
        for button, able in ((self.up, place > 0), (self.down, place + 1 < count)):
            button.setVisible(movable)
            button.setEnabled(able)
