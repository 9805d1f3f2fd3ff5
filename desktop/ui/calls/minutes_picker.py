"""Ctrl+T: how long the prospect has, from now. Three usual answers, or any other one typed."""

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop.i18n import _, ngettext
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.chips import SegmentedControl
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.labels import PlainLabel
from desktop.ui.widgets.overlay import Overlay

MINUTES = (3, 10, 30)
MOST_MINUTES = 240
_WIDTH = 400
_MINUTES = re.compile(r"(\d{1,4})\s*(?:m|mn|min|minutes?|['’′])?")
_HOURS = re.compile(r"(\d{1,2})\s*(?:h|hours?|heures?)\s*(?:(\d{1,2})\s*(?:m|mn|min|minutes?)?)?")


def minutes_of(typed: str) -> int | None:
    """The minutes that "12", "45 min" or "1 h 30" say; ``None`` when that is no length, or not from 1 to 240."""
    text = typed.strip().lower()
    if found := _HOURS.fullmatch(text):
        minutes = int(found[1]) * 60 + int(found[2] or 0)
    elif found := _MINUTES.fullmatch(text):
        minutes = int(found[1])
    else:
        return None
    return minutes if 1 <= minutes <= MOST_MINUTES else None


class MinutesPicker(Overlay):
    """``open_for`` a call that has lasted some time; ``chosen`` gives the minutes planned in all.

    What is asked is the time left: nobody on the phone counts from the beginning.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, _("Time available"), _WIDTH)
        self._elapsed = 0
        named = [(str(count), ngettext("{count} min", "{count} min", count).format(count=count)) for count in MINUTES]
        self.usual = SegmentedControl(_("Time available"), named, large=True)
        self.typed = QLineEdit()
        self.typed.setObjectName("call.minutes")
        self.typed.setPlaceholderText(_("15, 45 min, 1 h 30"))
        self.field = Field(_("Other length"), self.typed)
        self._total = PlainLabel("", "muted")
        self.content.setContentsMargins(20, 18, 20, 18)
        self.content.setSpacing(12)
        self.keep_button = Button(_("Keep this length"), keycap="Return")
        self.keep_button.clicked.connect(self._submit)
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(PlainLabel(_("How much time is left?"), "heading"), 1)
        head.addWidget(self.cross())
        foot.addWidget(self._total, 1)
        foot.addWidget(self.keep_button)
        self.content.addLayout(head)
        self.content.addWidget(self.usual)
        self.content.addWidget(self.field)
        self.content.addLayout(foot)
        self.usual.chosen.connect(lambda key: self._choose(int(key)))
        self.typed.textChanged.connect(self._show_total)
        self.typed.returnPressed.connect(self._submit)

    def open_for(self, elapsed: int) -> None:
        """Ask; ``elapsed`` is how many seconds the call has lasted."""
        self._elapsed = elapsed
        self.usual.set_value("")
        self.typed.clear()
        self._show_total("")
        self.open()
        self.typed.setFocus()

    def total(self, minutes: int) -> int:
        """The minutes planned in all, when ``minutes`` are left."""
        return (self._elapsed + 30) // 60 + minutes

    def wanted_height(self) -> int:
        # Only the sentence of an error wraps: without it the layout knows no height for a width.
        return self.content.totalHeightForWidth(_WIDTH) if self.content.hasHeightForWidth() else super().wanted_height()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on a length chooses it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = [key for key in map(str, MINUTES) if self.usual.segment(key).hasFocus()]
            if focused:
                self._choose(int(focused[0]))
                return
        super().keyPressEvent(event)

    def _show_total(self, typed: str) -> None:
        if self.field.error:
            self.field.set_error("")
        minutes = minutes_of(typed)
        gone = self._elapsed // 60
        if minutes is None:
            words = ngettext("{count} minute gone", "{count} minutes gone", gone).format(count=gone)
        else:
            all_in_all = self.total(minutes)
            words = ngettext("{count} minute in all", "{count} minutes in all", all_in_all).format(count=all_in_all)
        self._total.setText(words)
        self.place()

    def _submit(self) -> None:
        minutes = minutes_of(self.typed.text())
        if minutes is None:
            sentence = _("Type a number of minutes from 1 to {most}, such as 15.")
            self.field.set_error(sentence.format(most=MOST_MINUTES))
            self.typed.selectAll()
            self.place()
        else:
            self._choose(minutes)

    def _choose(self, minutes: int) -> None:
        self.close_overlay()
        self.chosen.emit(self.total(minutes))
