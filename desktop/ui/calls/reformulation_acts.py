"""To say a need back and to keep what they answered: one key each, named, and undone in one."""

import uuid
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.errors import UserError
from desktop.i18n import _
from desktop.models.needs import Reply
from desktop.services import live_call, reformulations
from desktop.services.reformulations import Proposal
from desktop.ui.actions import Action
from desktop.ui.calls.wording import short

if TYPE_CHECKING:
    from desktop.ui.calls.running_call import RunningCall


class ReformulationActs(QObject):
    """Holds the sentence on the screen, and keeps the answer to it. What was proposed and not answered is forgotten."""

    proposed = Signal(object)
    """A ``Proposal`` to show, or ``None``: there is nothing to say back any more."""
    answered = Signal(object)
    """The ``uuid.UUID`` of a verbatim whose latest answer has just changed, also by undo."""

    def __init__(self, call: "RunningCall") -> None:
        super().__init__(call)
        self._call = call
        self.proposal: Proposal | None = None
        self._turn = 0
        self._last: uuid.UUID | None = None
        """The last verbatim when the sentence was proposed: after another one, F5 is about the new one."""
        for signal in (call.entries_changed, call.entry_dropped):
            signal.connect(self._forget_what_is_gone)

    def say_back(self, entry_id: uuid.UUID | None = None) -> bool:
        """Propose a sentence for a verbatim, by default the last one; the next sentence when one is shown for it."""
        last = self._call.last_verbatim()
        if last is None:
            self._call.refused.emit(_("There is nothing to say back yet: type the prospect’s words first."))
            return False
        shown = self.proposal
        if entry_id is None:
            entry_id = shown.entry_id if shown is not None and self._last == last.id else last.id
        self._turn = self._turn + 1 if shown is not None and shown.entry_id == entry_id else 0
        try:
            proposal = self._call.ask(reformulations.propose, entry_id, self._turn)
        except UserError as error:
            self._call.refused.emit(str(error))
            return False
        self._last = last.id
        self._show(proposal)
        return True

    def ready(self) -> bool:
        """Whether a sentence is shown, to be answered; says what to do when none is."""
        if self.proposal is None:
            self._call.refused.emit(_("Say their words back first, with F5: then keep what they answer."))
        return self.proposal is not None

    def put_away(self) -> None:
        """Forget the sentence on the screen: it was not said, or not answered."""
        self._show(None)

    def reply(self, reply: Reply, sentence: str = "", correction: str = "") -> bool:
        """Keep what they answered to the sentence on the screen, as ``sentence`` when it was said otherwise."""
        proposal = self.proposal
        if proposal is None:
            return self.ready()
        call = self._call
        entry = call.entry(proposal.entry_id)
        assert entry is not None
        said, at, seconds = sentence.strip() or proposal.sentence, call.now(), call.elapsed
        kept: list[uuid.UUID] = []

        def change(command: Callable[..., uuid.UUID | None], *more: object, **named: object) -> uuid.UUID | None:
            """Change it, and show what changed: one entry, or one more when they put it right."""
            result, fresh, sheet = call.write(live_call.changing(command), entry.id, call.sheet, *more, **named)
            if reply is Reply.CORRECTED:
                call.show_entries()
            else:
                call.sheet = sheet
                call.replace_entry(fresh)
                call.scored.emit()
            self.answered.emit(entry.id)
            return result

        def answer() -> None:
            if kept:
                change(reformulations.restore, kept[0])
                return
            given = change(
                reformulations.answer, entry.id, said, reply, at, correction=correction, offset_seconds=seconds
            )
            assert given is not None
            kept.append(given)

        def take_back() -> None:
            change(reformulations.take_back, kept[0], at=call.now())

        with call.shown_at_once():
            done = call.act(_name(reply).format(words=short(entry.words)), answer, take_back)
            if done:
                self._show(None)
        return done

    def _show(self, proposal: Proposal | None) -> None:
        self.proposal = proposal
        with self._call.shown_at_once():
            self.proposed.emit(proposal)

    def _forget_what_is_gone(self) -> None:
        proposal = self.proposal
        if proposal is not None and self._call.entry(proposal.entry_id) is None:
            self._show(None)


def _name(reply: Reply) -> str:
    names = {
        Reply.CONFIRMED: _("reformulation confirmed: {words}"),
        Reply.CORRECTED: _("reformulation put right: {words}"),
        Reply.REFUSED: _("reformulation refused: {words}"),
    }
    return names[reply]


Get = Callable[[], "ReformulationActs | None"]


def reformulation_actions(
    acts: Get, able: Callable[[], bool], confirm: Callable[[Reply], object], ask_correction: Callable[[], object]
) -> list[Action]:
    """F5, F7, F8 and Shift+F7. ``confirm`` and ``ask_correction`` are those of the bar, which knows what was said."""

    def say_back() -> None:
        found = acts()
        if found is not None:
            found.say_back()

    def once_said(run: Callable[[], object]) -> Callable[[], None]:
        def trigger() -> None:
            found = acts()
            if found is not None and found.ready():
                run()

        return trigger

    def key(name: str, label: str, run: Callable[[], None], keys: str, icon: str, *synonyms: str) -> Action:
        return Action(f"call.{name}", label, run, (keys,), "call", icon, able, synonyms, group="edit")

    return [
        key(
            "say_back",
            _("Say the last words back, or another way"),
            say_back,
            "F5",
            "message-square-quote",
            _("reformulate"),
            _("rephrase"),
        ),
        key("said_yes", _("Reformulation: confirmed"), once_said(lambda: confirm(Reply.CONFIRMED)), "F7", "check"),
        key("said_otherwise", _("Reformulation: put right…"), once_said(ask_correction), "F8", "pencil"),
        key("said_no", _("Reformulation: refused"), once_said(lambda: confirm(Reply.REFUSED)), "Shift+F7", "x"),
    ]
