"""What the prospect said, said back to them, and what they answered: it is what makes evidence and needs confirmed.

What follows from the answers is always derived from those that stand, so that taking one back and restoring it, in
any order, leaves the file as if it had been so from the start.
"""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Select, bindparam, delete, func, select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.i18n import _
from desktop.models.calls import Call, Entry, Verbatim
from desktop.models.need_kinds import NeedKind
from desktop.models.needs import Need, NeedVerbatim, Reformulation, Reply, Told
from desktop.models.reformulations import say_back
from desktop.services import evidence
from desktop.services.reformulation_templates import templates_in_use

_A_MOMENT = timedelta(milliseconds=1)
"""No two answers are given in less: a second one like the first is the same, asked for again."""
AGREED = (Reply.CONFIRMED, Reply.CORRECTED)


# Built once: building a statement takes longer than running these.
_LATEST = (
    select(Reformulation)
    .where(Reformulation.entry_id == bindparam("entry_id"))
    .order_by(Reformulation.at.desc(), Reformulation.id.desc())
    .limit(1)
)
_OF_WORDS = NeedVerbatim.verbatim_id == bindparam("entry_id")
_STATED = select(Need).join(NeedVerbatim, NeedVerbatim.need_id == Need.id).where(_OF_WORDS)
_CONFIRMED_AT = select(Need.confirmed_at).join(NeedVerbatim, NeedVerbatim.need_id == Need.id).where(_OF_WORDS)


@dataclass(frozen=True)
class Proposal:
    """A sentence to say for a verbatim."""

    entry_id: uuid.UUID
    kind: NeedKind
    sentence: str
    fallback: bool
    """The rules were not sure of their words, and the sentence quotes them."""
    template_key: str


def propose(session: Session, entry_id: uuid.UUID, turn: int = 0) -> Proposal:
    """A sentence that says these words back, in the language of the call; another one for each ``turn``."""
    entry = verbatim(session, entry_id)
    call = session.get_one(Call, entry.call_id)
    kind, language = kind_of(session, entry), call.script.language
    said = say_back(templates_in_use(session, language), kind, entry.words, language, turn)
    return Proposal(entry_id, kind, said.sentence, said.fallback, said.template.key)


def kind_of(session: Session, entry: Verbatim) -> NeedKind:
    """The kind of the need that these words state, otherwise what their question tends to reveal."""
    stated = (
        select(Need.kind)
        .join(NeedVerbatim, NeedVerbatim.need_id == Need.id)
        .where(NeedVerbatim.verbatim_id == entry.id, Need.deleted_at.is_(None))
        .order_by(Need.position)
    )
    kind = session.scalars(stated.limit(1)).first()
    if kind is None and entry.question:
        kind = session.get_one(Call, entry.call_id).script.question(entry.question).need_kind
    return kind or NeedKind.NEED


def answer(
    session: Session,
    entry_id: uuid.UUID,
    sentence: str,
    reply: Reply,
    at: datetime,
    *,
    correction: str = "",
    via: Told = Told.ALOUD,
    contact_id: uuid.UUID | None = None,
    offset_seconds: int | None = None,
) -> uuid.UUID:
    """Keep what was said and what they answered. Returns the key of the reformulation; the same answer is kept once,
    and an answer is always later than what it follows.

    A ``correction``, in their words, is also a new verbatim of the call, confirmed, about the same question; it has
    the key of the reformulation, and is quoted in the place of what it puts right. ``offset_seconds`` is when in the
    call they said it.
    """
    entry = verbatim(session, entry_id)
    sentence, correction = sentence.strip(), correction.strip()
    if not sentence:
        raise UserError(_("Write what you said to them."))
    if (reply is Reply.CORRECTED) != bool(correction):
        raise UserError(_("Write how they put it right, in their words."))
    latest = _latest(session, entry_id)
    if latest is not None and (latest.sentence, latest.reply) == (sentence, reply) and at <= latest.at < at + _A_MOMENT:
        restore(session, latest.id)
        return latest.id
    at = _after_all_else(session, entry_id, latest, at)
    call = session.get_one(Call, entry.call_id)
    reformulation = Reformulation(
        prospect_id=entry.prospect_id,
        call_id=entry.call_id,
        entry_id=entry_id,
        contact_id=contact_id or call.speaker_id or call.contact_id,
        sentence=sentence,
        reply=reply,
        correction=correction,
        via=via,
        at=at,
    )
    session.add(reformulation)
    session.flush()
    if correction:
        _add_correction(
            session, reformulation, entry, entry.offset_seconds if offset_seconds is None else offset_seconds
        )
        entry.citable = False
    _set_in_step(session, reformulation)
    return reformulation.id


def take_back(session: Session, reformulation_id: uuid.UUID, *, at: datetime) -> None:
    """As if they had not answered: the answer before this one counts again, and their correction is gone."""
    reformulation = session.get_one(Reformulation, reformulation_id)
    reformulation.deleted_at = reformulation.deleted_at or at
    for own in _of_correction(session, reformulation):
        if isinstance(own, Verbatim) and own.deleted_at is None and own.citable:
            verbatim(session, reformulation.entry_id).citable = True
        own.deleted_at = own.deleted_at or at
    if reformulation.correction:
        shared = _needs_of(session, reformulation.entry_id)
        session.execute(
            delete(NeedVerbatim).where(NeedVerbatim.verbatim_id == reformulation_id, NeedVerbatim.need_id.in_(shared))
        )
    _set_in_step(session, reformulation)


def restore(session: Session, reformulation_id: uuid.UUID) -> None:
    """Bring an answer back, and the words that put it right."""
    reformulation = session.get_one(Reformulation, reformulation_id)
    reformulation.deleted_at = None
    own = _of_correction(session, reformulation)
    for each in own:
        each.deleted_at = None
    if own:
        verbatim(session, reformulation.entry_id).citable = False
        _state_the_same_needs(session, reformulation)
    _set_in_step(session, reformulation)


def latest_replies(session: Session, call_id: uuid.UUID) -> dict[uuid.UUID, Reply]:
    """What was answered last to each verbatim of a call that was said back."""
    query = (
        select(Reformulation.entry_id, Reformulation.reply)
        .join(Entry, Entry.id == Reformulation.entry_id)
        .where(Entry.call_id == call_id, Entry.deleted_at.is_(None), Reformulation.deleted_at.is_(None))
        .order_by(Reformulation.at, Reformulation.id)
    )
    return dict(session.execute(query).all())


def refresh_needs(session: Session, entry_id: uuid.UUID) -> None:
    """Bring the needs that a verbatim states in step with what was answered; also after linking it to a need."""
    for need in session.scalars(_STATED, {"entry_id": entry_id}).all():
        refresh_need(session, need)


# The words that put it right


def _add_correction(session: Session, reformulation: Reformulation, entry: Verbatim, offset: int) -> None:
    """Their own words: a verbatim like the first, with the key of the reformulation, and itself confirmed."""
    last = session.scalar(select(func.max(Entry.sequence)).where(Entry.call_id == entry.call_id)) or 0
    words = Verbatim(
        id=reformulation.id,
        call_id=entry.call_id,
        prospect_id=entry.prospect_id,
        contact_id=reformulation.contact_id,
        sequence=last + 1,
        text=reformulation.correction,
        citable=entry.citable,
        question=entry.question,
        criterion=entry.criterion,
        offset_seconds=offset,
        at=reformulation.at,
    )
    # Of no call: nothing more was said in it, and its account must not tell the same answer twice.
    agreement = Reformulation(
        prospect_id=entry.prospect_id,
        entry_id=reformulation.id,
        contact_id=reformulation.contact_id,
        sentence=reformulation.sentence,
        reply=Reply.CONFIRMED,
        via=reformulation.via,
        at=reformulation.at,
    )
    session.add(words)
    session.flush()
    session.add(agreement)
    session.flush()
    _state_the_same_needs(session, reformulation)


def _of_correction(session: Session, reformulation: Reformulation) -> list[Entry | Reformulation]:
    """The verbatim that put it right and its own agreement; nothing when there was no correction."""
    if not reformulation.correction:
        return []
    own = select(Reformulation).where(Reformulation.entry_id == reformulation.id, Reformulation.at == reformulation.at)
    return [session.get_one(Entry, reformulation.id), *session.scalars(own)]


def _state_the_same_needs(session: Session, reformulation: Reformulation) -> None:
    # Not those that were removed: brought back by a redo, one of them would state words that it never stated.
    live = select(Need.id).join(NeedVerbatim).where(NeedVerbatim.verbatim_id == reformulation.entry_id)
    needs = set(session.scalars(live.where(Need.deleted_at.is_(None))))
    for need_id in needs - _needs_of(session, reformulation.id):
        session.add(NeedVerbatim(need_id=need_id, verbatim_id=reformulation.id))
    session.flush()


def _needs_of(session: Session, entry_id: uuid.UUID) -> set[uuid.UUID]:
    return set(session.scalars(select(NeedVerbatim.need_id).where(NeedVerbatim.verbatim_id == entry_id)))


# What follows from the answers


def _set_in_step(session: Session, reformulation: Reformulation) -> None:
    session.flush()
    evidence.refresh_grade(session, reformulation.entry_id)
    if reformulation.correction:
        evidence.refresh_grade(session, reformulation.id)
        refresh_needs(session, reformulation.id)
    refresh_needs(session, reformulation.entry_id)


def refresh_need(session: Session, need: Need) -> None:
    """Confirmed when the latest answer that stands agreed, not when it refused; without one, as it was by hand.

    A need confirmed by hand keeps its own moment, also while a refusal outweighs it: that is how it is found again.
    """
    answers = session.execute(_answers_to(need)).all()
    standing = [(reply, at, via) for reply, at, via, deleted_at in answers if deleted_at is None]
    reply, at, via = standing[-1] if standing else (None, None, None)
    by_hand = _confirmed_by_hand(need, (at for _reply, at, _via, _deleted in answers))
    if by_hand is None:
        agreed = reply in AGREED
        need.confirmed, need.confirmed_at, need.confirmed_via = agreed, at if agreed else None, via if agreed else None
        return
    outweighed = reply is Reply.REFUSED and at is not None and by_hand < at
    need.confirmed = not outweighed
    # Confirmed before moments were kept, it has none: while it is refused, its creation stands for one.
    dated = outweighed or need.confirmed_via is not None or by_hand != need.created_at
    need.confirmed_at = by_hand if dated else None


def confirmed_by_an_answer(session: Session, need: Need) -> bool:
    """Whether it is an answer to its words that confirmed a need, rather than the rep by hand."""
    answers = {at for _reply, at, _via, _deleted in session.execute(_answers_to(need))}
    return need.confirmed_at is not None and need.confirmed_at in answers


def _confirmed_by_hand(need: Need, answered_at: Iterable[datetime]) -> datetime | None:
    """When it was confirmed otherwise than by these answers; ``None`` when it was not."""
    if need.confirmed_at is None:
        return need.created_at if need.confirmed else None
    return None if need.confirmed_at in set(answered_at) else need.confirmed_at


def _answers_to(need: Need) -> Select[Reply, datetime, Told, datetime | None]:
    """What was answered to any of its words, taken back or not, the latest last."""
    return (
        select(Reformulation.reply, Reformulation.at, Reformulation.via, Reformulation.deleted_at)
        .join(NeedVerbatim, NeedVerbatim.verbatim_id == Reformulation.entry_id)
        .where(NeedVerbatim.need_id == need.id)
        .order_by(Reformulation.at, Reformulation.id)
    )


def _latest(session: Session, entry_id: uuid.UUID) -> Reformulation | None:
    """The last answer to these words, taken back or not."""
    return session.scalars(_LATEST, {"entry_id": entry_id}).first()


def _after_all_else(session: Session, entry_id: uuid.UUID, latest: Reformulation | None, at: datetime) -> datetime:
    """``at``, or just after the last answer and the last confirmation by hand: moments tell which one counts."""
    moments = {*session.scalars(_CONFIRMED_AT, {"entry_id": entry_id}), latest.at if latest else None}
    earlier = max((moment for moment in moments if moment is not None), default=None)
    return at if earlier is None or earlier < at else earlier + timedelta(microseconds=1)


def verbatim(session: Session, entry_id: uuid.UUID) -> Verbatim:
    """The words as they are now; ``UserError`` for anything but the prospect's own."""
    entry = session.get_one(Entry, entry_id)
    if not isinstance(entry, Verbatim):
        raise UserError(_("Only the prospect’s own words can be said back."))
    return entry
