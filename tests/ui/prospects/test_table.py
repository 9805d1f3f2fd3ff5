"""The list on the screen: columns given up rather than names, and squares read only for the rows in sight."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.clock import FixedClock
from desktop.ui import theme
from desktop.ui.prospects.delegate import row_height
from desktop.ui.prospects.item_model import Column, ProspectItemModel
from desktop.ui.prospects.table import ProspectTable
from desktop.ui.workspace import Workspace
from tests.services.test_today import prospect

MANY = 30


def fill(session, clock: FixedClock) -> None:
    for place in range(MANY):
        prospect(session, clock, f"Company {place}", "21313")


@pytest.fixture
def table(qtbot, workspace: Workspace, clock: FixedClock) -> ProspectTable:
    workspace.do(fill, clock)
    model = ProspectItemModel(workspace)
    table = ProspectTable(model)
    qtbot.addWidget(table)
    table.resize(480, 400)
    model.look_for("")
    with qtbot.waitExposed(table):
        table.show()
    table.viewport().repaint()
    return table


def seen(table: ProspectTable) -> list[int]:
    model = table.model()
    return [place for place in range(model.rowCount()) if model.strip(place) is not None]


def test_only_the_rows_in_sight_have_their_squares(table: ProspectTable) -> None:
    in_sight = list(table.rows_in_sight())
    assert 5 < len(in_sight) < 12
    assert seen(table) == in_sight
    table.scrollToBottom()
    table.viewport().repaint()
    assert seen(table)[-1] == MANY - 1 == table.rows_in_sight()[-1]
    assert len(seen(table)) < MANY


def test_without_their_column_no_squares_are_read(qtbot, workspace: Workspace, clock: FixedClock) -> None:
    workspace.do(fill, clock)
    model = ProspectItemModel(workspace)
    table = ProspectTable(model)
    qtbot.addWidget(table)
    table.resize(300, 400)
    model.look_for("")
    with qtbot.waitExposed(table):
        table.show()
    table.viewport().repaint()
    assert table.isColumnHidden(Column.QUALIFICATION) and seen(table) == []
    table.resize(480, 400)
    table.viewport().repaint()
    assert seen(table) == list(table.rows_in_sight())


def test_a_hand_over_what_can_be_clicked(table: ProspectTable) -> None:
    cell = table.visualRect(table.model().index(1, Column.QUALIFICATION))
    for x, y, hand in ((14, 34, True), (90, 12, False), (20, 12, True)):
        QTest.mouseMove(table.viewport(), cell.topLeft() + QPoint(x, y))
        shape = Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor
        assert table.viewport().cursor().shape() is shape
    QTest.mouseMove(table.viewport(), QPoint(10, 12))
    assert table.viewport().cursor().shape() is Qt.CursorShape.ArrowCursor


def test_a_click_says_who_and_which(table: ProspectTable, qtbot) -> None:
    cell = table.visualRect(table.model().index(2, Column.QUALIFICATION))
    with qtbot.waitSignal(table.words_wanted) as asked:
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=cell.topLeft() + QPoint(8 + 18 + 7, 34))
    assert asked.args == [table.model().at(2).id, "budget"]


def test_a_finger_has_higher_rows(table: ProspectTable, look: QApplication) -> None:
    theme.apply(look, theme.current(), True)
    assert table.rowHeight(0) == row_height() == 52
