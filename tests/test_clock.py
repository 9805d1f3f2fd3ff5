"""Time is aware, in the rep's zone, and durations never go back."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from desktop.clock import PARIS, FixedClock, SystemClock


def test_the_machine_is_read_in_the_zone_of_the_rep() -> None:
    clock = SystemClock(ZoneInfo("America/Martinique"))
    assert clock.now().tzinfo == ZoneInfo("America/Martinique")
    assert abs((clock.now() - datetime.now(UTC)).total_seconds()) < 5
    assert clock.today() == clock.now().date()
    assert clock.monotonic() <= clock.monotonic()


def test_the_day_is_that_of_the_rep() -> None:
    late = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
    assert FixedClock(late, PARIS).today() == date(2026, 11, 23)
    assert FixedClock(late, ZoneInfo("UTC")).today() == date(2026, 11, 22)


def test_a_fixed_clock_moves_only_when_told() -> None:
    clock = FixedClock(datetime(2026, 11, 23, 9, 30, tzinfo=PARIS))
    assert clock.now() == clock.now()
    clock.advance(90)
    assert clock.now() == datetime(2026, 11, 23, 9, 31, 30, tzinfo=PARIS)
    assert clock.monotonic() == 90
