"""What an option costs, as the customer is told it, and how it is ticked."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.i18n import Language
from desktop.ui.proposals.choice_tile import ChoiceTile, cost_words
from tests.ui.proposals.signing_case import CHOICES, LEFT, sheet

EN = Language("en")


def test_once_and_each_month_stay_apart() -> None:
    assert cost_words(CHOICES[1], sheet(), EN) == [
        ("€13,400.00 excl. VAT", "€16,080.00 incl. VAT"),
        ("then €300.00 excl. VAT per month", "€360.00 incl. VAT per month"),
    ]
    french = cost_words(CHOICES[1], sheet(), Language("fr"))
    assert [part.replace("\u00a0", " ") for part in french[1]] == ["puis 300,00 € HT par mois", "360,00 € TTC par mois"]


def test_a_private_person_is_told_prices_with_vat() -> None:
    assert cost_words(CHOICES[0], sheet(private=True), EN) == [("€8,280.00 incl. VAT", "")]


@pytest.mark.parametrize(("private", "price"), [(False, "€6,900.00 excl. VAT"), (True, "€6,900.00")])
def test_without_vat_there_is_one_price(private, price) -> None:
    assert cost_words(CHOICES[0], sheet(private=private, vat_exempt=True), EN) == [(price, "")]


def test_without_a_price_that_is_said() -> None:
    assert cost_words(replace(CHOICES[0], costs=()), sheet(), EN) == [("Price to be agreed", "")]


@pytest.mark.parametrize("how", ["mouse", "space", "enter"])
def test_it_is_ticked_anywhere_and_by_key(qtbot, how) -> None:
    tile = ChoiceTile(CHOICES[1], sheet(), EN)
    qtbot.addWidget(tile)
    tile.resize(500, tile.heightForWidth(500))
    tile.show()
    before = tile.grab().toImage()
    if how == "mouse":
        QTest.mouseClick(tile, LEFT, pos=tile.rect().center())
    else:
        QTest.keyClick(tile, Qt.Key.Key_Space if how == "space" else Qt.Key.Key_Return)
    assert tile.isChecked() and tile.grab().toImage() != before


def test_it_is_read_aloud_with_its_price(qtbot) -> None:
    tile = ChoiceTile(CHOICES[1], sheet(), EN)
    qtbot.addWidget(tile)
    assert tile.accessibleName().startswith("Équiper l’équipe, €13,400.00 excl. VAT (€16,080.00 incl. VAT)")


def test_a_long_name_is_whole_in_a_narrow_tile(qtbot) -> None:
    tile = ChoiceTile(replace(CHOICES[0], name="Équiper toute l’équipe " * 6), sheet(), EN)
    qtbot.addWidget(tile)
    assert tile.heightForWidth(320) > tile.heightForWidth(900)
