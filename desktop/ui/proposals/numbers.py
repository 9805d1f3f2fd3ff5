"""Amounts and dates as a rep types them: "1 234,56", "13400", "13 400,00 €", "29/01/2027", and back."""

import re
from datetime import date
from decimal import Decimal

from desktop.errors import UserError
from desktop.i18n import _, current

_SPACES = re.compile(r"[\s\u00a0\u202f']")
_LARGEST = Decimal(10) ** 9


def read_number(text: str, *, largest: Decimal = _LARGEST) -> Decimal:
    """The number written in ``text``; an empty text is 0. ``UserError`` says what to write instead."""
    bare = _SPACES.sub("", text).removesuffix("€").removesuffix("%").removeprefix("€")
    if not bare:
        return Decimal(0)
    # With both signs, the last one is the decimal mark: 1.234,56 and 1,234.56 are the same amount.
    mark = max(bare.rfind(","), bare.rfind("."))
    if mark >= 0 and {",", "."} <= set(bare):
        bare = re.sub("[.,]", "", bare[:mark]) + "." + bare[mark + 1 :]
    bare = bare.replace(",", ".")
    if not re.fullmatch(r"[0-9]{1,30}(\.[0-9]{0,30})?|\.[0-9]{1,30}", bare):
        raise UserError(_("Write a number, such as {example}.").format(example=current().number(Decimal("1234.56"))))
    value = Decimal(bare)
    if value > largest:
        raise UserError(_("This number is too large: {largest} at most.").format(largest=current().number(largest)))
    return value


def read_percent(text: str) -> Decimal:
    """A percentage, 0 to 100."""
    return read_number(text, largest=Decimal(100))


def written(value: Decimal) -> str:
    """A quantity or a percentage in a field: no more decimals than needed."""
    return current().number(value)


def written_price(value: Decimal) -> str:
    """A price in a field: to the cent, without its sign."""
    return current().money(value).replace("€", "").strip(" \u00a0\u202f")


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
