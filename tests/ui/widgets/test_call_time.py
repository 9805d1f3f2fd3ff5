import pytest

from desktop.ui.widgets.call_time import clock_time


@pytest.mark.parametrize(("seconds", "shown"), [(0, "00:00"), (251, "04:11"), (3851, "1:04:11"), (-3, "00:00")])
def test_minutes_then_hours(seconds: int, shown: str) -> None:
    assert clock_time(seconds) == shown
