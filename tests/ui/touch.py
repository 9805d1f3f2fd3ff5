"""What a finger, or a pointer held by a shaking hand, must be able to hit on every page."""

from itertools import pairwise

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from desktop.ui.widgets.scores import ScoreButtons

_TO_HIT = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox)
_INSIDE = (QLineEdit, QComboBox, QAbstractSpinBox)
"""Their parts (a cross, an arrow) are built by Qt and share their height."""


def targets(root: QWidget) -> list[QWidget]:
    """What can be hit under ``root``, hidden ones included; not the scroll bars, which a finger does not need."""
    found = [each for each in root.findChildren(QWidget) if isinstance(each, _TO_HIT)]
    return [each for each in found if not isinstance(each.parentWidget(), _INSIDE)]


def size_of(widget: QWidget) -> QSize:
    """The size it has, or the one it will have once shown."""
    if widget.isVisible():
        return widget.size()
    return widget.sizeHint().expandedTo(widget.minimumSize()).boundedTo(widget.maximumSize())


def too_small(root: QWidget, side: int) -> list[str]:
    """What is narrower or lower than ``side`` pixels under ``root``, with its size."""
    found = []
    for each in targets(root):
        size = size_of(each)
        if size.width() < side or size.height() < side:
            name = each.objectName() or each.accessibleName() or type(each).__name__
            found.append(f"{type(each).__name__} {name}: {size.width()}×{size.height()}")
    return found


def small_scores(root: QWidget) -> list[str]:
    """The visible score buttons of a finger that are under 64×56 pixels, or closer than 8 to their neighbour."""
    found = []
    for row in root.findChildren(ScoreButtons):
        buttons = [row.button(mark) for mark in ("?", "0", "1", "2", "3")]
        if not row.isVisible():
            continue
        found += [each.text() for each in buttons if each.width() < 64 or each.height() < 56]
        pairs = pairwise(buttons)
        found += [
            f"{left.text()}-{right.text()}" for left, right in pairs if right.x() - left.geometry().right() - 1 < 8
        ]
    return found


def geometries(root: QWidget) -> dict[str, tuple[int, int, int, int]]:
    """Where every visible widget is, in ``root``: two of these are equal when the screens are laid out alike."""
    places: dict[str, tuple[int, int, int, int]] = {}
    shown = (each for each in root.findChildren(QWidget) if each.isVisible() and not each.isWindow())
    for number, each in enumerate(shown):
        name = f"{number} {type(each).__name__} {each.objectName()}"
        places[name] = each.geometry().getRect()  # type: ignore[assignment]
    return places
