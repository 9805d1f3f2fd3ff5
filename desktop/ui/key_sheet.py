"""F1: the keys of this screen, taken from the registry so that the sheet can never lie."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.ui.actions import EVERYWHERE, Action, ActionRegistry
from desktop.ui.widgets.buttons import Button, KeyCap
from desktop.ui.widgets.labels import Divider, PlainLabel
from desktop.ui.widgets.overlay import Overlay


class KeySheet(Overlay):
    """Two columns: what this page listens to, and what works everywhere."""

    def __init__(self, window: QWidget, registry: ActionRegistry) -> None:
        super().__init__(window, _("Keys of this screen"), width=820, top=0.08)
        self._registry = registry
        head = QHBoxLayout()
        head.setContentsMargins(22, 16, 16, 12)
        head.addWidget(PlainLabel(_("Keys of this screen"), "title"))
        head.addStretch(1)
        self.close_button = Button(_("Close"), "quiet", keycap="Esc")
        self.close_button.clicked.connect(lambda: self.close_overlay())
        head.addWidget(self.close_button)
        self.content.addLayout(head)
        self.content.addWidget(Divider())
        self._scroll = QScrollArea()
        self._scroll.setAccessibleName(_("Keys of this screen"))
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.content.addWidget(self._scroll, 1)
        self.lines: list[tuple[str, tuple[str, ...]]] = []

    def open_for(self, scope: str, page_title: str) -> None:
        """Show the keys of the page ``scope``."""
        here = [action for action in self._registry.visible(scope) if action.keys]
        own = [action for action in here if action.scope != EVERYWHERE]
        everywhere = [action for action in here if action.scope == EVERYWHERE]
        self.lines = [(action.text, action.keys) for action in own + everywhere]
        sheet = QWidget()
        sheet.setProperty("clear", True)
        columns = QHBoxLayout(sheet)
        columns.setContentsMargins(22, 16, 22, 20)
        columns.setSpacing(36)
        for parts in _share(page_title, own, everywhere):
            columns.addLayout(_column(parts), 1)
        self._scroll.setWidget(sheet)
        self.open()
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def wanted_height(self) -> int:
        sheet = self._scroll.widget()
        return 72 + (sheet.sizeHint().height() if sheet is not None else 0)


Part = tuple[str, Sequence[Action]]


def _share(page_title: str, own: Sequence[Action], everywhere: Sequence[Action]) -> list[list[Part]]:
    """The keys of the page first; where they are many, the second column takes what makes both as long."""
    if not own:
        return [[(_("Everywhere"), everywhere)]]
    half = (len(own) + len(everywhere) + 2) // 2
    if len(own) <= half:
        return [[(page_title, own)], [(_("Everywhere"), everywhere)]]
    return [[(page_title, own[:half])], [("", own[half:]), (_("Everywhere"), everywhere)]]


def _column(parts: Sequence[Part]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(10)
    for title, actions in parts:
        column.addWidget(PlainLabel(title or " ", "accent"))
        column.addLayout(_lines(actions))
        column.addSpacing(8)
    column.addStretch(1)
    return column


def _lines(actions: Sequence[Action]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(8)
    grid.setColumnStretch(0, 1)
    for row, action in enumerate(actions):
        grid.addWidget(PlainLabel(action.text, "body", wrap=True), row, 0)
        caps = QHBoxLayout()
        caps.setSpacing(4)
        caps.addStretch(1)
        for keys in action.keys:
            caps.addWidget(KeyCap(keys))
        grid.addLayout(caps, row, 1)
    return grid
