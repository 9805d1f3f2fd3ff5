"""The next step of a prospect, which is visible everywhere the prospect is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from desktop.i18n import _
from desktop.models.followup_kinds import channel_label, objective_label
from desktop.models.followups import FollowUp
from desktop.ui.prospects import words
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.labels import PlainLabel
from desktop.ui.workspace import Workspace


class NextStepCard(Card):
    """When, how, to what end, and what to do with it. ``asked``: ``done``, ``move``, ``change`` or ``plan``."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__(_("Next step"), " ", spacing=6)
        self.when = PlainLabel("", "strong", wrap=True)
        self.how = PlainLabel("", "muted", wrap=True)
        self.subject = PlainLabel("", "body", wrap=True)
        for label in (self.when, self.subject, self.how):
            self.body.addWidget(label)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.done = Button(_("Done"), icon_name="check")
        self.move_it = Button(_("Move"), icon_name="calendar-clock")
        self.change = Button(_("Change"), icon_name="pencil")
        self.plan = Button(_("Fix the next step"), icon_name="plus")
        for button, what in ((self.done, "done"), (self.move_it, "move"), (self.change, "change"), (self.plan, "plan")):
            button.clicked.connect(lambda _checked=False, what=what: self.asked.emit(what))
            row.addWidget(button)
        row.addStretch(1)
        self.body.addLayout(row)

    def show_step(self, step: FollowUp | None, workspace: Workspace) -> None:
        """Show the earliest open follow-up, or that there is none."""
        for button in (self.done, self.move_it, self.change):
            button.setVisible(step is not None)
        for label in (self.how, self.subject):
            label.setVisible(step is not None)
        self.plan.setVisible(step is None)
        self.set_note("")
        if step is None:
            self.when.setText(_("No next step: nothing will remind you of this prospect."))
            self.when.set_kind("warn")
            return
        late = step.due_local.date() < workspace.clock.today()
        self.when.set_kind("danger" if late else "strong")
        when = words.due_in_full(step.due_local)
        self.when.setText(_("{date}, late").format(date=when) if late else when)
        self.how.setText(f"{channel_label(step.channel)} · {objective_label(step.objective)}")
        self.subject.setText(step.subject)
        self.subject.setVisible(bool(step.subject))
