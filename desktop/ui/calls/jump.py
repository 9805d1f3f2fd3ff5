"""Ctrl+G: a question found by a few letters of its title, its wording or its theme."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidgetItem, QWidget

from desktop.i18n import _
from desktop.models.scripts import Script
from desktop.ui.calls.picker import Picker
from desktop.ui.command_palette import fold

_KEY = Qt.ItemDataRole.UserRole


class QuestionJump(Picker):
    """``open_for`` a script; Enter goes to the question, Esc goes back to the line."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        invitation = _("A word of the question: budget, decision…")
        super().__init__(parent, _("Go to a question"), 560, invitation, _("Questions"))
        self.field.setObjectName("call.jump")
        self.list.setWordWrap(True)
        self.list.setSpacing(3)
        self._script: Script | None = None

    def open_for(self, script: Script) -> None:
        """Show every question of ``script``."""
        self._script = script
        self.show_list()

    def wanted_height(self) -> int:
        return 380

    def fill(self, typed: str) -> None:
        self.list.clear()
        assert self._script is not None
        words = fold(typed).split()
        for section in self._script.sections:
            for question in section.questions:
                text = fold(f"{section.name} {question.title} {question.text}")
                if all(word in text for word in words):
                    item = QListWidgetItem(f"{section.name} · {question.title}\n{question.text}")
                    item.setData(_KEY, question.key)
                    self.list.addItem(item)
        self.list.setCurrentRow(0)

    def take(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.close_overlay()
            self.chosen.emit(item.data(_KEY))
