"""Amounts as a rep types them, on a screen or in a sheet: "1 234,56", "13400", "13 400,00 €", and back."""

import re
from decimal import Decimal

from desktop.errors import UserError
from desktop.i18n import Language, _, current

LARGEST = Decimal(10) ** 9
_SPACES = re.compile(r"[\s\u00a0\u202f']")


def read_number(text: str, *, largest: Decimal = LARGEST) -> Decimal:
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


def written_price(value: Decimal, language: Language | None = None) -> str:
    """A price in a field: to the cent, without its sign."""
    return (language or current()).money(value).replace("€", "").strip(" \u00a0\u202f")
