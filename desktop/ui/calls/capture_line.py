"""The line the rep lives in: always focused, it takes their words, and the keys that score without leaving it."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget

from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.digits import digit_of

_ONE_LINE = 46
_MOST_LINES = 4
_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_PAD = Qt.KeyboardModifier.KeypadModifier


class CaptureLine(QPlainTextEdit):
    """Grows to four lines. Enter submits, Shift+Enter breaks the line, Esc leaves; the owner clears what it saved."""

    submitted = Signal(str)
    scored = Signal(int)
    left = Signal()
    undo_requested = Signal()
    redo_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("call.line")
        self.setAccessibleName(_("Their words"))
        self.setFont(theme.font("large"))
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._fit())
        self._invite(False)
        self._fit()

    def take(self, text: str) -> None:
        """Empty the line of what has just been saved; its own undo starts afresh."""
        if self.toPlainText() == text:
            self.clear()

    def _fit(self) -> None:
        # QPlainTextEdit measures its document in lines.
        lines = round(self.document().documentLayout().documentSize().height())
        shown = min(max(1, lines), _MOST_LINES)
        height = _ONE_LINE + (shown - 1) * QFontMetrics(self.font()).lineSpacing()
        if height != self.height():
            self.setFixedHeight(height)
            margin = (_ONE_LINE - 14 - QFontMetrics(self.font()).lineSpacing()) / 2
            self.document().setDocumentMargin(max(2.0, margin))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, _ONE_LINE)

    def _invite(self, focused: bool) -> None:
        away = _("One-key mode: 0–3 score, ↑ ↓ questions, Esc to write again")
        self.setPlaceholderText(_("Their words, as they say them…") if focused else away)

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
        if modifiers == _CTRL and digit_of(event) in (0, 1, 2, 3):
            return True
        return self._is_history(event) and not self.toPlainText()

    @staticmethod
    def _is_history(event: QKeyEvent) -> bool:
        return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)

    def _do(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
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

    def focusInEvent(self, event: QEvent) -> None:
        super().focusInEvent(event)  # type: ignore[arg-type]
        self._invite(True)

    def focusOutEvent(self, event: QEvent) -> None:
        super().focusOutEvent(event)  # type: ignore[arg-type]
        self._invite(False)
