"""The days that a prospect's deadlines mean: "fin janvier", "d'ici l'été", "the end of Q1", "in three months".

What a rep types after ``@`` to plan a follow-up is another language: this one reads what the prospect says of theirs.
"""

import calendar
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from desktop.models import spoken_numbers
from desktop.models.spoken_numbers import NUMBER


@dataclass(frozen=True)
class Period:
    """Where a period of time stands in the text, its first and last day, and how sure it is to be one to come."""

    start: int
    end: int
    first: date
    last: date
    ahead: bool = False
    """The words themselves say that it is to come: "l'an prochain", "dans trois mois"."""
    needs_before: bool = False
    """A bare day or weekday, which is a deadline only after "before" or "by"."""
    needs_word: bool = False
    """A name that is also another word ("may", "2030"), unless a preposition stands before it."""


_MONTH_NAMES = (
    "janvier|janv|january|jan", "fevrier|fevr|february|feb", "mars|march", "avril|avr|april|apr", "mai|may",
    "juin|june", "juillet|juil|july", "aout|august|aug", "septembre|september|sep", "octobre|oct|october",
    "novembre|nov|november", "decembre|dec|december",
)  # fmt: skip
_MONTHS = {name: place for place, names in enumerate(_MONTH_NAMES, 1) for name in names.split("|")}
_MONTH = r"\b(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b"
_YEAR = r"(?: (?P<year>20\d\d)\b)?"
_WEEKDAYS = {
    name: place
    for place, names in enumerate(
        ("lundi monday", "mardi tuesday", "mercredi wednesday", "jeudi thursday", "vendredi friday")
    )
    for name in names.split()
}
_END = (
    r"(?:(?:la |the )?(?P<part>fin|debut|mi|end|start|beginning|early|mid|late)[ -]"
    r"(?:de la |du mois de |du |de l'|de |d'|of the |of this |of )?)?"
)
_RANKS = {"premier": 1, "1er": 1, "first": 1, "deuxieme": 2, "second": 2, "2e": 2, "troisieme": 3, "third": 3, "3e": 3}
_RANKS |= {"quatrieme": 4, "fourth": 4, "dernier": 4, "last": 4, "4e": 4}
_RANK = "|".join(_RANKS)
_SPANS = {"jour": 1, "day": 1, "semaine": 7, "week": 7}


def periods(text: str, today: date) -> Iterator[Period]:
    """Every period named in ``text``, already folded, that has not ended by ``today``; they may overlap."""
    for pattern, read in _READERS:
        for match in pattern.finditer(text):
            try:
                found = read(match, today)
            except ValueError:  # the 31st of a month of thirty days
                continue
            if found is not None and found[1] >= today:
                first, last = found
                bare = read in _NEED_A_WORD and not match.groupdict().get("part")
                yield Period(match.start(), match.end(), first, last, read in _SURE, read in _NEED_BEFORE, bare)


def eve(day: date) -> date:
    """The last weekday before ``day``."""
    return back_to_weekday(day - timedelta(days=1))


def back_to_weekday(day: date) -> date:
    """``day``, or the Friday before when it falls on a weekend."""
    return day - timedelta(days=max(0, day.weekday() - 4))


def months_later(day: date, months: int) -> date:
    """The same day ``months`` months later, or the last one of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


Span = tuple[date, date]
Reader = Callable[["re.Match[str]", date], Span | None]


def _of_months(first: date, months: int) -> Span:
    last = months_later(first, months) - timedelta(days=1)
    return first, back_to_weekday(last)


def _part(part: str | None, span: Span) -> Span:
    first, last = span
    if part in ("fin", "end", "late"):
        return last, last
    if part in ("debut", "start", "beginning", "early"):
        return first, first + timedelta(days=9) if last - first < timedelta(days=32) else months_later(first, 1)
    if part in ("mi", "mid"):
        middle = first + timedelta(days=14) if last - first < timedelta(days=32) else first + (last - first) / 2
        return middle, middle
    return first, last


def _coming_year(month: int, year: str | None, today: date) -> int:
    return int(year) if year else today.year + (month < today.month)


def _month(match: re.Match[str], today: date) -> Span:
    month = _MONTHS[match["month"]]
    first = date(_coming_year(month, match["year"], today), month, 1)
    return _part(match["part"], _of_months(first, 1))


def _day(match: re.Match[str], today: date) -> Span:
    groups = match.groupdict()
    month = _MONTHS[groups["month"]] if groups.get("month") else int(match["number"])
    day = date(_coming_year(month, match["year"], today), month, int(match["day"]))
    if day < today and not match["year"]:
        day = date(day.year + 1, month, day.day)
    return day, day


def _bare_day(match: re.Match[str], today: date) -> Span:
    day = today.replace(day=int(match["day"]))
    day = day if day >= today else months_later(day, 1)
    return day, day


def _weekday(match: re.Match[str], today: date) -> Span:
    day = today + timedelta(days=(_WEEKDAYS[match["weekday"]] - today.weekday() - 1) % 7 + 1)
    return day, day


def _quarter(match: re.Match[str], today: date) -> Span:
    groups = match.groupdict()
    rank = int(groups["number"]) if groups.get("number") else _RANKS[match["rank"]]
    halves = bool(groups.get("half"))
    months = 6 if halves else 3
    rank = min(rank, 12 // months)
    month = (rank - 1) * months + 1
    year = int(match["year"]) if match["year"] else today.year + (month + months <= today.month)
    return _part(match["part"], _of_months(date(year, month, 1), months))


def _year(match: re.Match[str], today: date) -> Span:
    return _part(match["part"], _of_months(date(int(match["year"]), 1, 1), 12))


_SEASONS = {
    "printemps": (3, 20, 3), "spring": (3, 20, 3), "ete": (6, 21, 2), "summer": (6, 21, 2), "automne": (9, 22, 3),
    "autumn": (9, 22, 3), "hiver": (12, 21, 3), "winter": (12, 21, 3), "rentree": (9, 1, 0), "noel": (12, 24, 0),
    "christmas": (12, 24, 0), "nouvel an": (1, 1, 0), "new year": (1, 1, 0),
}  # fmt: skip


_SEASON = "|".join(_SEASONS)
_AFTER = r"(?: de septembre| prochaine?)?"


def _season(match: re.Match[str], today: date) -> Span:
    """Seasons begin on their usual day; summer is over when August is."""
    month, day, months = _SEASONS[match["season"]]
    first = date(today.year, month, day)
    if first < today:
        first = first.replace(year=today.year + 1)
    return first, months_later(first, months)


def _this(match: re.Match[str], today: date) -> Span:
    unit = match["unit"]
    if unit in ("semaine", "week"):
        friday = today + timedelta(days=4 - today.weekday())
        return friday, friday
    return (_containing(unit, today)[1],) * 2


def _containing(unit: str, day: date) -> Span:
    months = {"mois": 1, "month": 1, "trimestre": 3, "quarter": 3, "semestre": 6}.get(unit, 12)
    first = date(day.year, (day.month - 1) // months * months + 1, 1)
    return _of_months(first, months)


def _coming(match: re.Match[str], today: date) -> Span:
    unit = match["unit"]
    if unit in ("semaine", "week"):
        monday = today + timedelta(days=7 - today.weekday())
        return monday, monday + timedelta(days=4)
    _first, last = _containing(unit, today)
    return _containing(unit, last + timedelta(days=5))


def _lapse(match: re.Match[str], today: date) -> Span | None:
    count = spoken_numbers.read(match["count"]) if match["count"] not in ("a", "an") else 1
    unit = match["unit"].removesuffix("s") if match["unit"] != "mois" else "mois"
    if count is None or count > 120 or count != int(count):
        return None
    if unit in _SPANS:
        # "in two days" is when they are free; a project is not due then.
        days = int(count) * _SPANS[unit]
        return (today + timedelta(days=days),) * 2 if days >= 7 else None
    months = int(count) * {"mois": 1, "month": 1, "trimestre": 3, "quarter": 3}.get(unit, 12)
    return (months_later(today, months),) * 2


_UNIT = r"(?P<unit>jours?|semaines?|mois|trimestres?|ans?|annees?|days?|weeks?|months?|quarters?|years?)\b"
_WITHIN = r"\b(?:dans|d'ici|sous|within|in)(?: les| the next)?"
_NEXT = r"(?P<unit>semaine|mois|trimestre|semestre|an|annee|week|month|quarter|year)"
_READERS: tuple[tuple[re.Pattern[str], Reader], ...] = tuple(
    (re.compile(pattern), read)
    for pattern, read in (
        (rf"(?<!\d )(?<!\d/)(?<!\der ){_END}{_MONTH}{_YEAR}(?: prochaine?\b)?", _month),
        (rf"(?:\ble |\bthe )?\b(?P<day>\d{{1,2}})(?:er|st|nd|rd|th)?(?: of)? {_MONTH}{_YEAR}", _day),
        (rf"{_MONTH} (?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\d|[.,]\d)(?:,? (?P<year>20\d\d)\b)?", _day),
        (r"(?:\ble )?(?<![\d/])(?P<day>\d{1,2})/(?P<number>\d{1,2})(?:/(?P<year>20\d\d))?(?![\d/])", _day),
        (r"\b(?:le |the )(?P<day>\d{1,2})(?:er|st|nd|rd|th)?\b(?! ?[\d/h%]| [a-z]+ (?:mois|20\d\d))", _bare_day),
        (rf"\b(?P<weekday>{'|'.join(_WEEKDAYS)})\b(?: prochain)?", _weekday),
        (rf"\b{_END}[qt](?P<number>[1-4])\b{_YEAR}", _quarter),
        (rf"\b{_END}(?P<half>[sh])(?P<number>[12])\b{_YEAR}", _quarter),
        (rf"\b(?:le )?{_END}(?:the )?(?P<rank>{_RANK}) (?:trimestre|quarter)\b{_YEAR}", _quarter),
        (rf"\b(?:le )?{_END}(?:the )?(?P<rank>{_RANK}) (?P<half>semestre|half)\b{_YEAR}", _quarter),
        (rf"\b{_END}(?P<year>20\d\d)\b(?! ?(?:[€£$%]|k\b|h\b|euro|[a-z]+s\b))", _year),
        (rf"(?:\bl'|\ble |\bla |\bcet |\bthe |\bthis |\bnext |\b(?!ete))(?P<season>{_SEASON})\b{_AFTER}", _season),
        (r"\b(?:ce|this) (?P<unit>mois|trimestre|month|quarter)(?:-ci)?\b", _this),
        (r"\b(?:la )?fin (?:de l'|d'|du |de la |de )(?P<unit>annee|mois|trimestre|semestre|semaine)\b", _this),
        (r"\b(?:the )?end of (?:the |this )?(?P<unit>year|month|quarter|week)\b", _this),
        (r"\b(?P<unit>year|month|quarter)[- ]end\b", _this),
        (r"\beo(?P<unit>y)\b", _this),
        (rf"(?:\bl'|\ble |\bla |\b){_NEXT} prochaine?\b", _coming),
        (r"(?:\ble |\bau |\b)prochain (?P<unit>trimestre|semestre)\b", _coming),
        (rf"\bnext {_NEXT}\b", _coming),
        (
            rf"{_WITHIN} (?P<count>{NUMBER}|an?)(?: prochaine?s)? {_UNIT}",
            _lapse,
        ),
    )
)
_SURE = (_coming, _lapse)
_NEED_BEFORE = (_weekday, _bare_day)
_NEED_A_WORD = (_month, _quarter, _year, _season)
