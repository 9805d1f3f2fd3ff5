"""When a follow-up that was put off rings again."""

from dataclasses import replace
from datetime import datetime

from desktop.ui.widgets.task_words import rings_again
from tests.ui.today.test_words import task


def test_the_hour_today_and_the_day_otherwise() -> None:
    late = task("2026-11-20T09:00")
    assert rings_again(late) == ""
    assert rings_again(replace(late, snoozed_until=datetime.fromisoformat("2026-11-23T11:30"))) == "reminder at 11:30"
    tomorrow = replace(late, snoozed_until=datetime.fromisoformat("2026-11-24T09:00"))
    assert rings_again(tomorrow) == "reminder at Tue 24 Nov 09:00"
