"""A row of the timeline: as high as its words, whole once opened, plain text always."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.models.base import new_id
from desktop.services.timeline import Kind, Moment
from desktop.services.timeline_facts import Merged, Row
from desktop.ui import theme
from desktop.ui.prospects.timeline_row import TimelineRow
from desktop.ui.prospects.timeline_words import Said
from tests.conftest import MONDAY
from tests.hostile import MARKUP


@pytest.fixture
def row(qtbot) -> TimelineRow:
    row = TimelineRow()
    qtbot.addWidget(row)
    row.resize(320, 60)
    return row


def shown(row: TimelineRow, detail: str, heading: str = "") -> None:
    moment = Moment(MONDAY, Kind.MERGE, new_id())
    row.show_row(Row(moment, Merged("x")), Said(MARKUP[0], detail, "link"), heading, MONDAY)


def test_two_lines_of_words_at_most_until_it_is_opened(row: TimelineRow) -> None:
    heights = []
    for detail in ("", "short", "long words " * 60):
        shown(row, detail)
        heights.append(row.heightForWidth(320))
    assert heights == sorted(set(heights))
    row.toggle_words()
    assert row.opened and row.heightForWidth(320) > 2 * heights[-1]
    assert row.heightForWidth(900) < row.heightForWidth(320)
    shown(row, "another")
    assert not row.opened


def test_a_day_above_it_takes_its_room(row: TimelineRow) -> None:
    shown(row, "x")
    without = row.heightForWidth(320)
    shown(row, "x", "Monday 23 November")
    assert row.heightForWidth(320) > without
    assert row.accessibleName() == f"23 November 2026 · {MARKUP[0]}"
    assert row.accessibleDescription() == "x"


def test_a_finger_can_hit_it(row: TimelineRow, qapp) -> None:
    theme.apply(qapp, theme.load("light"), touch=True)
    shown(row, "")
    assert row.heightForWidth(320) >= theme.metrics().least == 44


def test_enter_opens_arrows_step_delete_removes(row: TimelineRow, qtbot) -> None:
    shown(row, "x\ny")
    said: list[object] = []
    row.clicked.connect(lambda: said.append("open"))
    row.stepped.connect(said.append)
    row.removal_asked.connect(lambda: said.append("remove"))
    row.show()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Delete):
        QTest.keyClick(row, key)
    assert said == ["open", 1, -1, "remove"]
    assert not row.grab().isNull()
