"""Which prospects a filter and words choose, in what order, and how many: keys alone, read from one index.

Walking that index whole takes a few milliseconds at a hundred thousand prospects, so that a rare filter answers as a
common one does. Words are looked for in the full-text index; where both are asked, the rarer of the two leads.
"""

import re
import unicodedata
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Float,
    Integer,
    Uuid,
    bindparam,
    case,
    cast,
    collate,
    func,
    literal_column,
    select,
    text,
)
from sqlalchemy.orm import Session

from desktop.models.matrix import Heat
from desktop.models.prospects import Prospect, prospect_numbers, standing_counts
from desktop.services.index_reading import full_text
from desktop.services.prospect_filters import NO_FILTER, ProspectFilter
from desktop.services.search import matching_prospects

MOST_FOUND = 200
"""Matches of words that are put in another order, or through a filter, than the newest first: more of them are not."""
_TRIED = 6000
"""Newest matches of words that are put through a filter together."""
_HANDFUL = 60
_FEW = 400
"""Prospects of a filter whose own words are read rather than looked for, where too many have the words."""


class Order(StrEnum):
    """By what the list is sorted; each begins with what a rep looks for first."""

    LATEST = "latest"
    NEXT = "next"
    NAME = "name"
    QUALIFICATION = "qualification"
    HEAT = "heat"
    AMOUNT = "amount"
    STATUS = "status"
    SOURCE = "source"
    NEWS = "news"


@dataclass(frozen=True)
class Sorting:
    """An order, or the same from its end; those that have nothing to be sorted by come last either way."""

    order: Order = Order.LATEST
    reverse: bool = False


@dataclass(frozen=True)
class Count:
    """How many there are; ``more``: at least so many."""

    number: int
    more: bool = False


LATEST = Sorting()


def chosen(
    session: Session,
    chosen_by: ProspectFilter = NO_FILTER,
    *,
    sorting: Sorting = LATEST,
    now: datetime | None = None,
    limit: int,
    offset: int = 0,
) -> list[uuid.UUID]:
    """Keys of the prospects that a filter chooses, a page of them. ``now`` is asked for by a filter that has days."""
    words, rest = chosen_by.text.strip(), chosen_by.without_text()
    if words and not rest and sorting == LATEST:
        return matching_prospects(session, words, limit=limit, offset=offset)
    query = select(Prospect.id).order_by(*_sorted_by(sorting)).limit(limit).offset(offset)
    if words:
        return list(session.scalars(query.where(Prospect.id.in_(_found(session, words, rest, now)))))
    return list(session.scalars(query.where(*rest.conditions(now))))


def count(session: Session, chosen_by: ProspectFilter = NO_FILTER, *, now: datetime | None = None) -> Count:
    """How many prospects a filter chooses; with words, counted up to ``MOST_FOUND``."""
    words, rest = chosen_by.text.strip(), chosen_by.without_text()
    if words:
        found = len(_found(session, words, rest, now))
        return Count(min(found, MOST_FOUND), found > MOST_FOUND)
    if rest.is_of_standing:
        query = select(func.sum(standing_counts.c.prospects)).where(*rest.standing_conditions())
    else:
        query = select(func.count()).select_from(Prospect).where(*rest.conditions(now))
    return Count(session.scalar(query) or 0)


def _found(session: Session, words: str, rest: ProspectFilter, now: datetime | None) -> list[uuid.UUID]:
    """Those of a filter that have the words: the newest ``MOST_FOUND``, and one more where there are more."""
    if not rest:
        return matching_prospects(session, words, limit=MOST_FOUND + 1)
    expression = full_text(words)
    if not expression:
        return []
    matches = session.scalar(_COUNT, {"words": expression, "tried": _TRIED + 1}) or 0
    within = select(Prospect.id).where(*rest.conditions(now))
    if matches > _TRIED:
        few = session.scalars(within.limit(_FEW + 1)).all()
        if len(few) <= _FEW:
            return _having(session, few, words)
    if not matches:
        return []
    # Unless they are a handful, walking the index that has all that is asked is sooner done than looking prospects up,
    # each in a page of its own.
    key = _KEY if matches > _HANDFUL else Prospect.id
    walked = within.where(key.in_(select(_NEWEST.c.prospect_id))).order_by(Prospect.updated_at.desc())
    found = session.scalars(walked.limit(MOST_FOUND + 1), {"words": expression, "tried": _TRIED}).all()
    if matches <= _TRIED or len(found) > MOST_FOUND:
        return list(found)
    walked = select(prospect_numbers.c.prospect_id).join(_MATCHING, _MATCHING.c.number == prospect_numbers.c.number)
    walked = walked.where(prospect_numbers.c.prospect_id.in_(within)).limit(MOST_FOUND + 1)
    return list(session.scalars(walked, {"words": expression}))


_KEY: Any = literal_column("+prospects.id", Prospect.id.type)
"""The plus keeps SQLite from looking each of them up by its key."""
_COUNT = text("SELECT count(*) FROM (SELECT 1 FROM prospect_search WHERE words MATCH :words LIMIT :tried)")
_MATCHING = (
    text("SELECT rowid AS number FROM prospect_search WHERE words MATCH :words ORDER BY rowid DESC")
    .columns(number=Integer)
    .subquery("matching")
)
_NEWEST = (
    text(
        """
        SELECT prospect_id FROM (
            SELECT rowid AS number FROM prospect_search WHERE words MATCH :words
            ORDER BY rowid DESC LIMIT :tried
        ) JOIN prospect_numbers USING (number)
        """
    )
    .columns(prospect_id=Uuid)
    .subquery("newest")
)
_WORDS_OF = (
    text(
        """
        SELECT prospect_id, prospect_search.words FROM prospect_numbers
        JOIN prospect_search ON prospect_search.rowid = number
        WHERE prospect_id IN :keys ORDER BY number DESC
        """
    )
    .bindparams(bindparam("keys", expanding=True, type_=Uuid))
    .columns(prospect_id=Uuid)
)


def _having(session: Session, keys: Sequence[uuid.UUID], words: str) -> list[uuid.UUID]:
    """Of these few, those that have every word as the beginning of one of theirs, accents forgiven."""
    wanted = _plain(words)
    if not wanted or not keys:
        return []
    rows = session.execute(_WORDS_OF, {"keys": list(keys)})
    return [
        key
        for key, own in rows
        for has in [_plain(own)]
        if all(any(each.startswith(w) for each in has) for w in wanted)
    ]


def _plain(words: str) -> list[str]:
    """Words as the index folds them."""
    return re.findall(r"[^\W_]+", _ACCENTS.sub("", unicodedata.normalize("NFD", words)).lower())


_ACCENTS = re.compile("[\u0300-\u036f]")
_HEATS = {Heat.HOT: 3, Heat.WARM: 2, Heat.COLD: 1}
_SHARE = cast(Prospect.low, Float) / Prospect.maximum


def _sorted_by(sorting: Sorting) -> tuple[ColumnElement[Any], ...]:
    key, downwards = _KEYS[sorting.order]
    downwards = downwards is not sorting.reverse
    ordered = key.desc() if downwards else key.asc()
    if sorting.order is Order.LATEST:
        return (ordered, Prospect.id.desc() if downwards else Prospect.id.asc())
    return (ordered.nulls_last(), Prospect.updated_at.desc(), Prospect.id.desc())


# Whether the first of each is the greatest.
_KEYS: dict[Order, tuple[ColumnElement[Any], bool]] = {
    Order.LATEST: (Prospect.updated_at.expression, True),
    Order.NEXT: (Prospect.next_due_at.expression, False),
    Order.NAME: (func.nullif(Prospect.sort_name, ""), False),
    Order.QUALIFICATION: (case((Prospect.to_complete, None), else_=_SHARE), True),
    Order.HEAT: (case(_HEATS, value=Prospect.heat), True),
    Order.AMOUNT: (Prospect.amount.expression, True),
    Order.STATUS: (Prospect.status.expression, False),
    Order.SOURCE: (collate(func.nullif(Prospect.source, ""), "NOCASE"), False),
    Order.NEWS: (Prospect.heard_at.expression, True),
}
