"""A cell of the catalogue, read and written: every refusal is a sentence that says what to write instead."""

from collections.abc import Callable, Mapping
from datetime import date, time, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Any

from desktop.errors import UserError
from desktop.i18n import LANGUAGES, Language, _, current
from desktop.models.catalogue import Billing
from desktop.models.need_kinds import NeedKind
from desktop.models.need_kinds import label as need_label
from desktop.models.sectors import folded, heading_key, split_sectors
from desktop.services.amounts import read_number
from desktop.services.sheet_reading import Cell, Odd, Share
from desktop.services.sheet_writing import Written, clean

LONGEST_LINE, LONGEST_TEXT = 300, 20_000
_CENT = Decimal("0.01")
_HUGE = Decimal(10) ** 15
Read = Callable[[Cell], Any]
Write = Callable[[Any, Language], Written]


def billing_label(billing: Billing, language: Language | None = None) -> str:
    """``une fois``, ``par mois``, ``par an``."""
    pgettext = (language or current()).pgettext
    labels = {
        Billing.ONCE: pgettext("billing", "once"),
        Billing.MONTHLY: pgettext("billing", "a month"),
        Billing.YEARLY: pgettext("billing", "a year"),
    }
    return labels[billing]


# Reading a cell


def _words(cell: Cell) -> str:
    """The text of a cell. ``UserError`` when it holds something that is no text."""
    if cell is None:
        return ""
    if isinstance(cell, Odd) and cell.what == "formula":
        raise UserError(_("It is a formula: paste its value instead."))
    if isinstance(cell, Odd):
        raise UserError(_("The spreadsheet shows an error there."))
    if isinstance(cell, date | time | timedelta):
        raise UserError(_("It is a date: format this cell as text, and write it again."))
    if isinstance(cell, bool):
        return write_yes(cell, current())
    if isinstance(cell, Share):
        return f"{_plain(cell.part * 100)} %"
    return _plain(cell) if isinstance(cell, Decimal) else clean(cell).strip()


def _plain(number: Decimal) -> str:
    if abs(number) >= _HUGE:
        return f"{number:f}"
    # Sheets count in binary: 0.1 + 0.2 is shown as 0.3 there.
    rounded = round(number, 9).normalize()
    return f"{rounded:f}" if rounded else "0"


def read_line(cell: Cell) -> str:
    """One line of text."""
    return _no_longer(" ".join(_words(cell).split()), LONGEST_LINE)


def read_text(cell: Cell) -> str:
    """A text of several lines."""
    return _no_longer(_words(cell), LONGEST_TEXT)


def _no_longer(text: str, most: int) -> str:
    if len(text) > most:
        raise UserError(_("This text is too long: {most} signs at most.").format(most=current().number(most)))
    return text


def read_price(cell: Cell) -> Decimal:
    """Euros, to the cent; an empty cell is 0."""
    if isinstance(cell, Share):
        raise UserError(_("It is a percentage: a price is expected."))
    price = read_number(_words(cell))
    if price != price.quantize(_CENT):
        raise UserError(_("“{text}” can be read in two ways: write a price to the cent.").format(text=_words(cell)))
    return price.quantize(_CENT)


def read_rate(cell: Cell) -> Decimal:
    """A VAT rate in percent; the ordinary one when nothing is written."""
    text = _words(cell)
    rate = read_number(text) if text else Decimal(20)
    if 0 < rate < 1:
        raise UserError(_("Write the rate in percent: {right} rather than {wrong}.").format(right=20, wrong=text))
    if rate > 100:
        raise UserError(_("A percentage lies between 0 and 100."))
    return rate


def read_days(cell: Cell) -> int:
    """A whole number of working days."""
    days = read_number(_words(cell))
    if days != days.to_integral_value():
        raise UserError(_("A whole number of days is expected."))
    return int(days)


def read_truth(cell: Cell) -> bool:
    """Yes or no, in either language; nothing is no."""
    word = folded(_words(cell))
    if word in ("", "0", "non", "no", "n", "faux", "false"):
        return False
    if word in ("1", "x", "oui", "yes", "o", "y", "vrai", "true"):
        return True
    raise UserError(_("“{text}” is not understood: write yes or no.").format(text=_words(cell)))


def read_sectors(cell: Cell) -> list[str]:
    """Sectors, each once."""
    return split_sectors(read_text(cell))


def read_needs(cell: Cell) -> list[str]:
    """Values of ``NeedKind``, from their labels in either language."""
    words = split_sectors(read_text(cell))
    chosen = {_one_of(NeedKind, word, need_label) for word in words if word}
    return [kind.value for kind in NeedKind if kind in chosen]


def _one_of(kinds: Any, text: str, label: Callable[..., str], aliases: Mapping[str, Any] | None = None) -> Any:
    """The member that a text names, in either language or by its value."""
    found = {heading_key(alias): kind for alias, kind in (aliases or {}).items()}
    for kind in kinds:
        found[heading_key(kind.value)] = kind
        found |= {heading_key(label(kind, Language(code))): kind for code in LANGUAGES}
    key = heading_key(text)
    if key in found:
        return found[key]
    choices = ", ".join(label(kind) for kind in kinds)
    raise UserError(_("“{text}” is not understood: expected one of {choices}.").format(text=text, choices=choices))


def member(kinds: type[StrEnum], label: Callable[..., str], usual: StrEnum, **aliases: StrEnum) -> Read:
    """A reader of the members of ``kinds``, by their labels in either language; ``usual`` when nothing is written."""

    def read(cell: Cell) -> Any:
        text = read_line(cell)
        return _one_of(kinds, text, label, aliases) if text else usual

    return read


def read_language(cell: Cell) -> str:
    """``fr`` or ``en``."""
    word = folded(read_line(cell))
    known = {"fr": "fr", "francais": "fr", "french": "fr", "en": "en", "anglais": "en", "english": "en"}
    if word not in known:
        raise UserError(_("“{text}” is not a language of the catalogue: write fr or en.").format(text=read_line(cell)))
    return known[word]


# Writing one


def write_same(value: Any, _language: Language) -> Written:
    """As it is."""
    return value if isinstance(value, str | int) else str(value)


def write_number(value: Any, _language: Language) -> Written:
    """A number with no more decimals than needed."""
    return Decimal(_plain(value))


def write_money(value: Any, _language: Language) -> Written:
    """Euros, with their cents."""
    return Decimal(value).quantize(_CENT)


def write_yes(value: Any, language: Language) -> str:
    """Yes or no, in words."""
    return language.gettext("yes") if value else language.gettext("no")


def write_list(value: Any, _language: Language) -> str:
    """Words, side by side."""
    return ", ".join(value)


def write_needs(value: Any, language: Language) -> str:
    """Kinds of need, by their labels."""
    return ", ".join(need_label(NeedKind(kind), language) for kind in value)
