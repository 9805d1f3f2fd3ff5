"""A date as a rep says it: a line in their own words, spelled out beneath, chips for the usual ones, a calendar."""

from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QDate, QLocale, Qt, QTime, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QLineEdit, QTimeEdit, QVBoxLayout, QWidget

from desktop.clock import Clock
from desktop.errors import UserError
from desktop.i18n import _, current, ngettext
from desktop.models.working_days import PLAIN, Calendar, is_working_day
from desktop.services.followups import USUAL_HOUR
from desktop.services.natural_dates import understand
from desktop.ui.widgets.choice_chips import ChoiceChips
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.labels import PlainLabel

_DAYS = ("tomorrow", "friday", "monday", "week")
_FRIDAY, _MONDAY = 4, 0


class DuePicker(QWidget):
    """A day in words, by chip, or by fields. What the program proposes is a day on which the rep works.

    ``value()`` is a wall clock without zone; the time of day stays when only the day is said.
    """

    changed = Signal()
    edited = Signal()
    """The rep changed it."""
    accepted = Signal()
    """Enter was pressed in the line or in a field, or on a chip."""

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._calendar = PLAIN
        self._said = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.line = QLineEdit()
        self.line.setPlaceholderText(_("tue 10am, in 2 weeks, +3d, end of the week…"))
        self.line.textEdited.connect(self._read)
        self.line.textEdited.connect(lambda _text: self.edited.emit())
        self.line_field = Field(_("When"), self.line)
        column.addWidget(self.line_field)
        self._words = PlainLabel("", "accent", wrap=True)
        column.addWidget(self._words)
        self.chips = ChoiceChips(_("Day"), [(key, "") for key in _DAYS])
        self.chips.chosen.connect(self._choose_day)
        self.chips.chosen.connect(lambda _key: self.edited.emit())
        column.addWidget(self.chips)
        self._make_fields(column)
        self.start_afresh()

    def _make_fields(self, column: QVBoxLayout) -> None:
        self.day, self.hour = _day_edit(), QTimeEdit()
        self.hour.setDisplayFormat("HH:mm")
        self.hour.lineEdit().setTextMargins(10, 0, 0, 0)  # a spin box does not pass its padding on
        for changed in (self.day.dateChanged, self.hour.timeChanged):
            changed.connect(self._say)
            changed.connect(lambda _value: self.edited.emit())
        self.field = Field(_("Date"), self.day)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.field, 3)
        row.addWidget(Field(_("Time"), self.hour), 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)

    def set_calendar(self, calendar: Calendar) -> None:
        """The days on which the rep works, for what is proposed from now on."""
        self._calendar = calendar

    def start_afresh(self) -> None:
        """Propose the next working day at the usual hour, counted from today."""
        today = self._clock.today()
        self._days = _days(today, self._calendar)
        for key, (words, day) in self._days.items():
            chip = self.chips.chip(key)
            chip.setText(words)
            chip.setAccessibleName(f"{words} · {current().date(day, 'day')}")
            chip.setToolTip(current().date(day, "day"))
            chip.updateGeometry()
        self.set_value(datetime.combine(self._days["tomorrow"][1], USUAL_HOUR))

    def value(self) -> datetime:
        """The wall clock chosen. ``UserError`` when the line says something that is no date."""
        if self._said:
            raise UserError(_unread(self._said))
        return self._shown()

    def _shown(self) -> datetime:
        day, hour = self.day.date(), self.hour.time()
        return datetime.combine(date(day.year(), day.month(), day.day()), time(hour.hour(), hour.minute()))

    def set_value(self, due_local: datetime) -> None:
        """Show a wall clock."""
        self.line.clear()
        self._show(due_local)

    def set_error(self, sentence: str) -> None:
        """Say under the line why it cannot be, or "" to take it back."""
        self.line_field.set_error(sentence)
        self._words.setVisible(not sentence)

    @property
    def error(self) -> str:
        """What stands under the line when it cannot be."""
        return self.line_field.error

    def focus_line(self) -> None:
        """Put the keyboard where the date is said."""
        self.line.setFocus(Qt.FocusReason.TabFocusReason)
        self.line.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = [key for key in self._days if self.chips.chip(key).hasFocus()]
            if focused:
                self._choose_day(focused[0])
            self.day.interpretText()
            self.hour.interpretText()
            if self._said:
                self.set_error(_unread(self._said))
            else:
                self.accepted.emit()
            return
        super().keyPressEvent(event)

    def _read(self, text: str) -> None:
        """What is typed is understood at each key; until it is, the date shown stays, and Enter is refused."""
        now = self._clock.now()
        found = understand(text, now, current().code, self._calendar) if text.strip() else None
        self._said = text.strip() if text.strip() and (found is None or found.rest) else ""
        if self._said:
            self.set_error("")
            self._words.set_kind("muted")
            self._words.setText(_("Not understood yet"))
            self.changed.emit()
        elif found is not None:
            later = not found.timed and found.due_local.date() != now.date()
            self._show(datetime.combine(found.due_local.date(), self._shown().time()) if later else found.due_local)
        else:
            self._say()

    def _choose_day(self, key: str) -> None:
        self.line.clear()
        self._show(datetime.combine(self._days[key][1], self._shown().time()))

    def _show(self, due_local: datetime) -> None:
        for field in (self.day, self.hour):
            field.blockSignals(True)
        self.day.setDate(QDate(due_local.year, due_local.month, due_local.day))
        self.hour.setTime(QTime(due_local.hour, due_local.minute))
        for field in (self.day, self.hour):
            field.blockSignals(False)
        self._say()

    def _say(self) -> None:
        """Spell the date out: a day and a month in digits are read differently in two countries."""
        self._said = ""
        if self.line.text() and not self.line.hasFocus():
            self.line.clear()
        due = self._shown()
        shown = [key for key, (_words, each) in self._days.items() if each == due.date()]
        self.chips.set_value(shown[0] if shown else "")
        for key in shown:
            self.chips.chip(key).setChecked(True)
        remark = remark_on(due.date(), self._calendar)
        self._words.set_kind("warn" if remark else "accent")
        self._words.setText(" · ".join(part for part in (spelled_out(due, self._clock.today()), remark) if part))
        self.set_error("")
        self.changed.emit()


def spelled_out(due: datetime, today: date) -> str:
    """``mardi 24 novembre 2026 à 10:00, demain``."""
    days = (due.date() - today).days
    language = current()
    words = _("{date} at {time}").format(date=language.date(due.date(), "full"), time=language.time(due))
    if days == 0:
        return _("{date}, today").format(date=words)
    if days == 1:
        return _("{date}, tomorrow").format(date=words)
    if days > 1:
        words = ngettext("{date}, in {count} day", "{date}, in {count} days", days).format(date=words, count=days)
    return words


def remark_on(day: date, calendar: Calendar) -> str:
    """What is to be said of a day that the rep chose though it is not worked; "" when it is."""
    if calendar.is_away(day):
        return _("you are away that day")
    if calendar.is_off(day):
        return _("the company is closed that day")
    return "" if is_working_day(day) else _("not a working day")


def _unread(text: str) -> str:
    return _("“{text}” is no date: write “tue 10am”, “in 2 weeks” or “24/11 2pm”.").format(text=text)


def _days(today: date, calendar: Calendar) -> dict[str, tuple[str, date]]:
    """For each chip, its words and its day. A day that is not worked gives way to the next one, and then says which."""
    wanted = {
        "tomorrow": (_("Tomorrow"), today + timedelta(days=1)),
        "friday": (_("Friday"), next_weekday(today, _FRIDAY)),
        "monday": (_("Monday"), next_weekday(today, _MONDAY)),
        "week": (_("+ 1 week"), today + timedelta(days=7)),
    }
    return {
        key: (words if calendar.works(day) else current().date(calendar.first(day), "weekday"), calendar.first(day))
        for key, (words, day) in wanted.items()
    }


def next_weekday(today: date, weekday: int) -> date:
    """The first such weekday after ``today``."""
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def _day_edit() -> QDateEdit:
    """Digits that can be typed, with the name of the day, and a calendar."""
    edit = QDateEdit()
    edit.setLocale(QLocale(QLocale.Language.French if current().code == "fr" else QLocale.Language.English))
    edit.setDisplayFormat("ddd dd/MM/yyyy")
    edit.setCalendarPopup(True)
    return edit
