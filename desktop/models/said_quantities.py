"""The sums and the dates that two people may disagree on, read from what they said just well enough to compare them."""

import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from desktop.models.plain_words import fold

_NUMBER = r"\d{1,3}(?:[ \u00a0\u202f.,]\d{3})+|\d+(?:[.,]\d+)?"
_THOUSANDS = re.compile(r"[ \u00a0\u202f.,](?=\d{3}(?!\d))")
_AFTER = re.compile(
    rf"(?:(?P<least>{_NUMBER})\s*(?:k\s*)?(?:€|euros?)?\s*(?:à|et|-|–|to|and)\s*)?"
    rf"(?P<most>{_NUMBER})\s*(?:(?P<unit>k|K|mille|thousand|grand)\b\s*(?:€|£|euros?|pounds?|eur)?|(?:€|£|euros?\b|pounds?\b|eur\b))"
)
_BEFORE = re.compile(rf"[€£]\s*(?P<most>{_NUMBER})\s*(?P<unit>k|K)?\b")


@dataclass(frozen=True)
class Span:
    """From ``low`` to ``high``: euros or pounds for a sum, months (year × 12 + month) for a date."""

    low: float
    high: float

    def gap(self, other: "Span") -> float:
        """How far apart they are, 0 when they overlap."""
        return max(0.0, self.low - other.high, other.low - self.high)


Reader = Callable[[str, date], Span | None]


def amount(text: str, today: date) -> Span | None:
    """The one sum that ``text`` names, as ``15 k€``, ``15 000 euros``, ``10 à 15 k€`` or ``£15,000``.

    Nothing when it names several: which one is meant is then anyone's guess.
    """
    found = list(_sums(text))
    return found[0] if len(found) == 1 else None


def _sums(text: str) -> Iterator[Span]:
    place = 0
    while match := min(
        (each for each in (_AFTER.search(text, place), _BEFORE.search(text, place)) if each),
        key=lambda each: each.start(),
        default=None,
    ):
        parts = match.groupdict()
        factor = 1000 if parts.get("unit") else 1
        high = _value(parts["most"]) * factor
        low = _value(parts["least"]) * factor if parts.get("least") else high
        yield Span(min(low, high), high)
        place = match.end()


def _value(written: str) -> float:
    return float(_THOUSANDS.sub("", written).replace(",", "."))


_MONTHS = {
    name: number
    for names in (
        "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
        "january february march april may june july august september october november december",
    )
    for number, name in enumerate(names.split(), 1)
}
_AMBIGUOUS = r"(?:(?<=\bin )|(?<=\bby )|(?<=\bof )|(?<=\bbefore )|(?<=\buntil ))may"
"""Otherwise "may" is what may happen; in the same way, "a été" is no summer."""
_MONTH = re.compile(rf"\b({'|'.join(name for name in _MONTHS if name != 'may')}|{_AMBIGUOUS})\b(?:\s+(20\d\d))?")
_QUARTER = re.compile(r"\b[tq]([1-4])\b(?:\s+(20\d\d))?")
_SEASON = re.compile(r"\b(printemps|spring|rentree|(?:(?<=l['’])|(?<=\bcet )|(?<=\ben ))ete|summer|automne|autumn)\b")
_SEASONS = {"printemps": (3, 5), "spring": (3, 5), "ete": (6, 8), "summer": (6, 8), "rentree": (9, 9)}
_AUTUMN = (9, 11)
_SMALL = {
    "un": 1, "a": 1, "one": 1, "deux": 2, "two": 2, "trois": 3, "three": 3, "quatre": 4, "four": 4, "six": 6,
    "neuf": 9, "nine": 9, "douze": 12, "twelve": 12, "dix-huit": 18,
}  # fmt: skip
_DELAY = re.compile(
    rf"\b(?:dans|d['’]ici(?: a)?|sous|within|in)\s+(\d+|{'|'.join(_SMALL)})\s+(mois|months?|ans?|years?)\b"
)
_NEXT_YEAR = re.compile(r"\b(?:l['’]an(?:nee)? prochaine?|next year)\b")
_THIS_YEAR = re.compile(r"\b(?:cette annee|this year|fin d['’]annee|end of (?:the )?year)\b")
_YEAR = re.compile(r"\b(?:en|in)\s+(20\d\d)\b")
_NOT_BEFORE = re.compile(
    r"\b(?:pas|rien|jamais|not|nothing) (?:avant|before|until)\b|\b(?:a partir|from|apres|after)\b"
)
_BEFORE_THEN = re.compile(r"\b(?:avant|d['’]ici|au plus tard|pour|before|by|no later than)\b")


def deadline(text: str, today: date) -> Span | None:
    """When ``text`` says it will be, in months: ``avant fin mars`` is anything up to March, ``en 2027`` a whole year.

    A month without a year is the next one to come from ``today``.
    """
    plain = fold(text)
    now = today.year * 12 + today.month
    span = _named_month(plain, now) or _wider(plain, now)
    if span is None:
        return None
    if _NOT_BEFORE.search(plain):
        return Span(span.low, math.inf)
    if _BEFORE_THEN.search(plain):
        return Span(-math.inf, span.high)
    return span


def _named_month(plain: str, now: int) -> Span | None:
    if match := _MONTH.search(plain):
        month = _upcoming(_MONTHS[match[1]], match[2], now)
        return Span(month, month)
    if match := _QUARTER.search(plain):
        last = _upcoming(int(match[1]) * 3, match[2], now)
        return Span(last - 2, last)
    if match := _SEASON.search(plain):
        first, end = _SEASONS.get(match[1], _AUTUMN)
        last = _upcoming(end, None, now)
        return Span(last - (end - first), last)
    return None


def _wider(plain: str, now: int) -> Span | None:
    january = (now - 1) // 12 * 12 + 1
    if match := _DELAY.search(plain):
        count = _SMALL.get(match[1]) or int(match[1])
        month = now + count * (1 if match[2].startswith(("mo", "mois")) else 12)
        return Span(month, month)
    if _NEXT_YEAR.search(plain):
        return Span(january + 12, january + 23)
    if _THIS_YEAR.search(plain):
        return Span(now, january + 11)
    if match := _YEAR.search(plain):
        return Span(int(match[1]) * 12 + 1, int(match[1]) * 12 + 12)
    return None


def _upcoming(month: int, year: str | None, now: int) -> int:
    if year:
        return int(year) * 12 + month
    this_year = (now - 1) // 12 * 12 + month
    return this_year if this_year >= now else this_year + 12


READERS: dict[str, Reader] = {"amount": amount, "deadline": deadline}
