"""What a command did, row by row, so that it can be taken back exactly, or done again: undo without a second service.

``recorded`` runs any service and gives its result and its ``Changes``; ``take_back`` and ``again`` go to either side.
``snapshot`` and ``restore`` keep whole rows, for an act that knows beforehand which ones it will touch.
"""

import copy
import uuid
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy import BindParameter, UniqueConstraint, bindparam, event, inspect, select
from sqlalchemy.orm import Mapper, Session

from desktop.models.base import Base, new_id
from desktop.models.followups import FollowUp, FollowUpState
from desktop.models.prospects import Prospect

P = ParamSpec("P")
R = TypeVar("R")
Values = Mapping[str, Any]

_KEPT_ELSEWHERE: dict[type[Base], frozenset[str]] = {
    Prospect: frozenset({"next_due_at", "has_decider", "sort_name"}),
    FollowUp: frozenset({"sequence", "calendar_sequence"}),
}
"""What no undo gives back: triggers write it, or a calendar was handed it already."""
AT_ONCE = 500
"""Keys in one query."""


@dataclass(frozen=True)
class Row:
    """A row as it was, by attribute; ``values`` is ``None`` when it was not there."""

    kind: type[Base]
    key: uuid.UUID
    values: Values | None


@dataclass(frozen=True)
class Change:
    """A row as it was and as it became; ``None``: it was not there, or is no longer."""

    kind: type[Base]
    key: uuid.UUID
    before: Values | None
    after: Values | None


Place = tuple[type[Base], uuid.UUID]
Rows = tuple[Row, ...]
Changes = tuple[Change, ...]


@dataclass
class Recording:
    """What changed within ``recording``; ``changes`` is known once it ends."""

    before: dict[Place, Values | None] = field(default_factory=dict)
    changes: Changes = ()


@contextmanager
def recording(session: Session) -> Iterator[Recording]:
    """Note every row that is flushed meanwhile. What a bulk statement changes escapes it: services write objects."""
    session.flush()
    found = Recording()

    def note(session: Session, _context: object, _instances: object) -> None:
        for item in session.new:
            found.before.setdefault((type(item), _key(item)), None)
        places = [(type(item), _key(item)) for item in (*session.dirty, *session.deleted)]
        found.before |= _read(session, [place for place in places if place not in found.before])

    event.listen(session, "before_flush", note)
    try:
        yield found
        session.flush()
    finally:
        event.remove(session, "before_flush", note)
    after = _read(session, found.before)
    changes = (Change(*place, values, after[place]) for place, values in found.before.items())
    found.changes = tuple(change for change in changes if change.before != change.after)


def recorded(
    session: Session, command: Callable[Concatenate[Session, P], R], /, *args: P.args, **kwargs: P.kwargs
) -> tuple[R, Changes]:
    """Run a service, and give what it returned with what it changed."""
    with recording(session) as found:
        result = command(session, *args, **kwargs)
    return result, found.changes


def take_back(session: Session, changes: Changes) -> None:
    """Make every row what it was before, in what changed only: acts that came after keep the rest. Idempotent."""
    _put(session, [(each.kind, each.key, each.after, each.before) for each in changes])


def again(session: Session, changes: Changes) -> None:
    """Make every row what it became, after ``take_back``. Idempotent."""
    _put(session, [(each.kind, each.key, each.before, each.after) for each in changes])


def snapshot(session: Session, objects: Iterable[Base]) -> Rows:
    """The rows of these objects as they are now; those of objects not saved yet are not there."""
    session.flush()
    read = _read(session, [(type(item), _key(item)) for item in objects])
    return tuple(Row(*place, values) for place, values in read.items())


def restore(session: Session, rows: Rows) -> None:
    """Make these rows what they were, whole: written again, put back, or erased. Idempotent."""
    _put(session, [(row.kind, row.key, None, row.values) for row in rows])


def _key(item: Any) -> uuid.UUID:
    if item.id is None:
        # A key is given when a row is flushed: an object that is still to be needs its own now.
        item.id = new_id()
    key: uuid.UUID = item.id
    return key


def _read(session: Session, places: Iterable[Place]) -> dict[Place, Values | None]:
    """Rows as the file has them, whatever the objects in hand say; many at once, in their order."""
    found: dict[Place, Values | None] = dict.fromkeys(places)
    wanted: dict[type[Base], list[uuid.UUID]] = defaultdict(list)
    for kind, key in found:
        wanted[kind].append(key)
    for kind, keys in wanted.items():
        names, query = _columns_of(kind)
        for first in range(0, len(keys), AT_ONCE):
            for key, *values in session.connection().execute(query, {"keys": keys[first : first + AT_ONCE]}):
                found[kind, key] = dict(zip(names, values, strict=True))
    return found


@lru_cache(maxsize=64)
def _columns_of(kind: type[Base]) -> tuple[tuple[str, ...], Any]:
    """The attributes of a kind of thing, and the query that gives its key and them for some keys."""
    mapper: Mapper[Any] = inspect(kind)
    kept = _KEPT_ELSEWHERE.get(kind, frozenset())
    columns = {each.key: each.columns[0] for each in mapper.column_attrs if each.key not in kept}
    key = mapper.primary_key[0]
    query = select(key.label("key_of_row"), *(column.label(name) for name, column in columns.items()))
    among: BindParameter[Sequence[uuid.UUID]] = bindparam("keys", expanding=True)
    return tuple(columns), query.select_from(mapper.persist_selectable).where(key.in_(among))


def _put(session: Session, moves: list[tuple[type[Base], uuid.UUID, Values | None, Values | None]]) -> None:
    """Give rows their values, parents before what rests on them; then erase, the other way round."""
    session.flush()
    places: dict[Any, int] = {table: place for place, table in enumerate(Base.metadata.sorted_tables)}
    moves = sorted(moves, key=lambda move: places[move[0].__table__])
    held = _loaded(session, [(kind, key) for kind, key, _now, _wanted in moves])
    for table, some in groupby(moves, key=lambda move: move[0].__table__):
        for kind, key, now, wanted in some:
            if wanted is not None:
                _write(session, kind, key, held.get((kind, key)), now, wanted)
                if _has_rivals(table):
                    session.flush()
        session.flush()
    for _table, some in groupby(reversed(moves), key=lambda move: move[0].__table__):
        for kind, key, _now, wanted in some:
            if wanted is None and (kind, key) in held:
                _erase(session, held[kind, key])
        session.flush()


@lru_cache(maxsize=64)
def _has_rivals(table: Any) -> bool:
    """Whether a row may take what another one of the table gives up: they are written one by one then."""
    unique = any(isinstance(each, UniqueConstraint) for each in table.constraints)
    return unique or any(index.unique for index in table.indexes)


def _loaded(session: Session, places: Iterable[Place]) -> dict[Place, Any]:
    """The objects of these rows, those that are there."""
    wanted: dict[type[Base], list[uuid.UUID]] = defaultdict(list)
    for kind, key in places:
        wanted[kind].append(key)
    found: dict[Place, Any] = {}
    for kind, keys in wanted.items():
        for first in range(0, len(keys), AT_ONCE):
            some = select(kind).where(kind.id.in_(keys[first : first + AT_ONCE]))
            found |= {(kind, item.id): item for item in session.scalars(some)}
    return found


def _write(session: Session, kind: type[Base], key: uuid.UUID, item: Any, now: Values | None, wanted: Values) -> None:
    if item is None:
        session.add(kind(id=key, **copy.deepcopy({name: each for name, each in wanted.items() if name != "id"})))
        return
    for name, value in wanted.items():
        if now is None or now[name] != value:
            setattr(item, name, copy.deepcopy(value))
    if isinstance(item, FollowUp) and session.is_modified(item):
        item.sequence += 1


def _erase(session: Session, item: Base) -> None:
    """A follow-up that a calendar was handed is dropped instead: the calendar must be told of it."""
    if isinstance(item, FollowUp) and item.calendar_sequence is not None:
        if item.state is not FollowUpState.DROPPED:
            item.state, item.remind_at, item.sequence = FollowUpState.DROPPED, None, item.sequence + 1
    else:
        session.delete(item)
