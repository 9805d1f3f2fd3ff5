"""The days that are worked, in France and in a company that closes."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.working_days import (
    PLAIN,
    Calendar,
    Closure,
    days_closed,
    holidays,
    is_working_day,
)

DAYS = st.dates(date(2020, 1, 1), date(2060, 12, 31))
AUGUST = Closure((8, 1), (8, 31), "août")
NEW_YEAR = Closure((12, 24), (1, 2), "fêtes")
MONTH_DAYS = st.dates(date(2028, 1, 1), date(2028, 12, 31)).map(lambda day: (day.month, day.day))


@pytest.mark.parametrize(
    ("day", "worked"),
    [
        (date(2026, 4, 6), date(2026, 4, 7)),  # Easter Monday
        (date(2026, 5, 14), date(2026, 5, 15)),  # Ascension
        (date(2026, 5, 25), date(2026, 5, 26)),  # Whit Monday
        (date(2026, 11, 28), date(2026, 11, 30)),  # a Saturday
        (date(2027, 1, 1), date(2027, 1, 4)),  # a holiday, then the weekend
        (date(2026, 11, 23), date(2026, 11, 23)),
    ],
)
def test_days_that_are_not_worked_give_way(day: date, worked: date) -> None:
    assert PLAIN.first(day) == worked


@given(DAYS)
def test_a_working_day_is_the_first_one_from_there(day: date) -> None:
    found = PLAIN.first(day)
    between = [day + timedelta(days=place) for place in range((found - day).days)]
    assert is_working_day(found)
    assert not any(is_working_day(each) for each in between)
    assert len(between) <= 5


@given(DAYS, st.integers(0, 30))
def test_adding_working_days_counts_only_those(day: date, count: int) -> None:
    end = PLAIN.after(day, count)
    passed = [day + timedelta(days=place + 1) for place in range((end - day).days)]
    assert sum(map(is_working_day, passed)) == count


@given(st.integers(1990, 2090))
def test_there_are_eleven_holidays_a_year_unless_two_fall_together(year: int) -> None:
    assert 10 <= len(holidays(year)) <= 11


@pytest.mark.parametrize(
    ("closure", "day", "closed"),
    [
        (AUGUST, date(2026, 7, 31), False),
        (AUGUST, date(2026, 8, 1), True),
        (AUGUST, date(2031, 8, 31), True),
        (AUGUST, date(2031, 9, 1), False),
        (NEW_YEAR, date(2026, 12, 23), False),
        (NEW_YEAR, date(2026, 12, 24), True),
        (NEW_YEAR, date(2027, 1, 2), True),
        (NEW_YEAR, date(2027, 1, 3), False),
        (Closure((2, 29), (3, 5)), date(2027, 2, 28), False),
        (Closure((2, 29), (3, 5)), date(2027, 3, 1), True),
        (Closure((2, 20), (2, 29)), date(2027, 2, 28), True),
        (Closure((2, 20), (2, 29)), date(2028, 2, 29), True),
        (Closure((2, 20), (2, 29)), date(2027, 3, 1), False),
    ],
)
def test_a_closure_comes_back_every_year(closure: Closure, day: date, closed: bool) -> None:
    assert closure.holds(day) is closed


def test_a_leap_day_alone_closes_one_year_in_four() -> None:
    closure = Closure((2, 29), (2, 29))
    closed = [day for number in range(1461) if closure.holds(day := date(2027, 1, 1) + timedelta(days=number))]
    assert closed == [date(2028, 2, 29)]


@given(MONTH_DAYS, MONTH_DAYS)
def test_closures_take_the_days_that_they_hold(first: tuple[int, int], last: tuple[int, int]) -> None:
    count = days_closed((Closure(first, last),))
    span = (date(2028, *last) - date(2028, *first)).days + 1
    assert count == (span if span > 0 else 366 + span)


def test_a_company_closed_for_most_of_the_year_has_no_calendar() -> None:
    Calendar((Closure((1, 1), (6, 30)),))
    with pytest.raises(ValueError):
        Calendar((Closure((1, 1), (6, 30)), Closure((7, 1), (7, 3))))


def test_august_goes_from_july_to_september() -> None:
    calendar = Calendar((AUGUST, NEW_YEAR))
    assert calendar.first(date(2026, 8, 3)) == date(2026, 9, 1)
    assert calendar.last(date(2026, 8, 20)) == date(2026, 7, 31)
    assert calendar.after(date(2026, 12, 23), 1) == date(2027, 1, 4)
    assert calendar.after(date(2027, 1, 4), -2) == date(2026, 12, 22)
    assert calendar.between(date(2026, 7, 31), date(2026, 9, 2)) == 2


@given(DAYS, st.integers(-40, 40))
def test_going_on_and_coming_back_is_where_one_was(day: date, count: int) -> None:
    calendar = Calendar((AUGUST, NEW_YEAR))
    start = calendar.first(day)
    end = calendar.after(start, count)
    assert calendar.works(end) and calendar.after(end, -count) == start
    assert calendar.between(min(start, end), max(start, end)) == abs(count)


@given(st.dates(date(2026, 1, 1), date(2027, 12, 31)), st.integers(-30, 30))
def test_an_absence_is_dated_and_no_day_of_it_is_worked(day: date, count: int) -> None:
    away = Calendar(absences=((date(2026, 11, 23), date(2026, 12, 11)), (date(2027, 8, 2), date(2027, 8, 20))))
    if count:
        assert not away.is_away(away.after(day, count))
    assert not away.is_away(away.first(day))
    assert not away.is_away(away.last(day))
    assert away.is_off(day) == away.is_away(day) == any(first <= day <= last for first, last in away.absences)
    assert away.works(day) == (is_working_day(day) and not away.is_away(day))
