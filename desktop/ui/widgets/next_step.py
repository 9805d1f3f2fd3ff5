"""The next step as a rep says it: a day, a way to reach them, an objective. The same form wherever one is fixed."""

import uuid
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QDate, QLocale, Qt, QTime, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QLineEdit, QTimeEdit, QVBoxLayout, QWidget

from desktop.clock import Clock
from desktop.i18n import _, current, ngettext
from desktop.models.followup_kinds import Channel, Objective, channel_label, objective_hint, objective_label
from desktop.models.working_days import is_working_day, working_day
from desktop.services.followups import USUAL_HOUR, NextStep
from desktop.ui.widgets.chips import ChipButton, SegmentedControl
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import PlainLabel

_DAYS = ("tomorrow", "friday", "monday", "week")
_FRIDAY, _MONDAY = 4, 0


class ChoiceChips(QWidget):
    """One choice among several, on as many lines as it takes; arrows move, Space chooses."""

    chosen = Signal(str)

    def __init__(self, name: str, options: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        """``options`` are ``(key, words)``."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._value = ""
        row = FlowLayout(self)
        self._chips: dict[str, ChipButton] = {}
        for key, words in options:
            chip = ChipButton(words, parent=self)
            chip.setAccessibleName(f"{name} · {words}")
            chip.clicked.connect(lambda _checked=False, key=key: self._choose(key))
            row.addWidget(chip)
            self._chips[key] = chip

    @property
    def value(self) -> str:
        """The key of the chosen option; "" when none is."""
        return self._value

    def set_value(self, value: str) -> None:
        """Show a choice, or none with ""."""
        self._value = value
        for key, chip in self._chips.items():
            chip.setChecked(key == value)

    def chip(self, key: str) -> ChipButton:
        """The chip of one option."""
        return self._chips[key]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        keys = list(self._chips)
        focused = [place for place, key in enumerate(keys) if self._chips[key].hasFocus()]
        if not step or not focused:
            super().keyPressEvent(event)
            return
        self._chips[keys[(focused[0] + step) % len(keys)]].setFocus(Qt.FocusReason.TabFocusReason)

    def _choose(self, key: str) -> None:
        self.set_value(key)
        self.chosen.emit(key)


class DuePicker(QWidget):
    """A day by chip, or any date and time by field. Days that are not worked are skipped by the chips only.

    ``value()`` is a wall clock without zone; the time of day stays when a chip changes the day.
    """

    changed = Signal()
    accepted = Signal()
    """Enter was pressed in the field of the date, or on a chip."""

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.chips = ChoiceChips(_("Day"), [(key, "") for key in _DAYS])
        self.chips.chosen.connect(self._choose_day)
        column.addWidget(self.chips)
        self.day, self.hour = _day_edit(), QTimeEdit()
        self.hour.setDisplayFormat("HH:mm")
        self.hour.lineEdit().setTextMargins(10, 0, 0, 0)  # a spin box does not pass its padding on
        self.day.dateChanged.connect(self._say)
        self.hour.timeChanged.connect(self.changed)
        self.field = Field(_("Date"), self.day)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.field, 3)
        row.addWidget(Field(_("Time"), self.hour), 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        self._words = PlainLabel("", "small", wrap=True)
        column.addWidget(self._words)
        self.start_afresh()

    def start_afresh(self) -> None:
        """Propose the next working day at the usual hour, counted from today."""
        today = self._clock.today()
        self._days = _days(today)
        for key, (words, day) in self._days.items():
            chip = self.chips.chip(key)
            chip.setText(words)
            chip.setAccessibleName(f"{words} · {current().date(day, 'day')}")
            chip.setToolTip(current().date(day, "day"))
            chip.updateGeometry()
        self.set_value(datetime.combine(self._days["tomorrow"][1], USUAL_HOUR))

    def value(self) -> datetime:
        """The chosen wall clock."""
        day, hour = self.day.date(), self.hour.time()
        return datetime.combine(date(day.year(), day.month(), day.day()), time(hour.hour(), hour.minute()))

    def set_value(self, due_local: datetime) -> None:
        """Show a wall clock."""
        self.day.setDate(QDate(due_local.year, due_local.month, due_local.day))
        self.hour.setTime(QTime(due_local.hour, due_local.minute))
        self._say()

    def set_error(self, sentence: str) -> None:
        """Say under the date why it cannot be, or "" to take it back."""
        self.field.set_error(sentence)
        self._words.setVisible(not sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = [key for key in self._days if self.chips.chip(key).hasFocus()]
            if focused:
                self._choose_day(focused[0])
            self.day.interpretText()
            self.hour.interpretText()
            self.accepted.emit()
            return
        super().keyPressEvent(event)

    def _choose_day(self, key: str) -> None:
        day = self._days[key][1]
        self.day.setDate(QDate(day.year, day.month, day.day))
        self._say()

    def _say(self) -> None:
        """Spell the date out: a day and a month in digits are read differently in two countries."""
        day = self.value().date()
        shown = [key for key, (_words, each) in self._days.items() if each == day]
        self.chips.set_value(shown[0] if shown else "")
        for key in shown:
            self.chips.chip(key).setChecked(True)
        self._words.setText(_spelled_out(day, self._clock.today()))
        self.set_error("")
        self.changed.emit()


class NextStepForm(QWidget):
    """When, by which channel, to what end, and about what. Shows and gives a ``NextStep``; saves nothing.

    ``submitted`` is emitted by Enter in the subject or in the date: the owner saves.
    """

    changed = Signal()
    submitted = Signal()

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._zone = clock.zone.key
        self._contact_id: uuid.UUID | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.due = DuePicker(clock)
        column.addWidget(self.due)
        channels = [(each.value, channel_label(each)) for each in Channel]
        self.channel = ChoiceChips(_("Channel"), channels)
        column.addWidget(Field(_("Channel"), self.channel))
        objectives = [(each.value, objective_label(each)) for each in Objective]
        self.objective = SegmentedControl(_("Objective"), objectives)
        column.addWidget(Field(_("Objective"), self.objective))
        self._hint = PlainLabel("", "small", wrap=True)
        column.addWidget(self._hint)
        self.subject = QLineEdit()
        self.subject.setPlaceholderText(_("Confirm the budget, send the customer case…"))
        column.addWidget(Field(_("About"), self.subject))
        self._connect()
        self.start_afresh()

    def _connect(self) -> None:
        self.due.changed.connect(self.changed)
        self.due.accepted.connect(self.submitted)
        self.channel.chosen.connect(lambda _key: self.changed.emit())
        self.objective.chosen.connect(self._objective_chosen)
        self.subject.textEdited.connect(lambda _text: self.changed.emit())
        self.subject.returnPressed.connect(self.submitted)

    def start_afresh(self) -> None:
        """Propose a validation by phone on the next working day."""
        self.due.start_afresh()
        self._zone, self._contact_id = self._clock.zone.key, None
        self.channel.set_value(Channel.PHONE)
        self._show_objective(Objective.VALIDATION)
        self.subject.clear()

    def value(self) -> NextStep:
        """What is on the screen; the service refuses a date that is past."""
        return NextStep(
            due_local=self.due.value(),
            zone=self._zone,
            channel=Channel(self.channel.value),
            objective=Objective(self.objective.value),
            subject=self.subject.text().strip(),
            contact_id=self._contact_id,
        )

    def set_value(self, step: NextStep) -> None:
        """Show a next step; its zone and its contact come back in ``value()``."""
        self.due.set_value(step.due_local)
        self._zone, self._contact_id = step.zone, step.contact_id
        self.channel.set_value(step.channel)
        self._show_objective(step.objective)
        self.subject.setText(step.subject)

    def set_error(self, sentence: str) -> None:
        """Say under the date what the service refused, or "" to take it back."""
        self.due.set_error(sentence)

    def focus_first(self) -> None:
        """Put the keyboard on the first chip."""
        self.due.chips.chip("tomorrow").setFocus(Qt.FocusReason.TabFocusReason)

    def _objective_chosen(self, key: str) -> None:
        self._show_objective(Objective(key))
        self.changed.emit()

    def _show_objective(self, objective: Objective) -> None:
        self.objective.set_value(objective)
        self._hint.setText(objective_hint(objective))


def _days(today: date) -> dict[str, tuple[str, date]]:
    """For each chip, its words and its day. A day that is not worked gives way to the next one, and then says which."""
    wanted = {
        "tomorrow": (_("Tomorrow"), today + timedelta(days=1)),
        "friday": (_("Friday"), _next_weekday(today, _FRIDAY)),
        "monday": (_("Monday"), _next_weekday(today, _MONDAY)),
        "week": (_("+ 1 week"), today + timedelta(days=7)),
    }
    return {
        key: (words if working_day(day) == day else current().date(working_day(day), "weekday"), working_day(day))
        for key, (words, day) in wanted.items()
    }


def _next_weekday(today: date, weekday: int) -> date:
    """The first such weekday after ``today``."""
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def _spelled_out(day: date, today: date) -> str:
    days = (day - today).days
    words = current().date(day, "full")
    if days == 1:
        words = _("{date}, tomorrow").format(date=words)
    elif days > 1:
        words = ngettext("{date}, in {count} day", "{date}, in {count} days", days).format(date=words, count=days)
    return words if is_working_day(day) else _("{date}: not a working day").format(date=words)


def _day_edit() -> QDateEdit:
    """Digits that can be typed, with the name of the day, and a calendar."""
    edit = QDateEdit()
    edit.setLocale(QLocale(QLocale.Language.French if current().code == "fr" else QLocale.Language.English))
    edit.setDisplayFormat("ddd dd/MM/yyyy")
    edit.setCalendarPopup(True)
    return edit
