"""Where a prospect stands: the scores of its calls brought together, and the copy of the result that lists read."""

import uuid
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from sqlalchemy import and_, bindparam, func, select
from sqlalchemy.orm import Session

from desktop.models.calls import Answer, Call, Proof, Score, Verbatim, as_answer
from desktop.models.evidence import Grade, best_grade, proven_total
from desktop.models.grids import Criterion, Grid, Standing, standing
from desktop.models.matrix import SHIPPED, Cell, Cells, Heat
from desktop.models.prospects import Prospect
from desktop.services import matrix_cells, opinions
from desktop.services.opinions import SpeakerOpinion

# Built once: building a statement takes longer than running these.
_SCORES = select(Score).where(Score.prospect_id == bindparam("prospect_id")).order_by(Score.at)
_LATEST_FIRST = (Call.started_at.desc(), Call.id.desc())
_KNOWN_LEVELS = (
    select(Score.prospect_id, Score.criterion, Score.level)
    .where(Score.prospect_id.in_(bindparam("prospects", expanding=True)), Score.level.is_not(None))
    .order_by(Score.at)
)
_LATEST_CALL = select(Call.id).where(Call.prospect_id == bindparam("prospect_id")).order_by(*_LATEST_FIRST).limit(1)
_PROSPECT_AND_LATEST_CALL = select(
    Prospect,
    select(Call.id).where(Call.prospect_id == Prospect.id).order_by(*_LATEST_FIRST).limit(1).scalar_subquery(),
).where(Prospect.id == bindparam("prospect_id"))


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
    """How many verbatims of this prospect justify it, those linked by hand included."""
    grade: Grade = Grade.ASSUMED
    """The best of their grades; the rep's guess when there is none."""
    opinions: tuple[SpeakerOpinion, ...] = ()
    """What each interlocutor of this call makes of it, when several spoke."""

    @property
    def proven(self) -> bool:
        """Whether the level that counts has the evidence it asks for; an unknown one has nothing to prove."""
        return self.criterion.proven(self.level, self.grade)

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
    cells: Cells = field(default_factory=lambda: SHIPPED, hash=False)
    """What each cell of the matrix calls for, as the rep decided: read with the sheet, and not again at each key."""

    @property
    def cell(self) -> Cell | None:
        return self.cells[self.standing.band, self.heat] if self.heat else None

    @property
    def answers(self) -> dict[str, Answer]:
        """By criterion key, what a strip of squares shows: the level that counts, else "?" or nothing."""
        return {row.criterion.key: as_answer(row.level) if row.level is not None else row.answer for row in self.rows}

    @property
    def proven_low(self) -> int:
        """How much of the low total is proven (domain §3, Evidence)."""
        return proven_total((row.criterion, row.level, row.grade) for row in self.rows)

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
    for prospect_id, criterion, level in session.execute(_KNOWN_LEVELS, {"prospects": prospect_ids}):
        if level is not None:
            levels[prospect_id][criterion] = level
    return levels


def refresh_standing(session: Session, prospect_id: uuid.UUID) -> None:
    """Bring the standing that lists read in step with the scores; part of every command that changes one."""
    session.flush()
    call, prospect = _latest_call(session, prospect_id), session.get_one(Prospect, prospect_id)
    if call is not None:
        _copy_standing(prospect, call, scores_of(session, prospect_id))
        return
    prospect.low = prospect.high = prospect.maximum = prospect.band = prospect.band_high = None
    prospect.to_complete = True


def refresh_standing_after(session: Session, call: Call, scores: Collection[Score]) -> None:
    """``refresh_standing`` after a score of ``call`` changed, with the prospect's ``scores`` as they now are."""
    asked = {"prospect_id": call.prospect_id}
    prospect, latest = session.execute(_PROSPECT_AND_LATEST_CALL, asked).one()
    if latest == call.id:
        _copy_standing(prospect, call, scores)
    else:
        refresh_standing(session, call.prospect_id)


def scores_of(session: Session, prospect_id: uuid.UUID) -> list[Score]:
    """Every score of every call of a prospect, the latest last."""
    return list(session.scalars(_SCORES, {"prospect_id": prospect_id}))


def sheet_of(session: Session, call: Call, scores: Collection[Score], before: GridSheet | None = None) -> GridSheet:
    """The grid of a call, from the prospect's ``scores`` already read.

    ``before`` is the sheet before one of them changed, which spares reading what no score changes: the evidence and
    the cells of the matrix.
    """
    own, carried = _answers(call, scores)
    grid = call.grid
    if before is None:
        held, cells = evidence_held(session, call.prospect_id), matrix_cells.cells(session)
    else:
        cells = before.cells
        held = {row.criterion.key: Held(row.proofs, row.grade) for row in before.rows}
    said = opinions.by_criterion(session, call.id)
    rows = tuple(
        _row(each, own, carried, held.get(each.key, NOTHING_HELD), said.get(each.key, ())) for each in grid.criteria
    )
    heat = session.get_one(Prospect, call.prospect_id).heat
    return GridSheet(grid, rows, standing(grid, _known(own, carried)), heat, cells)


def with_proofs(session: Session, sheet: GridSheet, prospect_id: uuid.UUID) -> GridSheet:
    """``sheet`` with the proofs of the prospect as they now are: all that words change in it."""
    held = evidence_held(session, prospect_id)
    rows = []
    for row in sheet.rows:
        now = held.get(row.criterion.key, NOTHING_HELD)
        rows.append(replace(row, proofs=now.count, grade=now.grade))
    return replace(sheet, rows=tuple(rows))


def _copy_standing(prospect: Prospect, call: Call, scores: Collection[Score]) -> None:
    result = standing(call.grid, _known(*_answers(call, scores)))
    prospect.low, prospect.high, prospect.maximum = result.low, result.high, result.maximum
    prospect.band, prospect.band_high = result.band_low, result.band_high
    prospect.to_complete = result.to_complete


def _latest_call(session: Session, prospect_id: uuid.UUID) -> Call | None:
    # The key first: during a call the row itself, with its copies of script and grid, is already in the session.
    call_id = session.scalars(_LATEST_CALL, {"prospect_id": prospect_id}).first()
    return session.get(Call, call_id) if call_id else None


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


@dataclass(frozen=True)
class Held:
    """The evidence of one criterion: how many verbatims, and the best of their grades."""

    count: int
    grade: Grade


NOTHING_HELD = Held(0, Grade.ASSUMED)


def _row(
    criterion: Criterion,
    own: Mapping[str, Answer],
    carried: Mapping[str, Carried],
    held: Held,
    said: tuple[SpeakerOpinion, ...],
) -> CriterionRow:
    level, at = carried.get(criterion.key, (None, None))
    return CriterionRow(
        criterion=criterion,
        answer=own.get(criterion.key, ""),
        carried=level,
        carried_at=at,
        proofs=held.count,
        grade=held.grade,
        opinions=said,
    )


BY_QUESTION = (
    select(Verbatim.criterion, Verbatim.grade, func.count())
    .where(Verbatim.prospect_id == bindparam("prospect_id"), Verbatim.deleted_at.is_(None))
    .group_by(Verbatim.criterion, Verbatim.grade)
)
"""How many verbatims of each grade the questions brought to each criterion."""
BY_HAND = (
    select(Proof.criterion, Proof.linked, Verbatim.criterion, Verbatim.grade)
    # Outer, so that SQLite always starts from the few links, whatever it believes of the size of the tables.
    .join(Verbatim, and_(Verbatim.id == Proof.entry_id, Verbatim.deleted_at.is_(None)), isouter=True)
    .where(Proof.prospect_id == bindparam("prospect_id"))
)
"""What was linked or parted by hand, with the criterion of its question; no grade when the words were taken back."""


def evidence_held(session: Session, prospect_id: uuid.UUID) -> dict[str, Held]:
    """By criterion, what the prospect's words prove: those of its questions, corrected by what was linked by hand.

    Felt at every key of a call: one scan of an index that covers it, and the few links made by hand.
    """
    prospect = {"prospect_id": prospect_id}
    return held_by(session.execute(BY_QUESTION, prospect), session.execute(BY_HAND, prospect))


def held_by(by_question: Iterable[Sequence[Any]], by_hand: Iterable[Sequence[Any]]) -> dict[str, Held]:
    """The same, out of the rows of ``BY_QUESTION`` and ``BY_HAND`` for one prospect."""
    counts: Counter[tuple[str, Grade]] = Counter()
    for criterion, grade, count in by_question:
        counts[criterion, grade] = count
    for criterion, linked, own, grade in by_hand:
        if grade is not None and linked != (criterion == own):
            counts[criterion, grade] += 1 if linked else -1
    held: dict[str, dict[Grade, int]] = defaultdict(dict)
    for (criterion, grade), count in counts.items():
        if criterion and count > 0:
            held[criterion][grade] = count
    return {criterion: Held(sum(grades.values()), best_grade(grades)) for criterion, grades in held.items()}
