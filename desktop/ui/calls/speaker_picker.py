"""Who is speaking: a person of the prospect, or somebody who joins and of whom only the name is known."""

import uuid

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidgetItem, QWidget

from desktop.i18n import _
from desktop.models.statuses import role_label
from desktop.services.speakers import Person, Speakers
from desktop.ui import icons, theme
from desktop.ui.calls.picker import Picker
from desktop.ui.command_palette import fold
from desktop.ui.widgets.labels import PlainLabel

_KEY = Qt.ItemDataRole.UserRole
_ROW = 42
_LEAST, _MOST = 3, 6
"""How many rows the panel has room for."""


class SpeakerPicker(Picker):
    """``open_for`` the people of a call. Typing filters; a name that nobody has is offered as somebody new."""

    chosen = Signal(object)
    """The ``uuid.UUID`` of a contact."""
    joined = Signal(str, str)
    """A name and a job title ("" when only a name was typed)."""

    def __init__(self, parent: QWidget) -> None:
        name, invitation = _("Who is speaking"), _("A name; a new one is added")
        super().__init__(parent, name, 480, invitation, _("People on the line"))
        self.field.setObjectName("call.speaker_name")
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setSpacing(2)
        self.content.addWidget(PlainLabel(_("To add somebody: “Karim Benali, sales director”"), "faint"))
        self._speakers = Speakers((), None)

    def open_for(self, speakers: Speakers) -> None:
        """Show everybody; the one who is speaking is marked, and the next one is ready to be chosen."""
        self._speakers = speakers
        self.show_list()
        following = speakers.neighbour(1)
        if following is not None:
            self.list.setCurrentRow(speakers.people.index(following))

    def wanted_height(self) -> int:
        rows = min(_MOST, max(_LEAST, len(self._speakers.people) + 1))
        sizes = theme.metrics()
        return 70 + sizes.control + rows * sizes.line(_ROW)

    def fill(self, typed: str) -> None:
        self.list.clear()
        words = fold(typed).split()
        for person in self._speakers.people:
            text = fold(f"{person.name} {person.job_title}")
            if all(word in text for word in words):
                self._add(_named(person), _told(person, person.contact_id == self._speakers.current), person.contact_id)
        name, job_title = read_person(typed)
        if name and fold(name) not in {fold(person.name) for person in self._speakers.people}:
            self._add(_("Add “{name}”").format(name=name), job_title or _("Joins the call"), None)
        self.list.setCurrentRow(0)

    def _add(self, name: str, told: str, key: uuid.UUID | None) -> None:
        item = QListWidgetItem(icons.icon("user" if key else "plus"), f"{name}\n{told}" if told else name)
        item.setData(_KEY, key)
        self.list.addItem(item)

    def take(self) -> None:
        item = self.list.currentItem()
        if item is None:
            return
        name, job_title = read_person(self.field.text())
        self.close_overlay()
        if item.data(_KEY) is None:
            self.joined.emit(name, job_title)
        else:
            self.chosen.emit(item.data(_KEY))


def read_person(typed: str) -> tuple[str, str]:
    """``"Karim Benali, sales director"`` as a name and a job title."""
    name, _comma, job_title = typed.partition(",")
    return " ".join(name.split()), " ".join(job_title.split())


def _named(person: Person) -> str:
    return person.name or person.job_title or _("Unnamed")


def _told(person: Person, speaking: bool) -> str:
    """Job title, role, and that they are speaking."""
    parts = [person.job_title if person.name else "", role_label(person.role) if person.role else ""]
    if speaking:
        parts.append(_("is speaking"))
    return " · ".join(part for part in parts if part)
