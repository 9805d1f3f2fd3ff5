"""What the cards of a file share: emptying a layout that is filled again."""

from PySide6.QtWidgets import QLayout


def empty(layout: QLayout) -> None:
    """Remove and delete whatever a layout holds."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            empty(inner)
