"""Prospects by criteria, a page at a time: the grid of each on one line, and a level given from there.

A score belongs to a call: one that is given here goes to the prospect's latest call.
"""

import uuid
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from desktop.errors import UserError
from desktop.i18n import Language, _, current
from desktop.models.calls import Answer, Call
from desktop.models.grids import Grid
from desktop.services import library, scoring, templates
from desktop.services.grids import GridSheet
from desktop.services.matrix_board import PAGE, Beside, Place, StandingRow, ids_of, rows_by_id
from desktop.services.scoring import Before

_LATELY = 50
"""Calls that say which grid is the usual one."""
_FURTHEST = 20
"""Pages looked through for a rare grid before a screen is given what was found."""


@dataclass(frozen=True)
class Page:
    """Some rows, and where the next ones begin; ``None`` when there are no more."""

    rows: tuple[StandingRow, ...]
    then: int | None


@dataclass(frozen=True)
class Given:
    """A level that was given: in which call, what it was before, and the grid as it now is."""

    call_id: uuid.UUID
    before: Before
    sheet: GridSheet


def grids_on_offer(session: Session, language: Language | None = None) -> tuple[Grid, ...]:
    """The grids to choose from, the one that the latest calls were scored on most first."""
    offered = library.grids(session, (language or current()).code)
    key = func.json_extract(Call.grid_copy, "$.key")
    used = Counter([*session.scalars(select(key).order_by(Call.id.desc()).limit(_LATELY)), templates.DEFAULT_GRID])
    usual = [grid for grid, _count in used.most_common()]  # of two alike, that of the latest call
    return tuple(sorted(offered, key=lambda grid: usual.index(grid.key) if grid.key in usual else len(usual)))


def rows(session: Session, place: Place | None, grid: str, *, start: int = 0) -> Page:
    """Active prospects of a place (of all for ``None``) whose latest call was scored on ``grid``.

    Among those to complete, also those that were never called. ``start`` is 0, then the ``then`` of the page before.
    """
    kept: list[StandingRow] = []
    for _unused in range(_FURTHEST):
        ids = ids_of(session, place, limit=PAGE, offset=start)
        start += len(ids)
        scored = _scored_on(session, ids, grid)
        uncalled = place is Beside.TO_COMPLETE
        kept = [row for row in rows_by_id(session, ids) if row.id in scored or (uncalled and row.low is None)]
        if kept or len(ids) < PAGE:
            break
    return Page(tuple(kept), start if len(ids) == PAGE else None)


def give(session: Session, prospect_id: uuid.UUID, criterion: str, answer: Answer, *, at: datetime) -> Given:
    """Give a criterion its level in the prospect's latest call; "?" and "" as in ``scoring.set_score``.

    ``UserError`` when there is no call to hold it, or when the grid of that call has no such criterion.
    """
    call = latest_call(session, prospect_id)
    if call is None:
        raise UserError(_("No call yet: a score belongs to a call. Start the first one."))
    if criterion not in {each.key for each in call.grid.criteria}:
        raise UserError(_("The grid of their latest call does not have this criterion."))
    sheet, before = scoring.score(session, call.id, criterion, answer, at=at)
    return Given(call.id, before, sheet)


def put_back(session: Session, given: Given, *, at: datetime) -> None:
    """Undo ``give``. Idempotent."""
    scoring.put_back_score(session, given.call_id, given.before, at=at)


def latest_call(session: Session, prospect_id: uuid.UUID) -> Call | None:
    """The call whose grid is the prospect's."""
    query = select(Call).where(Call.prospect_id == prospect_id).order_by(Call.started_at.desc(), Call.id.desc())
    return session.scalars(query.limit(1)).first()


def _scored_on(session: Session, ids: Sequence[uuid.UUID], grid: str) -> Collection[uuid.UUID]:
    """Those of them whose latest call was scored on this grid."""
    later = aliased(Call)
    newest = (
        select(later.id)
        .where(later.prospect_id == Call.prospect_id)
        .order_by(later.started_at.desc(), later.id.desc())
        .limit(1)
        .correlate(Call)
        .scalar_subquery()
    )
    key = func.json_extract(Call.grid_copy, "$.key")
    query = select(Call.prospect_id).where(Call.prospect_id.in_(ids), Call.id == newest, key == grid)
    return set(session.scalars(query))
