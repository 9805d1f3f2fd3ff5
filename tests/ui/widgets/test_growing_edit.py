"""A field as high as its text, that Tab leaves."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.widgets.growing_edit import GrowingEdit


def test_it_grows_with_its_text_and_shrinks_again(qtbot):
    ground = QWidget()
    qtbot.addWidget(ground)
    edit = GrowingEdit(name="Answer")
    column = QVBoxLayout(ground)
    column.addWidget(edit)
    column.addStretch(1)
    ground.resize(200, 400)
    ground.show()
    qtbot.waitUntil(lambda: edit.height() == 34)
    edit.setPlainText("mot " * 40)
    qtbot.waitUntil(lambda: edit.height() > 100)
    edit.clear()
    qtbot.waitUntil(lambda: edit.height() == 34)


def test_tab_leaves_it(qtbot):
    both = QWidget()
    qtbot.addWidget(both)
    column = QVBoxLayout(both)
    first, second = GrowingEdit(name="Answer"), GrowingEdit(name="Proof")
    column.addWidget(first)
    column.addWidget(second)
    with qtbot.waitActive(both):
        both.show()
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert first.toPlainText() == "" and second.hasFocus()
