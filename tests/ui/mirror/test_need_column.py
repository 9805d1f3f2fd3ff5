"""The order is theirs: by button, by key, by hand."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.i18n import Language
from desktop.models.needs import Reply
from desktop.services.shared_page import Decision
from desktop.ui.mirror.need_column import NeedColumn
from tests.ui.mirror.page_case import NEEDS

A, B, C, D = (need.key for need in NEEDS)


@pytest.fixture
def column(qtbot) -> NeedColumn:
    column = NeedColumn(NEEDS, (), Language("en"))
    qtbot.addWidget(column)
    column.resize(900, 900)
    with qtbot.waitActive(column):
        column.show()
    return column


def order(column: NeedColumn) -> list[object]:
    seen = sorted(column.tiles, key=lambda tile: tile.y())
    assert seen == column.tiles, "what is seen is what is kept"
    return [each.key for each in column.decisions]


def test_what_they_had_agreed_to_is_ticked_already(column) -> None:
    assert [each.reply for each in column.decisions] == [Reply.CONFIRMED, None, None, None]


def test_the_focus_goes_with_a_tile_that_moves(column) -> None:
    tile = column.tiles[2]
    tile.up.setFocus()
    QTest.keyClick(tile.up, Qt.Key.Key_Return)
    assert order(column) == [A, C, B, D] and tile.up.hasFocus()
    QTest.keyClick(tile.up, Qt.Key.Key_Return)
    assert order(column) == [C, A, B, D] and tile.down.hasFocus(), "nowhere left to go up"
    tile.yes.setFocus()
    QTest.keyClick(tile.yes, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert order(column) == [A, C, B, D] and tile.yes.hasFocus()


def test_tab_follows_the_new_order(column) -> None:
    column.move_tile(column.tiles[3], 0)
    column.tiles[0].yes.setFocus()
    for _press in range(4):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is column.tiles[1].yes, "put right, no, down, then the next tile"


def test_a_tile_is_dragged_past_its_neighbours(column) -> None:
    tile = column.tiles[0]
    QTest.mousePress(tile.handle, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    for y in range(20, column.height(), 20):
        QTest.mouseMove(tile.handle, tile.handle.mapFrom(column, QPoint(30, y)))
    QTest.mouseRelease(tile.handle, Qt.MouseButton.LeftButton)
    assert order(column) == [B, C, D, A]


def test_an_unfinished_page_comes_back_with_new_needs_after_it(qtbot) -> None:
    left = (Decision(C, Reply.CORRECTED, "half"), Decision(A, None))
    column = NeedColumn(NEEDS, left, Language("en"))
    qtbot.addWidget(column)
    assert column.decisions == (*left, Decision(B), Decision(D))
    assert [tile.accessibleName()[0] for tile in column.tiles] == ["1", "2", "3", "4"]


def test_moving_nowhere_says_nothing(qtbot, column) -> None:
    with qtbot.assertNotEmitted(column.moved):
        column.move_tile(column.tiles[0], -1)
        column.move_tile(column.tiles[3], 4)
        column.move_tile(column.tiles[1], 1)
