"""The next step of a prospect, which is visible everywhere the prospect is, and the series that it is part of."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.i18n import _, current
from desktop.models.cadence_runs import CadenceRun, RunState
from desktop.models.followup_kinds import channel_label, objective_label
from desktop.models.followups import FollowUp
from desktop.models.pressure import Gauge
from desktop.services.cadence_runs import cadence_of, told
from desktop.ui.prospects import words
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import Divider, PlainLabel
from desktop.ui.widgets.pressure_gauge import PressureGauge
from desktop.ui.workspace import Workspace


class NextStepCard(Card):
    """When, how, to what end, and what to do with it.

    ``asked``: ``done``, ``move``, ``snooze``, ``change``, ``draft``, ``plan``, ``cadence``; of the series under way,
    ``pause``, ``resume`` and ``stop``.
    """

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__(_("Next step"), " ", spacing=6)
        self.when = PlainLabel("", "strong", wrap=True)
        self.how = PlainLabel("", "muted", wrap=True)
        self.subject = PlainLabel("", "body", wrap=True)
        self.brings = PlainLabel("", "muted", wrap=True)
        for label in (self.when, self.subject, self.how, self.brings):
            self.body.addWidget(label)
        self.done = Button(_("Done"), icon_name="check")
        self.move_it = Button(_("Move"), icon_name="calendar-clock")
        self.snooze = Button(_("Later"), "quiet", icon_name="bell")
        self.snooze.setToolTip(_("Remind me later; the date stays"))
        self.change = Button(_("Change"), "quiet", icon_name="pencil")
        self.draft = Button(_("Draft a message"), "quiet", icon_name="mail")
        self.plan = Button(_("Fix the next step"), icon_name="plus")
        self.cadence = Button(_("Start a cadence"), "quiet", icon_name="list-checks")
        row = FlowLayout(spacing=8)
        for button, what in (
            (self.done, "done"),
            (self.move_it, "move"),
            (self.snooze, "snooze"),
            (self.draft, "draft"),
            (self.change, "change"),
            (self.plan, "plan"),
            (self.cadence, "cadence"),
        ):
            button.clicked.connect(lambda _checked=False, what=what: self.asked.emit(what))
            row.addWidget(button)
        self.body.addLayout(row)
        self.series = SeriesLine()
        self.series.asked.connect(self.asked)
        self.body.addWidget(self.series)
        self.gauge = PressureGauge()
        self.body.addWidget(self.gauge)

    def show_step(
        self, step: FollowUp | None, run: CadenceRun | None, gauge: Gauge, workspace: Workspace, *, active: bool
    ) -> None:
        """Show the open follow-up, or that there is none; one that left the path (not ``active``) needs none."""
        for button in (self.done, self.move_it, self.snooze, self.change, self.draft):
            button.setVisible(step is not None)
        self.plan.setVisible(step is None)
        self.cadence.setVisible(run is None and active)
        self.series.show_run(run, workspace)
        self.gauge.show_gauge(gauge)
        self.gauge.setVisible(active and gauge.level > 0)
        for label in (self.how, self.subject, self.brings):
            label.setVisible(step is not None)
        self.set_note("")
        if step is None:
            nothing = _("No next step: nothing will remind you of this prospect.")
            self.when.setText(nothing if active else _("No next step: they left the path."))
            self.when.set_kind("warn" if active else "muted")
            return
        self._show_due(step, workspace)
        self.how.setText(f"{channel_label(step.channel)} · {objective_label(step.objective)}")
        self.subject.setText(step.subject)
        self.subject.setVisible(bool(step.subject))
        self.brings.setText(_("Brings: {what}").format(what=step.brings))
        self.brings.setVisible(bool(step.brings))

    def _show_due(self, step: FollowUp, workspace: Workspace) -> None:
        late = step.due_local.date() < workspace.clock.today()
        self.when.set_kind("danger" if late else "strong")
        when = words.due_in_full(step.due_local)
        if late:
            when = _("{date}, late").format(date=when)
        if step.snoozed_until is not None and step.snoozed_until > workspace.clock.now():
            at = step.snoozed_until.astimezone(workspace.clock.zone)
            again = f"{current().date(at.date(), 'weekday')}, {current().time(at)}"
            when = _("{date}; will ring again {moment}").format(date=when, moment=again)
        self.when.setText(when)


class SeriesLine(QWidget):
    """The series under way: its name, how far it has come, and what the rep may make of it. Hidden without one."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.name = PlainLabel("", "medium", wrap=True)
        self.progress = PlainLabel("", "small", wrap=True)
        self.pause = Button(_("Pause"), "quiet")
        self.resume = Button(_("Resume"), "quiet", icon_name="play")
        self.stop = Button(_("Stop"), "quiet", icon_name="circle-stop")
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self.name)
        texts.addWidget(self.progress)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addLayout(texts, 1)
        for button, what in ((self.pause, "pause"), (self.resume, "resume"), (self.stop, "stop")):
            button.clicked.connect(lambda _checked=False, what=what: self.asked.emit(what))
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(8)
        column.addWidget(Divider())
        column.addLayout(row)

    def show_run(self, run: CadenceRun | None, workspace: Workspace) -> None:
        """Show a series, or nothing."""
        self.setVisible(run is not None)
        if run is None:
            return
        name = cadence_of(run).name
        self.name.setText(name)
        self.progress.setText(told(run, workspace.clock.zone))
        running = run.state is RunState.RUNNING
        self.pause.setVisible(running)
        self.resume.setVisible(not running)
        for button, words_ in ((self.pause, _("Pause")), (self.resume, _("Resume")), (self.stop, _("Stop"))):
            button.setAccessibleName(f"{words_} · {name}")
