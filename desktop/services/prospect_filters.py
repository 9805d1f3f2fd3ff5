"""A choice of prospects: said in words, kept under a name, asked of the file, handed from one page to another."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, func, literal_column, select

from desktop.i18n import Language, current
from desktop.models.grids import Band
from desktop.models.matrix import Heat
from desktop.models.proposals import Proposal, ProposalState
from desktop.models.prospects import Prospect, standing_counts
from desktop.models.statuses import ACTIVE, Status
from desktop.services import filter_words

EXPIRING_DAYS = 7
"""A proposal that was sent expires soon when this many days, or fewer, are left."""
KINDS = ("", "b2b", "b2c")
_LISTS: dict[str, type[StrEnum]] = {"bands": Band, "heats": Heat, "statuses": Status}
_CHOICES = ("planned", "decider", "to_complete")
_FLAGS = ("never_called", "wake_due", "expiring")


@dataclass(frozen=True)
class ProspectFilter:
    """What is asked of a prospect; of several things, all. An empty tuple, ``None`` or ``False`` asks nothing."""

    bands: tuple[Band, ...] = ()
    """The low band, as the matrix takes it."""
    heats: tuple[Heat, ...] = ()
    statuses: tuple[Status, ...] = ()
    sources: tuple[str, ...] = ()
    planned: bool | None = None
    """Whether a next step is open."""
    stale_days: int | None = None
    """They said nothing for so many days; one never heard counts from the day it was written down."""
    decider: bool | None = None
    """Whether one of the people there decides."""
    to_complete: bool | None = None
    never_called: bool = False
    wake_due: bool = False
    """Set aside until a day that has come."""
    expiring: bool = False
    """A proposal that was sent expires within ``EXPIRING_DAYS``."""
    kind: str = ""
    """``b2b``, ``b2c`` or both."""
    text: str = ""

    def __post_init__(self) -> None:
        # In one order each: two filters that ask the same are equal, and are said alike.
        for name, kind in _LISTS.items():
            chosen = set(getattr(self, name))
            object.__setattr__(self, name, tuple(each for each in kind if each in chosen))
        object.__setattr__(self, "sources", tuple(sorted(set(self.sources))))

    def __bool__(self) -> bool:
        """Whether anything is asked."""
        return self != NO_FILTER

    def without_text(self) -> "ProspectFilter":
        """The same, whatever the words."""
        return replace(self, text="")

    def as_dict(self) -> dict[str, Any]:
        """Plain JSON of what is asked, and of nothing else."""
        plain: dict[str, Any] = {}
        for each in fields(self):
            value = getattr(self, each.name)
            if value != each.default:
                plain[each.name] = [str(one) for one in value] if isinstance(value, tuple) else value
        return plain

    @classmethod
    def from_dict(cls, plain: Mapping[str, Any]) -> "ProspectFilter":
        """The inverse of ``as_dict``. What it does not know or cannot read asks nothing: a later version wrote it."""
        asked: dict[str, Any] = {}
        for name, kind in _LISTS.items():
            asked[name] = tuple(kind(each) for each in _texts(plain.get(name)) if each in tuple(kind))
        asked["sources"] = tuple(_texts(plain.get("sources")))
        asked |= {name: plain[name] for name in _CHOICES if isinstance(plain.get(name), bool)}
        asked |= {name: plain.get(name) is True for name in _FLAGS}
        days = plain.get("stale_days")
        if isinstance(days, int) and not isinstance(days, bool) and 0 < days < 10_000:
            asked["stale_days"] = days
        of_kind, text = plain.get("kind"), plain.get("text")
        asked["kind"] = of_kind if isinstance(of_kind, str) and of_kind in KINDS else ""
        asked["text"] = text if isinstance(text, str) else ""
        return cls(**asked)

    def sentence(self, language: Language | None = None) -> str:
        """``Chauds · sans prochaine étape · sans nouvelles depuis 30 jours``; "" when nothing is asked."""
        said = " · ".join(filter_words.parts(self, language or current()))
        return said[:1].upper() + said[1:]

    @property
    def is_of_standing(self) -> bool:
        """It asks only for what ``standing_counts`` counts."""
        return self == replace(NO_FILTER, **{name: getattr(self, name) for name in (*_LISTS, *_CHOICES)})

    def conditions(self, now: datetime | None = None) -> tuple[ColumnElement[bool], ...]:
        """What SQL asks of ``Prospect``, the words left out: ``prospect_choice`` looks for those in their index.

        ``now`` is aware, in the rep's zone; ``ValueError`` when days are asked for without it.
        """
        return (Prospect.deleted_at.is_(None), *self.conditions_of_kept(now))

    def conditions_of_kept(self, now: datetime | None = None) -> tuple[ColumnElement[bool], ...]:
        """The same, of prospects that are known not to have been removed."""
        standing = self._of_standing(Prospect.band, _HEAT, Prospect.status, _DUE.is_not(None), Prospect.has_decider)
        return (*standing, *self._of_facts(), *self._of_days(now))

    def standing_conditions(self) -> tuple[ColumnElement[bool], ...]:
        """What SQL asks of ``standing_counts``, for a filter that ``is_of_standing``."""
        of = standing_counts.c
        return tuple(self._of_standing(of.band, of.heat, of.status, of.planned, of.decider, of.to_complete))

    def _of_standing(
        self, band: Any, heat: Any, status: Any, planned: Any, decider: Any, to_complete: Any = Prospect.to_complete
    ) -> Iterable[ColumnElement[bool]]:
        for column, listed in ((band, self.bands), (heat, self.heats), (status, self.statuses)):
            if listed:
                yield column.in_(listed)
        for column, choice in ((planned, self.planned), (decider, self.decider), (to_complete, self.to_complete)):
            if choice is not None:
                yield column if choice else ~column

    def _of_facts(self) -> Iterable[ColumnElement[bool]]:
        if self.sources:
            yield _SOURCE.in_(self.sources)
        if self.kind:
            yield Prospect.kind == self.kind
        if self.never_called:
            yield Prospect.maximum.is_(None)

    def _of_days(self, now: datetime | None) -> Iterable[ColumnElement[bool]]:
        if self.stale_days is None and not self.wake_due and not self.expiring:
            return
        if now is None:
            raise ValueError("a filter that counts days needs to know what day it is")
        if self.stale_days is not None:
            heard = func.coalesce(Prospect.heard_at, Prospect.created_at)
            yield heard < now - timedelta(days=self.stale_days)
        if self.wake_due:
            yield Prospect.status == Status.SHELVED
            yield Prospect.wake_on <= now.date()
        if self.expiring:
            yield Prospect.id.in_(_expiring(now))


# The plus keeps SQLite from the indexes that begin with these columns and lack the rest: that of the list has all that
# a filter and an order ask for.
_SOURCE: Any = literal_column("+prospects.source", Prospect.source.type)
_HEAT: Any = literal_column("+prospects.heat", Prospect.heat.type)
_DUE: Any = literal_column("+prospects.next_due_at", Prospect.next_due_at.type)

NO_FILTER = ProspectFilter()
"""Every prospect."""


def working(**asked: Any) -> ProspectFilter:
    """A filter of the prospects that the rep still works on."""
    return ProspectFilter(statuses=ACTIVE, **asked)


def _expiring(now: datetime) -> Any:
    last = now.date() + timedelta(days=EXPIRING_DAYS)
    return select(Proposal.prospect_id).where(
        Proposal.state == ProposalState.SENT,
        Proposal.valid_until.between(now.date(), last),
        Proposal.deleted_at.is_(None),
    )


def _texts(value: object) -> list[str]:
    return [each for each in value if isinstance(each, str)] if isinstance(value, list | tuple) else []
