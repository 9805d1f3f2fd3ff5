"""The rows that a merge changed, as its ``Merge`` keeps them: plain enough for JSON, exact enough for undo."""

import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import inspect
from sqlalchemy.dialects import sqlite
from sqlalchemy.orm import Session

from desktop.models.base import Base
from desktop.services.row_changes import Change, Changes

_DIALECT = sqlite.dialect()


def as_plain(changes: Changes) -> list[dict[str, Any]]:
    """Each row by its kind and key, with what changed in it as the file itself stores it."""
    plain = []
    for change in changes:
        assert change.before is not None and change.after is not None  # a merge adds no row and erases none
        names = [name for name, value in change.before.items() if change.after[name] != value]
        plain.append(
            {
                "kind": change.kind.__name__,
                "key": change.key.hex,
                "before": {name: _stored(change.kind, name, change.before[name]) for name in names},
                "after": {name: _stored(change.kind, name, change.after[name]) for name in names},
            }
        )
    return plain


def from_plain(plain: Sequence[Mapping[str, Any]]) -> Changes:
    """The changes again, of only the columns that changed."""
    kinds = {mapper.class_.__name__: mapper.class_ for mapper in Base.registry.mappers}
    return tuple(
        Change(
            kinds[row["kind"]],
            uuid.UUID(row["key"]),
            {name: _read(kinds[row["kind"]], name, value) for name, value in row["before"].items()},
            {name: _read(kinds[row["kind"]], name, value) for name, value in row["after"].items()},
        )
        for row in plain
    )


def not_changed_since(session: Session, changes: Changes) -> tuple[Changes, int]:
    """The changes without what has another value by now or is gone, and how many rows that concerns."""
    still, later = [], 0
    for change in changes:
        row = session.get(change.kind, change.key)
        assert change.before is not None and change.after is not None
        names = [name for name, value in change.after.items() if row is not None and getattr(row, name) == value]
        later += len(names) < len(change.after)
        if names:
            before, after = ({name: side[name] for name in names} for side in (change.before, change.after))
            still.append(Change(change.kind, change.key, before, after))
    return tuple(still), later


def _stored(kind: type[Base], name: str, value: Any) -> Any:
    write = _type(kind, name).bind_processor(_DIALECT)
    return write(value) if write is not None else value


def _read(kind: type[Base], name: str, value: Any) -> Any:
    read = _type(kind, name).result_processor(_DIALECT, None)
    return read(value) if read is not None else value


def _type(kind: type[Base], name: str) -> Any:
    return inspect(kind).attrs[name].columns[0].type.dialect_impl(_DIALECT)
