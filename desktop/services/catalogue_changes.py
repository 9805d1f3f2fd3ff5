"""What a change of the catalogue did, row by row, so that the whole of it is taken back or done again as one act."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from desktop.models.base import Base
from desktop.models.catalogue import Offer, Reference, StandingBlock
from desktop.models.proposals import OptionLine

Kind = type[Offer] | type[Reference] | type[StandingBlock]

_AT_ONCE = 500
"""Keys in one query."""


@dataclass(frozen=True)
class Change:
    """A row as it was and as it became, by column; ``None``: it was not there."""

    kind: Kind
    key: uuid.UUID
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None


def values_of(item: Base) -> dict[str, Any]:
    """Every column of a row but its key; lists are copies."""
    names = [column.key for column in item.__table__.columns if column.key != "id"]
    values = {name: getattr(item, name) for name in names}
    return {name: list(value) if isinstance(value, list) else value for name, value in values.items()}


def made(session: Session, kind: Kind, key: uuid.UUID) -> Change:
    """A row that has just been added, for ``take_back``."""
    return Change(kind, key, None, values_of(session.get_one(kind, key)))


def apply(session: Session, changes: Sequence[Change], *, now: datetime) -> None:
    """Make every row what it became. Idempotent."""
    rows = _rows(session, changes)
    for change in changes:
        _put(session, change, rows.get(change.key), change.after, now)
    session.flush()


def take_back(session: Session, changes: Sequence[Change], *, now: datetime) -> None:
    """Make every row what it was. Idempotent. One that was not there goes; what rests on it archives it instead."""
    rows = _rows(session, changes)
    for change in reversed(changes):
        _put(session, change, rows.get(change.key), change.before, now)
    session.flush()


def _rows(session: Session, changes: Sequence[Change]) -> dict[uuid.UUID, Any]:
    """The rows that are there, read together: one by one, a file of thousands of lines would be felt."""
    found: dict[uuid.UUID, Any] = {}
    for kind in {change.kind for change in changes}:
        keys = [change.key for change in changes if change.kind is kind]
        for first in range(0, len(keys), _AT_ONCE):
            some = select(kind).where(kind.id.in_(keys[first : first + _AT_ONCE]))
            found |= {row.id: row for row in session.scalars(some)}
    return found


def _put(session: Session, change: Change, item: Any, values: Mapping[str, Any] | None, now: datetime) -> None:
    if values is not None:
        if item is None:
            item = change.kind(id=change.key)
            session.add(item)
        for name, value in values.items():
            setattr(item, name, list(value) if isinstance(value, list) else value)
    elif item is not None and _is_needed(session, item):
        item.archived_at = now
    elif item is not None:
        session.delete(item)


def _is_needed(session: Session, item: Base) -> bool:
    """Whether something rests on a row: a line of a proposal, a proof of it."""
    if not isinstance(item, Offer):
        return False
    lines, proofs = exists().where(OptionLine.offer_id == item.id), exists().where(Reference.offer_id == item.id)
    return bool(session.scalar(select(lines | proofs)))
