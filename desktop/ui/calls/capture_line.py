"""The line the rep lives in: always focused, it takes their words, and the keys that score without leaving it."""

import uuid

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QKeySequence, QResizeEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QSizePolicy, QWidget

from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.digits import digit_of
from desktop.ui.widgets.labels import PlainLabel, Sign

_ONE_LINE = 46
_MOST_LINES = 4
_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_PAD = Qt.KeyboardModifier.KeypadModifier


class CaptureLine(QPlainTextEdit):
    """Grows to four lines. Enter submits, Shift+Enter breaks the line, Esc leaves; the owner clears what it saved.

    ↑ in the empty line asks for the last entry (``last_wanted``), which the owner gives to ``edit``. While ``edited``
    is its key, Enter submits it anew and Esc, or Enter with nothing left, gives the change up.
    """

    submitted = Signal(str)
    last_wanted = Signal()
    scored = Signal(int)
    left = Signal()
    undo_requested = Signal()
    redo_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("call.line")
        self.edited: uuid.UUID | None = None
        """The entry that is being changed."""
        self.setAccessibleName(_("Their words"))
        self.setFont(theme.font("large"))
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._mark = _EditMark(self)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._fit())
        self._invite(False)
        self._fit()

    def take(self, text: str) -> None:
        """Empty the line of what has just been saved; its own undo starts afresh."""
        if self.toPlainText() == text:
            self.clear()

    def edit(self, entry_id: uuid.UUID, typed: str) -> None:
        """Take an entry back into the line, to change it; nothing happens to it before Enter."""
        self.setPlainText(typed)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self._set_edited(entry_id)

    def clear(self) -> None:
        """Empty the line, whatever it held; an entry that was being changed stays as it is."""
        super().clear()
        self._set_edited(None)

    def _set_edited(self, entry_id: uuid.UUID | None) -> None:
        self.edited = entry_id
        self._mark.setVisible(entry_id is not None)
        self.setAccessibleDescription(self._mark.words if entry_id else "")
        self._fit()

    def _fit(self) -> None:
        # QPlainTextEdit measures its document in lines.
        lines = round(self.document().documentLayout().documentSize().height())
        shown = min(max(1, lines), _MOST_LINES)
        mark = self._mark.sizeHint().height() if self.edited else 0
        if mark != self.viewportMargins().top():
            self.setViewportMargins(0, mark, 0, 0)
        height = _ONE_LINE + (shown - 1) * QFontMetrics(self.font()).lineSpacing() + mark
        if height != self.height():
            self.setFixedHeight(height)
            margin = (_ONE_LINE - 14 - QFontMetrics(self.font()).lineSpacing()) / 2
            self.document().setDocumentMargin(max(2.0, margin))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self._invite(self.hasFocus())
        self._mark.setGeometry(12, 5, self.width() - 24, self._mark.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(120, _ONE_LINE)

    def _invite(self, focused: bool) -> None:
        away = _("One-key mode: 0–3 score, ↑ ↓ questions, Esc to write again")
        words = _("Their words, as they say them… (↑ changes the last entry)") if focused else away
        room = self.viewport().width() - 2 * round(self.document().documentMargin()) - 4
        self.setPlaceholderText(QFontMetrics(self.font()).elidedText(words, Qt.TextElideMode.ElideRight, room))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_ours(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._is_ours(event):
            self._do(event)
            event.accept()
            return
        super().keyPressEvent(event)

    def _is_ours(self, event: QKeyEvent) -> bool:
        modifiers = event.modifiers() & ~_PAD
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            return modifiers == Qt.KeyboardModifier.NoModifier
        if self._scores(event):
            return True
        if self.toPlainText() or self.edited:
            return False
        return self._is_history(event) or (event.key() == Qt.Key.Key_Up and modifiers == Qt.KeyboardModifier.NoModifier)

    @staticmethod
    def _scores(event: QKeyEvent) -> bool:
        return event.modifiers() & ~_PAD == _CTRL and digit_of(event) in (0, 1, 2, 3)

    @staticmethod
    def _is_history(event: QKeyEvent) -> bool:
        return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)

    def _do(self, event: QKeyEvent) -> None:
        blank = self.edited is not None and not self.toPlainText().strip()
        if self.edited is not None and (blank or event.key() == Qt.Key.Key_Escape) and not self._scores(event):
            self.clear()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Up:
            self.last_wanted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submitted.emit(self.toPlainText())
        elif event.matches(QKeySequence.StandardKey.Undo):
            self.undo_requested.emit()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self.redo_requested.emit()
        else:
            digit = digit_of(event)
            assert digit is not None
            self.scored.emit(digit)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._invite(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._invite(False)


class _EditMark(QWidget):
    """Above the words, while they are those of an entry: what is going on, and the two ways out."""

    def __init__(self, line: QWidget) -> None:
        super().__init__(line)
        self.hide()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.words = _("Changing the last entry: Enter saves, Esc gives up")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        row.addWidget(Sign("pencil", "accent", 12))
        row.addWidget(PlainLabel(self.words, "accent", elide=True), 1)
