"""One catalogue for screens and documents, and numbers, money and dates as each language writes them.

Screens use ``_`` in the language of the window; a document asks for its own ``Language``, since a proposal may be in
the customer's language whatever that of the screen. Source strings are English.
"""

import gettext
import locale
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal
from functools import cache

import babel
from babel import dates, numbers

from desktop.paths import resources

LANGUAGES = ("fr", "en")
DOMAIN = "boussole"
NARROW_SPACE = "\u202f"
NO_BREAK_SPACE = "\u00a0"


_DATES = {
    "long": "d MMMM y",  # 23 novembre 2026
    "full": "EEEE d MMMM y",  # lundi 23 novembre 2026
    "day": "EEEE d MMMM",  # lundi 23 novembre
    "short": "d MMM",  # 23 nov.
    "weekday": "EEE d MMM",  # lun. 23 nov.
}


@cache
def _catalogue(code: str) -> gettext.NullTranslations:
    return gettext.translation(DOMAIN, resources() / "locale", languages=[code], fallback=code == "en")


@dataclass(frozen=True)
class Language:
    """A language to speak: its words, and how it writes money, numbers and dates."""

    code: str

    @property
    def _locale(self) -> babel.Locale:
        # en_GB rather than en_US: day before month, as in the rest of Europe.
        return babel.Locale.parse("en_GB" if self.code == "en" else "fr_FR")

    def gettext(self, message: str) -> str:
        return _catalogue(self.code).gettext(message)

    def ngettext(self, one: str, many: str, count: int) -> str:
        return _catalogue(self.code).ngettext(one, many, count)

    def pgettext(self, context: str, message: str) -> str:
        return _catalogue(self.code).pgettext(context, message)

    def money(self, amount: Decimal, cents: bool = True) -> str:
        """``1 234,56 €`` in French, ``€1,234.56`` in English; half a cent is rounded up, never to even."""
        quantum = Decimal("0.01") if cents else Decimal(1)
        rounded = amount.quantize(quantum, rounding=ROUND_HALF_UP)
        pattern = self._money_pattern(cents)
        return str(numbers.format_currency(rounded, "EUR", pattern, self._locale, currency_digits=False))

    def _money_pattern(self, cents: bool) -> str:
        digits = "#,##0.00" if cents else "#,##0"
        return f"¤{digits}" if self.code == "en" else f"{digits}{NO_BREAK_SPACE}¤"

    def number(self, value: Decimal | int) -> str:
        """A plain number with the language's separators, no more decimals than needed."""
        return str(numbers.format_decimal(value, format="#,##0.###", locale=self._locale))

    def percent(self, value: Decimal) -> str:
        """``20 %`` / ``20%`` from ``Decimal(20)``; ``5,5 %`` from ``Decimal("5.5")``."""
        digits = numbers.format_decimal(value, format="#,##0.##", locale=self._locale)
        return f"{digits}{NO_BREAK_SPACE}%" if self.code == "fr" else f"{digits}%"

    def date(self, day: date, form: str = "long") -> str:
        """A date as ``form`` says, one of ``_DATES``: never a bare 11/12, which two countries read differently."""
        text = str(dates.format_date(day, _DATES[form], locale=self._locale))
        # French counts the first of a month, and only the first.
        return re.sub(r"(?<!\d)1 ", "1er ", text, count=1) if self.code == "fr" and day.day == 1 else text

    def time(self, moment: datetime | time) -> str:
        """``10:30``; in French as in English, twenty-four hours."""
        return str(dates.format_time(moment, "HH:mm", locale=self._locale))


_current = Language("en")


def use(code: str) -> None:
    """Choose the language of the screens; an unknown code means English."""
    global _current
    _current = Language(code if code in LANGUAGES else "en")


def current() -> Language:
    """The language of the screens."""
    return _current


def system_language() -> str:
    """``fr`` where the system speaks French, otherwise ``en``."""
    code = locale.getlocale()[0] or ""
    return "fr" if code.lower().startswith(("fr", "french")) else "en"


def _(message: str) -> str:
    """``message`` in the language of the screens."""
    return _current.gettext(message)


def ngettext(one: str, many: str, count: int) -> str:
    """``one`` or ``many`` in the language of the screens, by its own rule for plurals."""
    return _current.ngettext(one, many, count)


def pgettext(context: str, message: str) -> str:
    """Like ``_``, with a context for words that one language writes alike and another does not."""
    return _current.pgettext(context, message)


Translate = Callable[[str], str]
