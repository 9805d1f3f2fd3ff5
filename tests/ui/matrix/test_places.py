"""The board by arrows: to the edge and no further, down to what stands beside."""

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.models.grids import Band
from desktop.models.matrix import Heat
from desktop.services.matrix_board import PLACES, Beside, Tally
from desktop.ui.matrix.places import Places

Key = Qt.Key


def test_every_place_is_reached_by_arrows_and_said(qtbot) -> None:
    places = Places()
    qtbot.addWidget(places)
    actions = dict.fromkeys(PLACES, "Do this")
    places.show_board({(Band.LOW, Heat.COLD): Tally(1200, Decimal(5000), 3)}, actions)
    places.choose((Band.GOOD, Heat.COLD))
    with qtbot.waitActive(places):
        places.show()
    places.focus()
    chosen = [places.at_hand]
    places.chosen.connect(chosen.append)

    def press(*keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(places.tile(places.at_hand), key)

    press(Key.Key_Up, Key.Key_Left)
    assert chosen == [(Band.GOOD, Heat.COLD)]
    press(Key.Key_Right, Key.Key_Right, Key.Key_Down, Key.Key_Left, Key.Key_Left)
    press(Key.Key_Down, Key.Key_Right, Key.Key_Right, Key.Key_Down, Key.Key_Left, Key.Key_Down, Key.Key_Up)
    assert set(chosen) >= set(PLACES) - {(Band.LOW, Heat.WARM)}
    assert places.at_hand == (Band.LOW, Heat.COLD)
    assert places.tile(places.at_hand).hasFocus()
    assert places.tile(places.at_hand).accessibleName() == "Low × Cold · 1,200 prospects · €5,000 · Do this"
    QTest.mouseClick(places.tile(Beside.NO_HEAT), Qt.MouseButton.LeftButton)
    assert places.at_hand is Beside.NO_HEAT
    # One stop of Tab for the whole board.
    assert [p for p in PLACES if places.tile(p).focusPolicy() & Qt.FocusPolicy.TabFocus] == [Beside.NO_HEAT]
    with qtbot.waitSignal(places.entered):
        press(Key.Key_Return)
