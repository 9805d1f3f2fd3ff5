"""A cadence: a series of follow-ups planned at once, each with its delay, its channels and what it brings.

Delays are calendar days counted from the day the series starts ("day 30" is what a rep says), then put on the first day
worked. A step is always at least one working day after the one before it. A delay of the article's kind, "before
expiry", is counted in working days back from the end of validity of a proposal instead.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from desktop.models.followup_kinds import Channel, Objective
from desktop.models.working_days import Calendar

LIGHT = (Channel.PHONE, Channel.EMAIL, Channel.LINKEDIN)
"""Channels that may stand in for those of a step, so as not to use one twice running. A visit or a video call is never
proposed where the step does not list it: it asks for the other's time."""
LONGEST = 730
"""Days: a step two years away is a wake-up date, not a cadence."""
_EVERY_HOLIDAY = Calendar()
_DAY = timedelta(days=1)


class Anchor(StrEnum):
    """What the days of a step are counted from."""

    START = "start"
    EXPIRY = "expiry"
    """Working days before the end of validity of the proposal that the series follows up."""


@dataclass(frozen=True)
class Step:
    """One follow-up to come. ``days`` are counted from ``anchor``; ``hot_days``, when given, serve a hot prospect.

    ``channels`` are in order of preference, at least one. ``message`` is the key of a message template, "" for none.
    """

    key: str
    days: int
    objective: Objective
    channels: tuple[Channel, ...]
    subject: str = ""
    brings: str = ""
    message: str = ""
    anchor: Anchor = Anchor.START
    hot_days: int | None = None

    def delay(self, hot: bool) -> int:
        """The days to wait for this prospect."""
        return self.hot_days if hot and self.hot_days is not None else self.days


@dataclass(frozen=True)
class Cadence:
    """A series of steps, in their order."""

    key: str
    name: str
    language: str
    version: int
    about: str
    steps: tuple[Step, ...]

    @property
    def needs_proposal(self) -> bool:
        """Whether one of its steps is counted back from the end of a proposal."""
        return any(step.anchor is Anchor.EXPIRY for step in self.steps)

    def as_dict(self) -> dict[str, Any]:
        """Plain values, as the library keeps and edits them."""
        plain = asdict(self)
        plain["steps"] = [
            {
                **step,
                "objective": step["objective"].value,
                "anchor": step["anchor"].value,
                "channels": [channel.value for channel in step["channels"]],
            }
            for step in plain["steps"]
        ]
        return plain

    @classmethod
    def from_dict(cls, plain: Mapping[str, Any]) -> "Cadence":
        """The cadence that ``as_dict`` wrote. An unfinished draft may have steps without a channel."""
        steps = tuple(
            Step(
                **{
                    **step,
                    "objective": Objective(step["objective"]),
                    "anchor": Anchor(step["anchor"]),
                    "channels": tuple(Channel(channel) for channel in step["channels"]),
                }
            )
            for step in plain["steps"]
        )
        return cls(**{**plain, "steps": steps})


def choose_channel(preferred: Sequence[Channel], last: Channel | None, possible: Collection[Channel]) -> Channel:
    """The channel of the next touch: the first preferred one that is possible and is not that of the ``last`` touch.

    When only the last one is left among them, a light channel that is possible stands in: the same channel twice
    running only when no other is possible. When none at all is possible, the first preferred one: the rep is told what
    to find. Source: the article, "variez les canaux".
    """
    able = [channel for channel in (*preferred, *LIGHT) if channel in possible]
    for channel in able:
        if channel != last:
            return channel
    return able[0] if able else (*preferred, *LIGHT)[0]


@dataclass(frozen=True)
class Course:
    """What the dates of a series depend on. ``since`` is the day that its days are counted from.

    ``expires_on`` is the end of validity of the proposal, ``None`` without one.
    """

    since: date
    calendar: Calendar
    hot: bool = False
    expires_on: date | None = None

    def shifted(self, days: int) -> "Course":
        """The same, everything that is counted from the start so many days later."""
        return replace(self, since=self.since + timedelta(days=days))


def usual_day(step: Step, course: Course) -> date:
    """When a step would fall if nobody were ever away: its day, or the next one that is neither weekend nor holiday."""
    return _EVERY_HOLIDAY.first(course.since + timedelta(days=step.delay(course.hot)))


def dates(cadence: Cadence, course: Course, *, first: int = 0, after: date | None = None) -> list[date | None]:
    """The day of each step; ``None`` for those before ``first`` and for those that are passed over.

    ``after`` is the day of the touch before: every date comes later. No delay runs out while the company is closed or
    the rep away: what was left is counted from the return, for that step and for all that follow. Passed over: the step
    before expiry without a proposal or once it is too late, and any other that would not come before that one.
    """
    found: list[date | None] = [None] * len(cadence.steps)
    last, shift = after, 0
    for place in range(first, len(cadence.steps)):
        step = cadence.steps[place]
        if step.anchor is Anchor.EXPIRY:
            day = expiry_day(step, course)
            if day is None or (last is not None and day <= last):
                continue
        else:
            usual = usual_day(step, course.shifted(shift))
            if last is not None:
                usual = max(usual, _EVERY_HOLIDAY.first(last + _DAY))
            waited = _waiting(last or course.since, usual, course.calendar)
            day = course.calendar.first(usual + timedelta(days=waited))
            reminder = _next_reminder(cadence, place, course, last)
            if reminder is not None and day >= reminder:
                continue
            shift += waited
        found[place] = last = day
    return found


def _waiting(since: date, until: date, calendar: Calendar) -> int:
    """How many days a delay stands still between two days because nobody is there."""
    waited, day = 0, since + _DAY
    while day <= until + timedelta(days=waited):
        waited += calendar.is_off(day)
        day += _DAY
    return waited


def expiry_day(step: Step, course: Course) -> date | None:
    """The working day on which a step before expiry falls; ``None`` without a proposal."""
    return course.calendar.after(course.expires_on, -step.days) if course.expires_on else None


def _next_reminder(cadence: Cadence, place: int, course: Course, last: date | None) -> date | None:
    """The day of the first step before expiry that comes later in the series, while there is still time for it."""
    days = [expiry_day(step, course) for step in cadence.steps[place + 1 :] if step.anchor is Anchor.EXPIRY]
    return next((day for day in days if day is not None and (last is None or day > last)), None)
