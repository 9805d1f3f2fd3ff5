"""The people at the prospect: each line is edited where it stands, and saved as one types."""

import re
import uuid
from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.errors import UserError
from desktop.i18n import _
from desktop.models.prospects import Contact
from desktop.models.statuses import ContactRole, role_label
from desktop.services.prospects import update_contact
from desktop.ui.prospects.checked_editor import CheckedEditor, Refused
from desktop.ui.prospects.rows import empty
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.labels import Divider, PlainLabel
from desktop.ui.workspace import Workspace


class ContactsCard(Card):
    """One ``ContactRow`` a person, and a line to add another: a name and Enter."""

    added = Signal(str)
    removed = Signal(object, str)
    """The key of the contact, and their name."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(_("Contacts"), " ")
        self._workspace = workspace
        self._rows = QVBoxLayout()
        self._rows.setSpacing(10)
        self.body.addLayout(self._rows)
        self.new = QLineEdit()
        self.new.setPlaceholderText(_("Add a contact: name, then Enter"))
        self.new.setAccessibleName(_("Add a contact"))
        self.new.returnPressed.connect(self._add)
        self.body.addWidget(self.new)
        self._shown: list[ContactRow] = []
        self._refused: Refused = {}

    @property
    def rows(self) -> "list[ContactRow]":
        """The people on screen, in their order."""
        return self._shown

    def show_contacts(self, contacts: Sequence[Contact]) -> None:
        """Show these people; rows already there stay, so that nothing being typed is lost."""
        self.set_note(str(len(contacts)) if contacts else "")
        if [row.contact_id for row in self._shown] != [contact.id for contact in contacts]:
            empty(self._rows)
            self._shown = []
            for contact in contacts:
                if self._shown:
                    self._rows.addWidget(Divider())
                row = ContactRow(self._workspace, contact.id, self._refused)
                row.removal_asked.connect(lambda row=row: self.removed.emit(row.contact_id, row.name.text()))
                self._rows.addWidget(row)
                self._shown.append(row)
        for row, contact in zip(self._shown, contacts, strict=True):
            row.show_contact(contact)

    def refused(self) -> list[tuple[str, str]]:
        """What is on the screen and could not be saved: the name of the field, and the text."""
        return [each for row in self._shown for each in row.refused()]

    def _add(self) -> None:
        if name := self.new.text().strip():
            self.new.clear()
            self.added.emit(name)


class ContactRow(QWidget):
    """Name, job, role, phone and e-mail of one person."""

    removal_asked = Signal()

    def __init__(self, workspace: Workspace, contact_id: uuid.UUID, refused: Refused) -> None:
        super().__init__()
        self._workspace = workspace
        self.contact_id = contact_id
        self._refused = refused
        self._errors: dict[str, str] = {}
        self.name, self.job = QLineEdit(), QLineEdit()
        self.phone, self.email = QLineEdit(), QLineEdit()
        self.role = QComboBox()
        self.role.addItem(_("Role?"), None)
        for role in ContactRole:
            self.role.addItem(role_label(role), role.value)
        self.role.view().setAccessibleName(_("Role"))
        self.role.activated.connect(self._save_role)
        self.remove = Button("", "quiet", icon_name="x")
        self.remove.clicked.connect(self.removal_asked)
        self.error = PlainLabel("", "danger", wrap=True)
        self.error.hide()
        self._editors = {
            "name": self._watch(self.name, "name", _("Name"), self._checked_name),
            "job_title": self._watch(self.job, "job_title", _("Job title"), str.strip),
            "phone": self._watch(self.phone, "phone", _("Phone"), str.strip),
            "email": self._watch(self.email, "email", _("E-mail"), _checked_email),
        }
        self._lay_out()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(6)
        grid.addWidget(self.name, 0, 0)
        grid.addWidget(self.job, 0, 1)
        grid.addWidget(self.remove, 0, 2)
        grid.addWidget(self.phone, 1, 0)
        grid.addWidget(self.role, 1, 1)
        # An address is longer than half a card.
        grid.addWidget(self.email, 2, 0, 1, 2)
        grid.addWidget(self.error, 3, 0, 1, 3)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)

    def show_contact(self, contact: Contact) -> None:
        """Show a person as they are in the file."""
        for column, each in self._editors.items():
            each.show(contact.id, getattr(contact, column))
        for editor in (self.name, self.job, self.phone, self.email):
            if not editor.hasFocus():
                editor.setCursorPosition(0)
        self.role.setCurrentIndex(max(0, self.role.findData(contact.role.value if contact.role else None)))
        self.role.setAccessibleName(_("Role of {who}").format(who=contact.name))
        self.remove.setAccessibleName(_("Remove {who}").format(who=contact.name))
        self.remove.setToolTip(_("Remove this contact"))

    def refused(self) -> list[tuple[str, str]]:
        """What could not be saved of this person: the name of the field, and the text."""
        names = {"name": self.name, "job_title": self.job, "phone": self.phone, "email": self.email}
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

    @staticmethod
    def _checked_name(text: str) -> str:
        if not text.strip():
            raise UserError(_("A contact needs a name. To take them out, use the cross."))
        return text.strip()


def _checked_email(text: str) -> str:
    plain = text.strip()
    if plain and not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s.]{2,}", plain):
        raise UserError(_("Write an address such as name@company.com."))
    return plain
