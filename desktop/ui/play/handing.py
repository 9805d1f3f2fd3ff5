"""Hands a proposal over: each document to a file, the dates for a calendar, the message, and that it was sent."""

import uuid
from collections.abc import Callable

from desktop.i18n import _, pgettext
from desktop.models.proposals import DocumentKind, ProposalState
from desktop.services.conversation_proposal import HandOverForm
from desktop.services.conversation_summary import Refusal
from desktop.services.proposal_exports import exported_pdf, exports
from desktop.services.proposal_sheet import sheet
from desktop.ui.play.keys import PlayError
from desktop.ui.play.stage import Stage
from desktop.ui.proposals.outgoing_keys import EXPORT_KEYS


class HandingPilot:
    """Plays ``[proposal.hand_over]`` on the open proposal. What is refused is added to ``refused``."""

    def __init__(
        self, stage: Stage, proposal_id: uuid.UUID, picture: Callable[[str], None], refused: list[Refusal]
    ) -> None:
        self._stage = stage
        self._hands = stage.hands
        self._page = stage.shell.pages.proposals
        self._proposal_id = proposal_id
        self._picture = picture
        self._refused = refused

    def play(self, form: HandOverForm) -> bytes | None:
        """The proposal first, then what the file asks for. Returns its bytes; ``None`` when it was refused."""
        if not self._export(DocumentKind.PROPOSAL):
            return None
        self._picture("exported")
        for kind in form.documents:
            self._export(kind)
        if form.calendar:
            self._run(_("Dates for a calendar (.ics)"), "calendar")
        if form.message:
            self._hands.press("Ctrl+Shift+M")
            self._picture("message")
        if form.sent:
            self._say_sent()
        done = self._stage.workspace.ask(exports, self._proposal_id)
        proposal = next(each for each in done if each.document is DocumentKind.PROPOSAL)
        return self._stage.workspace.ask(exported_pdf, proposal.id)

    def _export(self, kind: DocumentKind) -> bool:
        before = len(self._stage.workspace.ask(exports, self._proposal_id))
        self._hands.press(EXPORT_KEYS[kind])
        if len(self._stage.workspace.ask(exports, self._proposal_id)) > before:
            return True
        self._refused.append(Refusal("export", self._page.outcome.text))
        return False

    def _run(self, title: str, act: str) -> None:
        before = set(self._stage.documents.iterdir())
        self._hands.run_command(title)
        if set(self._stage.documents.iterdir()) == before:
            self._refused.append(Refusal(act, self._page.outcome.text))

    def _say_sent(self) -> None:
        self._hands.run_command(_("Proposal sent"))
        state = self._stage.workspace.ask(sheet, self._proposal_id).proposal.state
        if state is not ProposalState.SENT:
            raise PlayError(f"the proposal is not sent: {state}")

    def plan_follow_up(self) -> None:
        """The one that the state of the proposal calls for."""
        card = self._page.composer.state
        if card.suggested is None:
            raise PlayError("no follow-up is offered")
        self._page.composer.area.ensureWidgetVisible(card)
        self._picture("follow-up")
        self._hands.run_command(pgettext("follow-up", "Plan: {what}").format(what=card.suggested.words))
