"""Which days are worked: not weekends, French public holidays, the company's closures, nor the absences of the rep."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from dateutil.easter import easter

_easter: Callable[[int], date] = easter
_DAY = timedelta(days=1)

MOST_CLOSED = 183
"""Days a year that closures may take together: with half of the year left, there is always a next working day."""


@lru_cache(maxsize=512)
def holidays(year: int) -> frozenset[date]:
    """The eleven French public holidays of a year."""
    fixed = [(1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25)]
    sunday = _easter(year)
    moving = [sunday + timedelta(days=1), sunday + timedelta(days=39), sunday + timedelta(days=50)]
    return frozenset([*(date(year, month, day) for month, day in fixed), *moving])


def is_working_day(day: date) -> bool:
    return day.weekday() < 5 and day not in holidays(day.year)


@dataclass(frozen=True)
class Closure:
    """Days when nobody works, every year: ``(month, day)`` of the first and of the last, both closed.

    The last before the first goes over new year. A 29 February counts in the years that have one.
    """

    first: tuple[int, int]
    last: tuple[int, int]
    name: str = ""

    def holds(self, day: date) -> bool:
        here = (day.month, day.day)
        if self.first <= self.last:
            return self.first <= here <= self.last
        return here >= self.first or here <= self.last


@lru_cache(maxsize=64)
def days_closed(closures: tuple[Closure, ...]) -> int:
    """How many days of a leap year these closures take together, weekends included."""
    days = (date(2028, 1, 1) + timedelta(days=number) for number in range(366))
    return sum(any(closure.holds(day) for closure in closures) for day in days)


@dataclass(frozen=True)
class Calendar:
    """The days worked. ``ValueError`` when the closures leave less than half of the year.

    ``absences`` are dated, first and last day of each, both away: unlike closures they do not come back every year.
    """

    closures: tuple[Closure, ...] = ()
    absences: tuple[tuple[date, date], ...] = ()

    def __post_init__(self) -> None:
        if self.closures and days_closed(self.closures) > MOST_CLOSED:
            raise ValueError("closed more than half of the year")

    def works(self, day: date) -> bool:
        return is_working_day(day) and not self.is_off(day)

    def is_off(self, day: date) -> bool:
        """Whether the company is closed or the rep away, whatever the day of the week."""
        return self.is_away(day) or any(closure.holds(day) for closure in self.closures)

    def is_away(self, day: date) -> bool:
        """Whether the rep is."""
        return any(first <= day <= last for first, last in self.absences)

    def first(self, day: date) -> date:
        """``day``, or the next one worked."""
        while not self.works(day):
            day += _DAY
        return day

    def last(self, day: date) -> date:
        """``day``, or the one worked before it."""
        while not self.works(day):
            day -= _DAY
        return day

    def after(self, day: date, count: int) -> date:
        """``count`` working days after ``day``, or before it when negative; ``day`` itself for 0, worked or not."""
        for _unused in range(abs(count)):
            day = self.first(day + _DAY) if count > 0 else self.last(day - _DAY)
        return day

    def between(self, start: date, end: date) -> int:
        """How many days are worked from ``start`` on, before ``end``."""
        return sum(self.works(start + timedelta(days=number)) for number in range(max(0, (end - start).days)))


PLAIN = Calendar()
"""Weekends and public holidays only: what is known without asking the file."""
