"""Whether this machine is handled with a finger: what ``auto`` means for the sizes of the window."""

import sys
from collections.abc import Sequence

from PySide6.QtGui import QInputDevice

_SLATE_MODE = 0x2003
"""``SM_CONVERTIBLESLATEMODE`` of GetSystemMetrics: 0 while the keyboard of a convertible is folded or taken off."""
_NOBODY = ("core pointer", "xtest")
"""In their names, the devices that stand for all the others: Qt and X11 show a mouse even where there is none."""

_Kind = QInputDevice.DeviceType


def touch_is_primary() -> bool:
    """Whether a finger is the main way to point on this machine, now."""
    return by_finger(QInputDevice.devices(), _slate_mode())


def by_finger(devices: Sequence[QInputDevice], slate: bool | None) -> bool:
    """A touch screen, and no mouse nor touch pad beside it.

    ``slate``: whether the system says that the machine is held as a tablet. Windows does, and shows Qt one mouse for
    all the real ones; ``None`` elsewhere, where each device is seen for what it is.
    """
    if not any(each.type() == _Kind.TouchScreen for each in devices):
        return False
    if slate is not None:
        return slate
    return not any(each.type() in (_Kind.Mouse, _Kind.TouchPad) and _is_real(each) for each in devices)


def _is_real(device: QInputDevice) -> bool:
    name = device.name().lower()
    return not any(part in name for part in _NOBODY)


def _slate_mode() -> bool | None:
    if sys.platform != "win32":
        return None
    import ctypes

    return ctypes.windll.user32.GetSystemMetrics(_SLATE_MODE) == 0
