"""The line that looks for words in the preview: how many there are, the next one, the one before."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.i18n import _
from desktop.ui.proposals.open_pdf import OpenPdf
from desktop.ui.proposals.preview_find import Hit, hits_in
from desktop.ui.toasts import announce
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.fields import SearchField
from desktop.ui.widgets.labels import PlainLabel

_PAUSE_MS = 120


class SearchBar(QWidget):
    """Hidden until ``open``; Enter and F3 go on, with Shift they go back, Esc closes.

    ``found`` says that the words marked changed: ``hits``, and ``current`` among them, which ``moved`` asks to see.
    """

    found = Signal()
    moved = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pdf: OpenPdf | None = None
        self.hits: list[Hit] = []
        self._place = 0
        self.line = SearchField(_("Look for words"), _("Look for words in the document"))
        self.line.setMinimumWidth(90)
        self.count = PlainLabel("", "small", tabular=True)
        self.previous = Button("", "quiet", icon_name="chevron-up", name=_("Previous words found"), small=True)
        self.next = Button("", "quiet", icon_name="chevron-down", name=_("Next words found"), small=True)
        self.close_button = Button("", "quiet", icon_name="x", name=_("Close the search"), small=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(4)
        row.addWidget(self.line, 1)
        for widget in (self.count, self.previous, self.next, self.close_button):
            row.addWidget(widget)
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._timer.timeout.connect(lambda: self._look(True))
        self.line.textChanged.connect(lambda _text: self._timer.start())
        self.previous.clicked.connect(lambda: self.step(-1))
        self.next.clicked.connect(lambda: self.step(1))
        self.close_button.clicked.connect(self.leave)
        self._say()
        self.hide()

    @property
    def current(self) -> Hit | None:
        """The words at hand."""
        return self.hits[self._place] if self.hits else None

    def open(self) -> None:
        """Show the line, its words ready to be replaced."""
        self.show()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()
        self._look(False)

    def leave(self) -> None:
        """Hide the line; nothing is marked any more."""
        self._timer.stop()
        self.hits, self._place = [], 0
        self.hide()
        self.found.emit()
        self.closed.emit()

    def show_document(self, pdf: OpenPdf | None) -> None:
        """Look in another document, and stay at the same place of the list."""
        self._pdf = pdf
        if not self.isHidden():
            place = self._place
            self._look(False)
            self._place = min(place, max(len(self.hits) - 1, 0))
            self._tell()

    def step(self, step: int) -> None:
        """Go to the next words found, or back; round at the ends."""
        if self._timer.isActive():
            self._timer.stop()
            self._look(True)
            return
        if self.hits:
            self._place = (self._place + step) % len(self.hits)
            self._tell()
            self.moved.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F3):
            self.step(-1 if back else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _look(self, move: bool) -> None:
        text = self.line.text()
        self.hits = hits_in(self._pdf, text) if self._pdf is not None and text.strip() else []
        self._place = 0
        self._tell()
        if move and self.hits:
            self.moved.emit()

    def _tell(self) -> None:
        self._say()
        self.found.emit()

    def _say(self) -> None:
        typed = bool(self.line.text().strip())
        words = _("{place} of {total}").format(place=self._place + 1, total=len(self.hits)) if self.hits else ""
        words = words or (_("No result") if typed else "")
        if words != self.count.text():
            self.count.setText(words)
            if not self.isHidden():
                announce(self, words)
        self.previous.setEnabled(bool(self.hits))
        self.next.setEnabled(bool(self.hits))
