""" "Remind me later": it rings again at that moment, and stays due on the day it was promised for."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.clock import Clock
from desktop.errors import UserError
from desktop.i18n import _, current
from desktop.models.followups import FollowUp
from desktop.models.working_days import PLAIN, Calendar
from desktop.services.natural_dates import understand
from desktop.ui.widgets.choice_chips import ChoiceChips
from desktop.ui.widgets.due_picker import next_weekday, spelled_out
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.labels import PlainLabel
from desktop.ui.widgets.popover import Popover

Chosen = Callable[[datetime], object]
_MORNING, _AFTERNOON = time(9, 0), time(14, 0)


class SnoozePopover(Popover):
    """A line in the rep's words, and chips for the usual ones; ``chosen`` is given a moment, aware."""

    def __init__(self, clock: Clock, parent: QWidget) -> None:
        super().__init__(_("Remind me later"), parent)
        self._clock = clock
        self._calendar = PLAIN
        self._chosen: Chosen | None = None
        self._until: datetime | None = None
        self.line = QLineEdit()
        self.line.setPlaceholderText(_("in 2 h, 4pm, tomorrow morning…"))
        self.line.textEdited.connect(self._read)
        self.line.returnPressed.connect(self._accept)
        self.field = Field(_("Remind me"), self.line)
        self.column.addWidget(self.field)
        self._words = PlainLabel("", "accent", wrap=True)
        self.column.addWidget(self._words)
        self.chips = ChoiceChips(_("Remind me"), [(key, "") for key in ("hour", "afternoon", "tomorrow", "monday")])
        self.chips.chosen.connect(self._chip)
        self.column.addWidget(self.chips)
        note = PlainLabel(_("The date it is due on does not change."), "faint", wrap=True)
        self.column.addWidget(note)
        self.go = self.buttons(_("Remind me"), self._accept)

    def open_for(self, anchor: QWidget, who: str, chosen: Chosen, calendar: Calendar = PLAIN) -> None:
        """Ask when, under ``anchor``: in an hour, unless said. ``chosen`` may raise ``UserError``, shown there."""
        self._chosen, self._calendar = chosen, calendar
        self.heading.setText(_("Remind me later: {who}").format(who=who))
        self.line.clear()
        self.field.set_error("")
        self._moments = self._usual()
        for key, (words, moment) in self._moments.items():
            chip = self.chips.chip(key)
            chip.setText(words)
            chip.setAccessibleName(f"{words} · {spelled_out(moment, self._clock.today())}")
            chip.setVisible(moment > self._now())
            chip.updateGeometry()
        self._show(self._moments["hour"][1])
        self.show_at(anchor, 380)
        self.line.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = [key for key in self._moments if self.chips.chip(key).hasFocus()]
        if focused and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._chip(focused[0])
        super().keyPressEvent(event)

    def _now(self) -> datetime:
        return self._clock.now().replace(tzinfo=None, second=0, microsecond=0)

    def _usual(self) -> dict[str, tuple[str, datetime]]:
        now = self._now()
        tomorrow, monday = now.date() + timedelta(days=1), next_weekday(now.date(), 0)
        return {
            "hour": (_("In 1 h"), now + timedelta(hours=1)),
            "afternoon": (_("This afternoon"), datetime.combine(now.date(), _AFTERNOON)),
            "tomorrow": self._morning(_("Tomorrow morning"), tomorrow),
            "monday": self._morning(_("Monday morning"), monday),
        }

    def _morning(self, words: str, day: date) -> tuple[str, datetime]:
        """Of that day when it is worked, otherwise of the next one, which then is named."""
        worked = self._calendar.first(day)
        if worked != day:
            words = _("{date} in the morning").format(date=current().date(worked, "weekday"))
        return words, datetime.combine(worked, _MORNING)

    def _read(self, text: str) -> None:
        self.field.set_error("")
        if not text.strip():
            self._show(self._moments["hour"][1])
            return
        found = understand(text, self._clock.now(), current().code, self._calendar)
        if found is None or found.rest:
            self._until = None
            self._words.set_kind("muted")
            self._words.setText(_("Not understood yet"))
        else:
            self._show(found.due_local)

    def _show(self, until: datetime) -> None:
        self._until = until
        self._words.set_kind("accent")
        self._words.setText(spelled_out(until, self._clock.today()))
        shown = [key for key, (_words, moment) in self._moments.items() if moment == until]
        self.chips.set_value(shown[0] if shown else "")

    def _chip(self, key: str) -> None:
        self.line.clear()
        self._show(self._moments[key][1])
        self._accept()

    def _accept(self) -> None:
        if self._chosen is None:
            return
        try:
            if self._until is None:
                raise UserError(_("Write a moment, such as “in 2 h”, “4pm” or “tomorrow 10am”."))
            self._chosen(FollowUp.moment(self._until, self._clock.zone.key))
        except UserError as error:
            self.field.set_error(str(error))
        else:
            self.close()
