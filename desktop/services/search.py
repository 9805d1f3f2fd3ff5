"""Finding as one types, over names, notes and everything that was said; accents and order of words do not matter.

The newest comes first, never the most relevant: relevance reads every match, and one letter matches half a file.
"""

import re
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations

from sqlalchemy import Uuid, text
from sqlalchemy.orm import Session

from desktop.services.found_things import Found, FoundKind, described, told_by
from desktop.services.index_reading import Range, full_text, highest, newest
from desktop.services.said_when import Span, marks, plain_words, when_of

_MATCHES = text(
    """
    SELECT prospect_id
    FROM (SELECT rowid AS number FROM prospect_search WHERE words MATCH :words
          ORDER BY rowid DESC LIMIT :limit OFFSET :offset)
    JOIN prospect_numbers USING (number) ORDER BY number DESC
    """
).columns(prospect_id=Uuid)
_SPARE = 20
"""Matches read beyond those wanted: some belong to prospects that were removed."""
_DEPTH = 300
"""Matches looked at for those of some days."""
_NAMED = 40
"""Prospects of a name whose words are looked through for the other words."""
_FEW = 4
"""Words up to which any of them may be those of the name; of more, the first ones or the last ones."""
_MOST_WORDS, _MOST_SIGNS = 8, 200
"""What is looked for of a page pasted into the line."""


@dataclass(frozen=True)
class Group:
    """What was found of one kind, the newest first; ``more``: there is more of it than was asked for."""

    kind: FoundKind
    found: tuple[Found, ...]
    more: bool


@dataclass(frozen=True)
class Results:
    """What answers the words. ``words`` are those to show in what is found, folded; ``span`` the days they named."""

    words: tuple[str, ...]
    span: Span | None
    groups: tuple[Group, ...]

    @property
    def count(self) -> int:
        return sum(len(group.found) for group in self.groups)


def matching_prospects(session: Session, words: str, *, limit: int = 50, offset: int = 0) -> list[uuid.UUID]:
    """Keys of the prospects that have every word of ``words``, as the beginning of one of theirs; the newest first."""
    expression = full_text(words)
    if not expression:
        return []
    found = session.scalars(_MATCHES, {"words": expression, "limit": limit, "offset": offset})
    return list(found)


def search(session: Session, typed: str, *, now: datetime, limit: int = 6, deep: bool = True) -> Results:
    """At most ``limit`` things of each kind that have every word typed, in any order. ``now`` is aware, and local.

    ``deep`` looks further than a key can wait for: through the oldest sentences; for what was said on the days that
    some words name, after what has those words themselves; for words shared between a name and what was said there.
    """
    typed = " ".join(re.findall(r"\S+", typed[:_MOST_SIGNS])[:_MOST_WORDS])
    if not plain_words(typed):
        return Results((), None, ())
    words, span = when_of(typed, now.date())
    asked = _Asked(session, plain_words(typed), words, span, now, limit, deep)
    groups = [asked.group(kind) for kind in FoundKind]
    return Results(words, span, tuple(group for group in groups if group.found))


def matching_sentences(session: Session, words: str, *, limit: int = 20) -> list[Found]:
    """What was said or noted in calls that has every word of ``words``, the latest first; read as one types."""
    asked = plain_words(words)[:_MOST_WORDS]
    numbers = newest(session, FoundKind.SENTENCE, asked, limit + _SPARE, deep=False)
    return described(session, FoundKind.SENTENCE, numbers, limit, asked)


@dataclass(frozen=True)
class _Asked:
    """One question to the file: every word typed, those that name no days, the days of the others."""

    session: Session
    typed: tuple[str, ...]
    words: tuple[str, ...]
    span: Span | None
    now: datetime
    limit: int
    deep: bool

    def group(self, kind: FoundKind) -> Group:
        wanted = self.limit + 1
        numbers = newest(self.session, kind, self.typed, wanted + _SPARE, deep=self.deep)
        found = described(self.session, kind, numbers, wanted, self.words)
        if self.deep and kind is not FoundKind.PROSPECT:
            if self.span is not None and len(found) < wanted:
                found += self._of_days(kind, wanted)
            if len(self.words) > 1 and len(found) < wanted:
                found += self._of_names(kind, wanted)
        once = list({each.key: each for each in found}.values())
        return Group(kind, tuple(once[: self.limit]), len(once) > self.limit)

    def _of_days(self, kind: FoundKind, wanted: int) -> list[Found]:
        """What is of those days: among the newest matches, then around the place where those days are numbered."""
        between = self._moments()
        found: list[Found] = []
        for within in (None, _numbered(self.session, kind, *between)):
            numbers = newest(self.session, kind, self.words, _DEPTH, within=within)
            found += described(self.session, kind, numbers, wanted, self.words, between=between)
            if len(found) >= wanted:
                break
        return found

    def _of_names(self, kind: FoundKind, wanted: int) -> list[Found]:
        """What has some of the words, of prospects whose name or people have the others."""
        prospects: dict[uuid.UUID, None] = {}
        for some in _parts(self.words):
            if len(prospects) < _NAMED:
                prospects |= dict.fromkeys(matching_prospects(self.session, " ".join(some), limit=_NAMED // 2))
        between = self._moments() if self.span is not None else None
        told = told_by(self.session, kind, list(prospects)[:_NAMED], _DEPTH, between)
        numbers = [number for number, said, names in told if _has_all(said, names, self.words)]
        return described(self.session, kind, numbers, wanted, self.words)

    def _moments(self) -> tuple[datetime, datetime]:
        """The first instant of the days and the last one, where the rep is."""
        assert self.span is not None
        first, last = (datetime(day.year, day.month, day.day, tzinfo=self.now.tzinfo) for day in self.span)
        return first, last.replace(hour=23, minute=59, second=59, microsecond=999_999)


def _numbered(session: Session, kind: FoundKind, first: datetime, last: datetime) -> Range:
    """Between which numbers lie the things of those moments, as if they had been written down in order of time."""
    return _first_since(session, kind, first), _first_since(session, kind, last)


def _first_since(session: Session, kind: FoundKind, moment: datetime) -> int:
    low, high = 0, highest(session, kind)
    probe = text(kind.probe)
    while low < high:
        middle = (low + high) // 2
        row = session.execute(probe, {"number": middle}).first()
        if row is None or kind.moment(row.at) >= moment:
            high = middle
        else:
            low = int(row.number) + 1
    return low


def _parts(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Which of the words may be those of the name, the most of them first."""
    count = len(words)
    if count <= _FEW:
        return [some for size in range(count - 1, 0, -1) for some in combinations(words, size)]
    return [some for size in range(count - 1, 0, -1) for some in (words[:size], words[-size:])]


def _has_all(said: str, names: str, words: Sequence[str]) -> bool:
    """Every word is in what was said or in who said it, and one at least in what was said."""
    here = {word for word in words if marks(said, (word,))}
    return bool(here) and all(word in here or marks(names, (word,)) for word in words)
