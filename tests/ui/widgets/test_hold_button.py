"""Held, it answers; touched in passing, it does not."""

import pytest
from PySide6.QtCore import Qt

from desktop.ui.widgets.hold_button import HOLD_MS, Compass, HoldButton

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def button(qtbot) -> HoldButton:
    button = HoldButton("Hand the screen back", "undo-2")
    qtbot.addWidget(button)
    button.show()
    return button


def test_a_press_held_long_enough_is_sent_once(qtbot, button) -> None:
    held: list[bool] = []
    button.held.connect(lambda: held.append(True))
    with qtbot.waitSignal(button.held, timeout=4 * HOLD_MS):
        qtbot.mousePress(button, LEFT)
    qtbot.mouseRelease(button, LEFT)
    assert held == [True]


@pytest.mark.parametrize("how", ["mouse", "space", "away"])
def test_a_touch_in_passing_does_nothing(qtbot, button, how) -> None:
    with qtbot.assertNotEmitted(button.held, wait=HOLD_MS + 300):
        if how == "mouse":
            qtbot.mouseClick(button, LEFT)
        elif how == "space":
            qtbot.keyClick(button, Qt.Key.Key_Space)
        else:
            qtbot.mousePress(button, LEFT)
            qtbot.mouseMove(button, button.rect().bottomRight() * 3)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_keys_hold_as_well(qtbot, button, key) -> None:
    with qtbot.waitSignal(button.held, timeout=4 * HOLD_MS):
        qtbot.keyPress(button, key)


def test_the_compass_is_named_and_out_of_the_way_of_tab(qtbot) -> None:
    compass = Compass("Hand the screen back")
    qtbot.addWidget(compass)
    assert compass.accessibleName() == "Hand the screen back"
    assert compass.focusPolicy() is Qt.FocusPolicy.NoFocus
    compass.show()
    with qtbot.waitSignal(compass.held, timeout=4 * HOLD_MS):
        qtbot.mousePress(compass, LEFT)
