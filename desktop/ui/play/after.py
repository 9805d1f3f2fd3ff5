"""What is done once a call was left or is over: take it up again, send its account, open its proposal again."""

import uuid
from collections.abc import Callable

from desktop.services import calls
from desktop.services.proposal_lists import proposals_of
from desktop.services.timeline import Kind
from desktop.ui.play.keys import PlayError
from desktop.ui.play.stage import Stage


class AfterPilot:
    """Goes to the prospects page, to the file of one of them, and presses the buttons of its last call."""

    def __init__(self, stage: Stage, prospect_id: uuid.UUID, picture: Callable[[str], None]) -> None:
        self._stage = stage
        self._hands = stage.hands
        self._prospect_id = prospect_id
        self._picture = picture

    def resume(self, call_id: uuid.UUID) -> None:
        """Take up a call that was left, where it was."""
        self._open_file()
        self._picture("prospect-again")
        button = self._stage.shell.pages.prospects.detail.head.resume
        if button.isHidden():
            raise PlayError("no call can be taken up again")
        self._hands.toggle(button)
        if self._stage.workspace.ask(calls.running_call) != call_id:
            raise PlayError("the call is not taken up again")
        self._hands.until(self._stage.shell.pages.call.live.isVisible, "the call")

    def export_report(self, language: str) -> bytes:
        """The account of the last call, in ``language``. Returns the file handed over."""
        self._open_file()
        held = self._stage.shell.pages.prospects.detail.timeline.row_about(Kind.CALL)
        if held is None:
            raise PlayError("the history shows no call")
        self._hands.toggle(held)
        screen = self._stage.shell.pages.call.told.screen
        self._hands.until(screen.isVisible, "the account of the call")
        if screen.language.value != language:
            self._hands.toggle(screen.language.segment(language))
        self._picture("account")
        documents = self._stage.documents
        self._hands.focus(screen.export_button)
        before = set(documents.glob("*.pdf"))
        self._hands.press("Ctrl+E")
        self._hands.until(lambda: bool(screen.outcome.text), "the account of the call, written")
        made = set(documents.glob("*.pdf")) - before
        if len(made) != 1:
            raise PlayError(f"the account of the call is not written: {screen.outcome.text}")
        return made.pop().read_bytes()

    def open_proposal(self) -> uuid.UUID:
        """Alt+5, then down the list to their latest proposal, and Return. Returns its key."""
        page, hands = self._stage.shell.pages.proposals, self._hands
        wanted = self._stage.workspace.ask(proposals_of, self._prospect_id)[0].id
        hands.press("Alt+5")
        hands.until(page.isVisible, "the proposals")
        if page.composing:
            hands.press("Alt+Left")
        hands.focus(page.list.table)
        hands.press("Ctrl+Home")
        for _row in range(page.list.rows.rowCount()):
            if page.list.rows.proposal_at(page.list.table.currentIndex().row()).id == wanted:
                break
            hands.press("Down")
        hands.press("Return")
        hands.until(lambda: page.composing and page.desk.proposal_id == wanted, "the proposal, opened again")
        return wanted

    def _open_file(self) -> None:
        """Alt+2, then down the list to their name."""
        page = self._stage.shell.pages.prospects
        self._hands.press("Alt+2")
        self._hands.until(page.isVisible, "the prospects")
        self._hands.focus(page.table)
        self._hands.press("Ctrl+Home")
        for _row in range(page.model.rowCount()):
            if page.current_id() == self._prospect_id:
                break
            self._hands.press("Down")
        self._hands.until(lambda: page.detail.prospect_id == self._prospect_id, "the file of the prospect")
