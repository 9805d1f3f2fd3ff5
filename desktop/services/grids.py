"""Where a prospect stands: the scores of its calls brought together, and the copy of the result that lists read."""

import uuid
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.models.calls import Answer, Call, Score, Verbatim
from desktop.models.grids import Criterion, Grid, Standing, standing
from desktop.models.matrix import Cell, Heat, cell
from desktop.models.prospects import Prospect


@dataclass(frozen=True)
class CriterionRow:
    """One line of the live grid."""

    criterion: Criterion
    answer: Answer
    """In this call."""
    carried: int | None
    """The level known from earlier calls, when this one says nothing better."""
    carried_at: datetime | None
    proofs: int
    """How many verbatims of this prospect speak about it."""

    @property
    def level(self) -> int | None:
        """What counts: this call's level, otherwise the carried one."""
        return self.answer if isinstance(self.answer, int) else self.carried


@dataclass(frozen=True)
class GridSheet:
    """A grid filled in, its standing, and what the matrix says of it (no heat chosen yet, no cell)."""

    grid: Grid
    rows: tuple[CriterionRow, ...]
    standing: Standing
    heat: Heat | None

    @property
    def cell(self) -> Cell | None:
        return cell(self.standing.band, self.heat) if self.heat else None

    @property
    def answers(self) -> dict[str, Answer]:
        """By criterion key, what a strip of squares shows: the level that counts, else "?" or nothing."""
        return {row.criterion.key: row.level if row.level is not None else row.answer for row in self.rows}  # type: ignore[misc]

    def row(self, criterion: str) -> CriterionRow:
        """The row of that criterion; ``KeyError`` when the grid has none."""
        for row in self.rows:
            if row.criterion.key == criterion:
                return row
        raise KeyError(criterion)


def call_sheet(session: Session, call_id: uuid.UUID) -> GridSheet:
    """The grid of a call: its own scores first, completed by the latest known ones of the prospect's earlier calls."""
    call = session.get_one(Call, call_id)
    return _sheet(session, call.prospect_id, call.grid, call_id)


def prospect_sheet(session: Session, prospect_id: uuid.UUID) -> GridSheet | None:
    """The prospect's current grid, that of its latest call; ``None`` before the first one."""
    latest = select(Call).where(Call.prospect_id == prospect_id).order_by(Call.started_at.desc(), Call.id.desc())
    call = session.scalars(latest.limit(1)).first()
    return _sheet(session, prospect_id, call.grid, call.id) if call else None


def current_levels(session: Session, prospect_ids: Collection[uuid.UUID]) -> dict[uuid.UUID, dict[str, int]]:
    """For each prospect, the latest known level of each criterion over its calls (domain §3)."""
    levels: dict[uuid.UUID, dict[str, int]] = {prospect_id: {} for prospect_id in prospect_ids}
    known = select(Score).where(Score.prospect_id.in_(prospect_ids), Score.level.is_not(None)).order_by(Score.at)
    for score in session.scalars(known):
        if score.level is not None:
            levels[score.prospect_id][score.criterion] = score.level
    return levels


def refresh_standing(session: Session, prospect_id: uuid.UUID) -> None:
    """Bring the standing that lists read in step with the scores; part of every command that changes one."""
    session.flush()
    sheet = prospect_sheet(session, prospect_id)
    prospect = session.get_one(Prospect, prospect_id)
    if sheet is None:
        prospect.low = prospect.high = prospect.maximum = prospect.band = prospect.band_high = None
        prospect.to_complete = True
        return
    result = sheet.standing
    prospect.low, prospect.high, prospect.maximum = result.low, result.high, result.maximum
    prospect.band, prospect.band_high = result.band_low, result.band_high
    prospect.to_complete = result.to_complete


def _sheet(session: Session, prospect_id: uuid.UUID, grid: Grid, call_id: uuid.UUID) -> GridSheet:
    own: dict[str, Answer] = {}
    carried: dict[str, Score] = {}
    for score in session.scalars(select(Score).where(Score.prospect_id == prospect_id).order_by(Score.at)):
        if score.call_id == call_id:
            own[score.criterion] = score.answer
        elif score.level is not None:
            carried[score.criterion] = score
    proofs = _proofs(session, prospect_id)
    rows = tuple(_row(criterion, own, carried, proofs) for criterion in grid.criteria)
    scores = {row.criterion.key: row.level for row in rows if row.level is not None or row.answer == "?"}
    return GridSheet(grid, rows, standing(grid, scores), session.get_one(Prospect, prospect_id).heat)


def _row(
    criterion: Criterion, own: Mapping[str, Answer], carried: Mapping[str, Score], proofs: Mapping[str, int]
) -> CriterionRow:
    before = carried.get(criterion.key)
    return CriterionRow(
        criterion=criterion,
        answer=own.get(criterion.key, ""),
        carried=before.level if before else None,
        carried_at=before.at if before else None,
        proofs=proofs.get(criterion.key, 0),
    )


def _proofs(session: Session, prospect_id: uuid.UUID) -> dict[str, int]:
    counted = (
        select(Verbatim.criterion, func.count())
        .where(Verbatim.prospect_id == prospect_id, Verbatim.deleted_at.is_(None), Verbatim.criterion != "")
        .group_by(Verbatim.criterion)
    )
    return dict(session.execute(counted).tuples().all())
