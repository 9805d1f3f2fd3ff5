"""What each French public holiday is called, so that a closed day of the week says why."""

from collections.abc import Callable
from datetime import date

from dateutil.easter import easter

from desktop.i18n import Language, current

_easter: Callable[[int], date] = easter


def holiday_name(day: date, language: Language | None = None) -> str:
    """``Noël``, ``Lundi de Pâques``…; "" for a day that is no public holiday."""
    pgettext = (language or current()).pgettext
    fixed = {
        (1, 1): pgettext("holiday", "New Year’s Day"),
        (5, 1): pgettext("holiday", "Labour Day"),
        (5, 8): pgettext("holiday", "Victory Day"),
        (7, 14): pgettext("holiday", "Bastille Day"),
        (8, 15): pgettext("holiday", "Assumption"),
        (11, 1): pgettext("holiday", "All Saints’ Day"),
        (11, 11): pgettext("holiday", "Armistice Day"),
        (12, 25): pgettext("holiday", "Christmas Day"),
    }
    if (day.month, day.day) in fixed:
        return fixed[day.month, day.day]
    after_easter = {
        1: pgettext("holiday", "Easter Monday"),
        39: pgettext("holiday", "Ascension Day"),
        50: pgettext("holiday", "Whit Monday"),
    }
    return after_easter.get((day - _easter(day.year)).days, "")
