"""What each of several interlocutors makes of a criterion: each answer belongs to one, and two who differ both show."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from desktop.models.calls import Answer, Call, Opinion, Score, ScoreMove, as_answer
from desktop.models.prospects import Contact


@dataclass(frozen=True)
class SpeakerOpinion:
    """One person's view of one criterion; ``level`` is ``None`` when they do not know."""

    contact_id: uuid.UUID
    name: str
    level: int | None
    at: datetime

    @property
    def answer(self) -> Answer:
        return as_answer(self.level)


@dataclass(frozen=True)
class Disagreement:
    """A criterion on which known levels differ, with those who gave one, in the order of the prospect's contacts."""

    criterion: str
    opinions: tuple[SpeakerOpinion, ...]


@dataclass(frozen=True)
class Kept:
    """An opinion as its row stands, so that undo puts back that very row."""

    id: uuid.UUID
    contact_id: uuid.UUID
    level: int | None
    at: datetime


# Built once: building a statement takes longer than running these.
_GIVEN = (
    select(Opinion.criterion, Opinion.contact_id, Contact.name, Opinion.level, Opinion.at)
    .join(Contact, Contact.id == Opinion.contact_id)
    .where(Opinion.call_id == bindparam("call_id"), Contact.deleted_at.is_(None))
    .order_by(Contact.position, Contact.id)
)
_OF_CRITERION = select(Opinion).where(
    Opinion.call_id == bindparam("call_id"), Opinion.criterion == bindparam("criterion")
)


def by_criterion(session: Session, call_id: uuid.UUID) -> dict[str, tuple[SpeakerOpinion, ...]]:
    """By criterion key, the opinions given in this call, in the order of the prospect's contacts.

    Costs no query beyond the call itself as long as one person speaks: ``record`` names a speaker on the call.
    """
    if session.get_one(Call, call_id).speaker_id is None:
        return {}
    found: dict[str, tuple[SpeakerOpinion, ...]] = {}
    for criterion, contact_id, name, level, at in session.execute(_GIVEN, {"call_id": call_id}):
        found[criterion] = (*found.get(criterion, ()), SpeakerOpinion(contact_id, name, level, at))
    return found


def disagreements(session: Session, call_id: uuid.UUID) -> tuple[Disagreement, ...]:
    """The criteria of a call on which its speakers do not agree, in the order of the grid."""
    given = by_criterion(session, call_id)
    if not given:
        return ()
    keys = [criterion.key for criterion in session.get_one(Call, call_id).grid.criteria]
    found = (disagreement(key, given.get(key, ())) for key in keys)
    return tuple(each for each in found if each is not None)


def disagreement(criterion: str, opinions: Iterable[SpeakerOpinion]) -> Disagreement | None:
    """What ``opinions`` of one criterion disagree about. Not knowing is no disagreement."""
    known = tuple(opinion for opinion in opinions if opinion.level is not None)
    return Disagreement(criterion, known) if len({opinion.level for opinion in known}) > 1 else None


def answer_of(session: Session, call_id: uuid.UUID, criterion: str, contact_id: uuid.UUID) -> Answer:
    """What this person answered in this call: a level, "?" (they do not know) or "" (no opinion)."""
    rows = of_criterion(session, call_id, criterion)
    if rows:
        return next((as_answer(row.level) for row in rows if row.contact_id == contact_id), "")
    score = session.scalars(select(Score).where(Score.call_id == call_id, Score.criterion == criterion)).first()
    if score is None or _scored_by(session, session.get_one(Call, call_id), criterion) != contact_id:
        return ""
    return score.answer


def of_criterion(session: Session, call_id: uuid.UUID, criterion: str) -> list[Opinion]:
    """The rows of one criterion in a call."""
    return list(session.scalars(_OF_CRITERION, {"call_id": call_id, "criterion": criterion}))


def kept(rows: Iterable[Opinion]) -> tuple[Kept, ...]:
    """The opinions of one criterion as they stand, for ``put_back``."""
    return tuple(Kept(each.id, each.contact_id, each.level, each.at) for each in rows)


def record(
    session: Session,
    call: Call,
    criterion: str,
    contact_id: uuid.UUID,
    answer: Answer,
    rows: list[Opinion],
    *,
    score: Answer,
    scored_at: datetime | None,
    at: datetime,
) -> Answer:
    """Give a person's opinion, or clear it with "". Idempotent. Returns what the criterion is then scored. What it
    changes is left to the next flush.

    ``rows`` are the opinions of the criterion so far; ``score`` and ``scored_at`` are the criterion's in this call,
    before. A score given by somebody who was alone then becomes their opinion as soon as opinions count. The last one
    given is the score; when one is cleared, the latest of the others is.
    """
    call.speaker_id = call.speaker_id or contact_id
    if not rows and score != "" and scored_at and (alone := _scored_by(session, call, criterion)):
        rows.append(_add(session, call, criterion, alone, score, scored_at))
        session.flush()
    own = next((row for row in rows if row.contact_id == contact_id), None)
    if own is not None and answer == "":
        session.delete(own)
        rows.remove(own)
        latest = max(rows, key=lambda row: (row.at, row.id), default=None)
        score = as_answer(latest.level) if latest else ""
    elif own is not None and as_answer(own.level) != answer:
        own.level, own.at = _level(answer), at
    elif own is None and answer != "":
        rows.append(_add(session, call, criterion, contact_id, answer, at))
    return score if answer == "" else answer


def put_back(session: Session, call: Call, criterion: str, before: Iterable[Kept]) -> None:
    """Make the opinions of one criterion what ``kept`` said they were. Idempotent. What it changes is left to the next
    flush."""
    wanted = {each.contact_id: each for each in before}
    for row in of_criterion(session, call.id, criterion):
        kept = wanted.pop(row.contact_id, None)
        if kept is None:
            session.delete(row)
        else:
            row.level, row.at = kept.level, kept.at
    for kept in wanted.values():
        row = _add(session, call, criterion, kept.contact_id, as_answer(kept.level), kept.at)
        row.id = kept.id


def _scored_by(session: Session, call: Call, criterion: str) -> uuid.UUID | None:
    """Who gave the score of a criterion on which nobody has an opinion yet."""
    moves = select(ScoreMove.contact_id).where(ScoreMove.call_id == call.id, ScoreMove.criterion == criterion)
    return session.scalars(moves.order_by(ScoreMove.id.desc()).limit(1)).first() or call.contact_id


def _add(session: Session, call: Call, criterion: str, contact_id: uuid.UUID, answer: Answer, at: datetime) -> Opinion:
    row = Opinion(
        call_id=call.id,
        prospect_id=call.prospect_id,
        contact_id=contact_id,
        criterion=criterion,
        level=_level(answer),
        at=at,
    )
    session.add(row)
    return row


def _level(answer: Answer) -> int | None:
    return answer if isinstance(answer, int) else None
