"""The days that words mean, said on Monday 23 November 2026."""

from datetime import date

import pytest

from desktop.models.spoken_dates import back_to_weekday, eve, months_later, periods

MONDAY = date(2026, 11, 23)


def longest(text: str) -> tuple[date, date]:
    found = max(periods(text, MONDAY), key=lambda each: each.end - each.start)
    return found.first, found.last


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("fin janvier", "2027-01-29", "2027-01-29"),
        ("debut fevrier", "2027-02-01", "2027-02-10"),
        ("mi-mars", "2027-03-15", "2027-03-15"),
        ("novembre", "2026-11-01", "2026-11-30"),
        ("le 1er mars 2028", "2028-03-01", "2028-03-01"),
        ("le 12 novembre", "2027-11-12", "2027-11-12"),
        ("march 15", "2027-03-15", "2027-03-15"),
        ("15/3", "2027-03-15", "2027-03-15"),
        ("le 20", "2026-12-20", "2026-12-20"),
        ("vendredi", "2026-11-27", "2026-11-27"),
        ("monday", "2026-11-30", "2026-11-30"),
        ("t1", "2027-01-01", "2027-03-31"),
        ("q4", "2026-10-01", "2026-12-31"),
        ("second semestre 2027", "2027-07-01", "2027-12-31"),
        ("l'ete", "2027-06-21", "2027-08-21"),
        ("la rentree", "2027-09-01", "2027-09-01"),
        ("la fin de l'annee", "2026-12-31", "2026-12-31"),
        ("eoy", "2026-12-31", "2026-12-31"),
        ("le mois prochain", "2026-12-01", "2026-12-31"),
        ("next week", "2026-11-30", "2026-12-04"),
        ("l'an prochain", "2027-01-01", "2027-12-31"),
        ("dans trois mois", "2027-02-23", "2027-02-23"),
        ("d'ici un an", "2027-11-23", "2027-11-23"),
        ("sous 15 jours", "2026-12-08", "2026-12-08"),
    ],
)
def test_periods(text: str, first: str, last: str) -> None:
    assert longest(text) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("text", ["mars 2020", "le 31 fevrier", "dans deux jours", "45/12", "en 2019", "dans 900 mois"])
def test_what_has_passed_or_does_not_exist(text: str) -> None:
    assert list(periods(text, MONDAY)) == []


def test_days_of_work() -> None:
    assert eve(date(2027, 6, 21)) == date(2027, 6, 18)
    assert back_to_weekday(date(2027, 1, 31)) == date(2027, 1, 29)
    assert months_later(date(2027, 1, 31), 1) == date(2027, 2, 28)
