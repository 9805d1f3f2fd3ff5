"""A discovery conversation and everything that was said, asked and scored in it."""

import uuid
from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
from typing import Any, Literal, TypeVar, cast

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, Table, UniqueConstraint, Uuid, text
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.base import Base
from desktop.models.evidence import Grade
from desktop.models.grids import Grid
from desktop.models.scripts import Script

C = TypeVar("C")

Answer = Literal[0, 1, 2, 3, "?", ""]
"""What is known of a criterion in a call: a level, ``"?"`` asked and unknown, ``""`` not asked yet."""


def as_answer(level: int | None) -> Answer:
    """A level as an answer; ``None`` is "asked, and they do not know"."""
    return "?" if level is None else cast(Answer, level)


class CallState(StrEnum):
    """A call runs, is left (nothing blocks leaving), or is concluded: with a next step or a reason for none."""

    RUNNING = "running"
    LEFT = "left"
    CONCLUDED = "concluded"


class QuestionState(StrEnum):
    ASKED = "asked"
    SKIPPED = "skipped"


class Call(Base):
    """One conversation, with its own copy of script and grid: publishing a new version changes no past call."""

    __tablename__ = "calls"
    # Covers the search for the running call: the copies make a call too large to be read for nothing.
    __table_args__ = (Index(None, "state", "started_at", "id"),)

    prospect_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("prospects.id"), index=True)
    contact_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("contacts.id"))
    speaker_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("contacts.id"))
    """Who is speaking now, when there are several; ``None`` is ``contact_id``. A call killed here reopens with them."""
    script_copy: Mapped[dict[str, Any]]
    grid_copy: Mapped[dict[str, Any]]
    state: Mapped[CallState] = mapped_column(default=CallState.RUNNING)
    question: Mapped[str] = mapped_column(default="")
    """The key of the question on the screen: where a call killed in the middle reopens."""
    question_since: Mapped[int] = mapped_column(default=0)
    """Seconds since the start when that question came on the screen."""
    planned_minutes: Mapped[int] = mapped_column(default=30)
    elapsed_seconds: Mapped[int] = mapped_column(default=0)
    started_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    no_follow_up_reason: Mapped[str] = mapped_column(default="")

    @property
    def script(self) -> Script:
        return _understood(_scripts, self.id, lambda: Script.from_dict(self.script_copy))

    @property
    def grid(self) -> Grid:
        return _understood(_grids, self.id, lambda: Grid.from_dict(self.grid_copy))


_MOST = 32
_scripts: dict[uuid.UUID, Script] = {}
_grids: dict[uuid.UUID, Grid] = {}
"""Those of the calls looked at last, by call: a copy never changes, and each key of a call asks for it again."""


def _understood(known: dict[uuid.UUID, C], call_id: uuid.UUID | None, read: Callable[[], C]) -> C:
    found = known.get(call_id) if call_id is not None else None
    if found is None:
        if len(known) >= _MOST:
            known.clear()
        found = read()
        if call_id is not None:  # a call has no key before it is saved
            known[call_id] = found
    return found


class QuestionMark(Base):
    """What became of a question of the script in this call."""

    __tablename__ = "question_marks"
    __table_args__ = (UniqueConstraint("call_id", "question"),)

    call_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("calls.id"))
    question: Mapped[str]
    state: Mapped[QuestionState]
    at: Mapped[datetime]


class QuestionTime(Base):
    """How long a question was on the screen in this call, all its visits together."""

    __tablename__ = "question_times"
    __table_args__ = (UniqueConstraint("call_id", "question"),)

    call_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("calls.id"))
    question: Mapped[str]
    seconds: Mapped[int] = mapped_column(default=0)


class Entry(Base):
    """One line typed during a call. ``text`` never changes; ``sequence`` orders entries, never the wall clock."""

    __tablename__ = "entries"
    __table_args__ = (
        UniqueConstraint("call_id", "sequence"),
        Index(None, "prospect_id", "kind", "at"),
        # Covers the count of proofs by criterion, which every key of a call repaints.
        Index("ix_entries_proofs", "prospect_id", "kind", "deleted_at", "criterion", "grade"),
        Index("ix_entries_card", "card", "settled", sqlite_where=text("card <> ''")),
    )

    call_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("calls.id"))
    prospect_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("prospects.id"))
    contact_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("contacts.id"))
    """Who said it."""
    kind: Mapped[str]
    sequence: Mapped[int]
    text: Mapped[str]
    corrected: Mapped[str] = mapped_column(default="")
    """The spelling put right, or a cut marked […]; "" when there is nothing to put right."""
    grade: Mapped[Grade] = mapped_column(default=Grade.STATED)
    """What these words prove; ``services.reformulations`` and ``services.evidence`` keep it."""
    tags: Mapped[list[str]] = mapped_column(default=list)
    card: Mapped[str] = mapped_column(default="")
    """For an objection, the key of the card that answers it."""
    settled: Mapped[bool | None]
    """For an objection: settled, still open, or ``None`` when nothing was answered yet."""
    citable: Mapped[bool] = mapped_column(default=False)
    """Only a citable verbatim may reach a document."""
    question: Mapped[str] = mapped_column(default="")
    criterion: Mapped[str] = mapped_column(default="")
    offset_seconds: Mapped[int] = mapped_column(default=0)
    at: Mapped[datetime]
    deleted_at: Mapped[datetime | None]

    __mapper_args__ = {"polymorphic_on": "kind", "polymorphic_abstract": True}

    @property
    def words(self) -> str:
        """What is read and quoted: the correction when there is one, otherwise the text as it was typed."""
        return self.corrected or self.text


class Verbatim(Entry):
    """What the prospect said, in their exact words."""

    __mapper_args__ = {"polymorphic_identity": "verbatim"}


class Note(Entry):
    """What the rep writes for themselves: never in a document."""

    __mapper_args__ = {"polymorphic_identity": "note"}


class Objection(Entry):
    """What the prospect holds against it, in their words: never in a document by itself."""

    __mapper_args__ = {"polymorphic_identity": "objection"}


class LaterQuestion(Entry):
    """Something to ask before the call ends."""

    __mapper_args__ = {"polymorphic_identity": "question"}


class Score(Base):
    """The level of one criterion in one call; a row without a level means "asked, unknown", no row "not asked yet"."""

    __tablename__ = "scores"
    __table_args__ = (
        UniqueConstraint("call_id", "criterion"),
        CheckConstraint("level BETWEEN 0 AND 3", name="level"),
        Index(None, "prospect_id", "criterion"),
    )

    call_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("calls.id"))
    prospect_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("prospects.id"))
    criterion: Mapped[str]
    level: Mapped[int | None]
    at: Mapped[datetime]

    @property
    def answer(self) -> Answer:
        return as_answer(self.level)


class ScoreMove(Base):
    """Append-only: each change of a score. ``before`` and ``after`` are "0" to "3", "?" (unknown) or "" (not asked)."""

    __tablename__ = "score_moves"
    __table_args__ = (Index(None, "call_id", "criterion"),)

    call_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("calls.id"))
    criterion: Mapped[str]
    before: Mapped[str]
    after: Mapped[str]
    contact_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("contacts.id"))
    """Who was speaking."""
    at: Mapped[datetime]


class Opinion(Base):
    """What one of several interlocutors makes of a criterion; ``level`` is ``None`` for "they do not know".

    The score of the criterion stays in ``Score``: two who disagree are shown side by side, never averaged.
    """

    __tablename__ = "opinions"
    __table_args__ = (
        UniqueConstraint("call_id", "criterion", "contact_id"),
        CheckConstraint("level BETWEEN 0 AND 3", name="level"),
        Index(None, "prospect_id", "criterion"),
    )

    call_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("calls.id"))
    prospect_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("prospects.id"))
    contact_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("contacts.id"))
    criterion: Mapped[str]
    level: Mapped[int | None]
    at: Mapped[datetime]


class Proof(Base):
    """By hand: words that justify a score (``linked``), or that do not although their question said so."""

    __tablename__ = "proofs"
    __table_args__ = (UniqueConstraint("entry_id", "criterion"), Index(None, "prospect_id", "criterion"))

    prospect_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("prospects.id"))
    entry_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("entries.id"))
    criterion: Mapped[str]
    linked: Mapped[bool]
    at: Mapped[datetime]


entry_numbers = Table(
    "entry_numbers",
    Base.metadata,
    Column("number", Integer, primary_key=True),
    Column("entry_id", Uuid, nullable=False, unique=True),
)
