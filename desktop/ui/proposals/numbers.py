"""Dates as a rep types them: "29/01/2027", "29/1", "2027-01-29", and back; amounts are those of the services."""

import re
from datetime import date

from desktop.errors import UserError
from desktop.i18n import _
from desktop.services.amounts import read_number as read_number
from desktop.services.amounts import read_percent as read_percent
from desktop.services.amounts import written as written
from desktop.services.amounts import written_price as written_price


def read_date(text: str, today: date) -> date | None:
    """The day written in ``text``: 29/01/2027, 29.1.27, 29/1 (the next one) or 2027-01-29; none when empty."""
    bare = text.strip()
    if not bare:
        return None
    try:
        if found := re.fullmatch(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})", bare):
            return date(*(int(part) for part in found.groups()))
        if found := re.fullmatch(r"([0-9]{1,2})[/. -]([0-9]{1,2})(?:[/. -]([0-9]{2}|[0-9]{4}))?", bare):
            return _dated(int(found[1]), int(found[2]), found[3], today)
    except ValueError as error:
        raise UserError(_("This day does not exist in the calendar.")) from error
    raise UserError(_("Write a day, such as {example}.").format(example=written_date(today)))


def _dated(day: int, month: int, year: str | None, today: date) -> date:
    if year:
        return date(int(year) if len(year) == 4 else 2000 + int(year), month, day)
    this_year = date(today.year, month, day)
    return this_year if this_year >= today else date(today.year + 1, month, day)


def written_date(day: date | None) -> str:
    """A day in a field: 29/01/2027; empty for none."""
    return f"{day:%d/%m/%Y}" if day else ""
