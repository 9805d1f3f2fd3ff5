"""Hangs up: the status, the next step or the reason for none, and on to the proposal where the program allows it."""

from collections.abc import Callable
from datetime import datetime

from desktop.models.calls import CallState
from desktop.services import calls
from desktop.services.conversation_forms import Conversation
from desktop.services.conversation_summary import Refusal
from desktop.ui.play.keys import PlayError
from desktop.ui.play.stage import Stage


class EndPilot:
    """Fills in the last page of a call. What the page does not offer is added to ``refused``, in its own words."""

    def __init__(
        self, stage: Stage, conversation: Conversation, picture: Callable[[str], None], refused: list[Refusal]
    ) -> None:
        self._stage = stage
        self._hands = stage.hands
        self._panel = stage.shell.pages.call.end
        self._end = conversation.end
        self._wants_proposal = conversation.proposal is not None
        self._picture = picture
        self._refused = refused

    def play(self) -> bool:
        """Conclude the call. Returns whether a proposal is on the screen now."""
        call_id = self._stage.workspace.ask(calls.running_call)
        assert call_id is not None
        self._hands.press("Ctrl+Shift+Return")
        self._hands.until(self._panel.isVisible, "the end of the call")
        if self._end.accept_status:
            self._accept_status()
        proposes = self._give_up() if self._end.no_follow_up.strip() else self._conclude()
        if self._stage.workspace.ask(calls.outline, call_id).call.state is not CallState.CONCLUDED:
            raise PlayError(f"the call is not concluded: {self._panel.banner.text}")
        return proposes

    def _accept_status(self) -> None:
        button = self._panel.recap.status_button
        if button.isVisible():
            self._hands.toggle(button)

    def leave(self) -> None:
        """Stop without concluding: the call can be taken up again."""
        call_id = self._stage.workspace.ask(calls.running_call)
        assert call_id is not None
        self._hands.press("Ctrl+Shift+Return")
        self._hands.until(self._panel.isVisible, "the end of the call")
        self._hands.toggle(self._panel.leave_button)
        if self._stage.workspace.ask(calls.outline, call_id).call.state is not CallState.LEFT:
            raise PlayError(f"the call is not left: {self._panel.banner.text}")
        self._picture("left")

    def _conclude(self) -> bool:
        """With the date of the file, or the one that was typed during the call and stands in the form."""
        due = self._end.due_local
        if due is not None:
            self._fill_in(due)
        self._picture("end")
        proposes = self._wants_proposal and self._panel.propose.isEnabled()
        if self._wants_proposal and not proposes:
            self._refused.append(Refusal("proposal", self._panel.no_proposal.text()))
        self._hands.press("Ctrl+Shift+P" if proposes else "Ctrl+Shift+Return")
        return proposes

    def _fill_in(self, due: datetime) -> None:
        form = self._panel.form
        self._hands.fill_date(form.due.day, due.date())
        self._hands.fill_time(form.due.hour, due.time())
        self._hands.toggle(form.channel.chip(self._end.channel))
        self._hands.toggle(form.objective.segment(self._end.objective))
        self._hands.fill(form.subject, self._end.subject)

    def _give_up(self) -> bool:
        self._hands.fill(self._panel.reason, self._end.no_follow_up)
        self._picture("end")
        if self._wants_proposal:
            self._refused.append(Refusal("proposal", self._panel.reason_field.label.text()))
        self._hands.press("Return")
        return False
