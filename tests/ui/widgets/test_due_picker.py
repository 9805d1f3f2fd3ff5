"""A date in words, spelled out beneath: understood live, kept when it is typed, never proposed on a day off."""

from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.clock import PARIS, FixedClock
from desktop.errors import UserError
from desktop.models.working_days import Calendar, Closure
from desktop.ui.widgets.due_picker import DuePicker, remark_on, spelled_out
from tests.ui.accessibility import nameless, rich_text_labels

AWAY = Calendar((Closure((12, 24), (1, 1)),), ((date(2026, 11, 24), date(2026, 11, 25)),))


@pytest.fixture
def picker(qtbot, clock: FixedClock) -> DuePicker:
    picker = DuePicker(clock)
    qtbot.addWidget(picker)
    with qtbot.waitActive(picker):
        picker.show()
    return picker


def type_in(picker: DuePicker, said: str) -> None:
    picker.line.selectAll()
    QTest.keyClicks(picker.line, said)


def test_understood_live_and_spelled_out(picker: DuePicker, qtbot) -> None:
    picker.focus_line()
    type_in(picker, "fri 10am")
    assert picker._words.text() == "Friday 27 November 2026 at 10:00, in 4 days"
    assert picker.chips.value == "friday"
    type_in(picker, "in 2 weeks")
    assert picker.value() == datetime.fromisoformat("2026-12-07T10:00")
    type_in(picker, "in 2 weeks the budget")
    assert picker._words.text() == "Not understood yet"
    with pytest.raises(UserError, match="the budget"):
        picker.value()
    QTest.keyClick(picker.line, Qt.Key.Key_Return)
    assert "the budget" in picker.error
    type_in(picker, "+3d")
    assert picker.error == ""
    with qtbot.waitSignal(picker.accepted):
        QTest.keyClick(picker.line, Qt.Key.Key_Return)
    assert picker.value() == datetime.fromisoformat("2026-11-26T10:00")
    assert (nameless(picker), rich_text_labels(picker)) == ([], [])


def test_fields_and_chips_take_over_what_was_typed(picker: DuePicker) -> None:
    picker.focus_line()
    type_in(picker, "nonsense")
    picker.chips.chip("monday").click()
    assert (picker.line.text(), picker.value()) == ("", datetime.fromisoformat("2026-11-30T09:00"))
    picker.hour.setFocus()
    picker.hour.stepUp()
    assert picker.value() == datetime.fromisoformat("2026-11-30T10:00")


def test_a_day_off_is_never_proposed_and_is_kept_with_a_word_when_typed(picker: DuePicker) -> None:
    picker.set_calendar(AWAY)
    picker.start_afresh()
    assert picker.value() == datetime.fromisoformat("2026-11-26T09:00")
    assert picker.chips.chip("tomorrow").text() == "Thu 26 Nov"
    picker.focus_line()
    for said, remark in (
        ("24/11", "you are away"),
        ("28/12", "company is closed"),
        ("11/11/2027", "not a working day"),
    ):
        type_in(picker, said)
        assert remark in picker._words.text()
    type_in(picker, "tomorrow")
    assert picker.value().date() == date(2026, 11, 26)


@pytest.mark.parametrize(
    ("now", "days"),
    [
        ("2026-11-23T09:30", ["2026-11-24", "2026-11-27", "2026-11-30", "2026-11-30"]),
        ("2026-11-27T09:30", ["2026-11-30", "2026-12-04", "2026-11-30", "2026-12-04"]),
        ("2026-12-24T09:30", ["2026-12-28", "2026-12-28", "2026-12-28", "2026-12-31"]),
    ],
)
def test_chips_skip_days_that_are_not_worked(qtbot, now: str, days: list[str]) -> None:
    picker = DuePicker(FixedClock(datetime.fromisoformat(now).replace(tzinfo=PARIS)))
    qtbot.addWidget(picker)
    found = []
    for key in ("tomorrow", "friday", "monday", "week"):
        picker.chips.chip(key).click()
        found.append(picker.value().date().isoformat())
    assert found == days


def test_words() -> None:
    today = date(2026, 11, 23)
    assert spelled_out(datetime.fromisoformat("2026-11-23T14:00"), today).endswith("at 14:00, today")
    assert spelled_out(datetime.fromisoformat("2026-11-24T14:00"), today).endswith("at 14:00, tomorrow")
    assert spelled_out(datetime.fromisoformat("2026-11-20T14:00"), today).endswith("2026 at 14:00")
    assert remark_on(date(2026, 11, 23), AWAY) == ""
