"""The company's closures: kept, read back, refused when they are not closures."""

from datetime import date, timedelta

import pytest

from desktop import i18n
from desktop.errors import UserError
from desktop.models.settings import Company
from desktop.models.working_days import Calendar, Closure
from desktop.services import closures, settings
from tests.services.proposal_case import NOW, seller

AUGUST = Closure((8, 1), (8, 31), "août")
NEW_YEAR = Closure((12, 24), (1, 2), "fêtes")
LEAP = Closure((2, 29), (2, 29), "")


def kept(session) -> list:
    company = settings.company(session)
    assert company is not None
    return company.closures


def test_they_are_written_and_read_back(session):
    seller(session)
    assert closures.save(session, [LEAP, AUGUST, NEW_YEAR], now=NOW) == []
    assert kept(session) == [
        {"from": "02-29", "to": "02-29", "name": ""},
        {"from": "08-01", "to": "08-31", "name": "août"},
        {"from": "12-24", "to": "01-02", "name": "fêtes"},
    ]
    assert closures.read(kept(session)) == (LEAP, AUGUST, NEW_YEAR)
    assert not closures.calendar_of(settings.company(session)).works(date(2027, 8, 4))


def test_what_was_there_comes_back(session):
    closures.save(session, [AUGUST], now=NOW)
    before = closures.save(session, [], now=NOW)
    assert kept(session) == []
    closures.put_back(session, before, now=NOW)
    assert closures.read(kept(session)) == (AUGUST,)


def test_half_of_the_year_stays_open(session):
    closures.save(session, [AUGUST], now=NOW)
    for wrong in ([Closure((1, 1), (12, 31))], [AUGUST] * (closures.MOST + 1)):
        with pytest.raises(UserError):
            closures.save(session, wrong, now=NOW)
    assert closures.read(kept(session)) == (AUGUST,)


@pytest.mark.parametrize(
    "raw",
    [
        None,
        {},
        "août",
        [None],
        ["08-01"],
        [{}],
        [{"from": "08-01"}],
        [{"from": "08-01", "to": "08-32"}],
        [{"from": "02-30", "to": "03-01"}],
        [{"from": 801, "to": "08-31"}],
        [{"from": "8-1", "to": "08-31"}],
        [{"from": "08-01", "to": "08-31", "name": 3}],
        [{"from": "08-01", "to": "08-31", "years": [2027]}],
        [{"from": "01-01", "to": "12-31"}],
        [{"from": "08-01", "to": "08-31"}] * 200,
    ],
)
def test_what_is_not_closures_is_refused_and_left_as_it_is(session, raw):
    with pytest.raises(UserError):
        closures.read(raw)
    company = Company(updated_at=NOW, closures=raw)
    assert closures.calendar_of(company) == Calendar() and company.closures == raw


def test_a_company_not_filled_in_works_every_working_day():
    assert closures.calendar_of(None) == Calendar()


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("24/12", (12, 24)),
        ("1.8", (8, 1)),
        ("29/02", (2, 29)),
        (" 1 - 1 ", (1, 1)),
        ("1er août", (8, 1)),
        ("24 déc.", (12, 24)),
        ("29 février", (2, 29)),
        ("31 August", (8, 31)),
        ("Aug 1st", (8, 1)),
    ],
)
def test_a_day_of_every_year_is_read_as_it_is_typed(typed, day):
    assert closures.read_day(typed) == day


@pytest.mark.parametrize(
    "typed", ["", "31/02", "30 février", "août", "demain", "1/8/2027", "1 2 3", "24/13", "3 jours"]
)
def test_what_is_no_day_of_the_year_is_refused(typed):
    with pytest.raises(UserError):
        closures.read_day(typed)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_each_day_of_the_year_is_read_back_as_it_is_shown(language):
    i18n.use(language)
    days = [date(2028, 1, 1) + timedelta(days=number) for number in range(366)]
    assert all(closures.read_day(closures.written_day((day.month, day.day))) == (day.month, day.day) for day in days)
