"""What every page must pass.

Nothing interactive without a name, no label that could read a prospect's words as HTML.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QScrollArea,
    QScrollBar,
    QTextEdit,
    QWidget,
)

_INTERACTIVE = (
    QAbstractButton,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QComboBox,
    QAbstractSpinBox,
    QAbstractItemView,
    QAbstractSlider,
)


def _inner(widget: QWidget) -> bool:
    """Part of a compound widget that Qt builds itself: its parent carries the name."""
    parent = widget.parentWidget()
    if isinstance(widget, QScrollBar) or widget.objectName().startswith("qt_"):
        return True
    if isinstance(parent, (QComboBox, QAbstractSpinBox, QLineEdit)):
        return True
    return type(widget).__name__ in ("QTableCornerButton", "QComboBoxListView", "QHeaderView", "QToolButton") and (
        isinstance(parent, (QAbstractItemView, QAbstractScrollArea)) or type(parent).__name__ == "QTabBar"
    )


def _name(widget: QWidget) -> str:
    if widget.accessibleName():
        return widget.accessibleName()
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def _where(widget: QWidget) -> str:
    chain = []
    each: QWidget | None = widget
    while each is not None and len(chain) < 4:
        chain.append(each.objectName() or type(each).__name__)
        each = each.parentWidget()
    return " < ".join(chain)


def nameless(widget: QWidget) -> list[str]:
    """Where the interactive widgets without an accessible name are, under ``widget``, hidden ones included."""
    found = []
    for each in [widget, *widget.findChildren(QWidget)]:
        takes_keys = each.focusPolicy() != Qt.FocusPolicy.NoFocus and not isinstance(each, (QLabel, QScrollArea))
        interactive = isinstance(each, _INTERACTIVE) or (takes_keys and each is not widget and not each.isWindow())
        if interactive and not _inner(each) and not _name(each).strip():
            found.append(_where(each))
    return found


def rich_text_labels(widget: QWidget) -> list[str]:
    """Where the labels and message boxes that could interpret markup are, under ``widget``."""
    texts = [each for each in [widget, *widget.findChildren(QWidget)] if isinstance(each, (QLabel, QMessageBox))]
    return [_where(each) for each in texts if not _inner(each) and each.textFormat() != Qt.TextFormat.PlainText]
