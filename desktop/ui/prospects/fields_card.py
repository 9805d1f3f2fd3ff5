"""What is known of the prospect besides the calls: each field saved as one types, its error under it."""

import uuid
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPlainTextEdit, QVBoxLayout

from desktop.i18n import _
from desktop.models.prospects import Prospect
from desktop.services.prospects import update_prospect
from desktop.ui.autosave import Editor
from desktop.ui.prospects import words
from desktop.ui.prospects.checked_editor import CheckedEditor, Refused
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.chips import SegmentedControl
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.labels import PlainLabel
from desktop.ui.workspace import Workspace

_NOTES_HEIGHT = 84


class FieldsCard(Card):
    """The columns of a prospect that the rep fills in by hand. ``fields`` are by column."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(_("File"), " ")
        self._workspace = workspace
        self._prospect_id: uuid.UUID | None = None
        self.fields: dict[str, Field] = {}
        self._refused: Refused = {}
        self._editors: dict[str, CheckedEditor] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self.body.addLayout(self._grid)
        # SIREN, amounts and dates mean the same thing however they were typed; the rest is kept word for word.
        self._line("company", _("Company"), str.strip, 0, 0, 2)
        self._line("about", _("In one line"), str.strip, 1, 0, 2, _("SME, 38 people, joinery"))
        self._line("amount", _("Amount"), words.amount, 2, 0)
        self._line("expected_on", _("Expected on"), words.day, 2, 1, placeholder="31/12/2026")
        self._line("source", _("Source"), str.strip, 3, 0)
        self._line("sector", _("Sector"), str.strip, 3, 1)
        self._line("address", _("Address"), str.strip, 4, 0, 2)
        self._line("siren", _("SIREN"), words.siren, 5, 0)
        self.kind = SegmentedControl(_("Kind of customer"), [("b2b", _("Company")), ("b2c", _("Private"))])
        self.kind.chosen.connect(self._save_kind)
        kinds = QVBoxLayout()
        kinds.setSpacing(4)
        kinds.addWidget(PlainLabel(_("Kind of customer"), "label"))
        kinds.addWidget(self.kind, 0, Qt.AlignmentFlag.AlignLeft)
        kinds.addStretch(1)
        self._grid.addLayout(kinds, 5, 1)
        notes = QPlainTextEdit()
        notes.setFixedHeight(_NOTES_HEIGHT)
        self._add("notes", _("Private notes"), notes, str, 6, 0, 2, _("Never printed in a document."))

    def show_prospect(self, prospect: Prospect) -> None:
        """Show a prospect as it is in the file; what is being typed in one of the fields stays."""
        self._prospect_id = prospect.id
        shown = {
            "amount": words.shown_amount(prospect.amount),
            "expected_on": words.shown_day(prospect.expected_on),
        }
        for column, editor in self._editors.items():
            editor.show(prospect.id, shown.get(column, getattr(prospect, column)) or "")
        self.kind.set_value(prospect.kind)

    def refused(self) -> list[tuple[str, str]]:
        """What is on the screen and could not be saved: the name of the field, and the text."""
        return [
            (self.fields[column].label.text(), editor.refused)
            for column, editor in self._editors.items()
            if editor.refused
        ]

    def _line(
        self,
        column: str,
        label: str,
        read: Callable[[str], object],
        row: int,
        place: int,
        span: int = 1,
        placeholder: str = "",
    ) -> None:
        editor = QLineEdit()
        editor.setPlaceholderText(placeholder)
        self._add(column, label, editor, read, row, place, span)

    def _add(
        self,
        column: str,
        label: str,
        editor: Editor,
        read: Callable[[str], object],
        row: int,
        place: int,
        span: int,
        hint: str = "",
    ) -> None:
        field = Field(label, editor, hint)

        def save(prospect_id: uuid.UUID, text: str) -> None:
            now = self._workspace.clock.now()
            self._workspace.do(update_prospect, prospect_id, now=now, **{column: read(text)})

        self.fields[column] = field
        self._editors[column] = CheckedEditor(editor, column, self._refused, save, field.set_error)
        self._grid.addWidget(field, row, place, 1, span, Qt.AlignmentFlag.AlignTop)

    def _save_kind(self, kind: str) -> None:
        if self._prospect_id is not None:
            self._workspace.do(update_prospect, self._prospect_id, now=self._workspace.clock.now(), kind=kind)
