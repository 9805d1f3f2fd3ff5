"""Does on the page to sign what the customer would: ticks an option, says who they are, draws, agrees."""

import uuid
from collections.abc import Callable

from desktop.services import signatures
from desktop.services.conversation_proposal import SignatureForm
from desktop.ui.play.keys import PlayError
from desktop.ui.play.mirror import SIGNATURE
from desktop.ui.play.stage import Stage


class SigningPilot:
    """F9, what they do, and Esc when the screen is handed back."""

    def __init__(self, stage: Stage, proposal_id: uuid.UUID, picture: Callable[[str], None]) -> None:
        self._stage = stage
        self._hands = stage.hands
        self._page = stage.shell.pages.proposals
        self._proposal_id = proposal_id
        self._picture = picture

    def play(self, form: SignatureForm) -> None:
        """Have it signed, and look on the disk for what was kept of it."""
        self._hands.press("F9")
        window = self._page.signing.window
        if window is None:
            raise PlayError(f"the page to sign does not open: {self._page.outcome.text}")
        if window.page.sign.isVisible():
            # On a small screen, one reads first, then signs.
            self._hands.toggle(window.page.sign)
        asked = window.page.form
        if form.option > len(asked.tiles):
            raise PlayError(f"there is no option {form.option} to tick")
        if not asked.tiles[form.option - 1].isChecked():
            self._hands.toggle(asked.tiles[form.option - 1])
        for editor, text in ((asked.name, form.name), (asked.quality, form.quality), (asked.place, form.place)):
            if text and editor.text() != text:
                self._hands.fill(editor, text)
        self._hands.draw(asked.pad, SIGNATURE)
        window.page.area.ensureWidgetVisible(asked.agree)
        self._picture("signing")
        self._hands.toggle(asked.agree)
        if window.thanks is None:
            raise PlayError(f"the proposal is not signed: {asked.hint.text()}")
        self._hands.press("Esc")
        self._hands.until(lambda: self._page.signing.window is None, "the proposal, after the signature")
        kept = self._stage.workspace.ask(signatures.latest, self._proposal_id)
        if kept is None or kept.name != form.name:
            raise PlayError("the signature is not kept")
        self._picture("signed")
