"""The next step as a rep says it: when, by which channel, to what end. The same form wherever one is fixed."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QVBoxLayout, QWidget

from desktop.clock import Clock
from desktop.i18n import _
from desktop.models.followup_kinds import Channel, Objective, channel_label, objective_hint, objective_label
from desktop.models.working_days import PLAIN, Calendar
from desktop.services.followups import NextStep
from desktop.ui.widgets.chips import SegmentedControl
from desktop.ui.widgets.choice_chips import ChoiceChips
from desktop.ui.widgets.due_picker import DuePicker
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.labels import PlainLabel


@dataclass(frozen=True)
class StepSetting:
    """What a form knows before it is filled in: the days worked, and what could be brought (proofs, contents)."""

    calendar: Calendar = PLAIN
    offered: Sequence[str] = ()


class NextStepForm(QWidget):
    """When, by which channel, to what end, about what, and what it brings. Shows and gives a ``NextStep``.

    Saves nothing: ``submitted`` is emitted by Enter in a line or in the date, and the owner saves.
    """

    changed = Signal()
    edited = Signal()
    """The rep changed something; ``changed`` is also emitted when the program does."""
    submitted = Signal()

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._kept: tuple[str, uuid.UUID | None, uuid.UUID | None, int | None] = (clock.zone.key, None, None, None)
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
        self.brings = QLineEdit()
        self.brings.setPlaceholderText(_("A customer case, a figure, a piece of advice…"))
        self._offered = QStringListModel(self)
        self.brings.setCompleter(_completer(self._offered, self))
        column.addWidget(Field(_("What it brings them"), self.brings))
        self._connect()
        self.start_afresh()

    def _connect(self) -> None:
        self.due.changed.connect(self.changed)
        self.due.edited.connect(self.edited)
        self.due.accepted.connect(self.submitted)
        self.edited.connect(self.changed)
        self.channel.chosen.connect(lambda _key: self.edited.emit())
        self.objective.chosen.connect(self._objective_chosen)
        for line in (self.subject, self.brings):
            line.textEdited.connect(lambda _text: self.edited.emit())
            line.returnPressed.connect(self.submitted)

    def set_setting(self, setting: StepSetting) -> None:
        """The days on which the rep works, and what could be brought."""
        self.due.set_calendar(setting.calendar)
        self._offered.setStringList(list(setting.offered))

    def start_afresh(self) -> None:
        """Propose a validation by phone on the next working day."""
        self.due.start_afresh()
        self._kept = (self._clock.zone.key, None, None, None)
        self.channel.set_value(Channel.PHONE)
        self._show_objective(Objective.VALIDATION)
        self.subject.clear()
        self.brings.clear()

    def value(self) -> NextStep:
        """What is on the screen. ``UserError`` when the date cannot be read; a past one is refused by the service."""
        zone, contact_id, run_id, run_step = self._kept
        return NextStep(
            due_local=self.due.value(),
            zone=zone,
            channel=Channel(self.channel.value),
            objective=Objective(self.objective.value),
            subject=self.subject.text().strip(),
            contact_id=contact_id,
            brings=self.brings.text().strip(),
            cadence_run_id=run_id,
            cadence_step=run_step,
        )

    def set_value(self, step: NextStep) -> None:
        """Show a next step; its zone, its contact and its cadence come back in ``value()``."""
        self.due.set_value(step.due_local)
        self._kept = (step.zone, step.contact_id, step.cadence_run_id, step.cadence_step)
        self.channel.set_value(step.channel)
        self._show_objective(step.objective)
        self.subject.setText(step.subject)
        self.brings.setText(step.brings)

    def set_error(self, sentence: str) -> None:
        """Say under the date what the service refused, or "" to take it back."""
        self.due.set_error(sentence)

    def focus_first(self) -> None:
        """Put the keyboard on the line where the date is said."""
        self.due.focus_line()

    def _objective_chosen(self, key: str) -> None:
        self._show_objective(Objective(key))
        self.edited.emit()

    def _show_objective(self, objective: Objective) -> None:
        self.objective.set_value(objective)
        self._hint.setText(objective_hint(objective))


def _completer(offered: QStringListModel, parent: QWidget) -> QCompleter:
    completer = QCompleter(offered, parent)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    return completer
