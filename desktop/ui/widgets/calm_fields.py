"""Fields of a page that scrolls and that can undo: the wheel does not change them, and Ctrl+Z goes on to the page."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QSpinBox

from desktop.ui.autosave import Editor


class UndoOfPage(QObject):
    """Leaves Ctrl+Z to the page once a text has nothing of its own to undo; a child of the editor."""

    def __init__(self, editor: Editor) -> None:
        super().__init__(editor)
        self._editor = editor
        editor.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            undoing = event.matches(QKeySequence.StandardKey.Undo) and not self._can_undo()
            redoing = event.matches(QKeySequence.StandardKey.Redo) and not self._can_redo()
            if undoing or redoing or event.modifiers() == Qt.KeyboardModifier.AltModifier:
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    def _can_undo(self) -> bool:
        editor = self._editor
        return editor.isUndoAvailable() if isinstance(editor, QLineEdit) else editor.document().isUndoAvailable()

    def _can_redo(self) -> bool:
        editor = self._editor
        return editor.isRedoAvailable() if isinstance(editor, QLineEdit) else editor.document().isRedoAvailable()


class CalmSpinBox(QSpinBox):
    """The wheel scrolls the page, and does not change a number that nobody looks at."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # Three stand side by side under a finger too, whose arrows are wide.
        self.setMinimumWidth(104)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class CalmComboBox(QComboBox):
    """The wheel scrolls the page, and does not change a choice that nobody looks at."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(self.sizePolicy().Policy.Ignored, self.sizePolicy().verticalPolicy())
        self.setMinimumWidth(90)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
