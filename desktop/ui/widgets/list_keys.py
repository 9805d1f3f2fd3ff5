"""The keys of a list of follow-ups, the same on every page: arrows or j and k go through it, one key acts."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

_STEPS = {Qt.Key.Key_J: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_K: -1, Qt.Key.Key_Up: -1}
_ACTS = {
    Qt.Key.Key_Space: "done",
    Qt.Key.Key_R: "move",
    Qt.Key.Key_Return: "open",
    Qt.Key.Key_Enter: "open",
    Qt.Key.Key_A: "call",
    Qt.Key.Key_Delete: "drop",
    Qt.Key.Key_S: "snooze",
    Qt.Key.Key_M: "draft",
    Qt.Key.Key_P: "proposal",
}


class ListKeys(QObject):
    """Listens on a page and on its scroll area, which would keep the arrows for itself and scroll instead.

    ``step`` is called with 1 or -1, ``act`` with one of the words of ``_ACTS``. ``more`` are other keys of the page.
    """

    def __init__(
        self,
        page: QWidget,
        scroll: QWidget,
        step: Callable[[int], None],
        act: Callable[[str], None],
        more: Mapping[Qt.Key, Callable[[], None]] | None = None,
    ) -> None:
        super().__init__(page)
        self._step, self._act, self._more = step, act, more or {}
        for watched in (page, scroll):
            self.watch(watched)

    def watch(self, widget: QWidget) -> None:
        """Listen there as well: another list of the same page."""
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._take(event):
            return True
        return super().eventFilter(watched, event)

    def _take(self, event: QKeyEvent) -> bool:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier != Qt.KeyboardModifier.NoModifier:
            return False
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._step(_STEPS[key])
        elif key in _ACTS:
            self._act(_ACTS[key])
        elif key in self._more:
            self._more[key]()
        else:
            return False
        return True
