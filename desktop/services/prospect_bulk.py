"""One act on many prospects: in one transaction, told as it goes, and taken back as one.

What only changes columns is written in one statement: ten thousand take a fraction of a second. What has rules of its
own (a status, a next step) goes through its service, which reads and writes many at once.
"""

import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session

from desktop.models.followup_kinds import Channel, Objective
from desktop.models.matrix import Heat
from desktop.models.prospects import Prospect
from desktop.models.statuses import LossKind, Status
from desktop.services import absences, followups, row_changes, status_moves
from desktop.services.row_changes import AT_ONCE, Changes

Told = Callable[[int], object]
"""Called now and then with how many are done."""
_STRETCH = 1000
"""Prospects between two words of how far it is."""


@dataclass(frozen=True)
class Columns:
    """What columns of many prospects were and became, in place of a change a row: ``(key, before, after)``."""

    names: tuple[str, ...]
    rows: tuple[tuple[uuid.UUID, tuple[Any, ...], tuple[Any, ...]], ...]

    @property
    def keys(self) -> tuple[uuid.UUID, ...]:
        """The prospects that changed."""
        return tuple(key for key, _before, _after in self.rows)


@dataclass(frozen=True)
class Plan:
    """A next step for each of many: ``a_day`` a working day from ``first`` on (0: all that day), at ``hour``."""

    first: date
    hour: time
    zone: str
    a_day: int
    channel: Channel
    objective: Objective
    subject: str = ""


def nobody(_count: int) -> None:
    """Told to nobody."""


def set_heat(session: Session, keys: Sequence[uuid.UUID], heat: Heat | None, *, now: datetime) -> Columns:
    """Those that were not that hot already are now."""
    return _write(session, keys, ("heat", "updated_at"), (heat, now))


def remove(session: Session, keys: Sequence[uuid.UUID], *, now: datetime) -> Columns:
    """Take them off every list; nothing is lost."""
    return _write(session, keys, ("deleted_at",), (now,))


def put(session: Session, changed: Columns, *, back: bool) -> None:
    """Take a change of columns ``back``, or make it again. Idempotent."""
    values: dict[str, Any] = {name: bindparam(f"new_{name}") for name in changed.names}
    table: Any = Prospect.__table__
    statement = update(table).where(table.c.id == bindparam("key")).values(**values)
    rows = [
        {
            "key": key,
            **{f"new_{name}": value for name, value in zip(changed.names, before if back else after, strict=True)},
        }
        for key, before, after in changed.rows
    ]
    if rows:
        session.connection().execute(statement, rows)
        _announce(session)


def set_status(
    session: Session,
    keys: Sequence[uuid.UUID],
    status: Status,
    *,
    now: datetime,
    reason: str = "",
    loss: LossKind | None = None,
    wake_on: date | None = None,
    told: Told = nobody,
) -> tuple[list[uuid.UUID], Changes]:
    """Move each that is not there already, for one reason. Returns those that moved, and what changed.

    Raises ``UserError`` as ``status_moves.set_status`` does, and nothing is changed then.
    """
    present, moved = _present(session, keys), []
    with row_changes.recording(session) as found:
        for first in range(0, len(present), _STRETCH):
            told(first)
            some = present[first : first + _STRETCH]
            moved += status_moves.move_all(session, some, status, now=now, reason=reason, loss=loss, wake_on=wake_on)
    return moved, found.changes


def plan(
    session: Session, keys: Sequence[uuid.UUID], step: Plan, *, now: datetime, told: Told = nobody
) -> tuple[list[uuid.UUID], Changes]:
    """Plan a next step for each, in that order; it takes the place of the one that may be open."""
    worked = absences.calendar(session)
    day = worked.first(step.first)
    present = _present(session, keys)
    steps: list[tuple[uuid.UUID, followups.NextStep]] = []
    for place, key in enumerate(present):
        if step.a_day and place and place % step.a_day == 0:
            day = worked.after(day, 1)
        due = datetime.combine(day, step.hour)
        steps.append((key, followups.NextStep(due, step.zone, step.channel, step.objective, step.subject)))
    with row_changes.recording(session) as found:
        for first in range(0, len(steps), _STRETCH):
            told(first)
            followups.plan_all(session, steps[first : first + _STRETCH], now=now)
    return present, found.changes


def _present(session: Session, keys: Sequence[uuid.UUID]) -> list[uuid.UUID]:
    """Those of ``keys`` that were not removed, each once, in their order."""
    found: dict[uuid.UUID, datetime | None] = {}
    for first in range(0, len(keys), AT_ONCE):
        some = select(Prospect.id, Prospect.deleted_at).where(Prospect.id.in_(keys[first : first + AT_ONCE]))
        found |= dict(session.execute(some).all())
    return [key for key in dict.fromkeys(keys) if key in found and found[key] is None]


def _write(session: Session, keys: Sequence[uuid.UUID], names: tuple[str, ...], values: tuple[Any, ...]) -> Columns:
    session.flush()
    columns = [getattr(Prospect, name) for name in names]
    rows: list[tuple[uuid.UUID, tuple[Any, ...], tuple[Any, ...]]] = []
    present = _present(session, keys)
    for first in range(0, len(present), AT_ONCE):
        some = select(Prospect.id, *columns).where(Prospect.id.in_(present[first : first + AT_ONCE]))
        rows += [(key, tuple(before), values) for key, *before in session.execute(some) if before[0] != values[0]]
    changed = Columns(names, tuple(rows))
    put(session, changed, back=False)
    return changed


def _announce(session: Session) -> None:
    """What a statement changes escapes the session, which must tell the pages and not go on with former values."""
    session.expire_all()
    session.info.get("touched", set()).add(Prospect)
