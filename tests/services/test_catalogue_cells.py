"""Cells of every kind, read as a rep means them, or refused with what to write instead."""

from datetime import date, time, timedelta
from decimal import Decimal

import pytest

from desktop import i18n
from desktop.errors import UserError
from desktop.i18n import Language
from desktop.models.catalogue import Billing, BlockKind
from desktop.services import catalogue_cells as cells
from desktop.services import standing_blocks
from desktop.services.sheet_reading import Odd, Share

billing = cells.member(Billing, cells.billing_label, Billing.ONCE, mensuel=Billing.MONTHLY)


@pytest.mark.parametrize(
    ("cell", "price"),
    [
        (None, "0"),
        ("", "0"),
        (Decimal("1340.5"), "1340.50"),
        (Decimal("0.30000000000000004"), "0.30"),
        ("1 340,50 €", "1340.50"),
        ("1,340.50", "1340.50"),
        ("99 999 999,99", "99999999.99"),
    ],
)
def test_prices(cell, price):
    assert cells.read_price(cell) == Decimal(price)


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        (date(2026, 11, 23), "a date"),
        (time(9, 30), "a date"),
        (timedelta(hours=26), "a date"),
        (Odd("formula"), "a formula"),
        (Odd("error"), "an error"),
        (Share(Decimal("0.2")), "a percentage"),
        ("1,234", "two ways"),
        (Decimal("1.005"), "two ways"),
        (Decimal("-5"), "Write a number"),
        ("dix", "Write a number"),
        (True, "Write a number"),
        (Decimal("1e300"), "Write a number"),
        (Decimal("1e12"), "too large"),
    ],
)
def test_what_is_no_price(cell, words):
    with pytest.raises(UserError, match=words):
        cells.read_price(cell)


@pytest.mark.parametrize(
    ("cell", "rate"),
    [(None, "20"), ("5,5 %", "5.5"), (Share(Decimal("0.055")), "5.5"), (Decimal(0), "0"), (Decimal("2.1"), "2.1")],
)
def test_vat_rates(cell, rate):
    assert cells.read_rate(cell) == Decimal(rate)


@pytest.mark.parametrize(("cell", "words"), [("0,2", "20 rather than 0,2"), ("120", "between 0 and 100")])
def test_what_is_no_rate(cell, words):
    with pytest.raises(UserError, match=words):
        cells.read_rate(cell)


def test_words_are_understood_in_either_language():
    i18n.use("fr")
    assert [billing(word) for word in ("a month", "PAR MOIS", "yearly", "mensuel", None)] == [
        Billing.MONTHLY,
        Billing.MONTHLY,
        Billing.YEARLY,
        Billing.MONTHLY,
        Billing.ONCE,
    ]
    kind = cells.member(BlockKind, standing_blocks.label, BlockKind.METHOD)
    assert kind("équipe") is BlockKind.TEAM and kind("Team") is BlockKind.TEAM
    assert cells.read_needs("Enjeu; need, besoin") == ["need", "stake"]
    with pytest.raises(UserError, match="une fois, par mois, par an"):
        billing("hebdo")
    assert [cells.read_truth(word) for word in ("Oui", "x", "NO", None, True, Decimal(0))] == [
        True,
        True,
        False,
        False,
        True,
        False,
    ]
    with pytest.raises(UserError):
        cells.read_truth("peut-être")
    assert [cells.read_language(word) for word in ("Français", "EN", "english")] == ["fr", "en", "en"]
    with pytest.raises(UserError):
        cells.read_language(None)


def test_texts():
    assert cells.read_line("  a\n b ") == "a b" and cells.read_text(" a\r\nb\x07 ") == "a\nb"
    assert cells.read_line(Decimal(1001)) == "1001" and cells.read_line(Decimal("1.50")) == "1.5"
    assert cells.read_sectors("Santé, conseil; SANTÉ") == ["Santé", "conseil"]
    with pytest.raises(UserError, match="300"):
        cells.read_line("a" * 301)
    with pytest.raises(UserError, match="20,000"):
        cells.read_text("a" * 20_001)


def test_days_are_whole():
    assert cells.read_days("10") == 10 and cells.read_days(None) == 0
    with pytest.raises(UserError):
        cells.read_days(Decimal("1.5"))


def test_what_is_written_is_read_again():
    for code in i18n.LANGUAGES:
        language = Language(code)
        assert cells.read_truth(cells.write_yes(True, language)) is True
        assert cells.read_truth(cells.write_yes(False, language)) is False
        assert cells.read_needs(cells.write_needs(["need", "deadline"], language)) == ["need", "deadline"]
        assert cells.read_rate(cells.write_number(Decimal("5.5"), language)) == Decimal("5.5")
        assert cells.read_price(cells.write_money(Decimal("1340.5"), language)) == Decimal("1340.50")
        assert cells.read_sectors(cells.write_list(["a", "b"], language)) == ["a", "b"]
        assert cells.read_line(cells.write_same("a", language)) == "a"
