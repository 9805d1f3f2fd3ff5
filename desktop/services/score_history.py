"""How the qualification of a prospect moved over its calls, criterion by criterion, each move with its words."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.calls import Call, ScoreMove, Verbatim


@dataclass(frozen=True)
class DatedMove:
    """One change of a score. ``before`` and ``after`` are "0" to "3", "?" or "" (not asked)."""

    at: datetime
    before: str
    after: str
    words: tuple[str, ...]
    """What was said about the criterion in that call since its last move there."""


@dataclass(frozen=True)
class CriterionHistory:
    """A criterion and its moves, the latest first."""

    key: str
    name: str
    moves: tuple[DatedMove, ...]


def score_history(session: Session, prospect_id: uuid.UUID) -> tuple[CriterionHistory, ...]:
    """Every criterion that ever moved, in the order of the latest grids; a prospect never scored has none."""
    query = select(Call).where(Call.prospect_id == prospect_id).order_by(Call.started_at)
    calls = list(session.scalars(query))
    keys = [call.id for call in calls]
    moves = session.scalars(select(ScoreMove).where(ScoreMove.call_id.in_(keys)).order_by(ScoreMove.at)).all()
    said = session.scalars(
        select(Verbatim)
        .where(Verbatim.prospect_id == prospect_id, Verbatim.kind == "verbatim", Verbatim.deleted_at.is_(None))
        .where(Verbatim.criterion != "")
        .order_by(Verbatim.at)
    ).all()
    names = _names(calls)
    found = _with_words(moves, said)
    return tuple(
        CriterionHistory(key, name, tuple(reversed(found[key]))) for key, name in names.items() if key in found
    )


def _names(calls: Sequence[Call]) -> dict[str, str]:
    """By key, the criteria of the latest grid first."""
    names: dict[str, str] = {}
    for call in reversed(calls):
        for criterion in call.grid.criteria:
            names.setdefault(criterion.key, criterion.name)
    return names


def _with_words(moves: Sequence[ScoreMove], said: Sequence[Verbatim]) -> Mapping[str, list[DatedMove]]:
    found: dict[str, list[DatedMove]] = {}
    since: dict[tuple[uuid.UUID, str], datetime] = {}
    spoken: dict[tuple[uuid.UUID, str], list[Verbatim]] = {}
    for verbatim in said:
        spoken.setdefault((verbatim.call_id, verbatim.criterion), []).append(verbatim)
    for move in moves:
        place = (move.call_id, move.criterion)
        words = tuple(
            each.words
            for each in spoken.get(place, ())
            if each.at <= move.at and (place not in since or each.at > since[place])
        )
        since[place] = move.at
        found.setdefault(move.criterion, []).append(DatedMove(move.at, move.before, move.after, words))
    return found
