"""Two files of one prospect side by side: what each says, which value is the better one, and how it reads."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.i18n import _, current
from desktop.models.calls import Call, Verbatim
from desktop.models.matrix import Heat, heat_label
from desktop.models.proposals import Proposal
from desktop.models.prospects import Prospect
from desktop.models.statuses import Status, status_label
from desktop.services.prospects import load_prospect

Side = Literal["kept", "merged"]
Choices = Mapping[str, Side]
"""By column of ``Prospect``: whose value stays."""

FIELDS = (
    "company",
    "kind",
    "about",
    "sector",
    "address",
    "siren",
    "website",
    "source",
    "amount",
    "expected_on",
    "status",
    "heat",
    "wake_on",
)
_PATH = (Status.LOST, Status.SHELVED, Status.LEAD, Status.PROSPECT, Status.QUALIFIED, Status.CLIENT)


@dataclass(frozen=True)
class FieldPair:
    """One field of both; ``better`` is whose value is proposed."""

    name: str
    kept: Any
    merged: Any
    better: Side

    @property
    def differs(self) -> bool:
        """Whether there is something to choose: both say something, and not the same."""
        return self.kept not in (None, "") and self.merged not in (None, "") and self.kept != self.merged

    def value(self, side: Side) -> Any:
        return self.kept if side == "kept" else self.merged


@dataclass(frozen=True)
class History:
    """What a file holds besides its fields."""

    calls: int
    verbatims: int
    proposals: int


@dataclass(frozen=True)
class Comparison:
    """The file that stays and the one that goes into it, with the fields where either says something."""

    kept: Prospect
    merged: Prospect
    pairs: tuple[FieldPair, ...]
    kept_history: History
    merged_history: History


def compare(session: Session, first_id: uuid.UUID, second_id: uuid.UUID) -> Comparison:
    """Both files; the one with more history stays, else the older one."""
    histories = {key: _history(session, key) for key in (first_id, second_id)}
    kept_id, merged_id = sorted(histories, key=lambda key: (-_weight(histories[key]), key))
    kept, merged = load_prospect(session, kept_id), load_prospect(session, merged_id)
    return Comparison(kept, merged, pairs(kept, merged), histories[kept_id], histories[merged_id])


def pairs(kept: Prospect, merged: Prospect) -> tuple[FieldPair, ...]:
    """The fields where either says something, in the order of the file."""
    read = ((name, getattr(kept, name), getattr(merged, name)) for name in FIELDS)
    later: Side = "merged" if merged.updated_at > kept.updated_at else "kept"
    return tuple(
        FieldPair(name, one, other, _better(name, one, other, later))
        for name, one, other in read
        if one not in (None, "") or other not in (None, "")
    )


def field_label(name: str) -> str:
    """How the file names that column."""
    return {
        "company": _("Company"),
        "kind": _("Kind of customer"),
        "about": _("In a line"),
        "sector": _("Sector"),
        "address": _("Address"),
        "siren": _("SIREN"),
        "website": _("Website"),
        "source": _("Source"),
        "amount": _("Amount"),
        "expected_on": _("Expected on"),
        "status": _("Status"),
        "heat": _("Heat"),
        "wake_on": _("Wake up on"),
        "job_title": _("Job title"),
        "phone": _("Phone"),
        "email": _("E-mail"),
    }[name]


def value_words(value: Any) -> str:
    """A value as a person reads it; "" when there is none."""
    if value is None:
        return ""
    if isinstance(value, Status):
        return status_label(value)
    if isinstance(value, Heat):
        return heat_label(value)
    if isinstance(value, Decimal):
        return current().money(value, cents=value != int(value))
    if isinstance(value, date):
        return current().date(value)
    return {"b2b": _("Company"), "b2c": _("Private")}.get(str(value), str(value))


def _better(name: str, kept: Any, merged: Any, later: Side) -> Side:
    """What is said rather than nothing; the further status; the fuller of two texts that agree; else the later word."""
    if merged in (None, "") or kept == merged:
        return "kept"
    if kept in (None, ""):
        return "merged"
    if name == "status":
        return "merged" if _PATH.index(merged) > _PATH.index(kept) else "kept"
    if isinstance(kept, str) and isinstance(merged, str):
        one, other = kept.casefold(), merged.casefold()
        if one in other or other in one:
            return "merged" if len(merged) > len(kept) else "kept"
    return later


def _history(session: Session, prospect_id: uuid.UUID) -> History:
    def count(kind: Any, *conditions: Any) -> int:
        return session.scalar(select(func.count(kind.id)).where(kind.prospect_id == prospect_id, *conditions)) or 0

    return History(
        calls=count(Call),
        verbatims=count(Verbatim, Verbatim.deleted_at.is_(None)),
        proposals=count(Proposal, Proposal.deleted_at.is_(None)),
    )


def _weight(history: History) -> int:
    return 4 * history.proposals + 2 * history.calls + history.verbatims
