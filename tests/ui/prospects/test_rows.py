"""A layout emptied: what it held is gone, however deep."""

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop.ui.prospects.rows import empty


def test_what_it_held_is_gone(qtbot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    column, row, grid = QVBoxLayout(holder), QHBoxLayout(), QGridLayout()
    labels = [QLabel(text) for text in "abc"]
    column.addWidget(labels[0])
    row.addWidget(labels[1])
    grid.addWidget(labels[2], 3, 2)
    row.addLayout(grid)
    column.addLayout(row)
    column.addStretch(1)
    holder.show()
    empty(column)
    assert column.count() == 0
    assert not any(label.isVisible() for label in labels)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not any(isValid(label) for label in labels)
