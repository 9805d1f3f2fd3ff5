"""A sheet that a finger drags."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout

from desktop.ui.widgets.touch_parts import words
from desktop.ui.widgets.touch_sheet import TouchSheet

LEFT = Qt.MouseButton.LeftButton


def test_its_ground_is_dragged_and_its_lines_stay_short(qtbot) -> None:
    sheet = TouchSheet()
    qtbot.addWidget(sheet)
    column = QVBoxLayout()
    lines = [words(f"Line {number}") for number in range(60)]
    for line in lines:
        column.addWidget(line)
    sheet.lay(column)
    sheet.resize(1600, 400)
    sheet.show()
    QApplication.processEvents()
    assert lines[0].width() <= 1040
    bar = sheet.verticalScrollBar()
    QTest.mousePress(lines[3], LEFT, pos=QPoint(5, 5))
    QTest.mouseMove(lines[3], QPoint(5, -95))
    QTest.mouseRelease(lines[3], LEFT)
    assert bar.value() == 100
    QTest.mouseMove(lines[3], QPoint(5, 200))
    assert bar.value() == 100, "let go of"
