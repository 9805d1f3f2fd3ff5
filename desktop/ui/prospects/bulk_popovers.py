"""What is asked of several prospects at once: how hot, which status and why, when the next step."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.clock import Clock
from desktop.errors import UserError
from desktop.i18n import _, ngettext, pgettext
from desktop.models.followup_kinds import Channel, Objective, channel_label, objective_label
from desktop.models.working_days import Calendar
from desktop.services.prospect_bulk import Plan
from desktop.ui.digits import digit_of
from desktop.ui.widgets.chips import SegmentedControl
from desktop.ui.widgets.choice_chips import ChoiceChips
from desktop.ui.widgets.due_picker import DuePicker
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.labels import PlainLabel
from desktop.ui.widgets.popover import Popover

_A_DAY = ("0", "5", "10", "20")


class ChoicePopover(Popover):
    """One choice among a few, by a digit, an arrow or a click; choosing closes it."""

    def __init__(self, name: str, options: Sequence[tuple[str, str]], parent: QWidget) -> None:
        super().__init__(name, parent)
        self.heading.setText(name)
        self._chosen: Callable[[str], object] | None = None
        self.choice = ChoiceChips(name, options, numbered=True)
        self.choice.chosen.connect(self._accept)
        self.column.addWidget(self.choice)
        self.error = PlainLabel("", "danger", wrap=True)
        self.error.hide()
        self.column.addWidget(self.error)
        self._first = options[0][0]

    def open_for(self, anchor: QWidget, value: str, chosen: Callable[[str], object]) -> None:
        """Ask under ``anchor``; ``value`` is what it is now. ``chosen`` may raise ``UserError``, shown below."""
        self._chosen = chosen
        self.choice.set_value(value)
        self.show_at(anchor, 340)
        self.choice.chip(value or self._first).setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = digit_of(event)
        if number is None or not self.choice.choose_number(number):
            super().keyPressEvent(event)

    def _accept(self, key: str) -> None:
        # Closed first: what it leads to may ask something in its turn, and takes the keyboard.
        self.close()
        if self._chosen is None:
            return
        try:
            self._chosen(key)
        except UserError as error:
            self.error.setText(str(error))
            self.error.show()
            self.show()


class BulkPlanPopover(Popover):
    """A next step for each of several, the same day or so many a working day."""

    def __init__(self, clock: Clock, parent: QWidget) -> None:
        super().__init__(_("Plan the next step"), parent)
        self._clock = clock
        self._chosen: Callable[[Plan], object] | None = None
        self.picker = DuePicker(clock)
        self.picker.accepted.connect(self._accept)
        self.column.addWidget(self.picker)
        a_day = [(key, _("{count} a day").format(count=key) if key != "0" else _("All that day")) for key in _A_DAY]
        self.a_day = SegmentedControl(pgettext("follow-ups", "Spread"), a_day, "0")
        channels = [(each.value, channel_label(each)) for each in Channel]
        self.channel = ChoiceChips(_("Channel"), channels)
        self.channel.set_value(Channel.PHONE)
        objectives = [(each.value, objective_label(each)) for each in Objective]
        self.objective = SegmentedControl(_("Objective"), objectives, Objective.VALIDATION)
        self.subject = QLineEdit()
        self.subject.returnPressed.connect(self._accept)
        for name, editor in (
            (pgettext("follow-ups", "Spread"), self.a_day),
            (_("Channel"), self.channel),
            (_("Objective"), self.objective),
            (_("Subject"), self.subject),
        ):
            self.column.addWidget(Field(name, editor))
        self.go = self.buttons(_("Plan"), self._accept)

    def open_for(self, anchor: QWidget, count: int, calendar: Calendar, chosen: Callable[[Plan], object]) -> None:
        """Ask under ``anchor`` for ``count`` prospects; ``chosen`` may raise ``UserError``, shown under the date."""
        self._chosen = chosen
        words = ngettext("Next step of {count} prospect", "Next step of {count} prospects", count)
        self.heading.setText(words.format(count=count))
        self.picker.set_calendar(calendar)
        self.picker.start_afresh()
        self.show_at(anchor, 420)
        self.picker.focus_line()

    def _accept(self) -> None:
        if self._chosen is None:
            return
        try:
            due = self.picker.value()
            plan = Plan(
                due.date(),
                due.time(),
                str(self._clock.zone),
                int(self.a_day.value),
                Channel(self.channel.value),
                Objective(self.objective.value),
                self.subject.text(),
            )
            self._chosen(plan)
        except UserError as error:
            self.picker.set_error(str(error))
        else:
            self.close()
