"""A field with its name above and what is wrong below: never colour alone, never a box that nobody named."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.ui import icons, theme
from desktop.ui.widgets.labels import PlainLabel, Sign


class Field(QWidget):
    """A label with its buddy, an editor, a hint, and the error that replaces the hint."""

    def __init__(self, label: str, editor: QWidget, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = editor
        self._hint = hint
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.label = PlainLabel(label, "label")
        self.label.setBuddy(editor)
        column.addWidget(self.label)
        column.addWidget(editor)
        below = QHBoxLayout()
        below.setSpacing(5)
        self._sign = Sign("circle-alert", "danger", 15)
        self._sign.hide()
        self._below = PlainLabel(hint, "faint", wrap=True)
        below.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        below.addWidget(self._below, 1)
        column.addLayout(below)
        # Once it has a parent: shown before, it would be a window for an instant and take the focus away.
        self._below.setVisible(bool(hint))
        editor.setAccessibleName(label)
        editor.setAccessibleDescription(hint)
        if isinstance(editor, QPlainTextEdit):
            editor.setTabChangesFocus(True)

    @property
    def error(self) -> str:
        """The sentence shown under the editor; "" when all is well."""
        return self._below.text() if self._below.kind == "danger" else ""

    def set_error(self, sentence: str) -> None:
        """Say what is wrong and what to do, or "" to take it back."""
        self._below.set_kind("danger" if sentence else "faint")
        self._below.setText(sentence or self._hint)
        self._below.setVisible(bool(sentence or self._hint))
        self._sign.setVisible(bool(sentence))
        self.editor.setAccessibleDescription(sentence or self._hint)
        self.editor.setProperty("invalid", bool(sentence))
        self.editor.style().unpolish(self.editor)
        self.editor.style().polish(self.editor)


class SearchField(QLineEdit):
    """A line to filter with: a magnifying glass, a cross to clear, and Esc that clears before it leaves."""

    def __init__(self, placeholder: str = "", name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder or _("Search"))
        self.setAccessibleName(name or placeholder or _("Search"))
        self.setFont(theme.font())
        self.setClearButtonEnabled(True)
        self.addAction(icons.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.setMinimumWidth(160)

    def sizeHint(self) -> QSize:
        return QSize(260, theme.metrics().control)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)
