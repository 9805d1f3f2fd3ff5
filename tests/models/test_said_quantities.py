import math
from datetime import date

import pytest

from desktop.models.said_quantities import Span, amount, deadline

TODAY = date(2026, 11, 23)
NOW = 2026 * 12 + 11


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("15 k€", 15000, 15000),
        ("un budget de 15 000 € tout compris", 15000, 15000),
        ("15.000 euros", 15000, 15000),
        ("entre 10 et 15 k€", 10000, 15000),
        ("10 à 15k", 10000, 15000),
        ("£15,000", 15000, 15000),
        ("€20k", 20000, 20000),
        ("12,5 k€", 12500, 12500),
        ("20 mille euros", 20000, 20000),
        ("850 €", 850, 850),
    ],
)
def test_a_sum_as_people_say_it(text: str, low: float, high: float) -> None:
    assert amount(text, TODAY) == Span(low, high)


@pytest.mark.parametrize("text", ["38 salariés", "en 2027", "de 10 k€ l’an dernier à 20 k€ sans doute 30 k€", ""])
def test_what_is_no_sum_or_is_several_is_nothing(text: str) -> None:
    assert amount(text, TODAY) is None


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("avant fin janvier", -math.inf, 2027 * 12 + 1),
        ("en mars", 2027 * 12 + 3, 2027 * 12 + 3),
        ("en mars 2028", 2028 * 12 + 3, 2028 * 12 + 3),
        ("en décembre", 2026 * 12 + 12, 2026 * 12 + 12),
        ("pas avant septembre", 2027 * 12 + 9, math.inf),
        ("dans six mois", NOW + 6, NOW + 6),
        ("in two years", NOW + 24, NOW + 24),
        ("l’an prochain", 2027 * 12 + 1, 2027 * 12 + 12),
        ("au T2", 2027 * 12 + 4, 2027 * 12 + 6),
        ("by the end of the year", -math.inf, 2026 * 12 + 12),
        ("in 2028", 2028 * 12 + 1, 2028 * 12 + 12),
        ("d’ici l’été", -math.inf, 2027 * 12 + 8),
        ("in May", 2027 * 12 + 5, 2027 * 12 + 5),
    ],
)
def test_a_deadline_as_people_say_it(text: str, low: float, high: float) -> None:
    assert deadline(text, TODAY) == Span(low, high)


@pytest.mark.parametrize("text", ["dès que possible", "We may start", "Le logiciel a été installé", "on sera prêts"])
def test_no_date_is_nothing(text: str) -> None:
    assert deadline(text, TODAY) is None


def test_a_gap_is_between_the_nearest_ends() -> None:
    assert Span(1, 3).gap(Span(5, 9)) == Span(5, 9).gap(Span(1, 3)) == 2
    assert Span(1, 6).gap(Span(5, 9)) == 0
    assert Span(-math.inf, 3).gap(Span(9, math.inf)) == 6
