"""Several follow-ups are chosen: how many, and what can be done with all of them in one act."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from desktop.i18n import _, current, ngettext
from desktop.ui.followups.line_view import MOST_CHOSEN
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.labels import PlainLabel


class ChosenBar(Card):
    """``asked`` carries ``done``, ``move``, ``drop``, ``calendar`` or ``unchoose``; hidden for fewer than two."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__(margins=(14, 6, 8, 6), tone="accent_soft")
        self.words = PlainLabel("", "strong", elide=True)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.words, 1)
        self.buttons: dict[str, Button] = {}
        for asked, text, keys in (
            ("done", _("Done"), "Space"),
            ("move", _("Postpone or spread"), "R"),
            ("drop", _("Drop"), "Delete"),
            ("calendar", _("Calendar"), "Ctrl+E"),
            ("unchoose", _("Choose none"), "Esc"),
        ):
            button = Button(text, "quiet" if asked == "unchoose" else "secondary", keycap=keys)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _checked=False, asked=asked: self.asked.emit(asked))
            row.addWidget(button)
            self.buttons[asked] = button
        self.body.addLayout(row)
        self.hide()

    def show_count(self, count: int) -> None:
        """Say how many are; acts stop at ``MOST_CHOSEN``, and that is said as well."""
        text = ngettext("{count} chosen", "{count} chosen", count).format(count=current().number(count))
        if count > MOST_CHOSEN:
            text = _("{chosen}: an act reaches the first {most}").format(chosen=text, most=MOST_CHOSEN)
        self.words.setText(text)
        self.setVisible(count > 1)
