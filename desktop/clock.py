"""Time as a value that is passed: nothing else in the program may ask the machine what time it is."""

import time
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo


class Clock(Protocol):
    """Wall time for people, monotonic time for durations."""

    zone: ZoneInfo

    def now(self) -> datetime:
        """The wall clock, aware, in the rep's zone."""
        ...

    def today(self) -> date:
        """The date where the rep is."""
        ...

    def monotonic(self) -> float:
        """Seconds that never go back."""
        ...


@dataclass
class SystemClock:
    """The machine's clock, read in the rep's IANA zone."""

    zone: ZoneInfo

    def now(self) -> datetime:
        return datetime.now(self.zone)

    def today(self) -> date:
        return self.now().date()

    def monotonic(self) -> float:
        return time.monotonic()


PARIS = ZoneInfo("Europe/Paris")


@dataclass
class FixedClock:
    """A clock that moves only when told: tests, demonstrations and screenshots."""

    moment: datetime
    zone: ZoneInfo = PARIS
    elapsed: float = 0.0

    def now(self) -> datetime:
        return self.moment.astimezone(self.zone)

    def today(self) -> date:
        return self.now().date()

    def monotonic(self) -> float:
        return self.elapsed

    def advance(self, seconds: float) -> None:
        """Move both the wall clock and the monotonic one, ``seconds`` ahead."""
        self.moment += timedelta(seconds=seconds)
        self.elapsed += seconds
