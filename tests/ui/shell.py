"""A window with three small pages, for the tests of its parts."""

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.ui.actions import Action, ActionRegistry
from desktop.ui.command_palette import Provider
from desktop.ui.main_window import MainWindow
from desktop.ui.page import Page
from desktop.ui.rail import RailEntry
from desktop.ui.widgets.buttons import Button


class SmallPage(Page):
    """A page with a line to type in, that remembers what the window asked of it."""

    def __init__(self, key: str, name: str) -> None:
        super().__init__()
        self.key = key
        self.name = name
        self.said: list[str] = []
        self.line = QLineEdit()
        self.line.setAccessibleName("Notes")
        self.new_button = Button("New", "primary", keycap="Ctrl+N")
        QVBoxLayout(self).addWidget(self.line)

    def title(self) -> str:
        return self.name

    def subtitle(self) -> str:
        return f"All about {self.name}"

    def header_widgets(self) -> list[QWidget]:
        return [self.new_button]

    def commands(self) -> list[Action]:
        return [
            Action(
                f"{self.key}.new",
                f"New in {self.name}",
                lambda: self.said.append("new"),
                ("Ctrl+N",),
                self.key,
                icon="plus",
                synonyms=("create", "ajouter"),
            )
        ]

    def hints(self) -> list[tuple[str, str]]:
        return [("Objection", "F4")]

    def refresh(self, touched: frozenset[type]) -> None:
        self.said.append("refresh")

    def arrive(self) -> None:
        self.said.append("arrive")
        self.line.setFocus()

    def leave(self) -> None:
        self.said.append("leave")


def small_window(providers: tuple[Provider, ...] = (), **more: object) -> MainWindow:
    """Pages today, call (hidden in the rail) and prospects."""
    pages = [SmallPage("today", "Today"), SmallPage("call", "Call"), SmallPage("prospects", "Réglages étendus")]
    entries = [
        RailEntry("today", "Today", "sun", 1),
        RailEntry("call", "Call in progress", "phone-call", visible=False),
        RailEntry("prospects", "Prospects", "users", 2),
        RailEntry("settings", "Settings", "settings", 7, foot=True),
    ]
    window = MainWindow(pages, entries, ActionRegistry(), providers=providers, **more)  # type: ignore[arg-type]
    window.show_page("today")
    return window
