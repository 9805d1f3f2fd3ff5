"""The card "What became of it": the state, its story in words, and the follow-up it calls for, offered."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from desktop.errors import UserError
from desktop.i18n import _, pgettext
from desktop.models.proposal_states import state_label
from desktop.models.proposals import ProposalState
from desktop.services import followups, proposal_states, row_changes
from desktop.services.proposal_followups import Suggestion, offered
from desktop.services.proposal_sheet import ProposalSheet
from desktop.ui.actions import Action
from desktop.ui.proposals.cadence_offer import CadenceOffer
from desktop.ui.proposals.desk import Desk
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.chips import SegmentedControl
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.labels import PlainLabel, Sign
from desktop.ui.widgets.proposal_state import StateChip


class StateCard(Card):
    """Each state is an act that can be undone; a refusal asks for its reason first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("What became of it"), " ", spacing=10)
        self._desk = desk
        self._sheet: ProposalSheet | None = None
        self.suggested: Suggestion | None = None
        self.chip = StateChip()
        self.add_to_header(self.chip)
        states = [(state.value, state_label(state)) for state in ProposalState]
        self.state = SegmentedControl(_("State"), states)
        self.state.chosen.connect(lambda value: self.choose(ProposalState(value)))
        self._make_reason()
        self._make_suggestion()
        self._story = QVBoxLayout()
        self._story.setSpacing(2)
        row = QHBoxLayout()
        row.addWidget(self.state)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addWidget(self.refusal)
        self.cadence = CadenceOffer(desk)
        self.body.addWidget(self.suggestion)
        self.body.addWidget(self.cadence)
        self.body.addLayout(self._story)

    def _make_reason(self) -> None:
        self.refusal = QWidget()
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(_("Price, timing, chosen competitor…"))
        self.reason_field = Field(_("Why it was refused"), self.reason)
        self.refuse = Button(state_label(ProposalState.REFUSED), "secondary")
        self.refuse.clicked.connect(self._refuse)
        self.reason.returnPressed.connect(self._refuse)
        row = QHBoxLayout(self.refusal)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.reason_field, 1)
        row.addWidget(self.refuse, 0, Qt.AlignmentFlag.AlignBottom)
        self.refusal.hide()

    def show_sheet(self, sheet: ProposalSheet) -> None:
        """Say what is on the disk."""
        proposal, workspace = sheet.proposal, self._desk.workspace
        if self._sheet is None or self._sheet.proposal.id != proposal.id:
            self.refusal.hide()
        self._sheet = sheet
        today = workspace.clock.today()
        self.chip.show_state(proposal.state, proposal.valid_until, today)
        self.state.set_value(proposal.state.value)
        refused = proposal.state is ProposalState.REFUSED
        asking = self.refusal.isVisible() and self.reason.hasFocus()
        if not asking:
            self.refusal.setVisible(refused)
            self.reason.setText(proposal.refusal)
        self.refuse.set_text(_("Change the reason") if refused else state_label(ProposalState.REFUSED))
        self._show_story([each.text for each in proposal_states.story(proposal, today, workspace.clock.zone)])
        self._show_suggestion(sheet)
        self.cadence.show_sheet(sheet)

    def choose(self, state: ProposalState) -> None:
        """Take a state; a refusal is taken once its reason is written."""
        if self._sheet is None:
            return
        self.state.set_value(self._sheet.proposal.state.value)
        if state is ProposalState.REFUSED:
            self.refusal.show()
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
            self._bring_into_view(self.refusal)
        elif state is not self._sheet.proposal.state:
            self._take(state)

    def _bring_into_view(self, part: QWidget) -> None:
        """The palette may speak of a card that is scrolled away."""
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None:
            above.ensureWidgetVisible(part)

    def _refuse(self) -> None:
        try:
            self._take(ProposalState.REFUSED, self.reason.text())
        except UserError as error:
            self.reason_field.set_error(str(error))
            self.reason.setFocus()

    def _take(self, state: ProposalState, reason: str = "") -> None:
        desk, key = self._desk, self._desk.key
        if state is ProposalState.REFUSED and not reason.strip():
            raise UserError(_("Say in a few words why it was refused."))
        before: dict[str, object] = {}
        self.reason_field.set_error("")
        # What was typed is about to be saved: with the focus, the field would go on showing it.
        self.state.segment(state.value).setFocus(Qt.FocusReason.OtherFocusReason)
        desk.perform(
            _("state: {state}").format(state=state_label(state)),
            lambda: before.update(desk.save(proposal_states.take_state, key, state, reason=reason)),
            lambda: desk.save(proposal_states.put_back, key, before),
        )

    def _show_story(self, sentences: list[str]) -> None:
        _empty(self._story)
        for sentence in sentences:
            self._story.addWidget(PlainLabel(sentence, "small", wrap=True))

    def _make_suggestion(self) -> None:
        self.suggestion = QWidget()
        self._suggested_words = PlainLabel("", "body", wrap=True)
        self.plan_button = Button(pgettext("follow-up", "Plan"), "secondary", small=True)
        self.plan_button.clicked.connect(self.plan)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Sign("calendar-clock", "accent", 16))
        row.addWidget(self._suggested_words, 1)
        row.addWidget(self.plan_button)
        column = QVBoxLayout(self.suggestion)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(PlainLabel(_("Worth planning"), "label"))
        column.addLayout(row)
        self.suggestion.hide()

    def _show_suggestion(self, sheet: ProposalSheet) -> None:
        clock = self._desk.workspace.clock
        found = self._desk.workspace.ask(offered, sheet.proposal.id, now=clock.now(), zone=clock.zone)
        self.suggested = found
        self.suggestion.setVisible(found is not None)
        if found is not None:
            self._suggested_words.setText(found.words)
            self.plan_button.setAccessibleName(pgettext("follow-up", "Plan: {what}").format(what=found.words))

    def plan(self) -> None:
        """Plan what is offered; undone, it is offered again."""
        suggestion = self.suggested
        if self._sheet is None or suggestion is None:
            return
        desk, prospect_id = self._desk, self._sheet.prospect.id
        planned: list[row_changes.Changes] = []

        def do() -> None:
            if planned:
                desk.workspace.do(followups.redo, planned[0])
            else:
                planned.append(desk.save(row_changes.recorded, followups.plan, prospect_id, suggestion.step)[1])

        def take_back() -> None:
            desk.workspace.do(followups.undo, planned[0])

        desk.perform(_("follow-up {subject}").format(subject=suggestion.step.subject), do, take_back)
        if planned:
            desk.said.emit(_("Follow-up planned: {what}").format(what=suggestion.words))


def state_actions(card: StateCard, scope: str, able: Callable[[], bool]) -> list[Action]:
    """What became of it, and what to do next, from the palette."""
    words = {
        ProposalState.SENT: _("Proposal sent"),
        ProposalState.ACCEPTED: _("Proposal accepted"),
        ProposalState.REFUSED: _("Proposal refused"),
        ProposalState.DRAFT: _("Proposal back to draft"),
    }

    def choose(state: ProposalState) -> Callable[[], None]:
        return lambda: card.choose(state)

    def next_words() -> str:
        return pgettext("follow-up", "Plan: {what}").format(
            what=card.suggested.words if card.suggested else _("next follow-up")
        )

    return [
        *(
            Action(f"proposals.state.{state.value}", text, choose(state), (), scope, "flag", able)
            for state, text in words.items()
        ),
        Action(
            "proposals.plan_suggested",
            next_words,
            card.plan,
            (),
            scope,
            "calendar-clock",
            lambda: able() and card.suggested is not None,
        ),
    ]


def _empty(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()
