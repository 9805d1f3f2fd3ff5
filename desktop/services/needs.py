"""What the prospect needs, tied to the words that state it: each change is one step, idempotent, and has its way back.

A need belongs to the prospect, whatever the call it came from: all of this works outside a call as well.
"""

import uuid
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import BindParameter, bindparam, func, select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.i18n import _
from desktop.models.base import new_id
from desktop.models.calls import Call, Verbatim
from desktop.models.need_kinds import NeedKind
from desktop.models.needs import Need, NeedVerbatim, Reformulation, Told
from desktop.models.prospects import Contact
from desktop.services import reformulations


@dataclass(frozen=True)
class StatedNeed:
    """A need and the verbatims that state it, in the order they were said."""

    need: Need
    verbatims: tuple[Verbatim, ...]
    speakers: Mapping[uuid.UUID, str] = field(default_factory=dict)
    """Who said each verbatim, by its key; "" when nobody was named."""
    replies: tuple[Reformulation, ...] = ()
    """What was said back of these words and what they answered, the latest last."""

    @property
    def citable(self) -> tuple[Verbatim, ...]:
        return tuple(verbatim for verbatim in self.verbatims if verbatim.citable)

    @property
    def said_by(self) -> tuple[str, ...]:
        """The names of those who stated it, once each, the first to speak first."""
        return tuple(dict.fromkeys(name for each in self.verbatims if (name := self.speakers.get(each.id, ""))))

    @property
    def name(self) -> str:
        """What stands for it in one line: our statement, or else their first words."""
        return self.need.statement or (self.verbatims[0].words if self.verbatims else "")


@dataclass(frozen=True)
class LooseWords:
    """What is shown of a verbatim that states no need yet."""

    id: uuid.UUID
    words: str
    at: datetime
    speaker: str
    """Who said it; "" when nobody was named."""


@dataclass(frozen=True)
class NeedsSheet:
    """Everything that the list of needs shows."""

    needs: tuple[StatedNeed, ...]
    loose: tuple[LooseWords, ...]
    """Verbatims that state no need yet, the latest first."""


LOOSE = 100
"""How many verbatims without a need are listed: more than anybody will sort in one go."""

_PROSPECT: BindParameter[uuid.UUID] = bindparam("prospect_id")
# Built once: building a statement takes longer than running these.
_IN_ORDER = (
    select(Need).where(Need.prospect_id == _PROSPECT, Need.deleted_at.is_(None)).order_by(Need.position, Need.id)
)
_STATED = select(NeedVerbatim.verbatim_id).join(Need).where(Need.prospect_id == _PROSPECT, Need.deleted_at.is_(None))
_UNSORTED = (Verbatim.prospect_id == _PROSPECT, Verbatim.deleted_at.is_(None), Verbatim.id.not_in(_STATED))
_LOOSE = (
    select(Verbatim.id, Verbatim.text, Verbatim.corrected, Verbatim.at, Contact.name)
    .outerjoin(Contact, Contact.id == Verbatim.contact_id)
    .where(*_UNSORTED)
    .order_by(Verbatim.at.desc(), Verbatim.sequence.desc())
    .limit(LOOSE)
)
_WORDS = (
    select(NeedVerbatim.need_id, Verbatim, Contact.name)
    .join(Need, Need.id == NeedVerbatim.need_id)
    .join(Verbatim, Verbatim.id == NeedVerbatim.verbatim_id)
    .outerjoin(Contact, Contact.id == Verbatim.contact_id)
    .where(Need.prospect_id == _PROSPECT, Need.deleted_at.is_(None), Verbatim.deleted_at.is_(None))
    .order_by(Verbatim.at, Verbatim.sequence)
)
_REPLIES = (
    select(Reformulation)
    .where(Reformulation.entry_id.in_(_STATED), Reformulation.deleted_at.is_(None))
    .order_by(Reformulation.at, Reformulation.id)
)


def add_need(
    session: Session,
    prospect_id: uuid.UUID,
    verbatim_ids: Sequence[uuid.UUID],
    *,
    now: datetime,
    statement: str = "",
    kind: NeedKind | None = None,
    confirmed: bool = False,
) -> uuid.UUID:
    """A need stated by some verbatims, after the others. Its kind defaults to what the question tends to reveal."""
    first = session.get_one(Verbatim, verbatim_ids[0]) if verbatim_ids else None
    if kind is None:
        kind = _revealed_kind(session, first)
    need = Need(
        prospect_id=prospect_id,
        call_id=first.call_id if first else None,
        kind=kind,
        statement=statement.strip(),
        confirmed=confirmed,
        position=_next_position(session, prospect_id),
        created_at=now,
    )
    session.add(need)
    session.flush()
    session.add_all(NeedVerbatim(need_id=need.id, verbatim_id=verbatim_id) for verbatim_id in verbatim_ids)
    session.flush()
    reformulations.refresh_need(session, need)
    return need.id


def update_need(session: Session, /, need_id: uuid.UUID, **fields: Any) -> dict[str, Any]:
    """Change columns of a need. Returns their former values, for undo."""
    need = session.get_one(Need, need_id)
    before = {name: getattr(need, name) for name in fields}
    for name, value in fields.items():
        setattr(need, name, value)
    return before


def confirm_need(session: Session, need_id: uuid.UUID, *, at: datetime, via: Told = Told.ALOUD) -> dict[str, Any]:
    """The prospect agreed that this is their need. Returns the former values, for ``update_need``."""
    return update_need(session, need_id, confirmed=True, confirmed_at=at, confirmed_via=via)


def unconfirm_need(session: Session, need_id: uuid.UUID) -> dict[str, Any]:
    """It was not confirmed after all. Returns the former values, for ``update_need``."""
    return update_need(session, need_id, confirmed=False, confirmed_at=None, confirmed_via=None)


def remove_need(session: Session, need_id: uuid.UUID, *, at: datetime | None) -> None:
    """Take a need out of the list, or bring it back with ``at=None``. Its words stay what they are."""
    session.get_one(Need, need_id).deleted_at = at


def move_need(session: Session, need_id: uuid.UUID, place: int) -> dict[uuid.UUID, int]:
    """Put a need at a place of the order, 0 the first. Returns the former positions, for ``put_in_order``."""
    prospect_id = session.get_one(Need, need_id).prospect_id
    needs = list(session.scalars(_IN_ORDER, {"prospect_id": prospect_id}))
    moved = next(need for need in needs if need.id == need_id)
    needs.remove(moved)
    needs.insert(max(0, min(place, len(needs))), moved)
    return put_in_order(session, {need.id: position for position, need in enumerate(needs)})


def put_in_order(session: Session, positions: Mapping[uuid.UUID, int]) -> dict[uuid.UUID, int]:
    """Give needs these positions. Returns the former ones of those that changed."""
    before = {}
    for need_id, position in positions.items():
        need = session.get_one(Need, need_id)
        if need.position != position:
            before[need_id], need.position = need.position, position
    return before


def attach(session: Session, need_id: uuid.UUID, verbatim_id: uuid.UUID) -> None:
    """These words state that need as well. Nothing happens when they do already."""
    if _link(session, need_id, verbatim_id) is None:
        verbatim, need = session.get_one(Verbatim, verbatim_id), session.get_one(Need, need_id)
        if verbatim.prospect_id != need.prospect_id:
            raise UserError(_("These words are those of another prospect."))
        session.add(NeedVerbatim(need_id=need_id, verbatim_id=verbatim_id))
        session.flush()
        reformulations.refresh_need(session, need)


def detach(session: Session, need_id: uuid.UUID, verbatim_id: uuid.UUID) -> None:
    """These words do not state that need. The need stays, even without any words."""
    link = _link(session, need_id, verbatim_id)
    if link is not None:
        need = session.get_one(Need, need_id)
        answered = reformulations.confirmed_by_an_answer(session, need)
        session.delete(link)
        session.flush()
        if answered:
            need.confirmed, need.confirmed_at, need.confirmed_via = False, None, None
        reformulations.refresh_need(session, need)


@dataclass(frozen=True)
class Merged:
    """What a merge changed, for ``unmerge``."""

    kept: uuid.UUID
    gone: uuid.UUID
    attached: tuple[uuid.UUID, ...]
    """The verbatims that stated only the one that went."""
    before: dict[str, Any]
    """Former values of the one that was kept."""


def merge_needs(session: Session, kept: uuid.UUID, gone: uuid.UUID, *, at: datetime) -> Merged:
    """Two needs are one: the words and, where the first says nothing, the values of the second go to the first.

    Being confirmed is not among them: the prospect agreed to the other wording.
    """
    first, second = session.get_one(Need, kept), session.get_one(Need, gone)
    if kept == gone or first.prospect_id != second.prospect_id:
        raise UserError(_("Only two needs of the same prospect can be put together."))
    fields = ("statement", "amount", "due_on", "figure")
    empty = {name: getattr(second, name) for name in fields if not getattr(first, name)}
    before = update_need(session, kept, **empty)
    missing = [each for each in _verbatim_ids(session, gone) if _link(session, kept, each) is None]
    for verbatim_id in missing:
        attach(session, kept, verbatim_id)
    second.deleted_at = at
    return Merged(kept, gone, tuple(missing), before)


def unmerge(session: Session, merged: Merged) -> None:
    """Two needs again, as they were. Idempotent."""
    for verbatim_id in merged.attached:
        detach(session, merged.kept, verbatim_id)
    update_need(session, merged.kept, **merged.before)
    session.get_one(Need, merged.gone).deleted_at = None


def needs_of(session: Session, prospect_id: uuid.UUID) -> list[StatedNeed]:
    """The prospect's needs, in their order, with their words, who said them and what was answered."""
    asked = {"prospect_id": prospect_id}
    needs = session.scalars(_IN_ORDER, asked).all()
    words: dict[uuid.UUID, list[Verbatim]] = defaultdict(list)
    speakers: dict[uuid.UUID, dict[uuid.UUID, str]] = defaultdict(dict)
    for need_id, verbatim, name in session.execute(_WORDS, asked):
        words[need_id].append(verbatim)
        speakers[need_id][verbatim.id] = name or ""
    replies: dict[uuid.UUID, list[Reformulation]] = defaultdict(list)
    for reply in session.scalars(_REPLIES, asked):
        replies[reply.entry_id].append(reply)
    return [
        StatedNeed(
            need,
            tuple(words[need.id]),
            speakers[need.id],
            tuple(reply for verbatim in words[need.id] for reply in replies.get(verbatim.id, ())),
        )
        for need in needs
    ]


def needs_sheet(session: Session, prospect_id: uuid.UUID) -> NeedsSheet:
    """The needs of a prospect, and the words that state none yet."""
    rows = session.execute(_LOOSE, {"prospect_id": prospect_id})
    loose = tuple(LooseWords(key, corrected or text, at, name or "") for key, text, corrected, at, name in rows)
    return NeedsSheet(tuple(needs_of(session, prospect_id)), loose)


def stating(session: Session, verbatim_id: uuid.UUID) -> uuid.UUID | None:
    """The first need that a verbatim states, if it states one."""
    query = select(Need.id).join(NeedVerbatim).where(NeedVerbatim.verbatim_id == verbatim_id, Need.deleted_at.is_(None))
    return session.scalars(query.order_by(Need.position, Need.id).limit(1)).first()


def words_of(session: Session, verbatim_id: uuid.UUID) -> str:
    """What they said there, put right where it was."""
    return session.get_one(Verbatim, verbatim_id).words


def stated_verbatims(session: Session, prospect_id: uuid.UUID) -> frozenset[uuid.UUID]:
    """The verbatims of a prospect that state a need."""
    return frozenset(session.scalars(_STATED, {"prospect_id": prospect_id}))


def needs_from_citable(session: Session, prospect_id: uuid.UUID, *, now: datetime) -> list[uuid.UUID]:
    """Make a need of each citable verbatim that states none yet, in the order they were said. Returns the new keys."""
    query = select(Verbatim).where(*_UNSORTED, Verbatim.citable).order_by(Verbatim.at, Verbatim.sequence)
    verbatims = session.scalars(query, {"prospect_id": prospect_id}).all()
    if not verbatims:
        return []
    needs = [
        Need(
            id=new_id(),
            prospect_id=prospect_id,
            call_id=verbatim.call_id,
            kind=_revealed_kind(session, verbatim),
            statement="",
            position=position,
            created_at=now,
        )
        for position, verbatim in enumerate(verbatims, _next_position(session, prospect_id))
    ]
    # All at once: one statement each would take a hundred times as many.
    session.add_all(needs)
    session.flush()
    pairs = list(zip(needs, verbatims, strict=True))
    session.add_all(NeedVerbatim(need_id=need.id, verbatim_id=verbatim.id) for need, verbatim in pairs)
    session.flush()
    answered = set(session.scalars(select(Reformulation.entry_id).where(Reformulation.prospect_id == prospect_id)))
    for need, verbatim in pairs:
        if verbatim.id in answered:
            reformulations.refresh_need(session, need)
    return [need.id for need in needs]


def _verbatim_ids(session: Session, need_id: uuid.UUID) -> list[uuid.UUID]:
    query = select(NeedVerbatim.verbatim_id).where(NeedVerbatim.need_id == need_id).order_by(NeedVerbatim.id)
    return list(session.scalars(query))


def _link(session: Session, need_id: uuid.UUID, verbatim_id: uuid.UUID) -> NeedVerbatim | None:
    query = select(NeedVerbatim).where(NeedVerbatim.need_id == need_id, NeedVerbatim.verbatim_id == verbatim_id)
    return session.scalars(query).first()


def _next_position(session: Session, prospect_id: uuid.UUID) -> int:
    last = session.scalar(select(func.max(Need.position)).where(Need.prospect_id == prospect_id))
    return 0 if last is None else last + 1


def _revealed_kind(session: Session, verbatim: Verbatim | None) -> NeedKind:
    if verbatim is None or not verbatim.question:
        return NeedKind.NEED
    script = session.get_one(Call, verbatim.call_id).script
    return script.question(verbatim.question).need_kind or NeedKind.NEED
