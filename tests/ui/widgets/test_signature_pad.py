"""The same strokes, whether they were drawn with a mouse, a pen or a finger."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QInputDevice, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.ui.widgets.signature_pad import UNIT, SignaturePad

LEFT = Qt.MouseButton.LeftButton
PATH = [QPoint(50, 40), QPoint(150, 80), QPoint(250, 60)]
STROKE = ((100, 80), (300, 160), (500, 120))


@pytest.fixture
def pad(qtbot) -> SignaturePad:
    pad = SignaturePad("Your signature", "Sign here")
    qtbot.addWidget(pad)
    pad.resize(500, 180)
    pad.show()
    return pad


def with_mouse(pad: SignaturePad) -> None:
    QTest.mousePress(pad, LEFT, pos=PATH[0])
    for point in PATH[1:]:
        QTest.mouseMove(pad, point)
    QTest.mouseRelease(pad, LEFT, pos=PATH[-1])


def with_finger(pad: SignaturePad) -> None:
    # As a touch pad: a screen would stay known to Qt, and whatever is tested next would be on a tablet.
    device = QTest.createTouchDevice(QInputDevice.DeviceType.TouchPad)
    QTest.touchEvent(pad, device).press(0, PATH[0], pad)
    for point in PATH[1:]:
        QTest.touchEvent(pad, device).move(0, point, pad)
    QTest.touchEvent(pad, device).release(0, PATH[-1], pad)


def with_pen(pad: SignaturePad) -> None:
    device = QPointingDevice(
        "pen",
        7,
        QInputDevice.DeviceType.Stylus,
        QPointingDevice.PointerType.Pen,
        QInputDevice.Capability.Position,
        1,
        1,
    )
    types = [QEvent.Type.TabletPress, QEvent.Type.TabletMove, QEvent.Type.TabletMove, QEvent.Type.TabletRelease]
    for kind, point in zip(types, [*PATH, PATH[-1]], strict=True):
        at = QPointF(point)
        pressed = Qt.MouseButton.NoButton if kind is QEvent.Type.TabletRelease else LEFT
        event = QTabletEvent(kind, device, at, at, 0.5, 0, 0, 0, 0, 0, Qt.KeyboardModifier.NoModifier, LEFT, pressed)
        QApplication.sendEvent(pad, event)
        assert event.isAccepted(), "or the same stroke would come again as that of a mouse"


def ink(pad: SignaturePad) -> int:
    image = pad.grab().toImage()
    lines = range(0, image.height(), 2)
    return sum(image.pixelColor(x, y).lightness() < 90 for y in lines for x in range(0, image.width(), 2))


@pytest.mark.parametrize("draw", [with_mouse, with_finger, with_pen])
def test_a_stroke_is_kept_in_thousandths_of_the_width_and_seen(qtbot, pad, draw) -> None:
    empty = SignaturePad("Your signature", "")
    qtbot.addWidget(empty)
    empty.resize(500, 180)
    before = ink(empty)
    with qtbot.waitSignal(pad.changed):
        draw(pad)
    assert pad.strokes == (STROKE,)
    assert ink(pad) > before + 50


def test_several_strokes_then_none(qtbot, pad) -> None:
    with_mouse(pad)
    with_mouse(pad)
    assert len(pad.strokes) == 2
    with qtbot.waitSignal(pad.changed):
        pad.clear()
    assert pad.strokes == ()


def test_the_hand_that_leaves_the_pad_draws_along_its_edge(pad) -> None:
    QTest.mousePress(pad, LEFT, pos=QPoint(10, 10))
    QTest.mouseMove(pad, QPoint(900, 400))
    QTest.mouseRelease(pad, LEFT)
    assert pad.strokes[0][-1] == (UNIT, 360)


def test_a_hand_that_does_not_move_adds_nothing_and_another_button_neither(pad) -> None:
    QTest.mousePress(pad, Qt.MouseButton.RightButton, pos=PATH[0])
    assert pad.strokes == ()
    QTest.mousePress(pad, LEFT, pos=PATH[0])
    QTest.mouseMove(pad, PATH[0])
    QTest.mouseRelease(pad, LEFT, pos=PATH[0])
    assert pad.strokes == (STROKE[:1],)


def test_a_signature_shown_again_is_the_same_at_any_width(pad) -> None:
    pad.set_strokes((STROKE,))
    pad.resize(300, 108)
    assert pad.strokes == (STROKE,)
    assert ink(pad) > 50
