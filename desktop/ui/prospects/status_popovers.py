"""What is asked before a status is taken: one line against the facts, a day to wake up, a kind of loss."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.clock import Clock
from desktop.errors import UserError
from desktop.i18n import _, current
from desktop.models.statuses import LossKind, Status, loss_label, status_label
from desktop.services.status_moves import wake_day
from desktop.ui.digits import digit_of
from desktop.ui.widgets.choice_chips import ChoiceChips
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.labels import PlainLabel
from desktop.ui.widgets.popover import Popover

_WIDTH = 380


@dataclass(frozen=True)
class Decision:
    """A status and why; for a loss its kind, for one set aside the day to wake up."""

    status: Status
    reason: str = ""
    loss: LossKind | None = None
    wake_on: date | None = None


Chosen = Callable[[Decision], object]


class StatusPopover(Popover):
    """One form for the three: what a status does not ask for is hidden. ``chosen`` may raise ``UserError``."""

    def __init__(self, clock: Clock, parent: QWidget) -> None:
        super().__init__(_("Reason"), parent)
        self._clock = clock
        self._chosen: Chosen | None = None
        self._status = Status.LEAD
        self.why = PlainLabel("", "muted", wrap=True)
        self.column.addWidget(self.why)
        kinds = [(kind.value, loss_label(kind)) for kind in LossKind]
        self.loss = ChoiceChips(_("Lost for"), kinds, numbered=True)
        self.loss.chosen.connect(lambda _key: self._loss_chosen())
        self.losses = Field(_("Lost for"), self.loss)
        self.column.addWidget(self.losses)
        self.counts = PlainLabel("", "small", wrap=True)
        self.column.addWidget(self.counts)
        self.reason = QLineEdit()
        self.field = Field(_("Reason"), self.reason)
        self.column.addWidget(self.field)
        self.wake = QLineEdit()
        self.wake.setPlaceholderText(_("in 3 months, March, 15/03…"))
        self.wake_field = Field(_("Look at it again, if you wish"), self.wake)
        self.column.addWidget(self.wake_field)
        self.day = PlainLabel("", "small", wrap=True)
        self.column.addWidget(self.day)
        self.go = self.buttons(_("Confirm"), self._accept)
        for line in (self.reason, self.wake):
            line.returnPressed.connect(self._accept)
        self.wake.textEdited.connect(self._say_day)

    def open_for(
        self,
        anchor: QWidget,
        status: Status,
        suggested: Status,
        losses: Sequence[tuple[LossKind, int]],
        chosen: Chosen,
    ) -> None:
        """Ask under ``anchor`` what ``status`` needs; ``suggested`` is what the facts say, ``losses`` those so far."""
        self._chosen, self._status = chosen, status
        self.heading.setText(_("Move to: {status}").format(status=status_label(status)))
        lost, shelved = status is Status.LOST, status is Status.SHELVED
        self.why.setText(_against(suggested))
        self.why.setVisible(not lost and not shelved)
        self.losses.setVisible(lost)
        self.losses.set_error("")
        self.loss.set_value("")
        self.counts.setText(_so_far(losses))
        self.counts.setVisible(lost and bool(losses))
        self.reason.clear()
        self.reason.setPlaceholderText(_hint(status))
        self.field.set_error("")
        self.wake.clear()
        self._say_day("")
        self.wake_field.setVisible(shelved)
        self.show_at(anchor, _WIDTH)
        first = self.loss.chip(LossKind.PRICE) if lost else self.reason
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit chooses the kind of loss; in a text it is a digit."""
        number = digit_of(event)
        if self.losses.isVisible() and number is not None and self.loss.choose_number(number):
            return
        super().keyPressEvent(event)

    def _loss_chosen(self) -> None:
        self.losses.set_error("")
        self.reason.setFocus(Qt.FocusReason.TabFocusReason)

    def _say_day(self, text: str) -> None:
        """The day as it is understood, while it is typed."""
        try:
            day = wake_day(text, self._clock.now(), current().code)
        except UserError:
            day = None
        self.wake_field.set_error("")
        self.day.setText(current().date(day, "full") if day else "")
        self.day.setVisible(day is not None)

    def _accept(self) -> None:
        reason, lost = self.reason.text().strip(), self._status is Status.LOST
        if lost and not self.loss.value:
            self.losses.set_error(_("Choose what it was lost for: losses are counted by it."))
            return
        if not reason:
            self.field.set_error(_("Say in a few words why: it is what you will learn from."))
            self.reason.setFocus(Qt.FocusReason.TabFocusReason)
            return
        if self._chosen is None:
            return
        try:
            shelved = self._status is Status.SHELVED
            wake_on = wake_day(self.wake.text(), self._clock.now(), current().code) if shelved else None
        except UserError as error:
            self.wake_field.set_error(str(error))
            return
        try:
            self._chosen(Decision(self._status, reason, LossKind(self.loss.value) if lost else None, wake_on))
        except UserError as error:
            self.field.set_error(str(error))
        else:
            self.close()


def _against(suggested: Status) -> str:
    words = _("The facts say “{status}”. Your line is kept with what was suggested.")
    return words.format(status=status_label(suggested).lower())


def _hint(status: Status) -> str:
    return {
        Status.LOST: _("In their words, if you can"),
        Status.SHELVED: _("Off target, no project, closed…"),
    }.get(status, _("What you know that the grid does not"))


def _so_far(losses: Sequence[tuple[LossKind, int]]) -> str:
    """``Perdus jusqu’ici : prix 4, pas de décision 2``."""
    parts = ", ".join(f"{loss_label(kind).lower()} {count}" for kind, count in losses)
    return _("Lost so far: {counts}").format(counts=parts)
