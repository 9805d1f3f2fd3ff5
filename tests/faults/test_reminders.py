"""Two years of a rep's laptop, by chance: it sleeps, travels, is killed, its clock is set; each reminder rings once."""

import random
from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest

from desktop.clock import FixedClock
from desktop.ui.workspace import Workspace
from tests.ui.reminders.shaken_clock import MARTINIQUE, PARIS, TICK, Laptop

START, END = datetime(2026, 3, 2, 8, tzinfo=UTC), datetime(2028, 3, 2, 8, tzinfo=UTC)
HOURS = ((2, 30), (9, 0), (14, 15), (23, 59))


@pytest.mark.faults
@pytest.mark.timeout(900)
@pytest.mark.parametrize("seed", range(6))
def test_two_years_each_rings_once(seed: int, workspace: Workspace, clock: FixedClock) -> None:
    chance = random.Random(seed)
    clock.moment = START
    laptop = Laptop(workspace, clock)
    planned = []
    for _each in range(260):
        day = START.date() + timedelta(days=chance.randrange(1, 728))
        hour, minute = chance.choice(HOURS)
        due = datetime.combine(day, datetime.min.time()).replace(hour=hour, minute=minute)
        planned.append(laptop.plan(due, chance.choice((PARIS, PARIS, MARTINIQUE))))
    for change in ("2026-03-29", "2026-10-25", "2027-03-28", "2027-10-31"):
        planned += [laptop.plan(datetime.fromisoformat(f"{change}T{hour}")) for hour in ("02:30", "09:00")]
    happened: Counter[str] = Counter()
    while clock.now() < END:
        laptop.run_until(clock.now().astimezone(UTC) + timedelta(hours=chance.randrange(2, 60)))
        what = chance.choice(
            ("answer", "answer", "suspend", "kill", "kill unseen", "travel", "back", "day back", "ahead")
        )
        happened[what] += 1
        if what == "answer":
            laptop.answer()
        elif what == "suspend":
            laptop.suspend(chance.choice((600, 9 * 3600, 3 * 86_400, 16 * 86_400)))
        elif what == "kill":
            laptop.start()
            laptop.tick()
        elif what == "kill unseen":
            clock.advance(chance.randrange(0, 7200))
            laptop.tick(shown=False)
            laptop.start()
            laptop.tick()
        elif what == "travel":
            clock.zone = MARTINIQUE if clock.zone == PARIS else PARIS
            laptop.tick()
        else:
            by = {"back": timedelta(hours=-1), "day back": timedelta(days=-1), "ahead": timedelta(days=730)}[what]
            laptop.set_clock(by)
            laptop.run(chance.randrange(1, 20) * TICK)
            laptop.set_clock(-by)
    laptop.run_until(END + timedelta(days=2))
    assert laptop.rang == dict.fromkeys(planned, 1), f"seed {seed}: {happened}"
    assert all(happened.values()) and len(happened) == 8
