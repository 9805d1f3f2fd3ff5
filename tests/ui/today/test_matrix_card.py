"""The small matrix: each cell with its count, walked by arrows, opened by Enter or a click."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.models.grids import Band
from desktop.models.matrix import SHIPPED, Heat
from desktop.services.prospect_filters import working
from desktop.ui.today.matrix_card import Matrix


@pytest.fixture
def matrix(qtbot) -> Matrix:
    matrix = Matrix()
    qtbot.addWidget(matrix)
    matrix.show_counts({(Band.GOOD, Heat.HOT): 12}, SHIPPED)
    with qtbot.waitActive(matrix):
        matrix.show()
    return matrix


def test_each_cell_says_its_count_and_where_it_is(matrix: Matrix) -> None:
    names = {cell.accessibleName() for cell in matrix.cells.values()}
    assert len(names) == 9
    assert {"Good · Hot · Focus, proposal · 12", "Low · Cold · Set aside, watch · 0"} <= names
    matrix.show_counts({}, SHIPPED)
    assert sum(cell.count for cell in matrix.cells.values()) == 0


def test_arrows_walk_and_enter_asks(matrix: Matrix, qtbot) -> None:
    start = matrix.cells[Band.GOOD, Heat.HOT]
    start.setFocus()
    QTest.keyClick(start, Qt.Key.Key_Down)
    cell = matrix.cells[Band.MEDIUM, Heat.HOT]
    assert cell.hasFocus()
    QTest.keyClick(cell, Qt.Key.Key_Left)
    cell = matrix.cells[Band.MEDIUM, Heat.WARM]
    asked = []
    matrix.asked.connect(asked.append)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        QTest.keyClick(cell, key)
    assert asked == [working(bands=(Band.MEDIUM,), heats=(Heat.WARM,), to_complete=False)] * 2


def test_narrow_cells_are_lower(matrix: Matrix) -> None:
    wide = {cell.height() for cell in matrix.cells.values()}
    matrix.set_narrow(True)
    assert max(cell.height() for cell in matrix.cells.values()) < min(wide)
