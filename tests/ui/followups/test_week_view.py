"""Seven columns: what each says of its day, and the way from one to the next."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.services.week import Day
from desktop.ui.followups.page import FollowUpsPage
from desktop.ui.followups.week_view import DayColumn, WeekBar
from tests.ui.accessibility import nameless, rich_text_labels


def test_a_day_off_says_why_and_a_weekend_nothing(qtbot) -> None:
    column = DayColumn()
    qtbot.addWidget(column)
    today = date(2026, 11, 23)
    column.show_day(Day(date(2026, 12, 25), (), 0, 0, False, "Christmas Day"), today)
    assert (column.name.text(), column.load.text(), column.why.text()) == ("Fri 25", "", "Christmas Day")
    assert column.cards.accessibleName() == "Fri 25 · Christmas Day"
    column.show_day(Day(date(2026, 11, 28), (), 0, 0, False, ""), today)
    assert column.cards.accessibleName() == "Sat 28 · not worked"
    column.show_day(Day(today, (), 0, 0, True, ""), today)
    assert (column.load.text(), column.why.text()) == ("nothing planned", "Today")
    assert (nameless(column), rich_text_labels(column)) == ([], [])


def test_the_bar_names_the_week_and_leads_to_the_others(qtbot) -> None:
    bar = WeekBar()
    qtbot.addWidget(bar)
    bar.show_week(date(2026, 11, 30), date(2026, 11, 23))
    assert bar.words.text() == "Week from 30 Nov to 6 December 2026"
    said: list[int] = []
    bar.week_wanted.connect(said.append)
    for button in (bar.before, bar.now, bar.after):
        button.click()
    assert said == [-1, 0, 1]
    bar.show_week(date(2026, 11, 23), date(2026, 11, 23))
    assert not bar.now.isEnabled()


def test_sideways_stops_at_the_ends(page: FollowUpsPage) -> None:
    page.show_view("week")
    first, last = page.week.columns[0].cards, page.week.columns[6].cards
    QTest.keyClick(first, Qt.Key.Key_Left)
    assert first.hasFocus()
    for place in range(8):
        QTest.keyClick(page.week.columns[min(place, 6)].cards, Qt.Key.Key_Right)
    assert last.hasFocus() and page.week.task() is None
    page.week.step(1)
    assert page.week.task() is None
