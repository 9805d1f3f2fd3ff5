"""The cards of a day: what they say aloud, and the number of those not shown."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.services.followup_rows import Task
from desktop.ui.followups.day_list import DayList
from desktop.ui.followups.page import FollowUpsPage


def test_cards_and_the_rest(page: FollowUpsPage, qtbot) -> None:
    task = page.list.line()
    assert isinstance(task, Task)
    day = DayList()
    qtbot.addWidget(day)
    day.resize(140, 300)
    with qtbot.waitActive(day):
        day.show()
    day.show_cards([task], 4)
    day.setFocus()
    assert day.task() == task
    model = day.rows
    assert model.data(model.index(0)) == "09:00 <b>Late</b> person · <b>Late</b>"
    assert "late" in model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert model.data(model.index(1)) == "and 4 others"
    with qtbot.waitSignal(day.more_wanted):
        QTest.mouseClick(day.viewport(), Qt.MouseButton.LeftButton, pos=day.visualRect(model.index(1)).center())
    assert day.task() is None
    day.go_to(0)
    with qtbot.waitSignal(day.opened):
        QTest.mouseDClick(day.viewport(), Qt.MouseButton.LeftButton, pos=day.visualRect(model.index(0)).center())
    day.keyboardSearch("x")
    assert day.anchor().width() > 60
