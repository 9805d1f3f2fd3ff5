"""The card "What became of it": the state, its story in words, and the follow-ups it calls for, offered."""

import uuid
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from desktop.errors import UserError
from desktop.i18n import _, pgettext
from desktop.models.followups import FollowUpState
from desktop.models.proposal_states import state_label
from desktop.models.proposals import ProposalState
from desktop.services import followups, proposal_states
from desktop.services.proposal_followups import Suggestion, offered
from desktop.services.proposal_sheet import ProposalSheet
from desktop.ui.actions import Action
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
        self.suggested: tuple[Suggestion, ...] = ()
        self.plan_buttons: list[Button] = []
        self.chip = StateChip()
        self.add_to_header(self.chip)
        states = [(state.value, state_label(state)) for state in ProposalState]
        self.state = SegmentedControl(_("State"), states)
        self.state.chosen.connect(lambda value: self.choose(ProposalState(value)))
        self._make_reason()
        self._suggestions, self._story = QVBoxLayout(), QVBoxLayout()
        self._suggestions.setSpacing(4)
        self._story.setSpacing(2)
        row = QHBoxLayout()
        row.addWidget(self.state)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addWidget(self.refusal)
        self.body.addLayout(self._suggestions)
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
        self._show_suggestions(sheet)

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

    def _show_suggestions(self, sheet: ProposalSheet) -> None:
        clock = self._desk.workspace.clock
        now = clock.now()
        found = self._desk.workspace.ask(offered, sheet.proposal.id, now=now, zone=clock.zone)
        if found == self.suggested:
            return
        self.suggested = found
        _empty(self._suggestions)
        self.plan_buttons = []
        if found:
            self._suggestions.addWidget(PlainLabel(_("Worth planning"), "label"))
        for each in found:
            self._suggestions.addWidget(self._suggestion(each))

    def _suggestion(self, suggestion: Suggestion) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(Sign("calendar-clock", "accent", 16))
        row.addWidget(PlainLabel(suggestion.words, "body", wrap=True), 1)
        button = Button(pgettext("follow-up", "Plan"), "secondary", small=True)
        button.setAccessibleName(pgettext("follow-up", "Plan: {what}").format(what=suggestion.words))
        button.clicked.connect(lambda: self.plan(suggestion))
        row.addWidget(button)
        self.plan_buttons.append(button)
        return holder

    def plan(self, suggestion: Suggestion) -> None:
        """Plan what was offered; undone, it is dropped, and offered again."""
        if self._sheet is None:
            return
        desk, prospect_id = self._desk, self._sheet.prospect.id
        planned: list[uuid.UUID] = []

        def do() -> None:
            if planned:
                desk.save(followups.set_state, planned[0], FollowUpState.OPEN)
            else:
                planned.append(desk.save(followups.plan, prospect_id, suggestion.step))

        def take_back() -> None:
            desk.save(followups.set_state, planned[0], FollowUpState.DROPPED)

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
            what=card.suggested[0].words if card.suggested else _("next follow-up")
        )

    return [
        *(
            Action(f"proposals.state.{state.value}", text, choose(state), (), scope, "flag", able)
            for state, text in words.items()
        ),
        Action(
            "proposals.plan_suggested",
            next_words,
            lambda: card.plan(card.suggested[0]),
            (),
            scope,
            "calendar-clock",
            lambda: able() and bool(card.suggested),
        ),
    ]


def _empty(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()
