"""Channels chosen in order of preference, by mouse and by keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.ui.library.channel_order import ChannelOrder
from tests.ui.accessibility import nameless


def test_each_press_adds_at_the_end_or_takes_out(qtbot):
    order = ChannelOrder()
    qtbot.addWidget(order)
    order.setAccessibleName("Channels")
    asked = []
    order.changed.connect(asked.append)
    order.show_channels(["email", "phone"])
    with qtbot.waitActive(order):
        order.show()
    assert nameless(order) == [] and order.chips["phone"].accessibleName() == "Phone, choice 2"
    order.chips["phone"].setFocus()
    QTest.keyClick(order.chips["phone"], Qt.Key.Key_Left)
    assert order.chips["other"].hasFocus(), "arrows go round"
    QTest.keyClick(order.chips["other"], Qt.Key.Key_Space)
    QTest.keyClick(order.chips["other"], Qt.Key.Key_Right)
    QTest.keyClick(order.chips["phone"], Qt.Key.Key_Space)
    assert asked == [["email", "phone", "other"], ["email"]]
    assert order.value == ["email", "phone"], "it shows what it is told, not what it asked"
