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
    return sheet_of(session, call, scores_of(session, call.prospect_id))


def prospect_sheet(session: Session, prospect_id: uuid.UUID) -> GridSheet | None:
    """The prospect's current grid, that of its latest call; ``None`` before the first one."""
    call = _latest_call(session, prospect_id)
    return sheet_of(session, call, scores_of(session, prospect_id)) if call else None


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
    call = _latest_call(session, prospect_id)
    if call is not None:
        _copy_standing(session, call, scores_of(session, prospect_id))
        return
    prospect = session.get_one(Prospect, prospect_id)
    prospect.low = prospect.high = prospect.maximum = prospect.band = prospect.band_high = None
    prospect.to_complete = True


def refresh_standing_after(session: Session, call: Call, scores: Collection[Score]) -> None:
    """``refresh_standing`` after a score of ``call`` changed, with the prospect's ``scores`` as they now are."""
    if _latest_call_id(session, call.prospect_id) == call.id:
        _copy_standing(session, call, scores)
    else:
        refresh_standing(session, call.prospect_id)


def scores_of(session: Session, prospect_id: uuid.UUID) -> list[Score]:
    """Every score of every call of a prospect, the latest last."""
    return list(session.scalars(select(Score).where(Score.prospect_id == prospect_id).order_by(Score.at)))


def sheet_of(session: Session, call: Call, scores: Collection[Score]) -> GridSheet:
    """The grid of a call, from the prospect's ``scores`` already read."""
    own, carried = _answers(call, scores)
    grid, proofs = call.grid, _proofs(session, call.prospect_id)
    rows = tuple(_row(criterion, own, carried, proofs) for criterion in grid.criteria)
    heat = session.get_one(Prospect, call.prospect_id).heat
    return GridSheet(grid, rows, standing(grid, _known(own, carried)), heat)


def _copy_standing(session: Session, call: Call, scores: Collection[Score]) -> None:
    prospect = session.get_one(Prospect, call.prospect_id)
    result = standing(call.grid, _known(*_answers(call, scores)))
    prospect.low, prospect.high, prospect.maximum = result.low, result.high, result.maximum
    prospect.band, prospect.band_high = result.band_low, result.band_high
    prospect.to_complete = result.to_complete


def _latest_call(session: Session, prospect_id: uuid.UUID) -> Call | None:
    # The key first: during a call the row itself, with its copies of script and grid, is already in the session.
    call_id = _latest_call_id(session, prospect_id)
    return session.get(Call, call_id) if call_id else None


def _latest_call_id(session: Session, prospect_id: uuid.UUID) -> uuid.UUID | None:
    latest = select(Call.id).where(Call.prospect_id == prospect_id).order_by(Call.started_at.desc(), Call.id.desc())
    return session.scalars(latest.limit(1)).first()


Carried = tuple[int, datetime]
"""A level known from an earlier call, and when it was given."""


def _answers(call: Call, scores: Collection[Score]) -> tuple[dict[str, Answer], dict[str, Carried]]:
    """By criterion: what this call says, and the latest known level of the prospect's other calls."""
    own: dict[str, Answer] = {}
    carried: dict[str, Carried] = {}
    for score in scores:
        if score.call_id == call.id:
            own[score.criterion] = score.answer
        elif score.level is not None:
            carried[score.criterion] = (score.level, score.at)
    return own, carried


def _known(own: Mapping[str, Answer], carried: Mapping[str, Carried]) -> dict[str, int | None]:
    """What counts: a level of this call, else a carried one, else "asked, unknown"."""
    scores: dict[str, int | None] = {criterion: level for criterion, (level, _at) in carried.items()}
    for criterion, answer in own.items():
        if isinstance(answer, int):
            scores[criterion] = answer
        else:
            scores.setdefault(criterion, None)
    return scores


def _row(
    criterion: Criterion, own: Mapping[str, Answer], carried: Mapping[str, Carried], proofs: Mapping[str, int]
) -> CriterionRow:
    level, at = carried.get(criterion.key, (None, None))
    return CriterionRow(
        criterion=criterion,
        answer=own.get(criterion.key, ""),
        carried=level,
        carried_at=at,
        proofs=proofs.get(criterion.key, 0),
    )


def _proofs(session: Session, prospect_id: uuid.UUID) -> dict[str, int]:
    counted = (
        select(Verbatim.criterion, func.count())
        .where(Verbatim.prospect_id == prospect_id, Verbatim.deleted_at.is_(None), Verbatim.criterion != "")
        .group_by(Verbatim.criterion)
    )
    return dict(session.execute(counted).all())
