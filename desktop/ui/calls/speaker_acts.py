"""Who is speaking: to say it is one key, and somebody may join in the middle of a call."""

import uuid
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.errors import UserError
from desktop.i18n import _
from desktop.models.statuses import ContactRole
from desktop.services import calls, speakers
from desktop.services.speakers import Speakers, speakers_among
from desktop.ui.actions import Action

if TYPE_CHECKING:
    from desktop.ui.calls.running_call import RunningCall


class SpeakerActs(QObject):
    """To change the speaker is no act to undo: the way back is the same key. To add somebody is one."""

    changed = Signal()
    """Who is speaking, or who is there."""

    def __init__(self, call: "RunningCall") -> None:
        super().__init__(call)
        self._call = call

    @property
    def speakers(self) -> Speakers:
        outline = self._call.outline
        return speakers_among(outline.call, outline.prospect.contacts)

    def speak(self, contact_id: uuid.UUID) -> bool:
        """What is written and scored from now on is theirs."""
        if contact_id == self._call.outline.call.speaker_id:
            return True
        try:
            self._call.write(speakers.set_speaker, self._call.call_id, contact_id)
        except UserError as error:
            self._call.refused.emit(str(error))
            return False
        self._show()
        return True

    def step(self, step: int) -> None:
        """The next person speaks, or with -1 the one before, round the end."""
        person = self.speakers.neighbour(step)
        if person is not None:
            self.speak(person.contact_id)

    def add(self, name: str, job_title: str = "", role: ContactRole | None = None) -> bool:
        """Somebody joins, and speaks. False when that was refused, and said so."""
        call = self._call
        before = call.outline.call.speaker_id
        added: list[uuid.UUID] = []

        def join() -> None:
            if added:
                call.write(speakers.bring_back_speaker, call.call_id, added[0])
            else:
                new = call.write(
                    speakers.add_speaker, call.call_id, name, now=call.now(), job_title=job_title, role=role
                )
                added.append(new)
            self._show()

        def take_back() -> None:
            call.write(speakers.take_back_speaker, call.call_id, added[0], before, at=call.now())
            self._show()

        return call.act(_("person added: {name}").format(name=name.strip()), join, take_back)

    def _show(self) -> None:
        self._call.outline = self._call.ask(calls.outline, self._call.call_id)
        self.changed.emit()


Get = Callable[[], "SpeakerActs | None"]


def speaker_actions(acts: Get, able: Callable[[], bool], choose: Callable[[], None]) -> list[Action]:
    """F3, Shift+F3, and "Who is speaking…" of the palette: ``choose`` opens the picker, as F3 does for one alone."""

    def step(by: int) -> Callable[[], None]:
        def run() -> None:
            found = acts()
            if found is None:
                return
            if found.speakers.several:
                found.step(by)
            else:
                choose()

        return run

    return [
        Action(
            "call.next_speaker", _("Next person speaks"), step(1), ("F3",), "call", "users", enabled=able, group="go"
        ),
        Action(
            "call.previous_speaker",
            _("Previous person speaks"),
            step(-1),
            ("Shift+F3",),
            "call",
            "users",
            enabled=able,
            group="go",
        ),
        Action(
            "call.speaker",
            _("Who is speaking…"),
            choose,
            (),
            "call",
            "user",
            enabled=able,
            synonyms=(_("somebody joins the call"), _("add a contact")),
            group="edit",
        ),
    ]
