"""A prospect written down in ten seconds, without leaving the list."""

import uuid

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit

from desktop.errors import UserError
from desktop.i18n import _
from desktop.services.duplicates import Draft, similar_to_draft
from desktop.services.prospects import create_prospect
from desktop.ui.prospects.similar import SimilarBanner
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.fields import Field
from desktop.ui.workspace import Workspace

_PAUSE_MS = 40
"""Between a key and the search for one that looks the same: keys held down stay smooth."""


class NewProspect(Card):
    """Company, person, job, a way to reach them, where they come from. Enter saves, Esc leaves what is typed."""

    created = Signal(object)
    """The key of the new prospect."""
    closed = Signal()
    similar_opened = Signal(object)
    """The key of a prospect that what is typed looks like, to be opened instead."""
    similar_compared = Signal(object, object)
    """What was typed, now created, and the prospect that it looks like: to be shown side by side."""

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
        self.similar = SimilarBanner()
        self.similar.opened.connect(self.similar_opened)
        self.similar.compared.connect(self._compare)
        self._looking = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._looking.timeout.connect(self.look_for_similar)
        for editor in (self.company, self.person, self.reach):
            editor.textChanged.connect(lambda _text: self._looking.start())
        self.body.addLayout(grid)
        self.body.addWidget(self.similar)

    def focus_first(self) -> None:
        """Put the keyboard in the first field."""
        self.company.setFocus(Qt.FocusReason.OtherFocusReason)

    def look_for_similar(self) -> None:
        """Say which prospect what is typed looks like, if any does."""
        self._looking.stop()
        reach = self.reach.text().strip()
        email = "@" in reach
        draft = Draft(self.company.text(), self.person.text(), "" if email else reach, reach if email else "")
        found = self._workspace.ask(similar_to_draft, draft, limit=1)
        self.similar.show_similar(found[0] if found else None)

    def save(self) -> uuid.UUID | None:
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
            return None
        self._company_field.set_error("")
        for editor in (self.company, self.person, self.job, self.reach, self.source):
            editor.clear()
        self._looking.stop()
        self.similar.show_similar(None)
        self.created.emit(prospect_id)
        return prospect_id

    def _compare(self, other_id: uuid.UUID) -> None:
        created = self.save()
        if created is not None:
            self.similar_compared.emit(created, other_id)

    def _nobody(self) -> str:
        """A number without a name is still somebody to call: the switchboard, as far as one knows."""
        return _("Switchboard") if self.company.text().strip() else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)
