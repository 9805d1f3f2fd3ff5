"""Dates and hours as a rep types them in the middle of a call, in French or in English: "ven 10h", "in 2 weeks".

Precision before recall: what could be something else ("10 personnes", "le budget 2027") is no date.
"""

import re
import unicodedata
from datetime import datetime, time, timedelta
from typing import NamedTuple

from desktop.models.working_days import PLAIN, Calendar
from desktop.services.followups import USUAL_HOUR
from desktop.services.natural_days import Day, day_at
from desktop.services.natural_hours import hour_after, in_part_of_day
from desktop.services.natural_words import UNITS, fold, one_of


class Understood(NamedTuple):
    """A wall clock, the words after it, and whether these said an hour or left the usual one."""

    due_local: datetime
    rest: str
    timed: bool


_WHILE = rf"(?!\s+\w+\s*(?:{one_of(UNITS)})\b)"
_LEAD = re.compile(rf"\s*(?:(?:pour|for|d'ici(?:\s+(?:a|au)\b)?{_WHILE}|by|des|avant(?=\s+(?:la\s+)?fin\b))\s+)?")
_GAP = re.compile(r"\s*,?\s*")
_SEPARATOR = re.compile(r"[\s,;:.]*(?:[-–—]\s+)?")
_CLOSING = re.compile(r"\s+(?:a|at)\s+(?=\d|midi\b|noon\b)")
"""The hour may also close the sentence: "ven valider le budget à 10h"."""
_LATEST = 20
"""The hour after which "today" has no more room for a call."""


def understand(text: str, now: datetime, language: str = "fr", worked: Calendar = PLAIN) -> Understood | None:
    """The date with which ``text`` begins, and the rest; ``None`` when it begins with none, or with an impossible one.

    Both languages are read whatever ``language`` is: it only decides for the short forms of weekdays that are words
    in the other one. A relative date falls on a working day ("demain" on a Friday is Monday), but a Saturday that is
    named is meant. A date of the calendar is kept as said, even on a Sunday, even past. Without an hour it is the
    usual one; an hour of today that is past is that of the next working day. ``now`` is the rep's wall clock, and
    ``worked`` the days on which they work.
    """
    said = unicodedata.normalize("NFC", text)
    folded, now = fold(said), now.replace(tzinfo=None, second=0, microsecond=0)
    start = _skip(_LEAD, folded, 0)
    first = hour_after(folded, start, after_day=False)
    day_start = _skip(_GAP, folded, first.end) if first else start
    match = day_at(folded, day_start, now, language, worked)
    if match.impossible or (match.day is None and first is None):
        return None
    end = match.end if match.day else first.end if first else start
    hour = first
    if match.day is not None and first is None:
        hour = hour_after(folded, end)
        end = hour.end if hour else end
    rest = said[_skip(_SEPARATOR, folded, end) :].strip()
    at, vague = (hour.at, hour.vague) if hour else (None, True)
    if vague:
        closing, rest = _closing_hour(rest)
        at, vague = (closing, False) if closing else (at, vague)
    timed = not vague or (match.day is not None and match.day.moment is not None)
    return Understood(_moment(match.day, at, vague, now, worked), rest, timed)


def _skip(pattern: re.Pattern[str], text: str, start: int) -> int:
    found = pattern.match(text, start)
    return found.end() if found else start


def _closing_hour(rest: str) -> tuple[time | None, str]:
    folded = fold(rest)
    for lead in _CLOSING.finditer(folded):
        hour = hour_after(folded, lead.start())
        if hour is not None and hour.end == len(rest):
            return hour.at, rest[: lead.start()].rstrip(" ,")
    return None, rest


def _moment(day: Day | None, hour: time | None, vague: bool, now: datetime, worked: Calendar) -> datetime:
    """``vague``: no precise hour was said, at most a part of the day."""
    if day is None:
        assert hour is not None
        due = datetime.combine(now.date(), hour)
        return due if due > now and worked.works(due.date()) else _next_day(now, hour, worked)
    if day.moment is not None:
        return day.moment
    at = in_part_of_day(hour, day.hour) if hour else day.hour
    if day.date != now.date():
        return datetime.combine(day.date, at or USUAL_HOUR)
    due = datetime.combine(day.date, at or USUAL_HOUR)
    if due > now or (day.fixed and at is not None):
        return due
    return _later_today(now, day.fixed, worked) if vague else _next_day(now, due.time(), worked)


def _next_day(now: datetime, hour: time, worked: Calendar) -> datetime:
    return datetime.combine(worked.first(now.date() + timedelta(days=1)), hour)


def _later_today(now: datetime, fixed: bool, worked: Calendar) -> datetime:
    """The next full hour at least half an hour away; in the evening, the next working day."""
    due = (now + timedelta(minutes=89)).replace(minute=0)
    if due.date() == now.date() and (fixed or due.hour <= _LATEST):
        return due
    return datetime.combine(now.date(), USUAL_HOUR) if fixed else _next_day(now, USUAL_HOUR, worked)
