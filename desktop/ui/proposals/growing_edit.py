"""A text field as high as what is written in it, and one that offers the words of the catalogue."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QSize, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QCompleter, QPlainTextEdit, QSizePolicy, QWidget

from desktop.ui import theme

_SHEET = 14
"""Pixels that padding and border take, above and below the lines."""
_LEAST = 2
"""Letters typed before the catalogue speaks up."""


class GrowingEdit(QPlainTextEdit):
    """Never scrolls: the page does. Tab goes to the next field."""

    def __init__(self, placeholder: str = "", name: str = "", lines: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least_lines = lines
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name or placeholder)
        self.setFont(theme.font())
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(2)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._fit())
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(120, self.height())

    def _fit(self) -> None:
        lines = max(round(self.document().size().height()), self._least_lines)
        wanted = lines * self.fontMetrics().lineSpacing() + 4 + _SHEET
        # The style sheet has a least height of its own, set back each time the field is dressed again.
        if {self.minimumHeight(), self.maximumHeight()} != {wanted}:
            self.setFixedHeight(wanted)


class CatalogueEdit(GrowingEdit):
    """Offers entries whose words contain what is typed on its first line; Ctrl+Space shows them all.

    ``entries`` are the words offered; ``choose(place)`` is called with the place of the one chosen.
    """

    def __init__(
        self, placeholder: str, name: str, choose: Callable[[int], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(placeholder, name, parent=parent)
        self._choose = choose
        self._entries = QStringListModel(self)
        self.completer = QCompleter(self._entries, self)
        self.completer.setWidget(self)
        self.completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.completer.activated[QModelIndex].connect(self._chosen)  # type: ignore[index]
        popup = self.completer.popup()
        assert popup is not None
        self.popup = popup
        popup.setAccessibleName(name)
        popup.setFont(theme.font())

    def set_entries(self, entries: list[str]) -> None:
        """What the catalogue has to offer now."""
        if entries != self._entries.stringList():
            self._entries.setStringList(entries)

    def offer_all(self) -> None:
        """Show the whole catalogue under the field."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.completer.setCompletionPrefix("")
        self.completer.complete()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if self.popup.isVisible() and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Tab):
            event.ignore()
            return
        if key == Qt.Key.Key_Space and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.offer_all()
            return
        super().keyPressEvent(event)
        if event.text().strip():
            self._offer()

    def _offer(self) -> None:
        typed = self.toPlainText().strip()
        if len(typed) < _LEAST or "\n" in typed:
            self.popup.hide()
            return
        self.completer.setCompletionPrefix(typed)
        if self.completer.completionCount() and self.completer.currentCompletion() != typed:
            self.completer.complete()
        else:
            self.popup.hide()

    def _chosen(self, index: QModelIndex) -> None:
        words = index.data()
        self._choose(self._entries.stringList().index(words))
