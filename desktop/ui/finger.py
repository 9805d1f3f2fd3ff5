"""A finger pushes what scrolls: Qt scrolls with a wheel or a bar unless it is asked to."""

from PySide6.QtWidgets import QAbstractScrollArea, QScroller, QWidget

_MARK = "by_finger"


def scroll_by_finger(root: QWidget) -> None:
    """Have everything that scrolls under ``root`` follow a finger, in any mode; a mouse still selects."""
    for area in root.findChildren(QAbstractScrollArea):
        if not area.property(_MARK):
            area.setProperty(_MARK, True)
            QScroller.grabGesture(area.viewport(), QScroller.ScrollerGestureType.TouchGesture)
