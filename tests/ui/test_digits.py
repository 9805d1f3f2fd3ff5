"""The digit decoder on the keyboards it is for."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from desktop.ui.digits import digit_from, digit_of

K = Qt.Key


@pytest.mark.parametrize(
    ("platform", "key", "virtual_key", "scan_code", "digit"),
    [
        # Windows, the row: the virtual key is the digit even where the layout prints "à".
        ("windows", K.Key_Agrave, 0x30, 11, 0),
        ("windows", K.Key_Ampersand, 0x31, 2, 1),
        ("windows", K.Key_QuoteDbl, 0x33, 4, 3),
        ("windows", K.Key_7, 0x37, 8, 7),
        # Windows, the numeric pad.
        ("windows", K.Key_0, 0x60, 82, 0),
        ("windows", K.Key_3, 0x63, 81, 3),
        # X11 and Wayland: position, whatever the layout.
        ("xcb", K.Key_Agrave, 0xE0, 19, 0),
        ("xcb", K.Key_Ampersand, 0x26, 10, 1),
        ("wayland", K.Key_Eacute, 0xE9, 11, 2),
        ("wayland", K.Key_QuoteDbl, 0x22, 12, 3),
        ("xcb", K.Key_Egrave, 0xE8, 16, 7),
        # The numeric pad on X11 has other scan codes: the key says it.
        ("xcb", K.Key_2, 0xFFB2, 88, 2),
        # AFNOR: "à" is the 1 key.
        ("xcb", K.Key_Agrave, 0xE0, 10, 1),
        ("windows", K.Key_Agrave, 0x31, 2, 1),
        ("cocoa", K.Key_Agrave, 18, 0, 1),
        # macOS: positions of the row and of the pad.
        ("cocoa", K.Key_Agrave, 29, 0, 0),
        ("cocoa", K.Key_Ampersand, 18, 0, 1),
        ("cocoa", K.Key_Eacute, 19, 0, 2),
        ("cocoa", K.Key_QuoteDbl, 20, 0, 3),
        ("cocoa", K.Key_3, 85, 0, 3),
        # No native code (synthesised, remote): the key, then the legacy AZERTY characters.
        ("offscreen", K.Key_2, 0, 0, 2),
        ("offscreen", K.Key_Agrave, 0, 0, 0),
        ("offscreen", K.Key_Ampersand, 0, 0, 1),
        ("offscreen", K.Key_Eacute, 0, 0, 2),
        ("offscreen", K.Key_QuoteDbl, 0, 0, 3),
        ("xcb", K.Key_Eacute, 0, 0, 2),
        # No digits: letters, navigation, and an accent typed with a key of its own (Canadian layout).
        ("xcb", K.Key_A, 0x61, 24, None),
        ("windows", K.Key_Insert, 0x2D, 82, None),
        ("xcb", K.Key_End, 0xFF9C, 87, None),
        ("xcb", K.Key_Eacute, 0xE9, 61, None),
        ("windows", K.Key_Eacute, 0xBF, 53, None),
        ("cocoa", K.Key_A, 0, 0, None),
        ("offscreen", K.Key_Space, 0, 0, None),
    ],
)
def test_the_digit_of_a_key(platform: str, key: Qt.Key, virtual_key: int, scan_code: int, digit: int | None) -> None:
    assert digit_from(platform, key.value, virtual_key, scan_code) == digit


def test_an_event_carries_its_native_codes() -> None:
    none = Qt.KeyboardModifier.NoModifier
    event = QKeyEvent(QEvent.Type.KeyPress, K.Key_Agrave.value, none, 10, 0xE0, 0, "à")
    assert digit_of(event, "xcb") == 1
    assert digit_of(event, "windows") is None, "0xE0 is no digit key of Windows"
    assert digit_of(QKeyEvent(QEvent.Type.KeyPress, K.Key_3.value, none, "3")) == 3
