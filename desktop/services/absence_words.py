"""The days of an absence as a rep types them: "du 22 au 31 décembre", "3-7 août", "22/12 - 2/1", "lundi à vendredi"."""

import re
from datetime import date, datetime, timedelta

from desktop.errors import UserError
from desktop.i18n import Language, _, current
from desktop.services.natural_dates import understand
from desktop.services.natural_words import fold

_LEAD = re.compile(r"\s*(?:du|de|des|le|les|from|on|the)\s+")
_BETWEEN = re.compile(r"\s*(?:\bau\b|\bjusqu'au\b|\ba\b|\bto\b|\buntil\b|\btill\b|–|—|→|\s-\s)\s*|(?<=\d)\s*-\s*(?=\d)")
_ISO = re.compile(r"20\d\d-\d\d-\d\d")
_NUMBER = re.compile(r"(\d{1,2})\s*(?:er|st|nd|rd|th)?")
_TOO_LONG = 200
"""Days: longer than that, the year was not the one meant."""
_WEEK = re.compile(r"(?:la\s+)?semaine\s+prochaine|next\s+week")


def read_period(text: str, now: datetime, language: str = "fr") -> tuple[date, date]:
    """The first day and the last, both away. A single day is both. ``UserError`` when it says something else.

    A bare number takes the month of the other end; an absence that has begun keeps this year.
    """
    said = fold(text).strip().rstrip(".")
    if _WEEK.fullmatch(said):
        monday = now.date() + timedelta(days=7 - now.weekday())
        return monday, monday + timedelta(days=4)
    lead = _LEAD.match(said)
    parts = _split(said[lead.end() :] if lead else said)
    last = _day(parts[-1], now, language)
    if len(parts) == 1 or last is None:
        if last is None:
            raise UserError(_not_read())
        return last, last
    first = _first(parts[0], last, now, language)
    if first is not None and first > last:
        # "From Monday to Friday" on a Wednesday: the Friday that follows that Monday.
        last = _day(parts[1], datetime.combine(first, now.time()), language) or last
    if first is None or first > last:
        raise UserError(_not_read())
    return first, last


def written(first: date, last: date, language: Language | None = None) -> str:
    """``du 22 au 31 décembre 2026``: the first day without what both ends share. ``read_period`` reads it back."""
    language = language or current()
    if first == last:
        return language.gettext("on {date}").format(date=language.date(first))
    begins = language.date(first) if first.year != last.year else language.date(first, "short")
    if (first.year, first.month) == (last.year, last.month):
        begins = begins.split()[0]
    return language.gettext("from {first} to {last}").format(first=begins, last=language.date(last))


def _split(said: str) -> list[str]:
    if _ISO.search(said):
        days = _ISO.findall(said)
        return days[:2]
    return [part.strip() for part in _BETWEEN.split(said, maxsplit=1)]


def _first(said: str, last: date, now: datetime, language: str) -> date | None:
    number = _NUMBER.fullmatch(said)
    if number:
        day = int(number[1])
        month = last if day <= last.day else last.replace(day=1) - timedelta(days=1)
        try:
            return month.replace(day=day)
        except ValueError:
            return None
    day_said = _day(said, now, language)
    if day_said is not None and day_said > last and not re.search(r"20\d\d", said) and re.search(r"\d", said):
        earlier = day_said.replace(year=day_said.year - 1) if (day_said.month, day_said.day) != (2, 29) else None
        # It has begun: it is this year's, and not that of a year from now.
        return earlier if earlier is not None and (last - earlier).days < _TOO_LONG else day_said
    return day_said


def _day(said: str, now: datetime, language: str) -> date | None:
    found = understand(said, now, language)
    return found.due_local.date() if found is not None and not found.rest and not found.timed else None


def _not_read() -> str:
    return _("Write two days, such as “from 22 to 31 December” or 22/12 - 31/12.")
