"""A prospect written down in ten seconds, without leaving the list."""

import uuid

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit

from desktop.errors import UserError
from desktop.i18n import _
from desktop.services.prospects import create_prospect
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.fields import Field
from desktop.ui.workspace import Workspace


class NewProspect(Card):
    """Company, person, job, a way to reach them, where they come from. Enter saves, Esc leaves what is typed."""

    created = Signal(object)
    """The key of the new prospect."""
    closed = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(_("New prospect"), _("Enter to save, Esc to close"))
        self._workspace = workspace
        self.company, self.person, self.job = QLineEdit(), QLineEdit(), QLineEdit()
        self.reach, self.source = QLineEdit(), QLineEdit()
        self._company_field = Field(_("Company"), self.company)
        fields = (
            self._company_field,
            Field(_("Contact"), self.person),
            Field(_("Job title"), self.job),
            Field(_("Phone or e-mail"), self.reach),
            Field(_("Source"), self.source),
        )
        self.source.setPlaceholderText(_("Trade show, referral, website…"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for place, field in enumerate(fields):
            grid.addWidget(field, place // 3, place % 3, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(place % 3, 1)
            field.editor.returnPressed.connect(self.save)  # type: ignore[attr-defined]
        self.save_button, cancel = Button(_("Create"), "primary", keycap="Return"), Button(_("Cancel"), "quiet")
        self.save_button.clicked.connect(self.save)
        cancel.clicked.connect(self.closed)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(0, 20, 0, 0)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.save_button)
        grid.addLayout(buttons, 1, 2, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(grid)

    def focus_first(self) -> None:
        """Put the keyboard in the first field."""
        self.company.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """Create the prospect; what the service refuses is said under the first field, and nothing typed is lost."""
        reach = self.reach.text().strip()
        email = "@" in reach
        try:
            prospect_id: uuid.UUID = self._workspace.do(
                create_prospect,
                now=self._workspace.clock.now(),
                company=self.company.text(),
                person=self.person.text() or (self._nobody() if reach or self.job.text().strip() else ""),
                job_title=self.job.text().strip(),
                phone="" if email else reach,
                email=reach if email else "",
                source=self.source.text().strip(),
            )
        except UserError as error:
            self._company_field.set_error(str(error))
            self.focus_first()
            return
        self._company_field.set_error("")
        for editor in (self.company, self.person, self.job, self.reach, self.source):
            editor.clear()
        self.created.emit(prospect_id)

    def _nobody(self) -> str:
        """A number without a name is still somebody to call: the switchboard, as far as one knows."""
        return _("Switchboard") if self.company.text().strip() else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)
