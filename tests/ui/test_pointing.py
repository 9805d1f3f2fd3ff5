"""Automatic means: a touch screen, and nothing better to point with."""

import pytest
from PySide6.QtGui import QInputDevice, QPointingDevice

from desktop.ui.pointing import by_finger, touch_is_primary

_Kind = QInputDevice.DeviceType


def device(kind: QInputDevice.DeviceType, name: str) -> QPointingDevice:
    pointer = QPointingDevice.PointerType.Finger if kind is _Kind.TouchScreen else QPointingDevice.PointerType.Generic
    return QPointingDevice(name, 1, kind, pointer, QInputDevice.Capability.Position, 1, 1)


SCREEN = (_Kind.TouchScreen, "ELAN touch screen")
MOUSE = (_Kind.Mouse, "USB mouse")
PAD = (_Kind.TouchPad, "Touch pad")
QT_MOUSE = (_Kind.Mouse, "core pointer")
X11_MOUSE = (_Kind.Mouse, "Virtual core XTEST pointer")


@pytest.mark.parametrize(
    ("found", "slate", "wanted"),
    [
        ([], None, False),
        ([QT_MOUSE], None, False),
        ([SCREEN], None, True),
        ([SCREEN, QT_MOUSE, X11_MOUSE], None, True),
        ([SCREEN, MOUSE], None, False),
        ([SCREEN, PAD], None, False),
        # Windows shows one mouse for all the real ones, and says itself how the machine is held.
        ([SCREEN, QT_MOUSE], True, True),
        ([SCREEN, QT_MOUSE], False, False),
        # A desktop machine without a touch screen may say that it is a slate.
        ([QT_MOUSE], True, False),
    ],
)
def test_a_finger_is_primary_when_nothing_else_points(found, slate: bool | None, wanted: bool) -> None:
    assert by_finger([device(*each) for each in found], slate) is wanted


def test_this_machine_has_no_touch_screen(qapp) -> None:
    assert touch_is_primary() is False
