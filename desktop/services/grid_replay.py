"""What a new grid would make of the prospects already scored, before it is adopted: who would change place, and how.

It reads and never writes: past calls keep the grid they were held with, whatever is adopted.
"""

import uuid
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, and_, func, select
from sqlalchemy.orm import Session

from desktop.models.calls import Call, Score
from desktop.models.grids import Band, Grid, standing
from desktop.models.matrix import Heat
from desktop.models.prospects import Contact, Prospect

BATCH = 500
SHOWN = 50


@dataclass(frozen=True)
class Place:
    """Where a prospect stands in the matrix; ``band`` is ``None`` for "to complete", ``heat`` when none was chosen."""

    band: Band | None
    heat: Heat | None


@dataclass(frozen=True)
class Move:
    """A prospect who would change place; totals are the low ones, out of their own maximum."""

    prospect_id: uuid.UUID
    name: str
    before: Place
    after: Place
    low_before: int
    maximum_before: int
    low_after: int
    maximum_after: int


@dataclass(frozen=True)
class Replay:
    """``count`` prospects were compared, ``changed`` of them would move; ``moves`` are the first of these.

    ``flows`` counts the moves by ``(before, after)``, the most frequent first.
    """

    count: int
    changed: int
    flows: tuple[tuple[Place, Place, int], ...]
    moves: tuple[Move, ...]


class CancelledError(Exception):
    """Nobody waits for the replay any more."""


def replay(
    session: Session, grid: Grid, limit: int = SHOWN, progress: Callable[[int, int], bool] = lambda _done, _all: True
) -> Replay:
    """Compare where each prospect stands today with where ``grid`` would put it, from the latest known levels.

    Today's place is the one the lists show: that of the grid of the prospect's latest call. Those compared are the
    prospects whose latest call was held with a grid of this key; when no call ever was (a new grid), all that were
    scored on one of its criteria. ``progress(done, all)`` is called between batches; answering ``False`` stops it with
    ``CancelledError``.
    """
    found = session.execute(_comparable(session, grid)).all()
    flows: Counter[tuple[Place, Place]] = Counter()
    moves: list[Move] = []
    count = 0
    for start in range(0, len(found), BATCH):
        if not progress(start, len(found)):
            raise CancelledError
        rows = found[start : start + BATCH]
        levels = _levels(session, grid, [row.id for row in rows])
        for row in rows:
            known = levels.get(row.id)
            if not known:
                continue
            count += 1
            move = _move(grid, row, known)
            if move.before != move.after:
                flows[move.before, move.after] += 1
                moves.append(move)
    progress(len(found), len(found))
    moves.sort(key=lambda move: (-abs(_rank(move.after) - _rank(move.before)), move.name.casefold()))
    return Replay(
        count=count,
        changed=len(moves),
        flows=tuple((before, after, number) for (before, after), number in flows.most_common()),
        moves=tuple(moves[:limit]),
    )


def _comparable(session: Session, grid: Grid) -> Select[Any]:
    """The prospects to compare, with what the lists show of them."""
    key = Call.grid_copy["key"].as_string()
    prospects = select(
        Prospect.id,
        Prospect.company,
        Prospect.heat,
        Prospect.band,
        Prospect.to_complete,
        Prospect.low,
        Prospect.maximum,
        _contact_name().label("contact"),
    ).where(Prospect.deleted_at.is_(None), Prospect.band.is_not(None))
    if session.scalars(select(Call.id).where(key == grid.key).limit(1)).first() is None:
        return prospects.order_by(Prospect.id)
    latest = (
        select(Call.prospect_id, func.max(Call.started_at).label("at")).group_by(Call.prospect_id).subquery("latest")
    )
    same = and_(Call.prospect_id == latest.c.prospect_id, Call.started_at == latest.c.at)
    held = select(Call.prospect_id).join(latest, same).where(key == grid.key)
    return prospects.where(Prospect.id.in_(held)).order_by(Prospect.id)


def _contact_name() -> Any:
    """The first person there: what a private prospect is called by."""
    named = select(Contact.name).where(Contact.prospect_id == Prospect.id, Contact.deleted_at.is_(None))
    return named.order_by(Contact.position).limit(1).scalar_subquery()


def _levels(session: Session, grid: Grid, keys: Sequence[uuid.UUID]) -> dict[uuid.UUID, dict[str, int]]:
    """For each prospect, the latest known level of each criterion of the grid."""
    criteria = [criterion.key for criterion in grid.criteria]
    known = (
        select(Score.prospect_id, Score.criterion, Score.level)
        .where(Score.prospect_id.in_(keys), Score.criterion.in_(criteria), Score.level.is_not(None))
        .order_by(Score.at)
    )
    levels: dict[uuid.UUID, dict[str, int]] = {}
    for prospect_id, criterion, level in session.execute(known):
        if level is not None:
            levels.setdefault(prospect_id, {})[criterion] = level
    return levels


def _move(grid: Grid, row: Any, known: dict[str, int]) -> Move:
    fresh = standing(grid, known)
    return Move(
        prospect_id=row.id,
        name=row.company or row.contact or "",
        before=Place(None if row.to_complete else row.band, row.heat),
        after=Place(None if fresh.to_complete else fresh.band, row.heat),
        low_before=row.low,
        maximum_before=row.maximum,
        low_after=fresh.low,
        maximum_after=fresh.maximum,
    )


_BANDS: tuple[Band | None, ...] = (None, Band.LOW, Band.MEDIUM, Band.GOOD)


def _rank(place: Place) -> int:
    return _BANDS.index(place.band)
