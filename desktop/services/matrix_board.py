"""The matrix of a whole book: how many prospects stand in each cell, what they are worth, and who they are.

A prospect stands in one place only. One whose grid says too little to decide is "to complete", whatever its low band;
one that says enough and has no heat is beside the matrix too, for nothing crosses it.
"""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, and_, bindparam, func, select, text, tuple_
from sqlalchemy.orm import Session, aliased

from desktop.models.followup_kinds import Channel
from desktop.models.followups import FollowUp, FollowUpState
from desktop.models.grids import Band
from desktop.models.matrix import Heat
from desktop.models.prospects import Contact, Prospect, standing_counts
from desktop.models.statuses import ACTIVE
from desktop.services.strips import Strip, strips

PAGE = 60
"""Rows read at once: more than a screen shows."""
MARKS = 200
"""Prospects that the plane shows one by one; above, it shows groups of those that stand alike."""


class Beside(StrEnum):
    """Where a prospect is that no cell holds."""

    TO_COMPLETE = "to_complete"
    NO_HEAT = "no_heat"


Place = tuple[Band, Heat] | Beside
PLACES: tuple[Place, ...] = (*((band, heat) for band in reversed(Band) for heat in Heat), *Beside)
"""Every place, in the order in which the eye goes through them: the good ones first, the cold ones first."""


@dataclass(frozen=True)
class Tally:
    """How many active prospects stand in a place, what they are worth, how many have no next step."""

    prospects: int = 0
    amount: Decimal = Decimal(0)
    unplanned: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.prospects + other.prospects, self.amount + other.amount, self.unplanned + other.unplanned)


NOBODY = Tally()


@dataclass(frozen=True)
class StandingRow:
    """One prospect of a place, with what a rep needs to decide without opening it."""

    id: uuid.UUID
    company: str
    person: str
    heat: Heat | None
    band: Band | None
    band_high: Band | None
    low: int | None
    """``None`` before the first call, as ``high`` and ``maximum``."""
    high: int | None
    maximum: int | None
    to_complete: bool
    amount: Decimal | None
    due_local: datetime | None
    """Of the next step; ``None`` when there is none, as ``channel``."""
    channel: Channel | None

    @property
    def name(self) -> str:
        """The company, or the person when there is none."""
        return self.company or self.person

    @property
    def contact(self) -> str:
        """The person, where the name does not say it already."""
        return self.person if self.company else ""


@dataclass(frozen=True)
class Mark:
    """What the plane draws at once: prospects of one heat whose totals span about the same interval.

    ``low`` and ``high`` are shares of the maximum, 0 to 1; ``spans`` the very totals, lows, highs and maxima, that it
    stands for. ``prospect_id`` and ``name`` are those of the prospect, when it is alone.
    """

    heat: Heat
    low: float
    high: float
    spans: tuple[tuple[int, int, int], ...]
    count: int = 1
    prospect_id: uuid.UUID | None = None
    name: str = ""


# Written out, for SQLite takes a partial index only when the query says the very condition of the index.
_IN_ACTIVE = ", ".join(f"'{status.value}'" for status in ACTIVE)
_ACTIVE_ONLY = (text(f"prospects.deleted_at IS NULL AND prospects.status IN ({_IN_ACTIVE})"),)
# Both values of a yes or no: said, the index is gone through heat by heat.
_EITHER = Prospect.to_complete.in_((True, False))
_COUNTS = select(
    standing_counts.c.band,
    standing_counts.c.heat,
    standing_counts.c.to_complete,
    standing_counts.c.planned,
    func.sum(standing_counts.c.prospects),
    func.sum(standing_counts.c.amount),
).where(standing_counts.c.status.in_(ACTIVE))
_COUNTS = _COUNTS.group_by(*list(_COUNTS.selected_columns)[:4])


def board(session: Session) -> dict[Place, Tally]:
    """Every place and what stands there. Reads the counts that triggers keep: a few hundred rows, whatever the book."""
    found: dict[Place, Tally] = dict.fromkeys(PLACES, NOBODY)
    for band, heat, to_complete, planned, prospects, cents in session.execute(_COUNTS):
        tally = Tally(prospects, Decimal(cents) / 100, 0 if planned else prospects)
        found[place_of(band or None, heat or None, to_complete)] += tally
    return found


def place_of(band: str | None, heat: str | None, to_complete: bool) -> Place:
    """Where a standing is."""
    if to_complete or band is None:
        return Beside.TO_COMPLETE
    return (Band(band), Heat(heat)) if heat else Beside.NO_HEAT


def standing_in(place: Place | None) -> ColumnElement[bool]:
    """Active prospects of a place; of all of them for ``None``."""
    match place:
        case None:
            return and_(*_ACTIVE_ONLY)
        case Beside.TO_COMPLETE:
            return and_(*_ACTIVE_ONLY, Prospect.to_complete.is_(True))
        case Beside.NO_HEAT:
            return and_(*_ACTIVE_ONLY, Prospect.to_complete.is_(False), Prospect.heat.is_(None))
        case (band, heat):
            within = (Prospect.to_complete.is_(False), Prospect.band == band, Prospect.heat == heat)
            return and_(*_ACTIVE_ONLY, *within)


def ids_of(
    session: Session, place: Place | None, *, limit: int, offset: int = 0, unplanned: bool = False
) -> list[uuid.UUID]:
    """A page of a place, by what a prospect may bring: its amount times its share of the maximum (the low total).

    Those to complete come the hottest first; all of them together (``None``), the latest touched first. Keys only,
    which an index covers: ``rows_by_id`` reads those that are looked at. ``unplanned``: without a next step only.
    """
    among = select(Prospect.id).where(standing_in(place))
    if unplanned:
        among = among.where(Prospect.next_due_at.is_(None))
    if place is not Beside.TO_COMPLETE:
        return list(session.scalars(among.order_by(*_order(place)).limit(limit).offset(offset)))
    found: list[uuid.UUID] = []
    # Heat by heat, for few have one: those that were never called, who are the most, are seldom reached.
    for heat in (Heat.HOT, Heat.WARM, Heat.COLD, None):
        alike = among.where(Prospect.heat == heat if heat else Prospect.heat.is_(None))
        by_amount = alike.order_by(Prospect.amount.desc(), Prospect.id)
        found += session.scalars(by_amount.limit(offset + limit - len(found)))
        if len(found) == offset + limit:
            break
    return found[offset:]


def rows_by_id(session: Session, ids: Sequence[uuid.UUID]) -> list[StandingRow]:
    """The rows of these prospects, in this order; those that were removed are left out."""
    # Whether it was removed is asked of the row: asked of SQLite, it would walk the whole list rather than the keys.
    found = session.execute(_ROWS.where(Prospect.id.in_(ids)))
    rows = {columns[0]: _row(columns) for *columns, removed in found if removed is None}
    return [rows[each] for each in ids if each in rows]


def seen(session: Session, ids: Sequence[uuid.UUID]) -> tuple[list[StandingRow], dict[uuid.UUID, Strip]]:
    """The rows of these prospects and their grids at a glance; those never called have none."""
    rows = rows_by_id(session, ids)
    called = [row.id for row in rows if row.low is not None]
    return rows, strips(session, called) if called else {}


def plane(session: Session) -> tuple[Mark, ...]:
    """Every active prospect that has a total and a heat: one by one up to ``MARKS`` of them, else by groups."""
    groups = [
        (heat, *group)
        for heat in Heat
        for to_complete in (False, True)
        for group in session.execute(_GROUPS, {"heat": heat, "to_complete": to_complete})
    ]
    if sum(count for *_span, count in groups) > MARKS:
        return gathered([_mark(group) for group in groups], MARKS)
    drawn = (*_ACTIVE_ONLY, Prospect.heat.is_not(None), Prospect.low.is_not(None))
    rows = rows_by_id(session, session.scalars(select(Prospect.id).where(*drawn)).all())
    return tuple(
        replace(_mark((row.heat, row.low, row.high, row.maximum, 1)), prospect_id=row.id, name=row.name) for row in rows
    )


def gathered(marks: Sequence[Mark], most: int) -> tuple[Mark, ...]:
    """The same prospects in ``most`` marks or fewer: totals are rounded as little as it takes."""
    found: dict[tuple[Heat, int, int], list[Mark]] = {}
    for steps in _ROUNDINGS:
        found = {}
        for mark in marks:
            found.setdefault((mark.heat, round(mark.low * steps), round(mark.high * steps)), []).append(mark)
        if len(found) <= most:
            break
    return tuple(_together(each) for each in found.values())


def ids_within(session: Session, mark: Mark, *, limit: int = PAGE, offset: int = 0) -> list[uuid.UUID]:
    """Who a mark of the plane stands for, those that may bring the most first."""
    if mark.prospect_id is not None:
        return [mark.prospect_id][offset:]
    span = tuple_(Prospect.low, Prospect.high, Prospect.maximum)
    query = select(Prospect.id).where(*_ACTIVE_ONLY, _EITHER, Prospect.heat == mark.heat, span.in_(mark.spans))
    return list(session.scalars(query.order_by(*_BY_POTENTIAL).limit(limit).offset(offset)))


# For one heat and one answer at a time, in the order of the index: nothing is sorted.
_GROUPS = (
    select(Prospect.low, Prospect.high, Prospect.maximum, func.count())
    .where(*_ACTIVE_ONLY, Prospect.to_complete == bindparam("to_complete"), Prospect.heat == bindparam("heat"))
    .where(Prospect.low.is_not(None))
    .group_by(Prospect.band, Prospect.low, Prospect.high, Prospect.maximum)
)
_ROUNDINGS = (1000, 60, 30, 20, 15, 12, 10, 6, 5, 4, 3, 2)
"""Into how many steps the height of the plane is cut, the finest first. Two leave 18 marks at most."""
_BY_POTENTIAL = ((Prospect.amount * Prospect.low / Prospect.maximum).desc(), Prospect.id.expression)


def _order(place: Place | None) -> tuple[ColumnElement[Any], ...]:
    return _BY_POTENTIAL if place is not None else (Prospect.updated_at.desc(), Prospect.id.desc())


def _mark(group: Sequence[Any]) -> Mark:
    heat, low, high, maximum, count = group
    return Mark(heat, low / maximum, high / maximum, ((low, high, maximum),), count)


def _together(marks: Sequence[Mark]) -> Mark:
    """One mark for several, where most of them are."""
    if len(marks) == 1:
        return marks[0]
    count = sum(mark.count for mark in marks)
    low = sum(mark.low * mark.count for mark in marks) / count
    high = sum(mark.high * mark.count for mark in marks) / count
    spans = tuple(dict.fromkeys(span for mark in marks for span in mark.spans))
    return Mark(marks[0].heat, low, high, spans, count)


def _row(columns: Sequence[Any]) -> StandingRow:
    return StandingRow(*columns)


def _first_contact() -> ScalarSelect[uuid.UUID]:
    first = select(Contact.id).where(Contact.prospect_id == Prospect.id, Contact.deleted_at.is_(None))
    return first.order_by(Contact.position).limit(1).correlate(Prospect).scalar_subquery()


_PERSON = aliased(Contact, name="person")
# Plain columns in one query, built once: loaded objects take ten times as long.
_ROWS = (
    select(
        Prospect.id,
        Prospect.company,
        func.coalesce(_PERSON.name, ""),
        Prospect.heat,
        Prospect.band,
        Prospect.band_high,
        Prospect.low,
        Prospect.high,
        Prospect.maximum,
        Prospect.to_complete,
        Prospect.amount,
        FollowUp.due_local,
        FollowUp.channel,
        Prospect.deleted_at,
    )
    .select_from(Prospect)
    .outerjoin(_PERSON, _PERSON.id == _first_contact())
    .outerjoin(FollowUp, and_(FollowUp.prospect_id == Prospect.id, FollowUp.state == FollowUpState.OPEN))
)
