"""Each reminder rings once: whatever the clock, the zone, the sleep, and the moment at which the program is killed."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine, event

from desktop.clock import FixedClock
from desktop.services import reminders
from desktop.ui.workspace import Workspace
from tests.conftest import MONDAY
from tests.ui.reminders.shaken_clock import MARTINIQUE, PARIS, TICK, Laptop


@pytest.fixture
def laptop(workspace: Workspace, clock: FixedClock) -> Laptop:
    return Laptop(workspace, clock)


def local(text: str) -> datetime:
    return datetime.fromisoformat(text)


def test_a_wrong_clock_loses_nothing_and_repeats_nothing(laptop: Laptop) -> None:
    """T23: an hour back, a day back, two years ahead and back, with a reminder at each moment."""
    ten, eleven = laptop.plan(local("2026-11-23T10:00")), laptop.plan(local("2026-11-23T11:00"))
    far = laptop.plan(local("2027-06-01T09:00"))
    laptop.run_until(MONDAY + timedelta(minutes=31))
    assert laptop.rang == {ten: 1}
    laptop.set_clock(timedelta(hours=-1))
    laptop.run_until(MONDAY + timedelta(minutes=32))
    assert [each.follow_up_id for each in laptop.bell.listed] == [ten] and laptop.rang == {ten: 1}
    laptop.set_clock(timedelta(days=-1))
    laptop.run(10 * TICK)
    assert [each.follow_up_id for each in laptop.bell.listed] == [ten]
    laptop.set_clock(timedelta(days=1))
    laptop.answer()
    laptop.set_clock(timedelta(hours=-1))
    laptop.run_until(MONDAY + timedelta(minutes=91))
    assert laptop.rang == {ten: 1, eleven: 1} and len(laptop.bell.listed) == 1
    # Two years ahead: no such long sleep is believed, and nothing is said before its time.
    laptop.set_clock(timedelta(days=730))
    laptop.run(4 * TICK)
    assert laptop.bell.doubted and laptop.rang == {ten: 1, eleven: 1}
    laptop.set_clock(timedelta(days=-730))
    laptop.run(4 * TICK)
    assert not laptop.bell.doubted and laptop.rang == {ten: 1, eleven: 1}
    laptop.run_until(local("2027-06-01T09:01").replace(tzinfo=PARIS))
    assert laptop.rang == {ten: 1, eleven: 1, far: 1}
    assert max(laptop.lateness.values()) <= timedelta(seconds=TICK)


def test_the_rep_may_say_that_the_date_is_right(laptop: Laptop) -> None:
    far = laptop.plan(local("2027-06-01T09:00"))
    laptop.tick()
    laptop.set_clock(timedelta(days=400))
    assert laptop.bell.doubted and not laptop.bell.listed
    laptop.bell.trust_clock()
    assert [each.follow_up_id for each in laptop.tick()] == [far]


def test_a_clock_that_was_days_ahead_is_taken_back_with_what_it_rang(laptop: Laptop) -> None:
    early = laptop.plan(local("2026-11-27T10:00"))
    laptop.tick()
    laptop.set_clock(timedelta(days=5))
    assert [each.follow_up_id for each in laptop.bell.listed] == [early]
    laptop.set_clock(timedelta(days=-5))
    assert laptop.bell.listed == ()
    laptop.run_until(local("2026-11-27T10:01").replace(tzinfo=PARIS))
    assert [each.follow_up_id for each in laptop.bell.listed] == [early]


def test_both_nights_of_the_clocks_and_a_change_of_zone(laptop: Laptop) -> None:
    """T24: weekly at 02:30 and 09:00 over both nights; the laptop goes to Martinique and back."""
    weeks = [local("2026-10-18T00:00"), local("2027-03-21T00:00")]
    laptop.clock.moment = datetime(2026, 10, 17, 10, tzinfo=UTC)
    keys = []
    for first in weeks:
        for week in range(3):
            for hour, minute in ((2, 30), (9, 0)):
                keys.append(laptop.plan(first + timedelta(days=7 * week, hours=hour, minutes=minute)))
    away = [laptop.plan(local(f"2026-11-{day}T09:00"), MARTINIQUE) for day in (10, 11)]
    for day, zone in ((20, PARIS), (11, MARTINIQUE), (12, PARIS)):
        month = 10 if day == 20 else 11
        laptop.run_until(datetime(2026, month, day, tzinfo=UTC))
        laptop.clock.zone = zone
        laptop.tick()
        laptop.answer()
    laptop.run_until(datetime(2027, 4, 10, tzinfo=UTC))
    assert laptop.rang == dict.fromkeys([*keys, *away], 1)
    assert max(laptop.lateness.values()) <= timedelta(seconds=TICK)
    walls = {laptop.moments[key].astimezone(PARIS).strftime("%H:%M") for key in keys}
    assert walls == {"02:30", "03:30", "09:00"}  # the hour that is skipped is read as the one after
    assert {laptop.moments[key].astimezone(MARTINIQUE).hour for key in away} == {9}


def test_what_was_due_while_it_slept_comes_as_one_list(laptop: Laptop) -> None:
    """T25: ten minutes of suspend over five moments."""
    several = [laptop.plan(local(f"2026-11-23T09:3{minute}")) for minute in range(1, 6)]
    laptop.tick()
    assert laptop.bell.slept  # the program was closed before it was started
    laptop.run(2 * TICK)
    assert not laptop.bell.slept
    laptop.suspend(600)
    assert laptop.bell.slept
    assert [each.follow_up_id for each in laptop.bell.listed] == several
    assert laptop.rang == dict.fromkeys(several, 1)
    laptop.run(60 * TICK)
    assert laptop.rang == dict.fromkeys(several, 1) and not laptop.bell.slept


def test_killed_before_or_after_it_shows_it_comes_back_until_it_is_answered(laptop: Laptop) -> None:
    first, second = laptop.plan(local("2026-11-23T09:31")), laptop.plan(local("2026-11-23T09:32"))
    laptop.clock.advance(90)
    laptop.tick(shown=False)
    laptop.start()
    assert [each.follow_up_id for each in laptop.tick()] == [first]
    laptop.start()
    assert [each.follow_up_id for each in laptop.tick()] == [first]
    laptop.answer()
    laptop.start()
    assert laptop.tick() == ()
    laptop.run(2 * TICK * 2)
    assert laptop.rang == {first: 1, second: 1}


def test_more_than_can_be_listed_rings_once_as_well(laptop: Laptop) -> None:
    several = [laptop.plan(local("2026-11-23T09:31") + timedelta(seconds=n)) for n in range(reminders.LISTED + 6)]
    laptop.clock.advance(3600)
    begun = laptop.tick()
    assert (len(begun), laptop.bell.total) == (reminders.LISTED, len(several))
    answered = {each.follow_up_id: each.remind_at for each in begun[:10]}
    laptop.workspace.do(reminders.acknowledge, answered)
    # The others take their place in the list without ringing: they were announced with the first.
    assert laptop.tick() == ()
    assert (len(laptop.bell.listed), laptop.bell.total) == (reminders.LISTED - 4, reminders.LISTED - 4)
    late = laptop.plan(local("2026-11-23T10:31"))
    laptop.clock.advance(60)
    assert [each.follow_up_id for each in laptop.tick()] == [late]


def test_a_tick_with_nothing_to_say_asks_one_question(laptop: Laptop, engine: Engine) -> None:
    laptop.plan(local("2026-11-27T10:00"))
    asked: list[str] = []
    event.listen(engine, "before_cursor_execute", lambda *args: asked.append(args[2]) if args[2] != "BEGIN" else None)
    laptop.run(40 * TICK)
    assert len(asked) == laptop.ticks == 40 and len(set(asked)) == 1
