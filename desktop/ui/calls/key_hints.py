"""Under the capture line: the few keys and signs that make a call, so that nobody has to learn them beforehand."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.i18n import _, pgettext
from desktop.ui.widgets.buttons import KeyCap
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import PlainLabel


class KeyHints(QWidget):
    """Keys, then the signs that begin a line. A small window keeps the signs: the keys stand in the palette too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        keys = [
            _hint(("Return",), _("adds their words")),
            _hint(("Ctrl+0", "3"), _("scores the criterion")),
            _hint(("Ctrl+Return",), _("next question")),
        ]
        signs = [
            _hint(("!",), _("objection")),
            _hint(("-",), pgettext("sign that begins a line", "note")),
            _hint(("?",), _("to ask later")),
            _hint(("#",), pgettext("sign that begins a line", "tag")),
            _hint(
                ("@",),
                pgettext("sign that begins a line", "next step"),
                _("@fri 10am confirm the budget, @in 2 weeks, @end of January"),
            ),
            _hint(("=",), _("heat"), _("=hot, =warm, =cold")),
        ]
        self._keys, self._signs = _row(keys), _row(signs)
        column.addWidget(self._keys)
        column.addWidget(self._signs)

    def set_compact(self, compact: bool) -> None:
        """Keep the signs only."""
        self._keys.setHidden(compact)


def _row(hints: Sequence[QWidget]) -> QWidget:
    box = QWidget()
    flow = FlowLayout(box, spacing=9)
    for hint in hints:
        flow.addWidget(hint)
    return box


def _hint(keys: tuple[str, ...], words: str, example: str = "") -> QWidget:
    box = QWidget()
    box.setToolTip(example)
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(5)
    for place, key in enumerate(keys):
        if place:
            row.addWidget(PlainLabel("–", "small"))
        row.addWidget(KeyCap(key))
    row.addWidget(PlainLabel(words, "small"))
    return box
