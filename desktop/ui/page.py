"""What the window asks of a page, and what a page may ask of the window."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.actions import Action


class Page(QWidget):
    """One screen of the program. A page gets what it needs in its constructor and knows nothing of the others."""

    key: str = ""
    """Its name in ``MainWindow.show_page`` and the scope of its actions."""
    icon_name: str = "circle"

    headline_changed = Signal()
    """The title, the subtitle or the header widgets are no longer what they were."""
    hint_changed = Signal()
    """``hints()`` has changed."""
    palette_requested = Signal()
    """Open the Ctrl+K palette, as the search field of a header does."""
    toasted = Signal(str, object)
    """What was just done, in words, and a callable that undoes it (or ``None``)."""

    def title(self) -> str:
        """What the header says in large."""
        return ""

    def subtitle(self) -> str:
        """One line under the title; may be empty."""
        return ""

    def header_widgets(self) -> list[QWidget]:
        """What stands at the right of the header, primary button last. The same widgets at each call."""
        return []

    def commands(self) -> list[Action]:
        """What can be done here, with ``scope=self.key`` (or everywhere, for what starts from this page)."""
        return []

    def hints(self) -> list[tuple[str, str]]:
        """Up to five ``(words, keys)`` shown in the status bar while the page is visible."""
        return []

    def panes(self) -> list[QWidget]:
        """What F6 goes through, from left to right; the page itself when empty."""
        return []

    def refresh(self, touched: frozenset[type]) -> None:
        """Read again what is shown: on arrival (``touched`` empty) and after each change, with the classes touched."""

    def arrive(self) -> None:
        """The page has become visible: give the focus where the work is."""
        self.setFocus()

    def leave(self) -> None:
        """The page is about to be hidden: save what is being typed."""
