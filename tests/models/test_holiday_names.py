"""Each of the eleven French public holidays has a name, and no other day has."""

from datetime import date, timedelta

import pytest

from desktop.i18n import Language
from desktop.models.holiday_names import holiday_name
from desktop.models.working_days import holidays


@pytest.mark.parametrize("year", [2026, 2027, 2038])
def test_every_holiday_and_no_other_day_is_named(year: int) -> None:
    days = [date(year, 1, 1) + timedelta(days=number) for number in range(365)]
    assert {day for day in days if holiday_name(day)} == holidays(year)
    assert len({holiday_name(day) for day in holidays(year)}) == 11


def test_in_the_language_of_the_screen() -> None:
    assert holiday_name(date(2026, 4, 6), Language("fr")) == "Lundi de Pâques"
    assert holiday_name(date(2026, 12, 25)) == "Christmas Day"
