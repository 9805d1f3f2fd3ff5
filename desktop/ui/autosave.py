"""No Save button: text goes to the disk 400 ms after the last key, when the focus leaves, and on closing."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

from desktop.errors import UserError

PAUSE_MS = 400
TYPED_MS = 20
"""Shorter than between two letters of anybody: what comes at once is told once."""
Editor = QLineEdit | QPlainTextEdit
_LINE_ENDS = str.maketrans({"\u2028": "\n", "\u2029": "\n"})
_COMES_BACK = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)
"""Why a focus leaves for a moment only: the cursor stays where the rep will find it again."""


class AutoSave(QObject):
    """Watches one editor and calls ``save(text)`` when the typing pauses. A child of the editor: it lives as long.

    When ``save`` raises ``UserError`` the text stays in the editor until the rep changes it, ``report(sentence)`` is
    called, and the next pause tries again. ``report("")`` takes the sentence back.

    ``typed``, when given, is called long before a text is saved, for who shows elsewhere what is ``unsaved``.
    """

    def __init__(
        self,
        editor: Editor,
        save: Callable[[str], object],
        report: Callable[[str], object],
        typed: Callable[[], object] | None = None,
    ) -> None:
        super().__init__(editor)
        self._editor = editor
        self._save = save
        self._report = report
        self._saved = self._text()
        self._refused: str | None = None
        self._saving = False
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._timer.timeout.connect(self.flush)
        editor.textChanged.connect(self._timer.start)
        if typed is not None:
            letters = QTimer(self, singleShot=True, interval=TYPED_MS)
            letters.timeout.connect(typed)
            editor.textChanged.connect(letters.start)
        editor.installEventFilter(self)

    @property
    def saved(self) -> str:
        """The text as it is on the disk."""
        return self._saved

    @property
    def unsaved(self) -> str | None:
        """The text of the editor while it is not that on the disk."""
        text = self._text()
        return text if text != self._saved else None

    def show(self, text: str) -> None:
        """Put a text in the editor that is already on the disk, unless what is there has yet to be saved."""
        unsaved = self._text() != self._saved
        if unsaved and (self._editor.hasFocus() or self._text() == self._refused):
            return
        self.show_another(text)

    def show_another(self, text: str) -> None:
        """Put the text of another record in the editor, whatever is there."""
        self._saved = text
        self._refused = None
        if text != self._text():
            if isinstance(self._editor, QLineEdit):
                self._editor.setText(text)
                self._show_the_beginning()
            else:
                self._editor.setPlainText(text)
        self._timer.stop()

    def flush(self) -> None:
        """Save now what is not saved yet. Called again by its own ``save``, it leaves it to the first."""
        if self._saving:
            return
        self._timer.stop()
        text = self._text()
        if text == self._saved:
            self.take_back()
            return
        self._saving = True
        try:
            self._save(text)
        except UserError as error:
            self._refused = text
            self._report(str(error))
        else:
            # ``save`` may have shown what it made of the text, which is then what is on the disk.
            if self._text() == text:
                self._saved = text
            self.take_back()
        finally:
            self._saving = False

    def take_back(self) -> None:
        """Say no more of what was refused; the next ``show`` may put what is on the disk in its place."""
        if self._refused is not None:
            self._refused = None
            self._report("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # An editor taken apart lets go of the focus when nothing of it can be read any more.
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut and isValid(self._editor):
            self.flush()
            if event.reason() not in _COMES_BACK:
                self._show_the_beginning()
        return False

    def _show_the_beginning(self) -> None:
        """A line longer than its field begins with its first word when nobody is typing in it."""
        if isinstance(self._editor, QLineEdit) and not self._editor.hasFocus():
            self._editor.setCursorPosition(0)

    def _text(self) -> str:
        if isinstance(self._editor, QLineEdit):
            return self._editor.text()
        # ``toPlainText`` would make plain spaces of the no-break ones: every French quotation would look retyped.
        return self._editor.document().toRawText().translate(_LINE_ENDS)


def flush_all(root: QWidget) -> None:
    """Save every text under ``root`` that is still waiting for its pause: on leaving a page, and on closing."""
    for autosave in root.findChildren(AutoSave):
        autosave.flush()
