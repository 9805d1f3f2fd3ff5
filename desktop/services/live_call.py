"""What one key of the call does to the file, in one transaction: the act, the length of the call, the new sheet."""

import uuid
from collections.abc import Callable
from datetime import datetime

from sqlalchemy.orm import Session

from desktop.models.calls import Answer, Call, Entry, QuestionState
from desktop.services import calls, grids, question_times, scoring
from desktop.services.calls import Outline
from desktop.services.grids import GridSheet
from desktop.services.scoring import Before


def read(session: Session, call_id: uuid.UUID) -> tuple[Outline, list[Entry], GridSheet]:
    """All that the call screen shows."""
    return calls.outline(session, call_id), *entries_and_sheet(session, call_id)


def entries_and_sheet(session: Session, call_id: uuid.UUID) -> tuple[list[Entry], GridSheet]:
    """What an entry taken back or restored changes: the entries, and the proofs of the grid."""
    return calls.entries(session, call_id), grids.call_sheet(session, call_id)


def score(
    session: Session,
    call_id: uuid.UUID,
    criterion: str,
    answer: Answer,
    *,
    at: datetime,
    seconds: int,
    speaker: uuid.UUID | None = None,
) -> tuple[GridSheet, Before]:
    """One transaction for the score and for the sheet to paint, which spares reading the call twice.

    The second part is what ``put_back_score`` needs to undo it.
    """
    scored = scoring.score(session, call_id, criterion, answer, at=at, speaker=speaker)
    calls.set_elapsed(session, call_id, seconds)
    return scored


def put_back_score(
    session: Session,
    call_id: uuid.UUID,
    before: Before,
    *,
    at: datetime,
    seconds: int,
    speaker: uuid.UUID | None = None,
) -> GridSheet:
    sheet = scoring.put_back_score(session, call_id, before, at=at, speaker=speaker)
    calls.set_elapsed(session, call_id, seconds)
    return sheet


def add_entry(
    session: Session, call_id: uuid.UUID, kind: str, text: str, *, at: datetime, question: str, offset_seconds: int
) -> tuple[Entry, GridSheet]:
    calls.set_elapsed(session, call_id, offset_seconds)
    entry_id = calls.add_entry(session, call_id, kind, text, at=at, question=question, offset_seconds=offset_seconds)
    return session.get_one(Entry, entry_id), grids.call_sheet(session, call_id)


def take_back(session: Session, entry_id: uuid.UUID, *, at: datetime) -> GridSheet:
    """Returns the sheet without these words."""
    calls.take_back(session, entry_id, at=at)
    return grids.call_sheet(session, session.get_one(Entry, entry_id).call_id)


def restore_entry(session: Session, entry_id: uuid.UUID) -> tuple[Entry, GridSheet]:
    """Returns the entry that is back, and the sheet with it."""
    calls.restore_entry(session, entry_id)
    entry = session.get_one(Entry, entry_id)
    return entry, grids.call_sheet(session, entry.call_id)


def set_citable(session: Session, entry_id: uuid.UUID, citable: bool) -> Entry:
    """Returns the verbatim as it is now."""
    calls.set_citable(session, entry_id, citable)
    return session.get_one(Entry, entry_id)


def go_to(session: Session, call_id: uuid.UUID, question: str, seconds: int) -> None:
    question_times.keep(session, session.get_one(Call, call_id), seconds)
    calls.go_to(session, call_id, question)
    calls.set_elapsed(session, call_id, seconds)


def mark_and_go(
    session: Session,
    call_id: uuid.UUID,
    question: str,
    state: QuestionState | None,
    there: str,
    *,
    at: datetime,
    seconds: int,
) -> None:
    calls.mark_question(session, call_id, question, state, at=at)
    go_to(session, call_id, there, seconds)


def ending(command: Callable[..., object]) -> Callable[..., None]:
    """``command``, after the length of the call has been kept, in one transaction."""

    def run(session: Session, call_id: uuid.UUID, seconds: int, **more: object) -> None:
        calls.set_elapsed(session, call_id, seconds)
        question_times.keep(session, session.get_one(Call, call_id), seconds)
        command(session, call_id, **more)

    return run
