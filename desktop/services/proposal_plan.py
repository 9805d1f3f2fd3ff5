"""The plan kept with a proposal: read, dated, and edited step by step, each change with its way back.

``Proposal.plan`` is a list of ``{"key", "name", "side", "owner", "days", "after"}``. ``after`` holds the keys of the
steps that it waits for; ``None`` is the one above, whichever that is once steps have moved.
"""

import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.i18n import _, ngettext
from desktop.models.backplan import Plan, Side, Task, count_back, in_order, soonest
from desktop.models.base import new_id
from desktop.models.proposals import Proposal
from desktop.models.settings import Company
from desktop.models.working_days import Calendar
from desktop.services import closures, settings

MOST_DAYS = 260
"""Working days of one step: a year."""
MOST_STEPS = 60
_YEARS = range(2000, 2200)
_NAMES = frozenset(("key", "name", "side", "owner", "days", "after"))
_LONGEST_KEY = 64


@dataclass(frozen=True)
class Step:
    """A step as it is kept, without dates."""

    key: str
    name: str
    side: Side
    owner: str
    days: int
    after: tuple[str, ...] | None = None
    """Keys of the steps it waits for; ``None``: the one above."""


@dataclass(frozen=True)
class Removed:
    """A step that was taken out, its place, and what the steps that waited for it waited for."""

    place: int
    step: Step
    after: tuple[tuple[str, tuple[str, ...] | None], ...]


@dataclass(frozen=True)
class PlanView:
    """What the card shows. ``error`` says why the plan kept there cannot be read; the rest is then empty."""

    steps: tuple[Step, ...]
    tasks: tuple[Task, ...]
    wished_on: date | None
    plan: Plan | None
    """Counted from today; ``None`` without a wished day or without a step."""
    soonest: date | None
    """When it could be done, begun today."""
    ahead: int
    """Working days left before the first step must begin."""
    error: str = ""


def read(raw: object) -> tuple[Step, ...]:
    """The steps of ``Proposal.plan``. ``UserError`` when anything in it is not what this program writes."""
    if not isinstance(raw, list) or len(raw) > MOST_STEPS:
        raise UserError(_unreadable())
    steps = tuple(_step(each) for each in raw)
    keys = {step.key for step in steps}
    known = all(set(step.after or ()) <= keys for step in steps)
    if len(keys) < len(steps) or not known or in_order(_places(steps)) is None:
        raise UserError(_unreadable())
    return steps


def tasks_of(steps: Sequence[Step]) -> tuple[Task, ...]:
    """The same for the rules that count the dates."""
    return tuple(
        Task(step.name, step.side, step.owner, step.days, after, step.key)
        for step, after in zip(steps, _places(steps), strict=True)
    )


def plan_of(proposal: Proposal, company: Company | None) -> Plan | None:
    """The plan that the documents print, counted from the day they carry: that of today would never be the same twice.

    ``None`` without a step, without a wished day, or when what is kept cannot be read: the card says so.
    """
    try:
        steps = read(proposal.plan)
    except UserError:
        return None
    if not steps or not _within_reach(proposal.wished_on) or proposal.wished_on is None:
        return None
    return count_back(tasks_of(steps), proposal.wished_on, closures.calendar_of(company), proposal.issued_on)


def view(session: Session, proposal_id: uuid.UUID, *, today: date) -> PlanView:
    """The steps of a proposal, with their dates as they stand today."""
    proposal = session.get_one(Proposal, proposal_id)
    calendar = closures.calendar_of(settings.company(session))
    wished = proposal.wished_on if _within_reach(proposal.wished_on) else None
    try:
        steps = read(proposal.plan)
    except UserError as error:
        return PlanView((), (), wished, None, None, 0, str(error))
    if not steps:
        return PlanView((), (), wished, None, None, 0)
    tasks = tasks_of(steps)
    plan = count_back(tasks, wished, calendar, today) if wished else None
    return PlanView(steps, tasks, wished, plan, soonest(tasks, calendar, today), _ahead(plan, calendar, today))


def wish(session: Session, proposal_id: uuid.UUID, day: date | None, *, now: datetime) -> date | None:
    """Say by which day the customer wants it. Idempotent. Returns the former one."""
    if not _within_reach(day):
        raise UserError(_("Choose a day between the years 2000 and 2199."))
    proposal = session.get_one(Proposal, proposal_id)
    before, proposal.wished_on = proposal.wished_on, day
    _touch(proposal, before != day, now)
    return before


def add_step(
    session: Session, proposal_id: uuid.UUID, *, now: datetime, key: str = "", place: int | None = None, **fields: Any
) -> str:
    """One more step, at ``place`` (from 0) or at the end; ``fields`` are those of ``Step``. Returns its key.

    Idempotent with a ``key`` that is known beforehand.
    """
    key = key or str(new_id())
    step = _checked(Step(**{"key": key, "name": "", "side": Side.OURS, "owner": "", "days": 1, **fields}))

    def add(steps: list[Step]) -> None:
        if any(each.key == key for each in steps):
            return
        if len(steps) >= MOST_STEPS:
            raise UserError(_("{count} steps at most.").format(count=MOST_STEPS))
        steps.insert(len(steps) if place is None else min(max(place, 0), len(steps)), step)

    _edit(session, proposal_id, add, now)
    return key


def update_step(session: Session, proposal_id: uuid.UUID, key: str, *, now: datetime, **fields: Any) -> dict[str, Any]:
    """Change ``name``, ``side``, ``owner``, ``days`` or ``after`` of a step. Returns the former values, for undo."""
    before: dict[str, Any] = {}

    def update(steps: list[Step]) -> None:
        place = _place(steps, key)
        before.update({name: getattr(steps[place], name) for name in fields})
        values = {name: getattr(steps[place], name) for name in _NAMES} | fields
        steps[place] = _checked(Step(**values))

    _edit(session, proposal_id, update, now)
    return before


def move_step(session: Session, proposal_id: uuid.UUID, key: str, place: int, *, now: datetime) -> int:
    """Put a step at ``place`` (from 0). Idempotent. Returns its former place."""
    before = 0

    def move(steps: list[Step]) -> None:
        nonlocal before
        before = _place(steps, key)
        steps.insert(min(max(place, 0), len(steps) - 1), steps.pop(before))

    _edit(session, proposal_id, move, now)
    return before


def remove_step(session: Session, proposal_id: uuid.UUID, key: str, *, now: datetime) -> Removed:
    """Take a step out; those that waited for it wait for what it waited for. Returns what ``put_back`` takes."""
    removed: list[Removed] = []

    def remove(steps: list[Step]) -> None:
        place = _place(steps, key)
        step = steps[place]
        before = tuple(steps[each].key for each in _places(steps)[place])
        waiting = [each for each in steps if each.after is not None and key in each.after]
        removed.append(Removed(place, step, tuple((each.key, each.after) for each in waiting)))
        for each in waiting:
            kept = dict.fromkeys([*(one for one in each.after or () if one != key), *before])
            steps[_place(steps, each.key)] = _with(each, after=tuple(kept))
        steps.remove(step)

    _edit(session, proposal_id, remove, now)
    return removed[0]


def put_back(session: Session, proposal_id: uuid.UUID, removed: Removed, *, now: datetime) -> None:
    """Undo ``remove_step``. Idempotent."""

    def put(steps: list[Step]) -> None:
        if any(each.key == removed.step.key for each in steps):
            return
        steps.insert(min(removed.place, len(steps)), removed.step)
        for key, after in removed.after:
            if any(each.key == key for each in steps):
                place = _place(steps, key)
                steps[place] = _with(steps[place], after=after)

    _edit(session, proposal_id, put, now)


def plain(step: Step) -> dict[str, Any]:
    """A step as it is kept."""
    after = None if step.after is None else list(step.after)
    return {
        "key": step.key,
        "name": step.name,
        "side": step.side.value,
        "owner": step.owner,
        "days": step.days,
        "after": after,
    }


def _edit(session: Session, proposal_id: uuid.UUID, change: Callable[[list[Step]], object], now: datetime) -> None:
    """Change the list of steps; a plan that cannot be read is refused before anything is written over it."""
    proposal = session.get_one(Proposal, proposal_id)
    steps = list(read(proposal.plan))
    change(steps)
    if in_order(_places(steps)) is None:
        raise UserError(_("These steps would wait for each other: no date could be counted."))
    written = [plain(step) for step in steps]
    _touch(proposal, written != proposal.plan, now)
    proposal.plan = written


def _places(steps: Sequence[Step]) -> list[tuple[int, ...]]:
    where = {step.key: place for place, step in enumerate(steps)}
    found = []
    for place, step in enumerate(steps):
        above = (place - 1,) if place else ()
        found.append(above if step.after is None else tuple(sorted(where[key] for key in step.after)))
    return found


def _place(steps: Sequence[Step], key: str) -> int:
    place = next((place for place, step in enumerate(steps) if step.key == key), None)
    if place is None:
        raise UserError(_("This step is no longer there."))
    return place


def _with(step: Step, **fields: Any) -> Step:
    return Step(**({name: getattr(step, name) for name in _NAMES} | fields))


def _checked(step: Step) -> Step:
    if not 1 <= step.days <= MOST_DAYS:
        sentence = ngettext("Between 1 and {count} working day.", "Between 1 and {count} working days.", MOST_DAYS)
        raise UserError(sentence.format(count=MOST_DAYS))
    return step


def _step(raw: object) -> Step:
    if not isinstance(raw, dict) or raw.keys() != _NAMES:
        raise UserError(_unreadable())
    texts = (raw["key"], raw["name"], raw["owner"])
    days, after = raw["days"], raw["after"]
    # ``True`` is a whole number to Python.
    sound = (
        all(isinstance(text, str) for text in texts)
        and 0 < len(raw["key"]) <= _LONGEST_KEY
        and raw["side"] in list(Side)
        and type(days) is int
        and 1 <= days <= MOST_DAYS
        and (after is None or (isinstance(after, list) and all(isinstance(key, str) for key in after)))
    )
    if not sound:
        raise UserError(_unreadable())
    return Step(raw["key"], raw["name"], Side(raw["side"]), raw["owner"], days, None if after is None else tuple(after))


def _within_reach(day: date | None) -> bool:
    """Whether dates can be counted from there and back, whatever the steps."""
    return day is None or day.year in _YEARS


def _ahead(plan: Plan | None, calendar: Calendar, today: date) -> int:
    return calendar.between(calendar.first(today), plan.begins_on) if plan and not plan.late else 0


def _touch(proposal: Proposal, changed: bool, now: datetime) -> None:
    if changed:
        proposal.updated_at = now


def _unreadable() -> str:
    return _(
        "The plan kept in this proposal cannot be read here: it is left as it is and is not printed. "
        "A new one can be proposed; undo brings the former back."
    )
