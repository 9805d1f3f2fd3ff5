"""When something took place, as a rep types it afterwards: "hier 14h", "vendredi dernier", "2 days ago", "12/11".

Precision before recall, as in ``natural_dates``: a day of the week alone begins many a sentence, and is no date.
"""

import re
import unicodedata
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from desktop.services.natural_hours import hour_after
from desktop.services.natural_words import MONTHS, NUMBERS, UNITS, WEEKDAYS, fold, one_of

_NAMED = {
    "avant-hier": 2,
    "avant hier": 2,
    "hier": 1,
    "yesterday": 1,
    "aujourd'hui": 0,
    "today": 0,
    "ce matin": 0,
    "this morning": 0,
    "ce midi": 0,
    "cet apres-midi": 0,
    "this afternoon": 0,
}
_HOURS = {
    "ce matin": time(9),
    "this morning": time(9),
    "ce midi": time(12),
    "cet apres-midi": time(14),
    "this afternoon": time(14),
}
_COUNT = rf"(?P<n>\d{{1,2}}|{one_of(NUMBERS)})"
_SPANS = {name: unit for name, unit in UNITS.items() if unit in ("days", "weeks", "months") and len(name) > 2}
_UNIT = rf"(?P<unit>{one_of(_SPANS)})"
_DAYS = one_of(WEEKDAYS)
_RULES = {
    "named": re.compile(rf"(?P<name>{one_of(_NAMED)})(?!\w)"),
    "ago": re.compile(
        rf"(?:il y a {_COUNT} {_UNIT}|(?P<m>\d{{1,2}}|{one_of(NUMBERS)}) (?P<per>days?|weeks?|months?) ago)\b"
    ),
    "last": re.compile(rf"(?:(?:le )?(?P<day>{_DAYS})\.? dernier|last (?P<late>{_DAYS}))\b"),
    "timed": re.compile(rf"(?P<day>{_DAYS})\b(?=\.?,? (?:a |at )?\d{{1,2}} ?(?:h|:|am|pm))"),
    "digits": re.compile(r"(?:le )?(?P<d>[0-3]?\d)/(?P<month>[01]?\d)(?:/(?P<year>(?:20)?\d\d))?(?![\w/])"),
    "month": re.compile(rf"(?:le )?(?P<d>[0-3]?\d)(?:er)? (?P<name>{one_of(MONTHS)})\b(?: (?P<year>20\d\d))?"),
}
_SEPARATOR = re.compile(r"[\s,;:.]*(?:[-–—]\s+)?")


class Happened(NamedTuple):
    """A wall clock that is past, or today's, and the words after it."""

    at_local: datetime
    rest: str


def past_moment(text: str, now: datetime) -> Happened | None:
    """The past day with which ``text`` begins, its hour when one follows, and the rest; ``None`` when there is none.

    ``now`` is the rep's wall clock. A day without an hour is at noon, or now when it is today.
    """
    said = unicodedata.normalize("NFC", text)
    folded, now = fold(said), now.replace(tzinfo=None, second=0, microsecond=0)
    start = len(said) - len(said.lstrip())
    for kind, pattern in _RULES.items():
        found = pattern.match(folded, start)
        day = _day(kind, found, now.date()) if found else None
        if found is None or day is None:
            continue
        hour = hour_after(folded, found.end())
        if kind == "timed" and hour is None:
            continue
        end = hour.end if hour else found.end()
        at = hour.at if hour else _HOURS.get(found.groupdict().get("name") or "")
        if at is None:
            at = now.time() if day == now.date() else time(12)
        if kind == "timed" and datetime.combine(day, at) > now:
            day -= timedelta(weeks=1)
        gap = _SEPARATOR.match(folded, end)
        return Happened(datetime.combine(day, at), said[gap.end() if gap else end :].strip())
    return None


def _day(kind: str, found: re.Match[str], today: date) -> date | None:
    said = found.groupdict()
    if kind == "named":
        return today - timedelta(days=_NAMED[said["name"]])
    if kind == "ago":
        count, unit = said["n"] or said["m"], said["unit"] or said["per"]
        number = NUMBERS.get(count) or int(count)
        days = {"days": 1, "weeks": 7, "months": 30}[UNITS[unit]]
        return today - timedelta(days=number * days)
    if kind in ("last", "timed"):
        number = WEEKDAYS[said.get("late") or said["day"]]
        back = (today.weekday() - number) % 7
        return today - timedelta(days=back or (7 if kind == "last" else 0))
    month = MONTHS[said["name"]] if kind == "month" else int(said["month"])
    return _latest(int(said["d"]), month, said["year"], today)


def _latest(day: int, month: int, year: str | None, today: date) -> date | None:
    """That day of the year said, otherwise the last one that there was."""
    try:
        if year:
            return date(int(year) % 100 + 2000, month, day)
        this = date(today.year, month, day)
        return this if this <= today else date(today.year - 1, month, day)
    except ValueError:
        return None
