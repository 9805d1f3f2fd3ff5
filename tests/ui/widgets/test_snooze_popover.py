"""Remind me later: in an hour by one key, at a moment in words, never on a day off unless it was said."""

from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop.clock import PARIS, FixedClock
from desktop.errors import UserError
from desktop.models.working_days import Calendar
from desktop.ui.widgets.snooze_popover import SnoozePopover
from tests.ui.accessibility import nameless, rich_text_labels
from tests.ui.widgets.followup_case import anchor

ENTER = Qt.Key.Key_Return


def opened(window: QWidget, clock: FixedClock, found: list[datetime], calendar: Calendar) -> SnoozePopover:
    popover = SnoozePopover(clock, window)
    popover.open_for(anchor(window), "Claire <b>", found.append, calendar)
    return popover


@pytest.mark.parametrize(
    ("said", "until"),
    [
        ("", "2026-11-23T10:30"),
        ("in 2 h", "2026-11-23T11:30"),
        ("4pm", "2026-11-23T16:00"),
        ("tomorrow 10am", "2026-11-24T10:00"),
    ],
)
def test_a_moment_in_words(window: QWidget, clock: FixedClock, said: str, until: str) -> None:
    found: list[datetime] = []
    popover = opened(window, clock, found, Calendar())
    assert popover.line.hasFocus()
    QTest.keyClicks(popover.line, said)
    QTest.keyClick(popover.line, ENTER)
    assert found == [datetime.fromisoformat(until).replace(tzinfo=PARIS)]
    assert not popover.isVisible()


def test_chips_skip_the_days_off_and_the_hours_past(window: QWidget, clock: FixedClock) -> None:
    found: list[datetime] = []
    clock.advance(6 * 3600)
    away = Calendar(absences=((date(2026, 11, 24), date(2026, 11, 25)),))
    popover = opened(window, clock, found, away)
    assert not popover.chips.chip("afternoon").isVisible()
    assert popover.chips.chip("tomorrow").text() == "Thu 26 Nov in the morning"
    assert (nameless(popover), rich_text_labels(popover)) == ([], [])
    popover.chips.chip("tomorrow").setFocus()
    QTest.keyClick(popover.chips.chip("tomorrow"), ENTER)
    assert found == [datetime(2026, 11, 26, 9, tzinfo=PARIS)]


def test_what_is_no_moment_or_is_refused_is_said(window: QWidget, clock: FixedClock) -> None:
    def refuse(_until: datetime) -> None:
        raise UserError("Too late.")

    popover = SnoozePopover(clock, window)
    popover.open_for(anchor(window), "Claire", refuse)
    QTest.keyClicks(popover.line, "the budget")
    QTest.keyClick(popover.line, ENTER)
    assert "such as" in popover.field.error
    popover.line.selectAll()
    QTest.keyClicks(popover.line, "4pm")
    assert popover.field.error == ""
    QTest.keyClick(popover.line, ENTER)
    assert (popover.isVisible(), popover.field.error) == (True, "Too late.")
