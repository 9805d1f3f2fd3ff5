"""What a draft lacks before it can be published, one line a thing, each a step away from where it is written."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.i18n import _, ngettext
from desktop.services.library_checks import Mistake
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.labels import PlainLabel, Sign

_SHOWN = 6


class MissingCard(Card):
    """``wanted`` carries the place of what the rep goes to write."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__(margins=(12, 9, 8, 9), spacing=2, tone="background", framed=False)
        self._shown: tuple[Mistake, ...] = ()
        self.buttons: list[Button] = []
        self.hide()

    @property
    def sentences(self) -> tuple[str, ...]:
        """What is said to be missing."""
        return tuple(each.sentence for each in self._shown)

    def show_missing(self, mistakes: Sequence[Mistake]) -> None:
        """Say what is missing, each sentence once; nothing when nothing is."""
        first: dict[str, Mistake] = {}
        for mistake in mistakes:
            first.setdefault(mistake.sentence, mistake)
        once = tuple(first.values())
        if once == self._shown:
            return
        self._shown = once
        self.buttons = []
        while item := self.body.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.body.addWidget(PlainLabel(_("To write before publishing"), "label"))
        for mistake in once[:_SHOWN]:
            self.body.addWidget(self._line(mistake))
        more = len(once) - _SHOWN
        if more > 0:
            words = ngettext("and {count} more", "and {count} more", more).format(count=more)
            self.body.addWidget(PlainLabel(words, "muted"))
        self.setVisible(bool(once))

    def _line(self, mistake: Mistake) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(7)
        row.addWidget(Sign("circle-alert", "danger", 15))
        row.addWidget(PlainLabel(mistake.sentence, "body", wrap=True), 1)
        name = _("Go and write: {what}").format(what=mistake.sentence)
        button = Button("", "quiet", icon_name="arrow-right", name=name, small=True)
        button.clicked.connect(partial(self._go, mistake))
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.buttons.append(button)
        return line

    def _go(self, mistake: Mistake, _checked: bool = False) -> None:
        self.wanted.emit(mistake.place)
