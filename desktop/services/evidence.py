"""The words behind a score: which verbatims justify it, how well they do, and what can be said about it by hand.

A verbatim speaks about the criterion that its question informs; by hand it can be linked to others, or parted from
its own. How well it proves is its own grade, whatever it is linked to.
"""

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, and_, bindparam, case, or_, select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.i18n import _
from desktop.models.calls import Call, Entry, Proof, ScoreMove, Verbatim
from desktop.models.evidence import Grade
from desktop.models.grids import Criterion
from desktop.models.needs import Reformulation, Reply
from desktop.models.prospects import Contact, Prospect
from desktop.services import grids
from desktop.services.grids import CriterionRow, GridSheet

PIECES, OTHERS, MOVES = 60, 40, 20
"""How many pieces of words, of other verbatims and of moves are read at most."""
# What words need of an entry: a hundred whole entries take twice the time.
_TOLD = (
    Verbatim.id,
    Verbatim.text,
    Verbatim.corrected,
    Verbatim.contact_id,
    Verbatim.at,
    Verbatim.offset_seconds,
    Verbatim.call_id,
    Verbatim.grade,
    Verbatim.criterion,
)
_RANK = case({grade: grade.rank for grade in Grade}, value=Entry.grade)
_HOLDS = or_(
    and_(Verbatim.criterion == bindparam("criterion"), Verbatim.id.not_in(bindparam("parted", expanding=True))),
    Verbatim.id.in_(bindparam("linked", expanding=True)),
)
_OF_PROSPECT = select(*_TOLD).where(Verbatim.prospect_id == bindparam("prospect_id"), Verbatim.deleted_at.is_(None))
_LATEST = (Verbatim.at.desc(), Verbatim.sequence.desc())
# Built once: building a statement takes longer than running it.
_PIECES = _OF_PROSPECT.where(_HOLDS).order_by(_RANK.desc(), *_LATEST).limit(PIECES)
_OTHERS = _OF_PROSPECT.where(~_HOLDS).order_by(*_LATEST).limit(OTHERS)
_BY_HAND = select(Proof.entry_id, Proof.linked).where(
    Proof.prospect_id == bindparam("prospect_id"), Proof.criterion == bindparam("criterion")
)
_NAMES = select(Contact.id, Contact.name).where(Contact.prospect_id == bindparam("prospect_id"))
_MOVES = (
    select(ScoreMove.before, ScoreMove.after, ScoreMove.contact_id, ScoreMove.at)
    .join(Call, Call.id == ScoreMove.call_id)
    .where(Call.prospect_id == bindparam("prospect_id"), ScoreMove.criterion == bindparam("criterion"))
    .order_by(ScoreMove.at.desc(), ScoreMove.id.desc())
    .limit(MOVES)
)


@dataclass(frozen=True)
class Words:
    """A verbatim of the prospect, as a proof of one criterion or as something that could be one."""

    entry_id: uuid.UUID
    words: str
    typed: str
    """The words as they were typed, when ``words`` are a correction of them; otherwise ""."""
    speaker: str
    """Who said it; "" when nobody is named."""
    at: datetime
    offset_seconds: int
    """Since the beginning of its call."""
    call_id: uuid.UUID
    grade: Grade
    by_question: bool
    """Its question informs this criterion: linked, unless parted by hand."""
    by_hand: bool | None
    """Linked or parted by hand; ``None`` leaves it to the question."""

    @property
    def linked(self) -> bool:
        """Whether it counts as a proof."""
        return self.by_question if self.by_hand is None else self.by_hand

    def hand_for(self, linked: bool) -> bool | None:
        """What to ask of ``set_proof`` so that it is ``linked``: nothing by hand where the question is enough."""
        return None if linked == self.by_question else linked


@dataclass(frozen=True)
class Move:
    """One change of a score; ``before`` and ``after`` are marks: "0" to "3", "?" or ""."""

    before: str
    """In its call; when nothing was asked there yet, what an earlier call had made known."""
    after: str
    speaker: str
    """Who was speaking; "" when nobody is named."""
    at: datetime


@dataclass(frozen=True)
class WordsBehind:
    """A score of a prospect, and everything it rests on."""

    prospect_id: uuid.UUID
    who: str
    call_id: uuid.UUID | None
    """The call it is looked at from, if any."""
    row: CriterionRow
    pieces: tuple[Words, ...]
    """The proofs, the strongest first, then the latest; at most ``PIECES``."""
    others: tuple[Words, ...]
    """Other verbatims that could be linked, the latest first; at most ``OTHERS``."""
    moves: tuple[Move, ...]
    """The latest first; at most ``MOVES``."""
    keys: tuple[str, ...]
    """Every criterion of the grid, in its order."""

    @property
    def criterion(self) -> Criterion:
        return self.row.criterion

    @property
    def level(self) -> int | None:
        """The level that counts; ``None`` when it is not known."""
        return self.row.level

    @property
    def meaning(self) -> str:
        """What that level means; "" when it is not known."""
        return "" if self.level is None else self.criterion.levels[self.level]

    @property
    def required(self) -> Grade:
        """The least grade that the level asks for."""
        return Grade.ASSUMED if self.level is None else self.criterion.required(self.level)

    @property
    def grade(self) -> Grade:
        return self.row.grade

    @property
    def proven(self) -> bool:
        return self.row.proven

    @property
    def all_words(self) -> tuple[Words, ...]:
        """The proofs, then the others: as they stand from top to bottom."""
        return self.pieces + self.others


_LATEST_REPLY = (
    select(Reformulation.reply)
    .where(Reformulation.entry_id == bindparam("entry_id"), Reformulation.deleted_at.is_(None))
    .order_by(Reformulation.at.desc(), Reformulation.id.desc())
    .limit(1)
)


def grade_of(session: Session, entry_id: uuid.UUID) -> Grade:
    """What the words prove by what was answered to them: confirmed when the latest reformulation was agreed with,
    otherwise stated. What was put right is proven by the correction, which has words of its own.

    A document seen is above it, and is said by hand.
    """
    reply = session.scalars(_LATEST_REPLY, {"entry_id": entry_id}).first()
    return Grade.CONFIRMED if reply is Reply.CONFIRMED else Grade.STATED


def refresh_grade(session: Session, entry_id: uuid.UUID) -> Grade:
    """Bring the grade of an entry in step with its reformulations; a document seen stays seen. Returns the grade."""
    entry = session.get_one(Entry, entry_id)
    if entry.grade is not Grade.DOCUMENTED:
        entry.grade = grade_of(session, entry_id)
    return entry.grade


def set_documented(session: Session, entry_id: uuid.UUID, documented: bool) -> Grade:
    """Say that a document was seen, or take that back: the grade is then what the reformulations say. Idempotent.
    Returns what the grade was before."""
    entry = _verbatim(session, entry_id)
    before = entry.grade
    if documented:
        entry.grade = Grade.DOCUMENTED
    elif before is Grade.DOCUMENTED:
        entry.grade = grade_of(session, entry_id)
    return before


def set_proof(
    session: Session, entry_id: uuid.UUID, criterion: str, linked: bool | None, *, at: datetime
) -> bool | None:
    """Link words to a criterion by hand, part them, or leave it to the question (``None``). Idempotent.
    Returns what was said by hand before."""
    proof = session.scalars(select(Proof).where(Proof.entry_id == entry_id, Proof.criterion == criterion)).first()
    before = proof.linked if proof else None
    if before is linked:
        return before
    entry = _verbatim(session, entry_id)
    if linked is None:
        session.delete(proof)
    elif proof is None:
        session.add(Proof(prospect_id=entry.prospect_id, entry_id=entry_id, criterion=criterion, linked=linked, at=at))
    else:
        proof.linked, proof.at = linked, at
    return before


def words_behind(
    session: Session,
    prospect_id: uuid.UUID,
    criterion: str,
    call_id: uuid.UUID | None = None,
    sheet: GridSheet | None = None,
) -> WordsBehind:
    """What the score of ``criterion`` rests on, as seen from a call, or today for the prospect.

    ``sheet`` is the grid as it now is, where it was read already.
    Raises ``UserError`` before the first call and ``KeyError`` for a criterion that the grid does not have.
    """
    sheet = sheet or _sheet(session, prospect_id, call_id)
    row = sheet.row(criterion)
    by_hand = _by_hand(session, prospect_id, criterion)
    asked = {
        "prospect_id": prospect_id,
        "criterion": criterion,
        "linked": [entry_id for entry_id, held in by_hand.items() if held],
        "parted": [entry_id for entry_id, held in by_hand.items() if not held],
    }
    names = _names(session, prospect_id)
    return WordsBehind(
        prospect_id=prospect_id,
        who=session.get_one(Prospect, prospect_id).name,
        call_id=call_id,
        row=row,
        pieces=_as_words(session.execute(_PIECES, asked), criterion, by_hand, names),
        others=_as_words(session.execute(_OTHERS, asked), criterion, by_hand, names),
        moves=_moves(session, prospect_id, criterion, names),
        keys=tuple(each.criterion.key for each in sheet.rows),
    )


def words_for(session: Session, entry_id: uuid.UUID, criterion: str) -> Words:
    """One verbatim, as a proof of ``criterion`` or as something that could be one."""
    entry = _verbatim(session, entry_id)
    by_hand = _by_hand(session, entry.prospect_id, criterion)
    return _as_words([entry], criterion, by_hand, _names(session, entry.prospect_id))[0]


def to_look_at(session: Session, prospect_id: uuid.UUID) -> str:
    """The criterion whose words matter first: one that still has to be proven, otherwise the first gap or the first."""
    sheet = _sheet(session, prospect_id, None)
    unproven = (row.criterion.key for row in sheet.rows if not row.proven)
    return next(unproven, next(iter(sheet.standing.gaps), sheet.rows[0].criterion.key))


def criterion_at(session: Session, prospect_id: uuid.UUID, place: int) -> str:
    """The criterion at that place of the prospect's current grid, as a strip of squares shows it."""
    return _sheet(session, prospect_id, None).rows[place].criterion.key


def entry_of(session: Session, entry_id: uuid.UUID) -> Entry:
    """The entry as it is now."""
    return session.get_one(Entry, entry_id)


def _sheet(session: Session, prospect_id: uuid.UUID, call_id: uuid.UUID | None) -> GridSheet:
    sheet = grids.call_sheet(session, call_id) if call_id else grids.prospect_sheet(session, prospect_id)
    if sheet is None:
        raise UserError(_("No call yet: the grid fills in while you listen."))
    return sheet


def _verbatim(session: Session, entry_id: uuid.UUID) -> Entry:
    entry = session.get_one(Entry, entry_id)
    if not isinstance(entry, Verbatim):
        raise UserError(_("Only the prospect’s own words can prove a score, never a note."))
    return entry


def _by_hand(session: Session, prospect_id: uuid.UUID, criterion: str) -> dict[uuid.UUID, bool]:
    return dict(session.execute(_BY_HAND, {"prospect_id": prospect_id, "criterion": criterion}).all())


def _names(session: Session, prospect_id: uuid.UUID) -> dict[uuid.UUID, str]:
    """Every contact, removed or not: what they said stays theirs."""
    return dict(session.execute(_NAMES, {"prospect_id": prospect_id}).all())


def _as_words(
    verbatims: Iterable[Entry | Row[Any]],
    criterion: str,
    by_hand: Mapping[uuid.UUID, bool],
    names: Mapping[uuid.UUID, str],
) -> tuple[Words, ...]:
    return tuple(
        Words(
            entry_id=verbatim.id,
            words=verbatim.corrected or verbatim.text,
            typed=verbatim.text if verbatim.corrected else "",
            speaker=names.get(verbatim.contact_id, "") if verbatim.contact_id else "",
            at=verbatim.at,
            offset_seconds=verbatim.offset_seconds,
            call_id=verbatim.call_id,
            grade=verbatim.grade,
            by_question=verbatim.criterion == criterion,
            by_hand=by_hand.get(verbatim.id),
        )
        for verbatim in verbatims
    )


def _moves(
    session: Session, prospect_id: uuid.UUID, criterion: str, names: Mapping[uuid.UUID, str]
) -> tuple[Move, ...]:
    moves: list[Move] = []
    known = ""
    for move in reversed(session.execute(_MOVES, {"prospect_id": prospect_id, "criterion": criterion}).all()):
        speaker = names.get(move.contact_id, "") if move.contact_id else ""
        moves.append(Move(move.before or known, move.after, speaker, move.at))
        known = move.after if move.after.isdigit() else known
    return tuple(reversed(moves))
