"""What scrolls follows a finger, and not a mouse."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QScroller, QVBoxLayout, QWidget

from desktop.ui.finger import scroll_by_finger


@pytest.fixture
def page(qtbot) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    area = QScrollArea()
    tall = QWidget()
    tall.setFixedSize(100, 2000)
    area.setWidget(tall)
    column.addWidget(area)
    page.resize(200, 240)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitExposed(page)
    return page


def test_a_finger_pushes_what_scrolls(page: QWidget, qtbot) -> None:
    area = page.findChild(QScrollArea)
    assert not QScroller.hasScroller(area.viewport())
    scroll_by_finger(page)
    scroll_by_finger(page)
    assert QScroller.hasScroller(area.viewport())
    assert area.viewport().testAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
    # What the gesture hands on. A touch screen made by QTest stays known to Qt: the next tests would be a tablet's.
    finger = QScroller.scroller(area.viewport())
    finger.handleInput(QScroller.Input.InputPress, QPointF(50, 190), 0)
    for step, y in enumerate(range(180, 20, -10)):
        finger.handleInput(QScroller.Input.InputMove, QPointF(50, y), 8 * (step + 1))
    finger.handleInput(QScroller.Input.InputRelease, QPointF(50, 20), 160)
    qtbot.waitUntil(lambda: area.verticalScrollBar().value() > 50)
    finger.stop()


def test_a_mouse_does_not_push(page: QWidget, qtbot) -> None:
    scroll_by_finger(page)
    view = page.findChild(QScrollArea).viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(50, 190))
    QTest.mouseMove(view, QPoint(50, 20))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(50, 20))
    assert page.findChild(QScrollArea).verticalScrollBar().value() == 0
