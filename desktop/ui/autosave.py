"""No Save button: text goes to the disk 400 ms after the last key, when the focus leaves, and on closing."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from desktop.errors import UserError

PAUSE_MS = 400
Editor = QLineEdit | QPlainTextEdit


class AutoSave(QObject):
    """Watches one editor and calls ``save(text)`` when the typing pauses. A child of the editor: it lives as long.

    When ``save`` raises ``UserError`` the text stays in the editor, ``report(sentence)`` is called, and the next pause
    tries again.
    """

    def __init__(self, editor: Editor, save: Callable[[str], object], report: Callable[[str], object]) -> None:
        super().__init__(editor)
        self._editor = editor
        self._save = save
        self._report = report
        self._saved = self._text()
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._timer.timeout.connect(self.flush)
        editor.textChanged.connect(self._timer.start)
        editor.installEventFilter(self)

    def show(self, text: str) -> None:
        """Put a text in the editor that is already on the disk, unless the rep is in the middle of another."""
        if self._text() != self._saved and self._editor.hasFocus():
            return
        self._saved = text
        if text != self._text():
            if isinstance(self._editor, QLineEdit):
                self._editor.setText(text)
            else:
                self._editor.setPlainText(text)
        self._timer.stop()

    def flush(self) -> None:
        """Save now what is not saved yet."""
        self._timer.stop()
        text = self._text()
        if text == self._saved:
            return
        try:
            self._save(text)
        except UserError as error:
            self._report(str(error))
        else:
            self._saved = text

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.flush()
        return super().eventFilter(watched, event)

    def _text(self) -> str:
        return self._editor.text() if isinstance(self._editor, QLineEdit) else self._editor.toPlainText()


def flush_all(root: QWidget) -> None:
    """Save every text under ``root`` that is still waiting for its pause: on leaving a page, and on closing."""
    for autosave in root.findChildren(AutoSave):
        autosave.flush()
