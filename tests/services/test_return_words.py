"""How figures are read, in both languages."""

from datetime import date
from decimal import Decimal

import pytest

from desktop.i18n import Language
from desktop.models.returns import Figure, Gain, Returns, Rhythm, Unit
from desktop.services.return_words import conventions, euros, figure_words, months_words, product_words

FR, EN = Language("fr"), Language("en")
SAID = date(2026, 11, 12)


@pytest.mark.parametrize(
    ("value", "unit", "rhythm", "french", "english"),
    [
        ("1", Unit.DAYS, Rhythm.WEEK, "1 jour par semaine", "1 day a week"),
        ("0.5", Unit.DAYS, Rhythm.WEEK, "0,5 jour par semaine", "0.5 days a week"),
        ("1.5", Unit.HOURS, None, "1,5 heure à chaque fois", "1.5 hours each time"),
        ("2", Unit.PEOPLE, None, "2 personnes", "2 people"),
        ("3", Unit.THINGS, Rhythm.MONTH, "3 fois par mois", "3 times a month"),
        ("20", Unit.MINUTES, Rhythm.DAY, "20 minutes par jour", "20 minutes a day"),
        ("350", Unit.EUROS_A_DAY, None, "350 € la journée", "€350 for a day"),
        ("45.5", Unit.EUROS_AN_HOUR, None, "45,50 € l’heure", "€45.50 for an hour"),
        ("200", Unit.EUROS, None, "200 € à chaque fois", "€200 each time"),
        ("200", Unit.EUROS, Rhythm.QUARTER, "200 € par trimestre", "€200 a quarter"),
        ("200", Unit.EUROS, Rhythm.YEAR, "200 € par an", "€200 a year"),
        ("12.5", Unit.PERCENT, None, "12,5 %", "12.5%"),
    ],
)
def test_figures(value, unit, rhythm, french, english):
    def plain(text):
        return text.replace("\u00a0", " ")

    assert plain(figure_words(Decimal(value), unit, rhythm, FR)) == french
    assert plain(figure_words(Decimal(value), unit, rhythm, EN)) == english


def figure(unit, rhythm=None):
    return Figure(Decimal(2), unit, rhythm, "", "", SAID)


def test_a_product_begins_with_how_often_whatever_the_order_of_asking():
    figures = (figure(Unit.EUROS_A_DAY), figure(Unit.PEOPLE), figure(Unit.DAYS, Rhythm.WEEK))
    assert product_words(figures, EN) == "2 days a week × 2 people × €2 for a day"


def test_conventions_are_said_when_they_were_used_and_only_then():
    def said(*figures):
        return conventions(Returns((Gain("", figures, Decimal(1)),), Decimal(1)), EN)

    assert "weeks" not in said(figure(Unit.EUROS, Rhythm.MONTH))
    assert "46 worked weeks." in said(figure(Unit.EUROS, Rhythm.WEEK))
    assert "46 worked weeks of 5 days" in said(figure(Unit.EUROS, Rhythm.DAY))
    assert "7 hours" in said(figure(Unit.HOURS, Rhythm.MONTH), figure(Unit.EUROS_A_DAY))


def test_sums_and_months():
    assert euros(Decimal("1234.50"), EN) == "€1,234.50" and euros(Decimal("1234.00"), EN) == "€1,234"
    assert months_words(1, EN) == "1 month" and months_words(5, FR) == "5 mois"
