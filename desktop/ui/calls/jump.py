"""Ctrl+G: a question found by a few letters of its title, its wording or its theme."""

import unicodedata

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from desktop.i18n import _
from desktop.models.scripts import Script
from desktop.ui.widgets.fields import SearchField
from desktop.ui.widgets.overlay import Overlay

_KEY = Qt.ItemDataRole.UserRole


class QuestionJump(Overlay):
    """``open_for`` a script; Enter goes to the question, Esc goes back to the line."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, _("Go to a question"), 560)
        self.field = SearchField(_("A word of the question: budget, decision…"), _("Go to a question"))
        self.field.setObjectName("call.jump")
        self.list = QListWidget()
        self.list.setAccessibleName(_("Questions"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setWordWrap(True)
        self.list.setSpacing(3)
        self.content.setContentsMargins(12, 12, 12, 12)
        self.content.setSpacing(8)
        self.content.addWidget(self.field)
        self.content.addWidget(self.list)
        self._script: Script | None = None
        self.field.textChanged.connect(self._filter)
        self.field.returnPressed.connect(self._go)
        self.list.itemClicked.connect(lambda _item: self._go())

    def open_for(self, script: Script) -> None:
        """Show every question of ``script``."""
        self._script = script
        self.field.clear()
        self._filter("")
        self.open()
        self.field.setFocus()

    def wanted_height(self) -> int:
        return 380

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if step and self.list.count():
            self.list.setCurrentRow((self.list.currentRow() + step) % self.list.count())
            return
        super().keyPressEvent(event)

    def _filter(self, typed: str) -> None:
        self.list.clear()
        assert self._script is not None
        words = _plain(typed).split()
        for section in self._script.sections:
            for question in section.questions:
                text = _plain(f"{section.name} {question.title} {question.text}")
                if all(word in text for word in words):
                    item = QListWidgetItem(f"{section.name} · {question.title}\n{question.text}")
                    item.setData(_KEY, question.key)
                    self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _go(self) -> None:
        item = self.list.currentItem()
        if item is None:
            return
        self.close_overlay()
        self.chosen.emit(item.data(_KEY))


def _plain(text: str) -> str:
    """Without accents or capitals."""
    return "".join(sign for sign in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(sign))
