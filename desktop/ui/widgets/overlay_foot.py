"""The foot of an overlay: what can be done there, each act a button that shows its key."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from desktop.ui import theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout


@dataclass(frozen=True)
class FootAct:
    """What a button does. ``words`` are asked each time: they may say the contrary of what is done already.

    ``keys`` is the portable key sequence that the overlay listens to; ``able`` says whether it can be done now.
    """

    words: Callable[[], str]
    keys: str
    run: Callable[[], object]
    able: Callable[[], bool] = lambda: True


class OverlayFoot(QWidget):
    """Several rows of acts, by name, one of them on show: the same keys do other things where the keyboard is.

    The buttons take no focus by a click: what was at hand in a list stays at hand.
    """

    def __init__(self, rows: Mapping[str, Sequence[FootAct]]) -> None:
        super().__init__()
        self._acts: list[tuple[Button, FootAct]] = []
        self._rows = {name: self._row(acts) for name, acts in rows.items()}
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 6, 14, 8)
        # As high as the highest row: another one on show must not move what lies above from under a finger.
        self._stack = QStackedLayout()
        column.addLayout(self._stack)
        # It shows its first row at once, which must have a parent by then: it would be a window.
        for row in self._rows.values():
            self._stack.addWidget(row)
        self._dress()

    def _row(self, acts: Sequence[FootAct]) -> QWidget:
        row = QWidget()
        flow = FlowLayout(spacing=4)
        for act in acts:
            button = Button(act.words(), "quiet", keycap=act.keys, small=True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _checked=False, act=act: act.run())
            flow.addWidget(button)
            self._acts.append((button, act))
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addLayout(flow)
        return row

    @property
    def shown(self) -> list[Button]:
        """The buttons on show, from left to right."""
        row = self._stack.currentWidget()
        return [button for button, _act in self._acts if row is not None and row.isAncestorOf(button)]

    def show_row(self, name: str) -> None:
        """Offer the acts of a row, those that can be done now."""
        self._stack.setCurrentWidget(self._rows[name])
        for button, act in self._acts:
            button.set_text(act.words())
            button.setEnabled(act.able())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dress()

    def _dress(self) -> None:
        # A finger does not hover: what can be pressed has a border.
        for button, _act in self._acts:
            button.set_kind("secondary" if theme.metrics().touch else "quiet")
