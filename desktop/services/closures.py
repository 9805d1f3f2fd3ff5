"""The days when the company is closed, every year: kept with its other particulars, read before dates are counted."""

import re
from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any

from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.i18n import _, current
from desktop.models.settings import Company
from desktop.models.working_days import MOST_CLOSED, Calendar, Closure, days_closed
from desktop.services import settings
from desktop.services.natural_dates import understand

MOST = 20
"""Closures that a company may have: more is a file gone wrong."""
_LEAP_YEAR = 2028
"""In which every day of any year is a day."""
_NUMBERS = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})")
_NAMED = re.compile(r"\d{1,2}\s*(?:er|st|nd|rd|th)?\s+[^\W\d]+\.?|[^\W\d]+\.?\s+\d{1,2}(?:st|nd|rd|th)?")


def read(raw: object) -> tuple[Closure, ...]:
    """What ``Company.closures`` says. ``UserError`` when it does not say closures, or hardly leaves a day to work."""
    if not isinstance(raw, list) or len(raw) > MOST:
        raise UserError(_unreadable())
    closures = tuple(_closure(each) for each in raw)
    if days_closed(closures) > MOST_CLOSED:
        raise UserError(_too_long())
    return closures


def calendar_of(company: Company | None) -> Calendar:
    """The days worked; closures that cannot be read are left out here, and said where they are written."""
    try:
        return Calendar(read(company.closures)) if company is not None else Calendar()
    except UserError:
        return Calendar()


def save(session: Session, closures: Sequence[Closure], *, now: datetime) -> list[Any]:
    """Write the closures, in the order given. Returns what was kept before, for undo."""
    if days_closed(tuple(closures)) > MOST_CLOSED:
        raise UserError(_too_long())
    if len(closures) > MOST:
        raise UserError(_("{count} closures at most.").format(count=MOST))
    company = settings.company(session)
    before = list(company.closures) if company is not None else []
    settings.save_company(session, now=now, closures=[_plain(each) for each in closures])
    return before


def put_back(session: Session, before: list[Any], *, now: datetime) -> None:
    """Undo ``save``, whatever was kept."""
    settings.save_company(session, now=now, closures=before)


def read_day(text: str) -> tuple[int, int]:
    """The month and the day typed: 24/12, "24 décembre", "Aug 1". A year is refused: closures come back each year."""
    numbers = _NUMBERS.fullmatch(text.strip())
    try:
        if numbers:
            day = date(_LEAP_YEAR, int(numbers[2]), int(numbers[1]))
            return day.month, day.day
    except ValueError as error:
        raise UserError(_("This day does not exist in the calendar.")) from error
    named = _NAMED.fullmatch(text.strip())
    said = understand(text, datetime.combine(date(_LEAP_YEAR, 1, 1), time.min), current().code) if named else None
    if said is None or said.rest:
        raise UserError(_("Write a day and a month, such as {example}.").format(example=written_day((8, 1))))
    return said.due_local.month, said.due_local.day


def written_day(day: tuple[int, int]) -> str:
    """``1er août``: how a field shows it, and what ``read_day`` reads back."""
    return current().date(date(_LEAP_YEAR, *day), "short")


def _plain(closure: Closure) -> dict[str, str]:
    return {"from": _written(closure.first), "to": _written(closure.last), "name": closure.name}


def _written(day: tuple[int, int]) -> str:
    return f"{day[0]:02d}-{day[1]:02d}"


def _closure(raw: object) -> Closure:
    if not isinstance(raw, dict) or not raw.keys() <= {"from", "to", "name"}:
        raise UserError(_unreadable())
    name = raw.get("name", "")
    if not isinstance(name, str):
        raise UserError(_unreadable())
    return Closure(_month_day(raw.get("from")), _month_day(raw.get("to")), name)


def _month_day(raw: object) -> tuple[int, int]:
    try:
        day = date.fromisoformat(f"{_LEAP_YEAR}-{raw}") if isinstance(raw, str) and len(raw) == 5 else None
    except ValueError:
        day = None
    if day is None:
        raise UserError(_unreadable())
    return day.month, day.day


def _unreadable() -> str:
    return _("The closures kept here cannot be read. They are left as they are, and no date counts with them.")


def _too_long() -> str:
    return _("Closed more than half of the year: no date could be counted.")
