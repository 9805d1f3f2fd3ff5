"""Under the capture line: the few keys that make a call, so that nobody has to learn them beforehand."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.ui.widgets.buttons import KeyCap
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import PlainLabel


class KeyHints(QWidget):
    """Keys with their words; a small window keeps those of a first line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        first = [
            _hint(("Return",), _("adds their words")),
            _hint(("Ctrl+0", "3"), _("scores the criterion")),
            _hint(("Ctrl+Return",), _("next question")),
        ]
        second = [
            _hint(("Ctrl+B",), _("quotable")),
            _hint(("-",), _("note")),
            _hint(("!",), _("objection")),
            _hint(("?",), _("to ask later")),
            _hint(("=",), _("heat")),
        ]
        self._second = _row(second)
        column.addWidget(_row(first))
        column.addWidget(self._second)

    def set_compact(self, compact: bool) -> None:
        """Keep one line."""
        self._second.setHidden(compact)


def _row(hints: list[QWidget]) -> QWidget:
    box = QWidget()
    flow = FlowLayout(box, spacing=11)
    for hint in hints:
        flow.addWidget(hint)
    return box


def _hint(keys: tuple[str, ...], words: str) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(5)
    for place, key in enumerate(keys):
        if place:
            row.addWidget(PlainLabel("–", "small"))
        row.addWidget(KeyCap(key))
    row.addWidget(PlainLabel(words, "small"))
    return box
