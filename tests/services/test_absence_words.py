"""The days of an absence in a rep's words."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import UserError
from desktop.i18n import Language
from desktop.services.absence_words import read_period, written

NOW = datetime.fromisoformat("2026-11-23T09:30")


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("du 22 au 31 décembre", "2026-12-22", "2026-12-31"),
        ("from 22 to 31 December", "2026-12-22", "2026-12-31"),
        ("3-7 août", "2027-08-03", "2027-08-07"),
        ("22 - 31 décembre", "2026-12-22", "2026-12-31"),
        ("22/12 - 2/1", "2026-12-22", "2027-01-02"),
        ("22/12/2026 au 02/01/2027", "2026-12-22", "2027-01-02"),
        ("2026-12-22 2027-01-02", "2026-12-22", "2027-01-02"),
        ("du 28 décembre au 3 janvier", "2026-12-28", "2027-01-03"),
        ("du 28 au 3 janvier", "2026-12-28", "2027-01-03"),
        ("20 au 27 novembre", "2026-11-20", "2026-11-27"),
        ("du 20 novembre au 27 novembre", "2026-11-20", "2026-11-27"),
        ("de lundi à vendredi", "2026-11-30", "2026-12-04"),
        ("Dec 22 to Jan 3", "2026-12-22", "2027-01-03"),
        ("la semaine prochaine", "2026-11-30", "2026-12-04"),
        ("1er mai", "2027-05-01", "2027-05-01"),
        ("demain", "2026-11-24", "2026-11-24"),
    ],
)
def test_understood(said: str, first: str, last: str) -> None:
    assert read_period(said, NOW, "fr") == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("said", ["", "budget", "du 31 au 30 février", "10h", "du 22 au budget"])
def test_what_is_no_period_is_refused(said: str) -> None:
    with pytest.raises(UserError, match="two days"):
        read_period(said, NOW, "fr")


@given(st.dates(date(2026, 11, 24), date(2027, 6, 1)), st.integers(0, 60), st.sampled_from(["fr", "en"]))
def test_what_is_written_is_read_back(first: date, days: int, code: str) -> None:
    last = date.fromordinal(first.toordinal() + days)
    assert read_period(written(first, last, Language(code)), NOW, code) == (first, last)
