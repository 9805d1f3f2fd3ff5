"""What one key of the call does to the file, in one transaction: the act, and what it makes of the screen."""

import uuid
from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from sqlalchemy.orm import Session

from desktop.models.calls import Call, Entry, QuestionState, Verbatim
from desktop.services import calls, grids, question_times
from desktop.services.calls import Outline
from desktop.services.grids import GridSheet

R = TypeVar("R")


def read(session: Session, call_id: uuid.UUID) -> tuple[Outline, list[Entry], GridSheet]:
    """All that the call screen shows."""
    return calls.outline(session, call_id), *entries_and_sheet(session, call_id)


def entries_and_sheet(session: Session, call_id: uuid.UUID) -> tuple[list[Entry], GridSheet]:
    """What an entry taken back or restored changes: the entries, and the proofs of the grid."""
    return calls.entries(session, call_id), grids.call_sheet(session, call_id)


def entry_and_sheet(session: Session, entry_id: uuid.UUID, sheet: GridSheet) -> tuple[Entry, GridSheet]:
    """An entry that has changed, and the ``sheet`` of its call with the proofs it now makes."""
    entry = session.get_one(Entry, entry_id)
    if not isinstance(entry, Verbatim):
        return entry, sheet  # only their words prove something
    return entry, grids.with_proofs(session, sheet, entry.prospect_id)


def changing(command: Callable[..., R]) -> Callable[..., tuple[R, Entry, GridSheet]]:
    """``command``, then the entry that it changed and the sheet of its call, in one transaction.

    What runs takes the key of the entry, the sheet before, then what ``command`` takes.
    """

    def run(
        session: Session, entry_id: uuid.UUID, sheet: GridSheet, *more: object, **named: object
    ) -> tuple[R, Entry, GridSheet]:
        return command(session, *more, **named), *entry_and_sheet(session, entry_id, sheet)

    return run


def add_entry(
    session: Session,
    call_id: uuid.UUID,
    kind: str,
    text: str,
    sheet: GridSheet,
    *,
    at: datetime,
    question: str,
    offset_seconds: int,
) -> tuple[Entry, GridSheet]:
    """``sheet`` is that of the call before these words."""
    entry_id = calls.add_entry(session, call_id, kind, text, at=at, question=question, offset_seconds=offset_seconds)
    return entry_and_sheet(session, entry_id, sheet)


def take_back(session: Session, entry_id: uuid.UUID, sheet: GridSheet, *, at: datetime) -> GridSheet:
    """Returns the sheet without these words."""
    calls.take_back(session, entry_id, at=at)
    return entry_and_sheet(session, entry_id, sheet)[1]


def restore_entry(session: Session, entry_id: uuid.UUID, sheet: GridSheet) -> tuple[Entry, GridSheet]:
    """Returns the entry that is back, and the sheet with it."""
    calls.restore_entry(session, entry_id)
    return entry_and_sheet(session, entry_id, sheet)


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
