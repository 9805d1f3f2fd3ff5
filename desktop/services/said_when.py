"""Dates as words of a search: "devis mars" is what was said of a quotation in March, "budget hier" yesterday's."""

import calendar
import re
import unicodedata
from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from desktop.services import natural_words
from desktop.services.natural_words import MONTHS, WHOLE_MONTHS

_YEAR = re.compile(r"20\d\d")
_DAYS = {"hier": 1, "yesterday": 1, "aujourd'hui": 0, "today": 0, "avant-hier": 2}
_WHOLE = re.compile(r"aujourd'hui|avant-hier|[^\W_]+")
"""Words, and the two days that are written in two."""


class Span(NamedTuple):
    """Days, both ends included."""

    first: date
    last: date


class _Folded(dict[int, str]):
    """Each sign folded once: hundreds of sentences are, at every key."""

    def __missing__(self, code: int) -> str:
        self[code] = natural_words.fold(chr(code))
        return self[code]


_FOLDED = _Folded()


def fold(text: str) -> str:
    """``text`` in small letters without accents, as many signs as before."""
    return text.translate(_FOLDED)


def plain_words(text: str) -> tuple[str, ...]:
    """The words of ``text`` as the index cuts them, without accents or capitals."""
    return tuple(re.findall(r"[^\W_]+", fold(unicodedata.normalize("NFC", text))))


def when_of(text: str, today: date) -> tuple[tuple[str, ...], Span | None]:
    """The words that are no date, and the days that the others name; no days when nothing else would be left.

    A month without its year is the latest one that has begun.
    """
    words = _WHOLE.findall(fold(unicodedata.normalize("NFC", text)))
    month, year, day = 0, 0, -1
    others: list[str] = []
    for word in words:
        if word in _DAYS and day < 0:
            day = _DAYS[word]
        elif word in WHOLE_MONTHS and not month:
            month = MONTHS[word]
        elif _YEAR.fullmatch(word) and not year and int(word) <= today.year:
            year = int(word)
        else:
            others.extend(plain_words(word))
    if not others or (day < 0 and not month and not year):
        return plain_words(text), None
    if day >= 0:
        named = today - timedelta(days=day)
        return tuple(others), Span(named, named)
    return tuple(others), _months(month, year, today)


def _months(month: int, year: int, today: date) -> Span:
    if not month:
        return Span(date(year, 1, 1), date(year, 12, 31))
    year = year or (today.year if month <= today.month else today.year - 1)
    return Span(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))


def marks(text: str, words: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """Where words of ``text`` begin like one of ``words`` (folded): first sign and length of what is alike."""
    if not words:
        return ()
    found = _beginning(tuple(words)).finditer(fold(text))
    return tuple((each.start(), each.end() - each.start()) for each in found)


def has_all(text: str, words: Sequence[str]) -> bool:
    """Whether every one of ``words`` (folded) begins a word of ``text``."""
    folded = fold(text)
    return all(_beginning((word,)).search(folded) for word in words)


@lru_cache(maxsize=64)
def _beginning(words: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(set(words), key=len, reverse=True)
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(map(re.escape, longest_first))})")


def excerpt(text: str, words: Sequence[str], room: int = 160) -> str:
    """``text`` on one line, cut around the first of ``words`` when it is longer than ``room`` signs."""
    flat = " ".join(text.split())
    if len(flat) <= room:
        return flat
    found = marks(flat, words)
    start = max(0, found[0][0] - room // 3) if found else 0
    if start:
        start = flat.find(" ", start, start + 24) + 1 or start
    end = min(len(flat), start + room)
    return ("…" if start else "") + flat[start:end].strip() + ("…" if end < len(flat) else "")
