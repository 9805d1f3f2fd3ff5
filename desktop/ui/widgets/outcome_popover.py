"""What became of a follow-up, in two keys: a digit says it, Enter plans the next step that stands under it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.clock import Clock
from desktop.errors import UserError
from desktop.i18n import _
from desktop.models.followup_kinds import ANSWERS, Outcome, outcome_label
from desktop.models.pressure import Gauge
from desktop.models.statuses import LossKind, loss_label
from desktop.models.working_days import PLAIN
from desktop.services.followups import NextStep
from desktop.services.pressure import instead_of
from desktop.ui.digits import digit_of
from desktop.ui.widgets.choice_chips import ChoiceChips
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.labels import Divider, PlainLabel
from desktop.ui.widgets.next_step import NextStepForm, StepSetting
from desktop.ui.widgets.popover import Popover
from desktop.ui.widgets.pressure_gauge import PressureGauge


@dataclass(frozen=True)
class Told:
    """What the rep said became of it, and what comes next."""

    outcome: Outcome
    next_step: NextStep | None
    note: str = ""
    loss: LossKind | None = None
    reason: str = ""


Propose = Callable[[Outcome], NextStep | None]


class OutcomePopover(Popover):
    """``propose`` gives the next step that an outcome calls for; ``chosen`` is given what was ``Told``."""

    def __init__(self, clock: Clock, parent: QWidget) -> None:
        super().__init__(_("What became of it"), parent)
        self._propose: Propose | None = None
        self._chosen: Callable[[Told], object] | None = None
        self._changed = False
        self._gauge: Gauge | None = None
        self._worked = PLAIN
        names = [(each.value, outcome_label(each)) for each in Outcome]
        self.outcome = ChoiceChips(_("Outcome"), names, numbered=True)
        self.outcome.chosen.connect(self._outcome_chosen)
        self.column.addWidget(self.outcome)
        self.note = QLineEdit()
        self.note.setPlaceholderText(_("What was said, in a few words"))
        self.note.setAccessibleName(_("Note"))
        self.note.returnPressed.connect(self._accept)
        self.column.addWidget(self.note)
        self.error = PlainLabel("", "danger", wrap=True)
        self.error.hide()
        self.column.addWidget(self.error)
        self._make_loss()
        self._make_next(clock)
        self.go = self.buttons(_("Done"), self._accept)

    def _make_loss(self) -> None:
        self.lost = QWidget()
        column = QVBoxLayout(self.lost)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self.reason = QLineEdit()
        kinds = [(each.value, loss_label(each)) for each in LossKind]
        self.loss = ChoiceChips(_("Lost for"), kinds, numbered=True)
        self.loss.chosen.connect(lambda _key: self.reason.setFocus(Qt.FocusReason.TabFocusReason))
        column.addWidget(Field(_("Lost for"), self.loss))
        self.reason.setPlaceholderText(_("In their words, if you can"))
        self.reason.returnPressed.connect(self._accept)
        column.addWidget(Field(_("Why"), self.reason))
        self.lost.hide()
        self.column.addWidget(self.lost)

    def _make_next(self, clock: Clock) -> None:
        self.next = QWidget()
        column = QVBoxLayout(self.next)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(Divider())
        self.why = PlainLabel("", "strong", wrap=True)
        column.addWidget(self.why)
        self.gauge = PressureGauge()
        self.gauge.chosen.connect(self._take_alternative)
        column.addWidget(self.gauge)
        self.form = NextStepForm(clock)
        self.form.submitted.connect(self._accept)
        self.form.edited.connect(self._form_edited)
        column.addWidget(self.form)
        self.next.hide()
        self.column.addWidget(self.next)

    def open_for(
        self,
        anchor: QWidget,
        who: str,
        propose: Propose,
        chosen: Callable[[Told], object],
        setting: StepSetting | None = None,
        gauge: Gauge | None = None,
    ) -> None:
        """Ask under ``anchor``; ``chosen`` may raise ``UserError``, shown where it belongs.

        A ``gauge`` that is over its line is shown with the next step of who did not answer.
        """
        self._propose, self._chosen, self._changed = propose, chosen, False
        self.heading.setText(_("Done: {who}").format(who=who))
        self._gauge = gauge if gauge is not None and gauge.over else None
        if self._gauge is not None:
            self.gauge.show_gauge(self._gauge)
        if setting is not None:
            self._worked = setting.calendar
            self.form.set_setting(setting)
        self.form.start_afresh()
        self.outcome.set_value("")
        self.loss.set_value("")
        for line in (self.note, self.reason):
            line.clear()
        self.error.hide()
        self.lost.hide()
        self.next.hide()
        self.show_at(anchor, 440)
        self.outcome.chip(Outcome.REACHED).setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit says what became of it, then what it was lost for; in a text it is a digit."""
        number, focused = digit_of(event), self._focused()
        chips = self.loss if self.loss.isAncestorOf(focused) else self.outcome
        # A text accepts by itself, and hands its Enter on to here.
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and chips.isAncestorOf(focused):
            self._accept()
        elif number is None or isinstance(focused, QLineEdit) or not chips.choose_number(number):
            super().keyPressEvent(event)

    def _focused(self) -> QWidget:
        return self.focusWidget() or self

    def _outcome_chosen(self, key: str) -> None:
        outcome = Outcome(key)
        self.error.hide()
        self.lost.setVisible(outcome is Outcome.LOST)
        step = self._propose(outcome) if self._propose is not None else None
        self.next.setVisible(outcome is not Outcome.LOST)
        if outcome is Outcome.LOST:
            self.loss.chip(LossKind.PRICE).setFocus(Qt.FocusReason.TabFocusReason)
        elif step is not None and not self._changed:
            self.form.set_value(step)
        self.gauge.setVisible(self._gauge is not None and outcome not in ANSWERS)
        self.why.setText(_("They become a client. Next step") if outcome is Outcome.WON else _("Next step"))
        self.go.set_text(_("Close as lost") if outcome is Outcome.LOST else _("Done, and plan"))

    def _take_alternative(self, alternative: str) -> None:
        """The next step becomes what is better than one more reminder: planned by Enter like any other."""
        if self._gauge is None:
            return
        try:
            step = instead_of(self.form.value(), alternative, self._gauge, self._worked)
        except UserError as error:
            self._say(str(error))
            return
        self.form.set_value(step)
        self._changed = True
        self.go.setFocus(Qt.FocusReason.OtherFocusReason)

    def _form_edited(self) -> None:
        """What the rep changed stays, whatever outcome is chosen afterwards."""
        self._changed = True

    def _accept(self) -> None:
        if self._chosen is None:
            return
        try:
            self._chosen(self._told())
        except UserError as error:
            self._say(str(error))
        else:
            self.close()

    def _told(self) -> Told:
        if not self.outcome.value:
            raise UserError(_("Say first what became of it: a digit is enough."))
        outcome, note = Outcome(self.outcome.value), self.note.text().strip()
        if outcome is not Outcome.LOST:
            return Told(outcome, self.form.value(), note)
        if not self.loss.value:
            raise UserError(_("Choose what it was lost for: losses are counted by it."))
        return Told(outcome, None, note, LossKind(self.loss.value), self.reason.text().strip())

    def _say(self, sentence: str) -> None:
        if self.next.isVisible():
            self.form.set_error(sentence)
        else:
            self.error.setText(sentence)
            self.error.show()
