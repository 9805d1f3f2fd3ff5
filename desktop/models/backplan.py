"""A plan counted back from the day the customer wishes for: what must begin when, on whose side, and what slips."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.models.working_days import Calendar, Closure


class Side(StrEnum):
    """Whose step it is."""

    OURS = "ours"
    THEIRS = "theirs"


@dataclass(frozen=True)
class Task:
    """One step before it has dates: ``days`` are working days, at least one.

    ``after`` holds the places, from 0, of the steps that must be over before it begins; ``key`` stays when it moves.
    """

    name: str
    side: Side
    owner: str
    days: int
    after: tuple[int, ...] = ()
    key: str = ""


@dataclass(frozen=True)
class PlanStep:
    """One step with its dates: ``days`` are working days, both ends included; ``slack`` those it may wait."""

    name: str
    side: Side
    owner: str
    days: int
    starts_on: date
    ends_on: date
    after: tuple[int, ...] = ()
    """Places, from 0, of the steps that must be over before it begins."""
    slack: int = 0
    key: str = ""
    """Its own for good, whatever its place and its name: a calendar finds it again by it."""

    @property
    def critical(self) -> bool:
        """Late by a day, it makes the whole plan late by a day."""
        return self.slack == 0


@dataclass(frozen=True)
class Plan:
    """The steps in order, at least one, for a wished day; ``late`` are the working days missing to keep to it."""

    steps: tuple[PlanStep, ...]
    wished_on: date
    late: int = 0
    closures: tuple[Closure, ...] = ()
    """The company's, that the dates were counted with."""

    @property
    def begins_on(self) -> date:
        """The first day of work: without slack, the last one possible."""
        return min(step.starts_on for step in self.steps)

    @property
    def ready_on(self) -> date:
        """The day it is done: the last one worked by the wished day, or later when days are missing."""
        return max(step.ends_on for step in self.steps)


@dataclass(frozen=True)
class Slip:
    """What a step that ends ``late`` working days after its date takes with it."""

    step: int
    """Its place in the plan."""
    late: int
    moved: tuple[tuple[int, int], ...]
    """``(place, working days)`` of the other steps that begin later."""
    end: int
    """Working days by which the plan as a whole is late."""
    ready_on: date


def in_order(after: Sequence[Sequence[int]]) -> tuple[int, ...] | None:
    """Places such that each step comes when those it waits for are over; ``None`` when steps wait for each other."""
    waiting = {place: set(before) for place, before in enumerate(after)}
    found: list[int] = []
    while waiting:
        free = [place for place, before in waiting.items() if not before]
        if not free:
            return None
        found += free
        for place in free:
            del waiting[place]
        for before in waiting.values():
            before.difference_update(free)
    return tuple(found)


def count_back(tasks: Sequence[Task], wished_on: date, calendar: Calendar, today: date) -> Plan:
    """The plan whose last day is the last one worked by ``wished_on``, and that begins as late as that allows.

    Nothing begins before ``today``: when there is not enough time, the plan begins on the first day worked from then
    on and says how many working days are missing. Within the plan, a step begins as soon as it may, and has for slack
    what it may wait without moving the end. ``ValueError`` without a step, or when steps wait for each other.
    """
    durations = [task.days for task in tasks]
    starts = _starts([task.after for task in tasks], durations)
    length = _length(starts, durations)
    begin = calendar.after(calendar.last(wished_on), 1 - length)
    first = calendar.first(today)
    late = calendar.between(begin, first)
    days = [first if late else begin]
    while len(days) < length:
        days.append(calendar.after(days[-1], 1))
    latest = _latest_ends(tasks, length)
    return Plan(
        steps=tuple(
            PlanStep(
                name=task.name,
                side=task.side,
                owner=task.owner,
                days=task.days,
                starts_on=days[start],
                ends_on=days[start + task.days - 1],
                after=task.after,
                slack=end - start - task.days,
                key=task.key,
            )
            for task, start, end in zip(tasks, starts, latest, strict=True)
        ),
        wished_on=wished_on,
        late=late,
        closures=calendar.closures,
    )


def soonest(tasks: Sequence[Task], calendar: Calendar, today: date) -> date:
    """The day it may be done at the earliest when it begins today."""
    durations = [task.days for task in tasks]
    length = _length(_starts([task.after for task in tasks], durations), durations)
    return calendar.after(calendar.first(today), length - 1)


def slip(plan: Plan, step: int, late: int) -> Slip:
    """What happens when the step at place ``step`` is over ``late`` working days after its date."""
    order, days = [each.after for each in plan.steps], [each.days for each in plan.steps]
    before = _starts(order, days)
    length = _length(before, days)
    days[step] += late
    after = _starts(order, days)
    end = _length(after, days) - length
    return Slip(
        step=step,
        late=late,
        moved=tuple((place, after[place] - start) for place, start in enumerate(before) if after[place] > start),
        end=end,
        ready_on=Calendar(plan.closures).after(plan.ready_on, end),
    )


def _starts(after: Sequence[Sequence[int]], days: Sequence[int]) -> list[int]:
    """Working days between the first of the plan and the first of each step, each as soon as it may."""
    order = in_order(after)
    if not order:
        raise ValueError("no step, or steps that wait for each other")
    starts = [0] * len(after)
    for place in order:
        starts[place] = max((starts[before] + days[before] for before in after[place]), default=0)
    return starts


def _length(starts: Sequence[int], days: Sequence[int]) -> int:
    return max(start + count for start, count in zip(starts, days, strict=True))


def _latest_ends(tasks: Sequence[Task], length: int) -> list[int]:
    """Working days from the first of the plan by which each step must be over for the end to hold."""
    ends = [length] * len(tasks)
    for place in reversed(in_order([task.after for task in tasks]) or ()):
        for before in tasks[place].after:
            ends[before] = min(ends[before], ends[place] - tasks[place].days)
    return ends
