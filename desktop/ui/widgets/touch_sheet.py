"""A column of large things, in the middle of a page that a finger drags like a sheet of paper."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QScrollArea, QWidget

_WIDTH = 1040
"""Pixels: a longer line is hard to read."""


class TouchSheet(QScrollArea):
    """Scrolls with the wheel and the keys, and by dragging its ground with a finger, a pen or the mouse."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._held: QPoint | None = None

    def lay(self, column: QLayout) -> None:
        """Put ``column`` in the middle of the sheet."""
        middle = QWidget()
        middle.setMaximumWidth(_WIDTH)
        middle.setLayout(column)
        ground = QWidget()
        ground.setProperty("clear", True)
        across = QHBoxLayout(ground)
        across.setContentsMargins(24, 0, 24, 0)
        across.addStretch(1)
        across.addWidget(middle, 1000)
        across.addStretch(1)
        self.setWidget(ground)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # What is laid on the sheet takes its own presses: this one is on the ground, or on plain words.
        self._held = event.globalPosition().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is not None:
            at = event.globalPosition().toPoint()
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() - (at - self._held).y())
            self._held = at

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held = None
