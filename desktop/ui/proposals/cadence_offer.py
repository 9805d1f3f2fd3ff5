"""Once a proposal was handed over, the series that follows it up is offered; once it was answered, to stop it is."""

import uuid

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.i18n import _, current
from desktop.models.proposals import ProposalState
from desktop.services import cadence_runs, cadences, followups, row_changes
from desktop.services.proposal_sheet import ProposalSheet
from desktop.services.row_changes import Changes
from desktop.ui.proposals.desk import Desk
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cadence_picker import CadencePicker
from desktop.ui.widgets.followup_acts import FollowUpActs
from desktop.ui.widgets.labels import PlainLabel, Sign

AFTER_PROPOSAL = "after-proposal"
_OVER = (ProposalState.ACCEPTED, ProposalState.REFUSED)


class CadenceOffer(QWidget):
    """Hidden until there is something to follow up."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._acts = FollowUpActs(desk.workspace, desk.stack, lambda sentence, _undo: desk.said.emit(sentence))
        self._sheet: ProposalSheet | None = None
        self._run_id: uuid.UUID | None = None
        self.picker: CadencePicker | None = None
        self.words = PlainLabel("", "body", wrap=True)
        self.button = Button(
            _("Choose and start…"), "secondary", name=_("Start a cadence for this proposal"), small=True
        )
        self.button.clicked.connect(self.ask)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(Sign("refresh-cw", "accent", 16))
        row.addWidget(self.words, 1)
        self.stop_button = Button(_("Stop it"), "secondary", name=_("Stop the cadence of this proposal"), small=True)
        self.stop_button.clicked.connect(self.stop)
        row.addWidget(self.button)
        row.addWidget(self.stop_button)
        self.hide()

    def show_sheet(self, sheet: ProposalSheet) -> None:
        """Say what can be started, or what is under way."""
        self._sheet = sheet
        workspace, proposal = self._desk.workspace, sheet.proposal
        run = workspace.ask(cadence_runs.under_way, sheet.prospect.id)
        ours = run is not None and run.proposal_id == proposal.id
        self._run_id = run.id if run is not None and ours else None
        handed_over = sheet.exported_at is not None or proposal.state is ProposalState.SENT
        self.setVisible(ours or (handed_over and proposal.state not in _OVER))
        self.button.setVisible(not ours)
        self.stop_button.setVisible(ours and proposal.state in _OVER)
        if ours and run is not None:
            words = _("Cadence “{cadence}”: {progress}")
            name = cadence_runs.cadence_of(run).name
            self.words.setText(words.format(cadence=name, progress=cadence_runs.told(run, workspace.clock.zone)))
            return
        offered = workspace.ask(cadences.find, AFTER_PROPOSAL, current().code)
        said = f"{offered.name} · {offered.about}" if offered else _("A series of follow-ups, each with its day.")
        self.words.setText(said)

    def ask(self) -> None:
        """Which one, and on what days it would fall."""
        if self._sheet is None:
            return
        if self.picker is None:
            self.picker = CadencePicker(self._desk.workspace, self._acts, self.window())
        prospect, proposal = self._sheet.prospect, self._sheet.proposal
        self.picker.open_for(
            self.button, (prospect.id,), prospect.name, key=AFTER_PROPOSAL, origin="proposal", proposal_id=proposal.id
        )

    def stop(self) -> None:
        """It was answered: nothing of the series is left to do. Undone, it goes on where it was."""
        workspace, run_id, done = self._desk.workspace, self._run_id, list[Changes]()
        if run_id is None:
            return

        def do() -> None:
            if done:
                workspace.do(followups.redo, done[0])
            else:
                done.append(self._desk.save(row_changes.recorded, cadence_runs.stop, run_id)[1])

        self._acts.act(_("Cadence stopped"), do, lambda: workspace.do(followups.undo, done[0]))
