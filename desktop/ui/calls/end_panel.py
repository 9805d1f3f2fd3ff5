"""Before hanging up: say their words back, see what is unknown, fix the next step, or say why there is none."""

import uuid

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from desktop.clock import Clock
from desktop.errors import UserError
from desktop.i18n import _
from desktop.models.matrix import action
from desktop.services import absences, calls, followups, outcomes
from desktop.services.followups import NextStep
from desktop.services.grids import GridSheet
from desktop.ui.calls.heat_card import HeatCard
from desktop.ui.calls.recap_card import RecapCard
from desktop.ui.calls.running_call import RunningCall
from desktop.ui.calls.wording import inside
from desktop.ui.toasts import Banner
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import Divider, PlainLabel
from desktop.ui.widgets.next_step import NextStepForm, StepSetting

_TWO_COLUMNS_FROM = 900


class EndPanel(QScrollArea):
    """Asks to conclude (``concluded`` with a ``NextStep``), to give up (``given_up`` with a reason), or to leave.

    ``returned`` goes back to the call. What was filled in stays until another call is shown.
    """

    concluded = Signal(object, bool)
    """The ``NextStep``, and whether a proposal comes next."""
    given_up = Signal(str)
    left = Signal()
    returned = Signal()
    status_accepted = Signal()
    heat_chosen = Signal(str)
    sign_chosen = Signal(object, int)

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("call.end")
        self.setAccessibleName(_("End of the call"))
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._clock = clock
        self._call_id: uuid.UUID | None = None
        self._proposed_for: object = None
        self.banner = Banner()
        self.recap = RecapCard()
        self.heat = HeatCard()
        self.form = NextStepForm(clock)
        self.form.setObjectName("call.next_step")
        self.finish = Button(_("Finish"), "primary", keycap="Ctrl+Shift+Return")
        self.finish.setObjectName("call.finish")
        self.propose = Button(_("Finish and write the proposal"), "secondary", keycap="Ctrl+Shift+P")
        self.propose.setObjectName("call.finish_propose")
        self.no_proposal = PlainLabel("", "small", wrap=True)
        self.reason = QLineEdit()
        self.reason.setObjectName("call.no_follow_up_reason")
        self.reason.setPlaceholderText(_("No budget before 2028, already equipped…"))
        self.reason_field = Field(_("No follow-up, because…"), self.reason)
        self.give_up = Button(_("Conclude without follow-up"), "secondary")
        self.give_up.setObjectName("call.give_up")
        self.back = Button(_("Back to the call"), "quiet", keycap="Esc", icon_name="arrow-left")
        self.leave_button = Button(_("Leave without concluding"), "quiet", icon_name="log-out")
        self.leave_button.setObjectName("call.leave")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        step = Card(_("Next step, to fix before hanging up"), margins=(22, 18, 22, 18), spacing=12)
        step.body.addWidget(self.form)
        buttons = FlowLayout(spacing=10)
        buttons.addWidget(self.finish)
        buttons.addWidget(self.propose)
        step.body.addLayout(buttons)
        step.body.addWidget(self.no_proposal)
        without = Card(margins=(22, 14, 22, 16), spacing=8)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.reason_field, 1)
        row.addWidget(self.give_up, 0, Qt.AlignmentFlag.AlignBottom)
        without.body.addLayout(row)
        right = QVBoxLayout()
        right.setSpacing(14)
        right.addWidget(step)
        right.addWidget(without)
        right.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(14)
        left.addWidget(self.recap)
        left.addWidget(self.heat)
        left.addStretch(1)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(14)
        self._columns.addLayout(left, 1)
        self._columns.addLayout(right, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.back)
        foot.addStretch(1)
        foot.addWidget(self.leave_button)
        sheet = QWidget()
        sheet.setProperty("clear", True)
        column = QVBoxLayout(sheet)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(12)
        column.addWidget(self.banner)
        column.addLayout(self._columns)
        column.addStretch(1)
        column.addWidget(Divider())
        column.addLayout(foot)
        self.setWidget(sheet)

    def _connect(self) -> None:
        self.form.submitted.connect(self.conclude)
        self.form.changed.connect(lambda: self.form.set_error(""))
        self.finish.clicked.connect(lambda: self.conclude())
        self.propose.clicked.connect(lambda: self.conclude_and_propose())
        self.give_up.clicked.connect(lambda: self._give_up())
        self.reason.returnPressed.connect(self._give_up)
        self.back.clicked.connect(lambda: self.returned.emit())
        self.leave_button.clicked.connect(lambda: self.left.emit())
        self.recap.status_accepted.connect(self.status_accepted)
        self.heat.heat_chosen.connect(self.heat_chosen)
        self.heat.sign_chosen.connect(self.sign_chosen)

    def show_call(self, call: RunningCall, status_words: str, status_button: str) -> None:
        """Show where a call has got to. The next step is proposed anew when the matrix says something else."""
        self.banner.clear()
        self.reason_field.set_error("")
        self.recap.show_call(call, status_words, status_button)
        self.heat.show_feeling(call.feelings.feeling())
        self._show_proposal(call.sheet)
        fixed = call.ask(followups.of_call, call.call_id)
        if call.call_id != self._call_id:
            self._call_id, self._proposed_for = call.call_id, None
            self.reason.clear()
            self.form.set_setting(StepSetting(call.ask(absences.calendar), call.ask(outcomes.offered_contents)))
        proposed_for = (call.sheet.cell, call.sheet.standing.to_complete, fixed)
        if proposed_for != self._proposed_for:
            self._proposed_for = proposed_for
            self.form.set_value(fixed or self._proposed_step(call))

    def _proposed_step(self, call: RunningCall) -> NextStep:
        contact = call.outline.contact
        return calls.proposed_step(
            call.sheet,
            today=self._clock.today(),
            zone=self._clock.zone.key,
            contact_id=contact.id if contact else None,
            worked=call.ask(absences.calendar),
        )

    def _show_proposal(self, sheet: GridSheet) -> None:
        """No price for those who are not ready: the reason stands beside the button that it disables."""
        cell = sheet.cell
        kind = cell.proposal if cell else "none"
        self.propose.set_text(
            _("Finish and write the pre-proposal") if kind == "preproposal" else _("Finish and write the proposal")
        )
        self.propose.setEnabled(kind != "none")
        if kind == "full":
            self.no_proposal.setText("")
        elif cell is None:
            self.no_proposal.setText(_("No proposal yet: say first how ready to act they are."))
        elif kind == "preproposal":
            self.no_proposal.setText(
                _("A pre-proposal, without a firm price: {action}.").format(action=inside(action(cell)))
            )
        else:
            self.no_proposal.setText(_("No proposal at this stage: {action}.").format(action=inside(action(cell))))
        self.no_proposal.setVisible(bool(self.no_proposal.text()))

    def conclude(self) -> None:
        """Ask to end with the next step of the form."""
        self._conclude(proposing=False)

    def conclude_and_propose(self) -> None:
        """The same, then on to the proposal, where the matrix allows one."""
        if self.propose.isEnabled():
            self._conclude(proposing=True)

    def _conclude(self, *, proposing: bool) -> None:
        try:
            step = self.form.value()
        except UserError as error:
            self.form.set_error(str(error))
        else:
            self.concluded.emit(step, proposing)

    def _give_up(self) -> None:
        if self.reason.text().strip():
            self.given_up.emit(self.reason.text())
            return
        self.reason_field.set_error(_("Say in a few words why there is no next step."))
        self.reason.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.returned.emit()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= _TWO_COLUMNS_FROM
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(direction)
