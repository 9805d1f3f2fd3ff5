"""A field whose text may be refused: what was refused waits with its own record, in sight, until it is put right."""

import uuid
from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit

from desktop.errors import UserError
from desktop.ui.autosave import AutoSave, Editor

Refused = dict[tuple[uuid.UUID, str], str]
"""Texts that could not be saved, by record and column. Kept by the card: it outlives the editors of a list."""


class CheckedEditor(QObject):
    """Saves one ``column`` as one types: ``save(record, text)`` may raise ``UserError``, ``report`` shows the sentence.

    The editor serves one record after another; nothing typed for one is saved under another, and nothing is lost.
    """

    def __init__(
        self,
        editor: Editor,
        column: str,
        refused: Refused,
        save: Callable[[uuid.UUID, str], object],
        report: Callable[[str], object],
    ) -> None:
        super().__init__(editor)
        self._editor = editor
        self._column = column
        self._refused = refused
        self._save = save
        self._report = report
        self._record: uuid.UUID | None = None
        self._on_disk = ""
        self._auto = AutoSave(editor, self._try, report)
        editor.textChanged.connect(self._typed)

    @property
    def refused(self) -> str:
        """What is on the screen and not in the file; "" when all is well."""
        return self._refused.get((self._record, self._column), "") if self._record is not None else ""

    def show(self, record: uuid.UUID, text: str) -> None:
        """Show a record whose column is ``text`` in the file; what is being typed or was refused stays."""
        arriving = record != self._record
        if arriving:
            self._auto.flush()
            self._editor.clearFocus()
            self._record = record
            self._report("")
        waiting = self.refused
        if waiting and not arriving:
            return
        self._on_disk = text
        if arriving:
            self._auto.show_another(text)
        else:
            self._auto.show(text)
        if waiting:
            self._put(waiting)
            self._auto.flush()

    def _try(self, text: str) -> None:
        if (record := self._record) is None:
            return
        try:
            self._save(record, text)
        except UserError:
            self._refused[record, self._column] = text
            raise
        self._refused.pop((record, self._column), None)
        self._report("")

    def _typed(self) -> None:
        """Back to what the file has, there is nothing left to save, and nothing wrong."""
        text = self._editor.text() if isinstance(self._editor, QLineEdit) else self._editor.toPlainText()
        if self._record is not None and text == self._on_disk and self.refused:
            del self._refused[self._record, self._column]
            self._report("")

    def _put(self, text: str) -> None:
        if isinstance(self._editor, QLineEdit):
            self._editor.setText(text)
        else:
            self._editor.setPlainText(text)
