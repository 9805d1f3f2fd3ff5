"""Amounts and dates as a rep types them."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop import i18n
from desktop.errors import UserError
from desktop.ui.proposals.numbers import read_date, read_number, read_percent, written, written_date, written_price

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    "text, value",
    [
        ("1 234,56", "1234.56"),
        ("13400", "13400"),
        ("13 400,00 €", "13400"),
        ("13\u202f400,00\u00a0€", "13400"),
        ("1234.56", "1234.56"),
        ("1.234,56", "1234.56"),
        ("1,234.56", "1234.56"),
        ("€1,234.56", "1234.56"),
        (",5", "0.5"),
        ("5,", "5"),
        ("", "0"),
        ("  ", "0"),
        ("1.234.567,89", "1234567.89"),
    ],
)
def test_french_and_english_amounts_are_understood(text, value):
    assert read_number(text) == Decimal(value)


@pytest.mark.parametrize(
    "text", ["abc", "-5", "1e9", "12 000 000 000", "1,2,3", "٣", "½", "1234567890123456789" * 3, "NaN"]
)
def test_what_is_no_amount_is_refused_with_a_sentence(text):
    with pytest.raises(UserError) as refusal:
        read_number(text)
    assert str(refusal.value).endswith(".")


def test_a_percentage_stops_at_a_hundred():
    assert read_percent("5,5 %") == Decimal("5.5")
    with pytest.raises(UserError):
        read_percent("100,1")


@given(st.decimals(0, 999_999_999, places=2), st.sampled_from(["fr", "en"]))
def test_what_is_written_is_read_back(value, language):
    i18n.use(language)
    assert read_number(written_price(value)) == value
    if language == "fr" or value < 1000 or value != value.to_integral_value():
        assert read_number(written(value)) == value


def test_a_price_is_written_to_the_cent():
    i18n.use("fr")
    assert written_price(Decimal("13400")).replace("\u202f", " ") == "13 400,00"


@pytest.mark.parametrize(
    "text, day",
    [
        ("29/01/2027", date(2027, 1, 29)),
        ("29.1.27", date(2027, 1, 29)),
        ("29 1 2027", date(2027, 1, 29)),
        ("2027-01-29", date(2027, 1, 29)),
        ("29/1", date(2027, 1, 29)),
        ("23/11", TODAY),
        ("", None),
    ],
)
def test_days_are_read(text, day):
    assert read_date(text, TODAY) == day


@pytest.mark.parametrize("text", ["31/02/2027", "29/13", "demain", "0/1", "2027-02-30"])
def test_days_that_do_not_exist_are_refused(text):
    with pytest.raises(UserError):
        read_date(text, TODAY)


def test_a_day_is_written_in_full():
    assert written_date(date(2027, 1, 29)) == "29/01/2027"
    assert written_date(None) == ""
