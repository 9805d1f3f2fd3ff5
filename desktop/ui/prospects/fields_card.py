"""What is known of the prospect besides the calls: each field saved as one types, its error under it."""

import uuid
from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QGridLayout, QLineEdit, QPlainTextEdit, QVBoxLayout

from desktop.i18n import _, current
from desktop.models.prospects import Prospect
from desktop.models.statuses import Status
from desktop.services.prospect_rows import sources
from desktop.services.prospects import update_prospect
from desktop.services.status_moves import set_wake_day, wake_day
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
        self._line("wake_on", _("Look at it again on"), self._wake_day, 3, 0, 2, _("in 3 months, March, 15/03…"))
        self._line("source", _("Source"), str.strip, 4, 0)
        self._line("sector", _("Sector"), str.strip, 4, 1)
        self._line("website", _("Website"), words.website, 5, 0, 2, "www.brevent.fr")
        self._line("address", _("Address"), str.strip, 6, 0, 2)
        self._line("siren", _("SIREN"), words.siren, 7, 1)
        self._offer_sources()
        self.kind = SegmentedControl(_("Kind of customer"), [("b2b", _("Company")), ("b2c", _("Private"))])
        self.kind.chosen.connect(self._save_kind)
        kinds = QVBoxLayout()
        kinds.setSpacing(4)
        kinds.addWidget(PlainLabel(_("Kind of customer"), "label"))
        kinds.addWidget(self.kind, 0, Qt.AlignmentFlag.AlignLeft)
        kinds.addStretch(1)
        self._grid.addLayout(kinds, 7, 0)
        notes = QPlainTextEdit()
        notes.setFixedHeight(_NOTES_HEIGHT)
        self._add("notes", _("Private notes"), notes, str, 8, 0, 2, _("Never printed in a document."))

    def show_prospect(self, prospect: Prospect) -> None:
        """Show a prospect as it is in the file; what is being typed in one of the fields stays."""
        self._prospect_id = prospect.id
        shown = {
            "amount": words.shown_amount(prospect.amount),
            "expected_on": words.shown_day(prospect.expected_on),
            "wake_on": words.shown_day(prospect.wake_on),
        }
        household = prospect.kind == "b2c"
        self.fields["wake_on"].setVisible(prospect.status is Status.SHELVED)
        # What a household does not have is not asked of it, unless it was filled in before.
        self.fields["company"].setVisible(not household or bool(prospect.company))
        self.fields["siren"].setVisible(not household or bool(prospect.siren))
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
        read: Callable[[str], Any],
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
        read: Callable[[str], Any],
        row: int,
        place: int,
        span: int,
        hint: str = "",
    ) -> None:
        field = Field(label, editor, hint)

        def save(prospect_id: uuid.UUID, text: str) -> None:
            now, value = self._workspace.clock.now(), read(text)
            if column == "wake_on":
                self._workspace.do(set_wake_day, prospect_id, value, now=now)
            else:
                self._workspace.do(update_prospect, prospect_id, now=now, **{column: value})

        self.fields[column] = field
        self._editors[column] = CheckedEditor(editor, column, self._refused, save, field.set_error)
        self._grid.addWidget(field, row, place, 1, span, Qt.AlignmentFlag.AlignTop)

    def _wake_day(self, text: str) -> date | None:
        return wake_day(text, self._workspace.clock.now(), current().code)

    def _offer_sources(self) -> None:
        """Those already used, offered while one is typed: the same source under two names is counted twice."""
        editor = self.fields["source"].editor
        assert isinstance(editor, QLineEdit)
        self._sources = QStringListModel(self)
        completer = QCompleter(self._sources, editor)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        offered = completer.popup()
        assert offered is not None
        offered.setAccessibleName(_("Sources already used"))
        editor.setCompleter(completer)
        editor.textEdited.connect(self._read_sources)

    def _read_sources(self, text: str) -> None:
        """At the first letter only: they hardly change, and are those of the whole file."""
        if len(text) == 1 or not self._sources.stringList():
            self._sources.setStringList(self._workspace.ask(sources))

    def _save_kind(self, kind: str) -> None:
        if self._prospect_id is not None:
            self._workspace.do(update_prospect, self._prospect_id, now=self._workspace.clock.now(), kind=kind)
