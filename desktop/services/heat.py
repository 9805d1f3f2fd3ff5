"""The heat that the facts suggest, and the private impressions behind it."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.models.calls import Verbatim
from desktop.models.heat_signs import Sign, Suggestion, suggest
from desktop.models.matrix import Heat
from desktop.models.prospects import Prospect


@dataclass(frozen=True)
class Feeling:
    """How ready to act they are, what the rep feels, and what that suggests."""

    heat: Heat | None
    signs: dict[Sign, int]
    suggestion: Suggestion | None


def feeling(session: Session, prospect_id: uuid.UUID, now: datetime) -> Feeling:
    """The heat of a prospect and what may change it. News are what they last said in a call."""
    prospect = session.get_one(Prospect, prospect_id)
    last = session.scalar(
        select(func.max(Verbatim.at)).where(
            Verbatim.prospect_id == prospect_id, Verbatim.kind == "verbatim", Verbatim.deleted_at.is_(None)
        )
    )
    signs = _signs(prospect)
    return Feeling(prospect.heat, signs, suggest(prospect.heat, signs, (now - last).days if last else None))


def set_sign(session: Session, prospect_id: uuid.UUID, sign: Sign, level: int | None, *, now: datetime) -> int | None:
    """Give an impression its level, 0 to 3, or take it back with ``None``. Idempotent. Returns what it was before."""
    if level is not None and not 0 <= level <= 3:
        raise ValueError(f"{sign}: {level} is not a level")
    prospect = session.get_one(Prospect, prospect_id)
    before = _signs(prospect).get(sign)
    kept = {**prospect.heat_signs, sign.value: level}
    # In one order, so that a level taken back and given again leaves the file as it was.
    prospect.heat_signs = {key: kept[key] for key in sorted(kept) if kept[key] is not None}
    prospect.updated_at = now
    return before


def _signs(prospect: Prospect) -> dict[Sign, int]:
    return {sign: prospect.heat_signs[sign.value] for sign in Sign if sign.value in prospect.heat_signs}
