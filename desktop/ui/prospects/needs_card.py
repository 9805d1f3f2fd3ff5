"""What the prospect needs, in their order: the first few on the file, all of them one click or one key away."""

import uuid
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.i18n import _, ngettext
from desktop.models.need_kinds import label as kind_label
from desktop.services.needs import StatedNeed
from desktop.ui.prospects.rows import empty
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.chips import Chip
from desktop.ui.widgets.labels import PlainLabel
from desktop.ui.widgets.two_lines import TwoLines

SHOWN = 5
"""Needs on the card: what a proposal answers fits in as many."""
KEYS = "Ctrl+Shift+N"
"""Those of the needs in a call."""
_RANK = 16
Line = tuple[uuid.UUID, str, str, bool]


class NeedsCard(Card):
    """Read-only: the button asks for the list, where each is written, put in order and confirmed."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__(_("Needs"), " ")
        self._lines: tuple[Line, ...] = ()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self._none = PlainLabel("", "muted", wrap=True)
        self._rest = PlainLabel("", "small")
        self.button = Button(_("Edit the needs"), icon_name="pencil", keycap=KEYS)
        self.button.clicked.connect(self.wanted)
        foot = QHBoxLayout()
        foot.addWidget(self.button)
        foot.addStretch(1)
        self.body.addWidget(self._none)
        self.body.addLayout(self._rows)
        self.body.addWidget(self._rest)
        self.body.addLayout(foot)

    def show_needs(self, stated: Sequence[StatedNeed], words: bool) -> None:
        """Show the first of them; ``words``: whether the prospect said anything that one could be made of."""
        count, confirmed = len(stated), sum(each.need.confirmed for each in stated)
        told = ngettext("{count} confirmed", "{count} confirmed", confirmed).format(count=confirmed)
        self.set_note(f"{count} · {told}" if confirmed else str(count) if count else "")
        lines = tuple((each.need.id, _name(each), kind_label(each.need.kind), each.need.confirmed) for each in stated)
        if lines[:SHOWN] != self._lines:
            self._lines = lines[:SHOWN]
            empty(self._rows)
            for rank, line in enumerate(self._lines, 1):
                self._rows.addWidget(_row(rank, line))
        rest = count - len(self._lines)
        self._rest.setText(ngettext("and {count} other", "and {count} others", rest).format(count=rest))
        self._rest.setVisible(rest > 0)
        some = _("No need yet: one is made of their words.")
        self._none.setText(some if words else _("No need yet: they come from what is said in a call."))
        self._none.setVisible(not count)
        self.button.setVisible(bool(count or words))
        self.button.set_text(_("Edit the needs") if count else _("Make the first one"))


def _name(stated: StatedNeed) -> str:
    """What we understood, or else their first words, as a quote."""
    name = " ".join(stated.name.split())
    return name if stated.need.statement or not name else _("“{words}”").format(words=name)


def _row(rank: int, line: Line) -> QWidget:
    _key, name, kind, confirmed = line
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    number = PlainLabel(str(rank), "accent", tabular=True)
    number.setFixedWidth(_RANK)
    text = TwoLines(name or _("Not worded yet"), "body", "text" if name else "faint", tight=True)
    chips = QVBoxLayout()
    chips.setSpacing(3)
    chips.addWidget(Chip(kind), 0, Qt.AlignmentFlag.AlignRight)
    if confirmed:
        chips.addWidget(Chip(_("confirmed"), "ok", "check"), 0, Qt.AlignmentFlag.AlignRight)
    for each in (number, text):
        each.setContentsMargins(0, 2, 0, 0)
    row.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(text, 1, Qt.AlignmentFlag.AlignTop)
    row.addLayout(chips)
    row.setAlignment(chips, Qt.AlignmentFlag.AlignTop)
    return holder
