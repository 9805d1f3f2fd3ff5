"""The wheel changes nothing, and Ctrl+Z goes on to the page when a text has nothing of its own to undo."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from desktop.ui.widgets.calm_fields import CalmComboBox, CalmSpinBox, UndoOfPage


def wheel(widget):
    centre = QPointF(widget.rect().center())
    keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    place = widget.mapToGlobal(centre)
    QApplication.sendEvent(widget, QWheelEvent(centre, place, QPoint(), QPoint(0, -120), *keys, False))


def test_the_wheel_is_for_the_page(qtbot):
    spin, combo = CalmSpinBox(), CalmComboBox()
    combo.addItems(["a", "b"])
    spin.setValue(5)
    for widget in (spin, combo):
        qtbot.addWidget(widget)
        widget.show()
        wheel(widget)
    assert spin.value() == 5 and combo.currentText() == "a"


def test_undo_is_that_of_the_text_first_then_that_of_the_page(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    editor = QLineEdit("kept")
    UndoOfPage(editor)
    QVBoxLayout(page).addWidget(editor)
    undone = []
    shortcut = QShortcut(QKeySequence("Ctrl+Z"), page)
    shortcut.activated.connect(lambda: undone.append(True))
    with qtbot.waitActive(page):
        page.show()
    editor.setFocus()
    QTest.keyClicks(editor, "x")
    QTest.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.text() == "kept" and undone == []
    QTest.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == [True]
