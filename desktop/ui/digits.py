"""Which digit key was pressed, whatever the layout prints on it.

On a French keyboard the digits need Shift: 0–3 must score a criterion without it, so the position of the key counts
first. On the AFNOR layout ``à`` is the 1 key while on the older one it is the 0 key: characters are asked last.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

_WINDOWS = {0x30 + digit: digit for digit in range(10)} | {0x60 + digit: digit for digit in range(10)}
_LINUX = {19: 0} | {9 + digit: digit for digit in range(1, 10)}
_MACOS = {29: 0, 18: 1, 19: 2, 20: 3, 21: 4, 23: 5, 22: 6, 26: 7, 28: 8, 25: 9} | {
    82: 0,
    83: 1,
    84: 2,
    85: 3,
    86: 4,
    87: 5,
    88: 6,
    89: 7,
    91: 8,
    92: 9,
}
NATIVE_CODES = {"windows": _WINDOWS, "xcb": _LINUX, "wayland": _LINUX, "cocoa": _MACOS}
"""By Qt platform. Windows and macOS: virtual key of the row, then of the numeric pad; Linux: scan code (evdev + 8)."""

_DIGIT_KEYS = {int(Qt.Key.Key_0.value) + digit: digit for digit in range(10)}
_AZERTY = {
    Qt.Key.Key_Agrave.value: 0,
    Qt.Key.Key_Ampersand.value: 1,
    Qt.Key.Key_Eacute.value: 2,
    Qt.Key.Key_QuoteDbl.value: 3,
    Qt.Key.Key_Apostrophe.value: 4,
    Qt.Key.Key_ParenLeft.value: 5,
    Qt.Key.Key_Minus.value: 6,
    Qt.Key.Key_Egrave.value: 7,
    Qt.Key.Key_Underscore.value: 8,
    Qt.Key.Key_Ccedilla.value: 9,
}


def digit_from(platform: str, key: int, virtual_key: int = 0, scan_code: int = 0) -> int | None:
    """0 to 9, or ``None``. ``platform`` is Qt's name; a native code of 0 means that there is none.

    The legacy AZERTY characters count only where no native code tells: a known key that is no digit is no digit.
    """
    platform = platform.split(":")[0]
    codes = NATIVE_CODES.get(platform, {})
    native = scan_code if codes is _LINUX else virtual_key
    if native and native in codes:
        return codes[native]
    if key in _DIGIT_KEYS:
        return _DIGIT_KEYS[key]
    return None if native and codes else _AZERTY.get(key)


def digit_of(event: QKeyEvent, platform: str = "") -> int | None:
    """The digit of a key event, 0 to 9, or ``None``; ``platform`` is that of the application unless given."""
    name = platform or QGuiApplication.platformName()
    return digit_from(name, int(event.key()), event.nativeVirtualKey(), event.nativeScanCode())
