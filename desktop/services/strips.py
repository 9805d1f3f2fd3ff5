"""The current grids of many prospects at a glance, for lists that show a row of squares beside each name."""

import uuid
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import BindParameter, and_, bindparam, func, select
from sqlalchemy.orm import Session

from desktop.models.calls import Answer, Call, Proof, Score, Verbatim, as_answer
from desktop.models.grids import Grid
from desktop.services.grids import NOTHING_HELD, Held, held_by


@dataclass(frozen=True)
class Strip:
    """A grid at a glance: its criteria, what is known of each, and which levels lack the evidence they ask for."""

    keys: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    answers: tuple[Answer, ...] = ()
    to_prove: frozenset[int] = frozenset()
    """The places of the levels that are not proven, 0 the first."""

    @property
    def known(self) -> int:
        return sum(isinstance(answer, int) for answer in self.answers)

    @property
    def marks(self) -> tuple[str, ...]:
        """What stands in each square: "0" to "3", "?" or ""."""
        return tuple(str(answer) for answer in self.answers)


# Built once: building a statement takes longer than running these.
_AMONG: BindParameter[Sequence[uuid.UUID]] = bindparam("prospects", expanding=True)
_CALLS = select(Call.prospect_id, Call.id).where(Call.prospect_id.in_(_AMONG)).order_by(Call.started_at, Call.id)
_GRIDS = select(Call.prospect_id, Call.grid_copy).where(Call.id.in_(bindparam("calls", expanding=True)))
_SCORES = (
    select(Score.prospect_id, Score.call_id, Score.criterion, Score.level)
    .where(Score.prospect_id.in_(_AMONG))
    .order_by(Score.at)
)
_BY_QUESTION = (
    select(Verbatim.prospect_id, Verbatim.criterion, Verbatim.grade, func.count())
    .where(Verbatim.prospect_id.in_(_AMONG), Verbatim.deleted_at.is_(None))
    .group_by(Verbatim.prospect_id, Verbatim.criterion, Verbatim.grade)
)
_BY_HAND = (
    select(Proof.prospect_id, Proof.criterion, Proof.linked, Verbatim.criterion, Verbatim.grade)
    # Outer, so that SQLite always starts from the few links, whatever it believes of the size of the tables.
    .join(Verbatim, and_(Verbatim.id == Proof.entry_id, Verbatim.deleted_at.is_(None)), isouter=True)
    .where(Proof.prospect_id.in_(_AMONG))
)

Levels = Mapping[str, Answer]


def strips(session: Session, prospect_ids: Collection[uuid.UUID]) -> dict[uuid.UUID, Strip]:
    """The current grid of each, in five queries however many they are; those never called have none.

    Says what ``grids.prospect_sheet`` says of each: the latest call's own level, else one carried from earlier calls,
    else "?" or "", and whether the prospect's words prove it.
    """
    latest = dict(session.execute(_CALLS, {"prospects": prospect_ids}).all())
    among = {"prospects": list(latest)}
    own: dict[uuid.UUID, dict[str, Answer]] = defaultdict(dict)
    carried: dict[uuid.UUID, dict[str, Answer]] = defaultdict(dict)
    for prospect_id, call_id, criterion, level in session.execute(_SCORES, among):
        if call_id == latest[prospect_id]:
            own[prospect_id][criterion] = as_answer(level)
        elif level is not None:
            carried[prospect_id][criterion] = as_answer(level)
    held = _held(session, among)
    return {
        prospect_id: _strip(Grid.from_dict(grid), own[prospect_id], carried[prospect_id], held[prospect_id])
        for prospect_id, grid in session.execute(_GRIDS, {"calls": list(latest.values())})
    }


def _held(session: Session, among: Mapping[str, list[uuid.UUID]]) -> dict[uuid.UUID, dict[str, Held]]:
    """``grids.evidence_held`` of each."""
    asked: dict[uuid.UUID, list[Sequence[Any]]] = defaultdict(list)
    linked: dict[uuid.UUID, list[Sequence[Any]]] = defaultdict(list)
    for prospect_id, *row in session.execute(_BY_QUESTION, among):
        asked[prospect_id].append(row)
    for prospect_id, *row in session.execute(_BY_HAND, among):
        linked[prospect_id].append(row)
    return {key: held_by(asked[key], linked[key]) for key in among["prospects"]}


def _strip(grid: Grid, own: Levels, carried: Levels, held: Mapping[str, Held]) -> Strip:
    answers = [_answer(criterion.key, own, carried) for criterion in grid.criteria]
    return Strip(
        keys=tuple(criterion.key for criterion in grid.criteria),
        names=tuple(criterion.name for criterion in grid.criteria),
        answers=tuple(answers),
        to_prove=frozenset(
            place
            for place, (criterion, answer) in enumerate(zip(grid.criteria, answers, strict=True))
            if isinstance(answer, int) and not criterion.proven(answer, held.get(criterion.key, NOTHING_HELD).grade)
        ),
    )


def _answer(key: str, own: Levels, carried: Levels) -> Answer:
    """A level of the latest call, else a carried one, else "asked, unknown" or nothing."""
    answer = own.get(key, "")
    return answer if isinstance(answer, int) else carried.get(key, answer)
