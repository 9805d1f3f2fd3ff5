"""The people at the prospect, or in the household: each line is edited where it stands, and saved as one types."""

import re
import uuid
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.errors import UserError
from desktop.i18n import _
from desktop.models.prospects import Contact
from desktop.models.statuses import ContactRole, Stance, role_label, stance_label
from desktop.services.people import Person
from desktop.services.prospects import update_contact
from desktop.ui.prospects.checked_editor import CheckedEditor, Refused
from desktop.ui.prospects.decision_map import DecisionMap
from desktop.ui.prospects.rows import empty
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.calm_fields import CalmComboBox
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.labels import Divider, PlainLabel
from desktop.ui.workspace import Workspace

ALL_OPEN = 2
"""People whose fields are all shown at once; of more, those of the one at hand."""
_LINE = 26
"""Characters of the name of a person who is not at hand."""


class ContactsCard(Card):
    """The map of the decision, one ``ContactRow`` a person, and a line to add another: a name and Enter."""

    added = Signal(str)
    removed = Signal(object, str)
    """The key of the contact, and their name."""
    moved = Signal(object, str, int)
    """The key, the name, and the place wanted in the order."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(_("Contacts"), " ")
        self._workspace = workspace
        self.map = DecisionMap()
        self.map.chosen.connect(self.open_person)
        self.body.addWidget(self.map)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self.body.addLayout(self._rows)
        self.new = QLineEdit()
        self.new.returnPressed.connect(self._add)
        self.body.addWidget(self.new)
        self._shown: list[ContactRow] = []
        self._open: uuid.UUID | None = None
        self._refused: Refused = {}

    @property
    def rows(self) -> "list[ContactRow]":
        """The people on screen, in their order."""
        return self._shown

    def show_contacts(self, contacts: Sequence[Contact], people: Sequence[Person], *, household: bool) -> None:
        """Show these people; rows already there stay, so that nothing being typed is lost."""
        self.set_title(_("Household") if household else _("Contacts"))
        self.set_note(str(len(contacts)) if contacts else "")
        add = _("Add a person: name, then Enter") if household else _("Add a contact: name, then Enter")
        self.new.setPlaceholderText(add)
        self.new.setAccessibleName(_("Add a person") if household else _("Add a contact"))
        self.map.show_people(people, self._workspace.clock.zone, household=household)
        if [row.contact_id for row in self._shown] != [contact.id for contact in contacts]:
            self._rebuild(contacts)
        for place, (row, contact) in enumerate(zip(self._shown, contacts, strict=True)):
            row.show_contact(contact, place, len(contacts), household=household)
        self._show_fields()

    def open_person(self, key: uuid.UUID) -> None:
        """Show the fields of a person, and put the keyboard in the first of them."""
        self._open = key
        self._show_fields()
        for row in self._shown:
            if row.contact_id == key:
                row.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def refused(self) -> list[tuple[str, str]]:
        """What is on the screen and could not be saved: the name of the field, and the text."""
        return [each for row in self._shown for each in row.refused()]

    def _rebuild(self, contacts: Sequence[Contact]) -> None:
        empty(self._rows)
        newest = {contact.id for contact in contacts} - {row.contact_id for row in self._shown}
        if self._shown and len(newest) == 1:
            self._open = next(iter(newest))
        self._shown = []
        for contact in contacts:
            row = ContactRow(self._workspace, contact.id, self._refused)
            row.removal_asked.connect(lambda row=row: self.removed.emit(row.contact_id, row.name.text()))
            row.moved.connect(lambda step, row=row: self._move(row, step))
            row.opened.connect(lambda row=row: self.open_person(row.contact_id))
            self._rows.addWidget(row)
            self._shown.append(row)

    def _show_fields(self) -> None:
        few = len(self._shown) <= ALL_OPEN
        for row in self._shown:
            row.show_fields(few or row.contact_id == self._open or bool(row.refused()), alone=few)

    def _move(self, row: "ContactRow", place: int) -> None:
        if 0 <= place < len(self._shown):
            self._open = row.contact_id
            self.moved.emit(row.contact_id, row.name.text(), place)

    def _add(self) -> None:
        if name := self.new.text().strip():
            self.new.clear()
            self.added.emit(name)


class ContactRow(QWidget):
    """Name, job, role, stance, phone and e-mail of one person; in a household, what they are to the first one."""

    removal_asked = Signal()
    opened = Signal()
    moved = Signal(int)
    """The place wanted in the order, the first being 0: that of who is spoken to first."""

    def __init__(self, workspace: Workspace, contact_id: uuid.UUID, refused: Refused) -> None:
        super().__init__()
        self._workspace = workspace
        self.contact_id = contact_id
        self._refused = refused
        self._place = 0
        self._errors: dict[str, str] = {}
        self.name, self.job, self.relation = QLineEdit(), QLineEdit(), QLineEdit()
        self.phone, self.email = QLineEdit(), QLineEdit()
        self.role = _choice(_("Role?"), [(role.value, role_label(role)) for role in ContactRole])
        self.stance = _choice(_("Stance?"), [(stance.value, stance_label(stance)) for stance in Stance])
        self.role.activated.connect(self._save_role)
        self.stance.activated.connect(self._save_stance)
        self.line = Button("", "quiet", icon_name="user")
        self.line.clicked.connect(self.opened)
        self.about = PlainLabel("", "small", elide=True)
        self.first = Button("", "quiet", icon_name="arrow-up")
        # The fields of each person stand under those of the one before.
        kept = self.first.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.first.setSizePolicy(kept)
        self.first.clicked.connect(lambda: self.moved.emit(0))
        self.main = PlainLabel(_("Spoken to first"), "accent")
        self.remove = Button("", "quiet", icon_name="x")
        self.remove.clicked.connect(self.removal_asked)
        self.error = PlainLabel("", "danger", wrap=True)
        self.error.hide()
        self._editors = {
            "name": self._watch(self.name, "name", _("Name"), self._checked_name),
            "job_title": self._watch(self.job, "job_title", _("Job title"), str.strip),
            "relation": self._watch(self.relation, "relation", _("Spouse, daughter, neighbour…"), str.strip),
            "phone": self._watch(self.phone, "phone", _("Phone"), str.strip),
            "email": self._watch(self.email, "email", _("E-mail"), _checked_email),
        }
        self._lay_out()

    def _lay_out(self) -> None:
        self.fields = QWidget()
        grid = QGridLayout(self.fields)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(6)
        order = QHBoxLayout()
        order.setSpacing(0)
        order.addWidget(self.first)
        order.addWidget(self.remove)
        grid.addWidget(self.name, 0, 0)
        grid.addWidget(self.job, 0, 1)
        grid.addWidget(self.relation, 0, 1)
        grid.addLayout(order, 0, 2)
        grid.addWidget(self.phone, 1, 0)
        # An address is longer than half a card.
        grid.addWidget(self.email, 1, 1, 1, 2)
        grid.addWidget(self.role, 2, 0)
        grid.addWidget(self.stance, 2, 1)
        grid.addWidget(self.error, 3, 0, 1, 3)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self._divider = Divider()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.line)
        line.addWidget(self.about, 1)
        line.addWidget(self.main)
        column.addWidget(self._divider)
        column.addLayout(line)
        column.addWidget(self.fields)

    def show_contact(self, contact: Contact, place: int, count: int, *, household: bool) -> None:
        """Show a person as they are in the file, at their ``place`` among ``count``."""
        self._place = place
        for column, each in self._editors.items():
            each.show(contact.id, getattr(contact, column))
        for editor in (self.name, self.job, self.relation, self.phone, self.email):
            if not editor.hasFocus():
                editor.setCursorPosition(0)
        self.job.setVisible(not household)
        self.relation.setVisible(household)
        self._show_choices(contact, household)
        self.main.setVisible(place == 0 and count > 1)
        self.first.setVisible(place > 0)
        self.first.setAccessibleName(_("Speak to {who} first").format(who=contact.name))
        self.first.setToolTip(_("Speak to them first"))
        self.line.set_text(contact.name if len(contact.name) <= _LINE else f"{contact.name[: _LINE - 1]}…")
        self.about.setText(contact.relation if household else contact.job_title)
        self.line.setAccessibleName(_("Edit {who}").format(who=contact.name))
        self.remove.setAccessibleName(_("Remove {who}").format(who=contact.name))
        self.remove.setToolTip(_("Remove this contact"))

    def _show_choices(self, contact: Contact, household: bool) -> None:
        wanted = [ContactRole.DECIDER] if household else list(ContactRole)
        names = {ContactRole.DECIDER: _("Decides")} if household else {}
        # A role given while they were taken for a company stays in sight.
        shown = [role for role in ContactRole if role in wanted or role is contact.role]
        items = [(names.get(role, role_label(role)), role.value) for role in shown]
        self.role.setItemText(0, _("Decides?") if household else _("Role?"))
        if items != [(self.role.itemText(row), self.role.itemData(row)) for row in range(1, self.role.count())]:
            while self.role.count() > 1:
                self.role.removeItem(1)
            for words, value in items:
                self.role.addItem(words, value)
        self.role.setCurrentIndex(max(0, self.role.findData(contact.role.value if contact.role else None)))
        self.role.setAccessibleName(_("Role of {who}").format(who=contact.name))
        self.stance.setCurrentIndex(max(0, self.stance.findData(contact.stance.value if contact.stance else None)))
        self.stance.setAccessibleName(_("Stance of {who}").format(who=contact.name))

    def show_fields(self, shown: bool, *, alone: bool) -> None:
        """Show the fields, or the one line of a person who is not at hand; ``alone``: there is no need for a line."""
        self.fields.setVisible(shown)
        for part in (self.line, self.about):
            part.setVisible(not shown and not alone)
        self._divider.setVisible(shown and self._place > 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt and an arrow move the person in the order."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(self._place + step)
        else:
            super().keyPressEvent(event)

    def refused(self) -> list[tuple[str, str]]:
        """What could not be saved of this person: the name of the field, and the text."""
        names = {
            "name": self.name,
            "job_title": self.job,
            "relation": self.relation,
            "phone": self.phone,
            "email": self.email,
        }
        return [
            (names[column].accessibleName(), editor.refused)
            for column, editor in self._editors.items()
            if editor.refused
        ]

    def _watch(self, editor: QLineEdit, column: str, label: str, read: Callable[[str], str]) -> CheckedEditor:
        editor.setPlaceholderText(label)
        editor.setAccessibleName(label)

        def save(contact_id: uuid.UUID, text: str) -> None:
            self._workspace.do(update_contact, contact_id, **{column: read(text)})

        def report(sentence: str) -> None:
            self._errors[column] = sentence
            self._say_errors()
            editor.setAccessibleDescription(sentence)

        return CheckedEditor(editor, column, self._refused, save, report)

    def _say_errors(self) -> None:
        sentences = " ".join(sentence for sentence in self._errors.values() if sentence)
        self.error.setText(sentences)
        self.error.setVisible(bool(sentences))

    def _save_role(self, _place: int) -> None:
        value = self.role.currentData()
        self._workspace.do(update_contact, self.contact_id, role=ContactRole(value) if value else None)

    def _save_stance(self, _place: int) -> None:
        value = self.stance.currentData()
        self._workspace.do(update_contact, self.contact_id, stance=Stance(value) if value else None)

    @staticmethod
    def _checked_name(text: str) -> str:
        if not text.strip():
            raise UserError(_("A contact needs a name. To take them out, use the cross."))
        return text.strip()


def _choice(nothing: str, options: Sequence[tuple[str, str]]) -> QComboBox:
    box = CalmComboBox()
    box.addItem(nothing, None)
    for value, words in options:
        box.addItem(words, value)
    box.view().setAccessibleName(nothing)
    return box


def _checked_email(text: str) -> str:
    plain = text.strip()
    if plain and not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s.]{2,}", plain):
        raise UserError(_("Write an address such as name@company.com."))
    return plain
