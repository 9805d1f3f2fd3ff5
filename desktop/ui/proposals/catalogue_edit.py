"""A text field that offers the words of the catalogue."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QWidget

from desktop.ui import theme
from desktop.ui.widgets.growing_edit import GrowingEdit

_LEAST = 2
"""Letters typed before the catalogue speaks up."""


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
