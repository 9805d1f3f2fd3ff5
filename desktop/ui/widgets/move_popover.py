"""Postponing: another date for one follow-up or for several, and why, from the third time on."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.clock import Clock
from desktop.errors import UserError
from desktop.i18n import _, ngettext
from desktop.models.working_days import PLAIN, Calendar
from desktop.services.followups import needs_a_reason
from desktop.ui.widgets.due_picker import DuePicker
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.popover import Popover

Chosen = Callable[[datetime, str], object]


class MovePopover(Popover):
    """Another date, said in the line or by one click on a chip; ``chosen`` is given the wall clock and the reason."""

    def __init__(self, clock: Clock, parent: QWidget) -> None:
        super().__init__(_("Postpone"), parent)
        self._chosen: Chosen | None = None
        self.picker = DuePicker(clock)
        self.column.addWidget(self.picker)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(_("They are closing their accounts, nobody answers…"))
        self.reason_field = Field(_("Why once more"), self.reason)
        self.column.addWidget(self.reason_field)
        self.go = self.buttons(_("Postpone"), self._accept)
        self.picker.accepted.connect(self._accept)
        self.picker.chips.chosen.connect(self._day_chosen)
        self.reason.returnPressed.connect(self._accept)

    def open_for(
        self,
        anchor: QWidget,
        who: str,
        due_local: datetime,
        moves: int,
        chosen: Chosen,
        calendar: Calendar = PLAIN,
    ) -> None:
        """Ask for a date under ``anchor``; ``chosen`` may raise ``UserError``, shown under the date."""
        self._chosen = chosen
        self.heading.setText(_("Postpone: {who}").format(who=who))
        self.picker.set_calendar(calendar)
        self.picker.start_afresh()
        self.picker.set_value(datetime.combine(self.picker.value().date(), due_local.time()))
        self.reason.clear()
        self.reason_field.set_error("")
        self.reason_field.label.setText(
            ngettext(
                "Already postponed {count} time: why once more?",
                "Already postponed {count} times: why once more?",
                moves,
            ).format(count=moves)
        )
        self.reason_field.setVisible(needs_a_reason(moves))
        self.show_at(anchor, 380)
        self.picker.focus_line()

    def _day_chosen(self) -> None:
        if self.reason_field.isVisible() and not self.reason.text().strip():
            self.reason.setFocus()
        else:
            self._accept()

    def _accept(self) -> None:
        if self._chosen is None:
            return
        if self.reason_field.isVisible() and not self.reason.text().strip():
            self.reason_field.set_error(_("Say in a few words why it is moved once more."))
            self.reason.setFocus()
            return
        try:
            self._chosen(self.picker.value(), self.reason.text().strip())
        except UserError as error:
            self.picker.set_error(str(error))
        else:
            self.close()
