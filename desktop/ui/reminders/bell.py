"""Which reminders ring now, and which have just begun to: the one thing that must be right under every clock.

The file says what is due by the wall clock; this remembers, for as long as the program runs, what has rung already.
"""

import uuid
from datetime import UTC, datetime, timedelta

from desktop.services import reminders
from desktop.services.reminders import Reminder
from desktop.ui.workspace import Workspace

ASLEEP = timedelta(minutes=1)
"""Between two ticks of fifteen seconds: beyond, the machine or the program slept."""
HELD = timedelta(hours=25)
"""What rang stays in the list when the clock goes back less than this. Beyond, that clock was wrong: it is taken back,
and rings at its time."""
DOUBTED = timedelta(days=90)
"""A clock that goes ahead by more than this while the program runs is a wrong clock rather than a long sleep."""


class Bell:
    """``tick`` says what begins to ring; ``listed`` is all that rings and was not answered, the earliest due first."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self.listed: tuple[Reminder, ...] = ()
        self.total = 0
        """All that rings, the part beyond what is listed included."""
        self.slept = False
        """Whether nobody could hear, just before the last tick: the program was closed, or the machine asleep."""
        self.doubted = False
        """The clock has jumped too far to be believed: nothing rings until it comes back, or ``trust_clock``."""
        self._rung: dict[uuid.UUID, datetime] = {}
        self._covered = datetime.min.replace(tzinfo=UTC)
        """What is due before this and not listed was announced with those that were: it enters the list quietly."""
        self._counted: dict[uuid.UUID, datetime] = {}
        self._extra = 0
        self._last: tuple[datetime, float] | None = None

    def tick(self) -> tuple[Reminder, ...]:
        """Look at the clock. Returns what begins to ring; each reminder does so once."""
        now = self._now()
        if not self._believes(now, self._workspace.clock.monotonic()):
            return ()
        self._rung = {key: at for key, at in self._rung.items() if at <= now + HELD}
        self._covered = min(self._covered, now)
        due = self._workspace.ask(reminders.due, now=now)
        begun = {key for key, at in due.items() if self._rung.get(key) != at}
        quiet = {key for key in begun if due[key] <= self._covered}
        self._rung.update(due)
        if len(due) >= reminders.LISTED:
            self._covered = max(self._covered, min(due.values()))
        self._read(due, now)
        return tuple(each for each in self.listed if each.follow_up_id in begun - quiet)

    def refresh(self) -> None:
        """Read again what rings: some of it was answered, or says something else."""
        if not self.doubted:
            now = self._now()
            self._read(self._workspace.ask(reminders.due, now=now), now)

    def trust_clock(self) -> None:
        """The rep says that the date is right."""
        self._last, self.doubted = None, False

    def _now(self) -> datetime:
        # A difference of two wall clocks of one zone would be an hour wrong when the clocks have changed in between.
        return self._workspace.clock.now().astimezone(UTC)

    def _read(self, due: dict[uuid.UUID, datetime], now: datetime) -> None:
        ahead = {key: at for key, at in self._rung.items() if at > now}
        shown = {**due, **ahead}
        self.listed = self._workspace.ask(reminders.read, shown, now=now) if shown else ()
        if due != self._counted:  # walking thousands that wait takes long, and is for a number
            full = len(due) >= reminders.LISTED
            self._extra = self._workspace.ask(reminders.count, now=now) - len(due) if full else 0
            self._counted = due
        self.total = len(self.listed) + self._extra

    def _believes(self, now: datetime, monotonic: float) -> bool:
        """Whether the wall clock may be right, seen how much time has gone by. The first look believes it."""
        if self._last is None:
            self.slept = True
        else:
            wall, since = self._last
            expected = wall + timedelta(seconds=monotonic - since)
            self.doubted = now - expected > DOUBTED
            self.slept = now - expected > ASLEEP or now - wall > ASLEEP
        if not self.doubted:
            self._last = (now, monotonic)
        return not self.doubted
