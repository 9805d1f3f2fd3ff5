"""Rows one under the other: each has the height of its words, and one that changes moves those under it only."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel

from desktop.ui.calls.stacked_rows import StackedRows


class Row(QLabel):
    """Counts how many times it was given another place or size."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.setWordWrap(True)
        self.placed = 0

    def event(self, event: QEvent) -> bool:
        self.placed += event.type() in (QEvent.Type.Move, QEvent.Type.Resize)
        return super().event(event)


@pytest.fixture
def column(qtbot) -> StackedRows:
    column = StackedRows(QLabel("earlier"), QLabel("nothing yet"))
    qtbot.addWidget(column)
    column.fit(300, 400)
    column.show()
    return column


def settle() -> None:
    QApplication.processEvents()


def fill(column: StackedRows, *words: str) -> list[Row]:
    rows = [Row(each) for each in words]
    for place, row in enumerate(rows):
        column.insert(place, row)
    settle()
    return rows


def test_rows_follow_one_another_at_the_whole_width(column: StackedRows) -> None:
    rows = fill(column, "one", "two " * 60, "three")
    tops = [row.y() for row in rows]
    assert tops == sorted(tops)
    for row, following in pairwise(rows):
        assert row.y() + row.height() == following.y()
    assert {row.width() for row in rows} == {300}
    assert rows[1].height() > 2 * rows[0].height()
    assert rows[1].height() == rows[1].heightForWidth(300)


def test_the_lead_stands_above_and_the_filler_in_what_is_left(column: StackedRows) -> None:
    lead, filler = column._lead, column._filler
    settle()
    assert filler.y() == lead.height() and filler.y() + filler.height() == column.height()
    lead.hide()
    filler.hide()
    (row,) = fill(column, "one")
    assert row.y() == 0
    column.fit(300, 0)
    assert column.height() == row.height()


def test_a_row_that_grows_moves_those_under_it_and_no_other(column: StackedRows) -> None:
    rows = fill(column, "one", "two", "three")
    for row in rows:
        row.placed = 0
    rows[1].setText("two " * 60)
    settle()
    assert rows[0].placed == 0
    assert rows[1].height() == rows[1].heightForWidth(300)
    assert rows[2].y() == rows[1].y() + rows[1].height()


def test_another_height_touches_no_row(column: StackedRows) -> None:
    rows = fill(column, "one", "two", "three")
    for row in rows:
        row.placed = 0
    column.fit(300, 350)
    settle()
    assert [row.placed for row in rows] == [0, 0, 0]
    column.fit(200, 350)
    settle()
    assert {row.width() for row in rows} == {200}


def test_a_row_taken_out_leaves_no_hole(column: StackedRows) -> None:
    rows = fill(column, "one", "two", "three")
    column.fit(300, 0)
    before = column.height()
    column.remove(rows[0])
    rows[0].deleteLater()
    settle()
    assert not rows[0].isVisible()
    assert rows[2].y() == rows[1].y() + rows[1].height()
    assert column.height() < before


def test_while_it_is_held_rows_wait_for_their_place(column: StackedRows) -> None:
    (first,) = fill(column, "one")
    column.hold(True)
    second, top = Row("two"), first.y()
    column.insert(0, second)
    settle()
    assert first.y() == top
    column.hold(False)
    assert second.y() == top and first.y() == top + second.height()


def test_a_row_is_at_its_place_before_it_is_shown(column: StackedRows) -> None:
    rows = fill(column, "one", "two")
    last = Row("three " * 40)
    column.insert(2, last)
    settle()
    assert last.y() == rows[1].y() + rows[1].height() and last.height() == last.heightForWidth(300)
    assert last.placed <= 2, "laid out once: one place, one size"


def test_while_held_a_row_that_changes_waits_to_be_painted_at_its_place(column: StackedRows) -> None:
    rows = fill(column, "one", "two")
    column.hold(True)
    column.change(rows[0])
    rows[0].setText("words " * 60)
    assert not rows[0].updatesEnabled() and rows[1].updatesEnabled()
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    column.hold(False)
    assert rows[0].updatesEnabled() and rows[1].y() == rows[0].y() + rows[0].height() > 60
    column.change(rows[1])
    assert rows[1].updatesEnabled()


def test_held_for_nothing_the_rows_are_not_placed_again(column: StackedRows) -> None:
    rows = fill(column, "one", "two")
    rows[1].move(0, 300)
    column.hold(True)
    column.hold(False)
    assert rows[1].y() == 300
    rows[0].setText("other words")
    settle()
    assert rows[1].y() == rows[0].y() + rows[0].height()
