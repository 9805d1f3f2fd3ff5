"""Amounts as they are typed; the numbers of the proposal page hold the rest."""

from decimal import Decimal

import pytest

from desktop import i18n
from desktop.errors import UserError
from desktop.i18n import Language
from desktop.services.amounts import read_number, read_percent, written, written_price


@pytest.mark.parametrize("text", ["1 234,56", "1234.56", "1.234,56 €", "€1,234.56", "1\u202f234,56\u00a0€"])
def test_one_amount_in_many_hands(text: str) -> None:
    assert read_number(text) == Decimal("1234.56")


@pytest.mark.parametrize("text", ["abc", "-5", "1e5", "1,2,3", "=1+1", "12 €€"])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(UserError, match="number"):
        read_number(text)


def test_a_percentage_ends_at_a_hundred() -> None:
    assert read_percent("5,5 %") == Decimal("5.5")
    with pytest.raises(UserError, match="too large"):
        read_percent("101")


def test_what_is_written_is_read_again() -> None:
    i18n.use("fr")
    assert written(Decimal("1234.5")) == "1\u202f234,5"
    assert written_price(Decimal("1234.5")) == "1\u202f234,50"
    assert written_price(Decimal("1234.5"), Language("en")) == "1,234.50"
    assert read_number(written_price(Decimal("1234.5"))) == Decimal("1234.5")
