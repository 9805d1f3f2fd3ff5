"""The level of a criterion in a call: given, cleared, or put back with what each speaker thinks of it."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from desktop.models.calls import Answer, Call, Score, ScoreMove
from desktop.services import grids, opinions
from desktop.services.grids import GridSheet
from desktop.services.opinions import Kept


@dataclass(frozen=True)
class Before:
    """What one criterion was in a call, so that undo puts back the very rows: its score, and the speakers' opinions."""

    criterion: str
    answer: Answer
    score_id: uuid.UUID | None
    at: datetime | None
    opinions: tuple[Kept, ...]


def set_score(
    session: Session,
    call_id: uuid.UUID,
    criterion: str,
    answer: Answer,
    *,
    at: datetime,
    speaker: uuid.UUID | None = None,
) -> Answer:
    """Give a criterion its level, "?" (asked, unknown) or "" (not asked). Idempotent. Returns what it was before.

    ``speaker`` is who says so when there are several: it is then their opinion, and "" clears theirs only.
    """
    call = session.get_one(Call, call_id)
    return _change_score(
        session, call, grids.scores_of(session, call.prospect_id), criterion, answer, at, speaker
    ).answer


def score(
    session: Session,
    call_id: uuid.UUID,
    criterion: str,
    answer: Answer,
    *,
    at: datetime,
    speaker: uuid.UUID | None = None,
    sheet: GridSheet | None = None,
) -> tuple[GridSheet, Before]:
    """``set_score``, and the grid to paint. What this takes is felt at every key: nothing is read twice.

    ``sheet`` is the one that is painted now.
    """
    call = session.get_one(Call, call_id)
    scores = grids.scores_of(session, call.prospect_id)
    with session.no_autoflush:
        before = _change_score(session, call, scores, criterion, answer, at, speaker)
        session.flush()  # once, for all that it changed
        return grids.sheet_of(session, call, scores, sheet), before


def put_back_score(
    session: Session,
    call_id: uuid.UUID,
    before: Before,
    *,
    at: datetime,
    speaker: uuid.UUID | None = None,
    sheet: GridSheet | None = None,
) -> GridSheet:
    """Undo ``score``: the score and the opinions are again those of ``before``. Idempotent."""
    call = session.get_one(Call, call_id)
    scores = grids.scores_of(session, call.prospect_id)
    with session.no_autoflush:
        if before.opinions or call.speaker_id is not None:
            opinions.put_back(session, call, before.criterion, before.opinions)
        row = _write_score(session, call, scores, before.criterion, before.answer, at, speaker)
        if row is not None and before.at is not None:
            row.id, row.at = before.score_id if row.id is None else row.id, before.at
        session.flush()
        return grids.sheet_of(session, call, scores, sheet)


def _change_score(
    session: Session,
    call: Call,
    scores: list[Score],
    criterion: str,
    answer: Answer,
    at: datetime,
    speaker: uuid.UUID | None,
) -> Before:
    """Keeps ``scores``, all those of the prospect, in step."""
    call.grid.criterion(criterion)
    score = _score_in(call, scores, criterion)
    given = opinions.of_criterion(session, call.id, criterion) if speaker else []
    before = Before(
        criterion,
        score.answer if score else "",
        score.id if score else None,
        score.at if score else None,
        opinions.kept(given),
    )
    if speaker is not None:
        answer = opinions.record(
            session, call, criterion, speaker, answer, given, score=before.answer, scored_at=before.at, at=at
        )
    _write_score(session, call, scores, criterion, answer, at, speaker)
    return before


def _write_score(
    session: Session,
    call: Call,
    scores: list[Score],
    criterion: str,
    answer: Answer,
    at: datetime,
    speaker: uuid.UUID | None,
) -> Score | None:
    """The row as it then is, if there is one; nothing is written when it said so already."""
    score = _score_in(call, scores, criterion)
    before: Answer = score.answer if score else ""
    if before == answer:
        return score
    if answer == "":
        assert score is not None
        session.delete(score)
        scores.remove(score)
        score = None
    else:
        if score is None:
            score = Score(call_id=call.id, prospect_id=call.prospect_id, criterion=criterion)
            session.add(score)
            scores.append(score)
        score.level = None if answer == "?" else answer
        score.at = at
    contact_id = speaker or call.speaker_id or call.contact_id
    session.add(
        ScoreMove(
            call_id=call.id, criterion=criterion, before=str(before), after=str(answer), contact_id=contact_id, at=at
        )
    )
    with session.no_autoflush:
        grids.refresh_standing_after(session, call, scores)
    return score


def _score_in(call: Call, scores: Iterable[Score], criterion: str) -> Score | None:
    return next((each for each in scores if each.call_id == call.id and each.criterion == criterion), None)
