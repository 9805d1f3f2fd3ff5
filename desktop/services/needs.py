"""What the prospect needs, tied to the words that state it."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.models.calls import Call, Verbatim
from desktop.models.need_kinds import NeedKind
from desktop.models.needs import Need, NeedVerbatim


@dataclass(frozen=True)
class StatedNeed:
    """A need and the verbatims that state it, in the order they were said."""

    need: Need
    verbatims: tuple[Verbatim, ...]

    @property
    def citable(self) -> tuple[Verbatim, ...]:
        return tuple(verbatim for verbatim in self.verbatims if verbatim.citable)


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
    last = session.scalar(select(func.max(Need.position)).where(Need.prospect_id == prospect_id))
    need = Need(
        prospect_id=prospect_id,
        call_id=first.call_id if first else None,
        kind=kind,
        statement=statement.strip(),
        confirmed=confirmed,
        position=0 if last is None else last + 1,
        created_at=now,
    )
    session.add(need)
    session.flush()
    session.add_all(NeedVerbatim(need_id=need.id, verbatim_id=verbatim_id) for verbatim_id in verbatim_ids)
    return need.id


def update_need(session: Session, /, need_id: uuid.UUID, **fields: Any) -> dict[str, Any]:
    """Change columns of a need. Returns their former values, for undo."""
    need = session.get_one(Need, need_id)
    before = {name: getattr(need, name) for name in fields}
    for name, value in fields.items():
        setattr(need, name, value)
    return before


def needs_of(session: Session, prospect_id: uuid.UUID) -> list[StatedNeed]:
    """The prospect's needs, in their order."""
    needs = session.scalars(
        select(Need).where(Need.prospect_id == prospect_id, Need.deleted_at.is_(None)).order_by(Need.position)
    ).all()
    pairs = session.execute(
        select(NeedVerbatim.need_id, Verbatim)
        .join(Verbatim, Verbatim.id == NeedVerbatim.verbatim_id)
        .where(NeedVerbatim.need_id.in_([need.id for need in needs]), Verbatim.deleted_at.is_(None))
        .order_by(Verbatim.at, Verbatim.sequence)
    ).all()
    return [StatedNeed(need, tuple(verbatim for key, verbatim in pairs if key == need.id)) for need in needs]


def needs_from_citable(session: Session, prospect_id: uuid.UUID, *, now: datetime) -> list[uuid.UUID]:
    """Make a need of each citable verbatim that states none yet, in the order they were said. Returns the new keys."""
    stated = (
        select(NeedVerbatim.verbatim_id).join(Need).where(Need.prospect_id == prospect_id, Need.deleted_at.is_(None))
    )
    query = (
        select(Verbatim)
        .where(
            Verbatim.prospect_id == prospect_id,
            Verbatim.citable,
            Verbatim.deleted_at.is_(None),
            Verbatim.id.not_in(stated),
        )
        .order_by(Verbatim.at, Verbatim.sequence)
    )
    return [add_need(session, prospect_id, [verbatim.id], now=now) for verbatim in session.scalars(query).all()]


def _revealed_kind(session: Session, verbatim: Verbatim | None) -> NeedKind:
    if verbatim is None or not verbatim.question:
        return NeedKind.NEED
    script = session.get_one(Call, verbatim.call_id).script
    return script.question(verbatim.question).need_kind or NeedKind.NEED
