"""The current grids of many prospects at a glance, for lists that show a row of squares beside each name."""

import json
import uuid
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import BindParameter, String, and_, bindparam, func, select, type_coerce
from sqlalchemy.orm import Session

from desktop.models.calls import Answer, Call, Proof, Score, Verbatim, as_answer
from desktop.models.grids import Grid, Standing, standing
from desktop.services.grids import NOTHING_HELD, Held, held_by


@dataclass(frozen=True)
class Strip:
    """A grid at a glance: its criteria, what is known of each, and which levels lack the evidence they ask for."""

    keys: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    answers: tuple[Answer, ...] = ()
    to_prove: frozenset[int] = frozenset()
    """The places of the levels that are not proven, 0 the first."""
    grid: Grid | None = None
    """That of the latest call, as it was then; ``None`` before the first one."""

    @property
    def standing(self) -> Standing | None:
        """What these answers say; ``None`` before the first call."""
        if self.grid is None:
            return None
        asked = {key: answer for key, answer in zip(self.keys, self.answers, strict=True) if answer != ""}
        return standing(self.grid, {key: answer if isinstance(answer, int) else None for key, answer in asked.items()})

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
_GRIDS = select(Call.prospect_id, type_coerce(Call.grid_copy, String)).where(
    Call.id.in_(bindparam("calls", expanding=True))
)
# Keys as they are kept, for there are many rows of each: making a key of every one takes longer than all the rest.
_SCORES = (
    select(type_coerce(Score.prospect_id, String), type_coerce(Score.call_id, String), Score.criterion, Score.level)
    .where(Score.prospect_id.in_(_AMONG))
    .order_by(Score.at)
)
_BY_QUESTION = (
    select(type_coerce(Verbatim.prospect_id, String), Verbatim.criterion, Verbatim.grade, func.count())
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
    calls = {prospect_id.hex: call_id.hex for prospect_id, call_id in latest.items()}
    own: dict[str, dict[str, Answer]] = defaultdict(dict)
    carried: dict[str, dict[str, Answer]] = defaultdict(dict)
    for prospect, call, criterion, level in session.execute(_SCORES, among):
        if call == calls[prospect]:
            own[prospect][criterion] = as_answer(level)
        elif level is not None:
            carried[prospect][criterion] = as_answer(level)
    held = _held(session, among)
    return {
        prospect_id: _strip(_grid(copy), own[prospect_id.hex], carried[prospect_id.hex], held[prospect_id])
        for prospect_id, copy in session.execute(_GRIDS, {"calls": list(latest.values())})
    }


@lru_cache(maxsize=64)
def _grid(copy: str) -> Grid:
    """A grid out of its copy as it is kept: most calls hold the same one, read once for all of them."""
    return Grid.from_dict(json.loads(copy))


def latest_grids(session: Session, prospect_ids: Collection[uuid.UUID]) -> dict[uuid.UUID, Grid]:
    """The grid of the latest call of each, as it was then."""
    latest = dict(session.execute(_CALLS, {"prospects": prospect_ids}).all())
    rows = session.execute(_GRIDS, {"calls": list(latest.values())})
    return {prospect_id: _grid(copy) for prospect_id, copy in rows}


def _held(session: Session, among: Mapping[str, list[uuid.UUID]]) -> dict[uuid.UUID, dict[str, Held]]:
    """``grids.evidence_held`` of each."""
    asked: dict[str, list[Sequence[Any]]] = defaultdict(list)
    linked: dict[uuid.UUID, list[Sequence[Any]]] = defaultdict(list)
    for prospect, *row in session.execute(_BY_QUESTION, among):
        asked[prospect].append(row)
    for prospect_id, *row in session.execute(_BY_HAND, among):
        linked[prospect_id].append(row)
    return {key: held_by(asked[key.hex], linked[key]) for key in among["prospects"]}


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
        grid=grid,
    )


def _answer(key: str, own: Levels, carried: Levels) -> Answer:
    """A level of the latest call, else a carried one, else "asked, unknown" or nothing."""
    answer = own.get(key, "")
    return answer if isinstance(answer, int) else carried.get(key, answer)
