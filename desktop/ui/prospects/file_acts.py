"""What a rep does in the file of a prospect: each act is saved, named, told and undone exactly, row by row."""

import uuid
from collections.abc import Callable
from datetime import datetime
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.i18n import _
from desktop.models.exchanges import ExchangeKind, exchange_label
from desktop.models.matrix import Heat
from desktop.models.statuses import Status, status_label
from desktop.services import cadence_runs, exchanges, followups, people, prospects, row_changes, status_moves
from desktop.services.prospects import ProspectFile
from desktop.services.row_changes import Changes
from desktop.ui.prospects.status_popovers import Decision, StatusPopover
from desktop.ui.widgets.followup_acts import FollowUpActs
from desktop.ui.widgets.heat import heat_word
from desktop.ui.workspace import Workspace


class FileActs:
    """The acts on the prospect of ``file``; each raises ``UserError`` when it is refused, and has changed nothing."""

    def __init__(self, workspace: Workspace, acts: FollowUpActs, parent: QWidget) -> None:
        self._workspace = workspace
        self._acts = acts
        self.popover = StatusPopover(workspace.clock, parent)

    def keep(self, text: str, command: Callable[..., object], *args: Any, **kwargs: Any) -> None:
        """Run a service under a name; what it changed is what undo gives back and redo does again."""
        done: list[Changes] = []
        workspace = self._workspace

        def do() -> None:
            if done:
                workspace.do(followups.redo, done[0])
            else:
                done.append(workspace.do(row_changes.recorded, command, *args, **kwargs)[1])

        self._acts.act(text, do, lambda: workspace.do(followups.undo, done[0]))

    # Status and heat

    def choose_heat(self, file: ProspectFile, heat: str) -> None:
        """Hot, warm or cold; the same again takes it back."""
        after = None if heat == file.prospect.heat else Heat(heat)
        text = _("Heat: {word}").format(word=heat_word(after) if after else _("none"))
        self.keep(text, prospects.set_heat, file.prospect.id, after, now=self._now())

    def ask_status(self, file: ProspectFile, status: Status, anchor: QWidget) -> None:
        """Move at once where the facts say so; otherwise ask why under ``anchor``."""
        key = file.prospect.id
        suggested = self._workspace.ask(status_moves.status_allowed, key)
        leaving = status in status_moves.EXITS
        if not leaving and not status_moves.goes_against(file.prospect.status, status, suggested):
            self._decide(key, Decision(status))
            return
        losses = self._workspace.ask(status_moves.losses) if status is Status.LOST else ()
        self.popover.open_for(anchor, status, suggested, losses, lambda decision: self._decide(key, decision))

    def _decide(self, key: uuid.UUID, decision: Decision) -> None:
        self.keep(
            _("Status: {status}").format(status=status_label(decision.status)),
            status_moves.set_status,
            key,
            decision.status,
            now=self._now(),
            reason=decision.reason,
            loss=decision.loss,
            wake_on=decision.wake_on,
        )

    def wake_up(self, file: ProspectFile) -> None:
        """Back to the status that it had before it left the path."""
        text = _("Brought back: {who}").format(who=file.prospect.name)
        self.keep(text, status_moves.wake_up, file.prospect.id, now=self._now())

    # Exchanges

    def write(
        self, key: uuid.UUID, kind: ExchangeKind, text: str, at: datetime | None, contact_id: uuid.UUID | None
    ) -> None:
        """One more note, meeting or message."""
        name = _("Written down: {kind}").format(kind=exchange_label(kind).lower())
        self.keep(name, exchanges.write, key, kind, text, now=self._now(), at=at, contact_id=contact_id)

    def rewrite(
        self, key: uuid.UUID, kind: ExchangeKind, text: str, at: datetime | None, contact_id: uuid.UUID | None
    ) -> None:
        """Other words for the exchange ``key``."""
        name = _("Changed: {kind}").format(kind=exchange_label(kind).lower())
        self.keep(name, exchanges.rewrite, key, kind, text, now=self._now(), at=at, contact_id=contact_id)

    def remove_exchange(self, key: uuid.UUID, kind: ExchangeKind) -> None:
        name = _("Removed: {kind}").format(kind=exchange_label(kind).lower())
        self.keep(name, exchanges.remove, key, now=self._now())

    # People

    def remove_contact(self, contact_id: uuid.UUID, name: str) -> None:
        """Take a person out; they can be brought back. The last name that a prospect has stays."""
        self.keep(_("Contact removed: {who}").format(who=name), prospects.remove_contact, contact_id, at=self._now())

    def move_contact(self, contact_id: uuid.UUID, name: str, place: int) -> None:
        """Put a person elsewhere in the order; the first is the one spoken to first."""
        words = _("Spoken to first: {who}") if place == 0 else _("Moved: {who}")
        self.keep(words.format(who=name), people.move_contact, contact_id, place)

    # Series of follow-ups

    def on_series(self, run_id: uuid.UUID, what: str) -> None:
        """``pause``, ``resume`` or ``stop`` the series under way."""
        now, zone = self._now(), self._workspace.clock.zone
        if what == "pause":
            self.keep(_("Cadence paused"), cadence_runs.pause, run_id, now=now)
        elif what == "resume":
            self.keep(_("Cadence resumed"), cadence_runs.resume, run_id, now=now, zone=zone)
        else:
            self.keep(_("Cadence stopped"), cadence_runs.stop, run_id, now=now)

    # The prospect

    def remove(self, file: ProspectFile) -> None:
        """Take the prospect out of every list; it can be brought back."""
        text = _("Prospect removed: {who}").format(who=file.prospect.name)
        self.keep(text, prospects.remove_prospect, file.prospect.id, at=self._now())

    def _now(self) -> datetime:
        return self._workspace.clock.now()
