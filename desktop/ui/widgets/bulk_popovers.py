"""What is asked of several follow-ups at once: what became of them, or when."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.clock import Clock
from desktop.errors import UserError
from desktop.i18n import _, ngettext, pgettext
from desktop.models.followup_kinds import Outcome, outcome_label
from desktop.models.working_days import PLAIN, Calendar
from desktop.services.followup_bulk import TOGETHER
from desktop.services.followups import needs_a_reason
from desktop.ui.digits import digit_of
from desktop.ui.widgets.choice_chips import ChoiceChips
from desktop.ui.widgets.due_picker import DuePicker
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.labels import PlainLabel
from desktop.ui.widgets.popover import Popover

_A_DAY = ("0", "5", "10", "20")


@dataclass(frozen=True)
class Spread:
    """All at ``due``, or ``a_day`` a working day from its day on (0: all together)."""

    due: datetime
    a_day: int
    reason: str


class BulkOutcomePopover(Popover):
    """A digit says what became of all of them; each gets the next step that it calls for."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_("What became of them"), parent)
        self._chosen: Callable[[Outcome], object] | None = None
        self.outcome = ChoiceChips(
            _("Outcome"), [(each.value, outcome_label(each)) for each in TOGETHER], numbered=True
        )
        self.column.addWidget(self.outcome)
        note = _("Each gets the next step that this calls for. A sale and a loss are told one by one.")
        self.column.addWidget(PlainLabel(note, "small", wrap=True))
        self.error = PlainLabel("", "danger", wrap=True)
        self.error.hide()
        self.column.addWidget(self.error)
        self.go = self.buttons(_("Done, and plan"), self._accept)

    def open_for(self, anchor: QWidget, count: int, chosen: Callable[[Outcome], object]) -> None:
        """Ask under ``anchor`` about ``count`` of them."""
        self._chosen = chosen
        words = ngettext("What became of {count} follow-up", "What became of {count} follow-ups", count)
        self.heading.setText(words.format(count=count))
        self.show_at(anchor, 380)
        self.outcome.chip(Outcome.REACHED).setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = digit_of(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.outcome.isAncestorOf(
            self.focusWidget() or self
        ):
            self._accept()
        elif number is None or not self.outcome.choose_number(number):
            super().keyPressEvent(event)

    def _accept(self) -> None:
        if self._chosen is None:
            return
        try:
            if not self.outcome.value:
                raise UserError(_("Say first what became of them: a digit is enough."))
            self._chosen(Outcome(self.outcome.value))
        except UserError as error:
            self.error.setText(str(error))
            self.error.show()
        else:
            self.close()


class BulkMovePopover(Popover):
    """The same date for all, or so many a working day from it on; a reason when one was moved often already."""

    def __init__(self, clock: Clock, parent: QWidget) -> None:
        super().__init__(_("Postpone"), parent)
        self._chosen: Callable[[Spread], object] | None = None
        self.picker = DuePicker(clock)
        self.picker.accepted.connect(self._accept)
        self.column.addWidget(self.picker)
        names = [(key, _("{count} a day").format(count=key) if key != "0" else _("All that day")) for key in _A_DAY]
        self.a_day = ChoiceChips(pgettext("follow-ups", "Spread"), names)
        self.column.addWidget(Field(pgettext("follow-ups", "Spread"), self.a_day))
        self.reason = QLineEdit()
        self.reason.returnPressed.connect(self._accept)
        self.reason_field = Field(_("Why once more"), self.reason)
        self.column.addWidget(self.reason_field)
        self.go = self.buttons(_("Postpone"), self._accept)

    def open_for(
        self,
        anchor: QWidget,
        count: int,
        moves: int,
        chosen: Callable[[Spread], object],
        calendar: Calendar = PLAIN,
    ) -> None:
        """Ask under ``anchor``; ``moves`` is how often the one moved most was."""
        self._chosen = chosen
        words = ngettext("Postpone {count} follow-up", "Postpone {count} follow-ups", count)
        self.heading.setText(words.format(count=count))
        self.picker.set_calendar(calendar)
        self.picker.start_afresh()
        self.a_day.set_value(_A_DAY[0])
        self.reason_field.setVisible(needs_a_reason(moves))
        self.show_at(anchor, 400)
        self.picker.focus_line()

    def _accept(self) -> None:
        if self._chosen is None:
            return
        try:
            self._chosen(Spread(self.picker.value(), int(self.a_day.value), self.reason.text().strip()))
        except UserError as error:
            self.picker.set_error(str(error))
        else:
            self.close()
