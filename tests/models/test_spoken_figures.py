"""Figures with their unit: sums, times, heads and shares."""

from decimal import Decimal

import pytest

from desktop.models.spoken_figures import money, people, percents, sentence, times


def test_a_range_said_short_has_one_scale() -> None:
    texts = {
        "10 a 15 k€": (10000, 15000),
        "quinze a vingt mille euros": (15000, 20000),
        "800 € a 1 k€": (800, 1000),
        "10 k€ ou 12 k€": (10000, 12000),
        "€10-15k": (10000, 15000),
        "8 a 10 thousand pounds": (8000, 10000),
    }
    assert {text: (found.low, found.high) for text in texts for found in money(text)} == texts


@pytest.mark.parametrize(
    ("text", "currency"), [("£12k", "GBP"), ("$5,000", "USD"), ("5 000 €", "EUR"), ("9 gbp", "GBP")]
)
def test_currencies(text: str, currency: str) -> None:
    assert [found.currency for found in money(text)] == [currency]


@pytest.mark.parametrize(
    "text",
    [
        "on fait 4 m€ de chiffre d'affaires",
        "ca nous coute 800 euros",
        "50 € par mois",
        "votre concurrent est a 9 900 €",
    ],
)
def test_sums_that_are_not_theirs_to_spend(text: str) -> None:
    assert [found.spendable for found in money(text)] == [False]


def test_a_bare_k_is_a_sum_beside_a_budget_only() -> None:
    assert [found.high for found in money("le budget est de 25k")] == [25000]
    assert list(money("on a 25k abonnes")) == []
    assert [found.spendable for found in money("le budget est de 25k")] == [True]


def test_time_comes_again_or_is_lost() -> None:
    assert [found.high for found in times("on perd deux heures")] == [2]
    assert list(times("vous avez deux minutes")) == list(times("il reste deux heures")) == []
    assert [found.high for found in times("une demi-journee par semaine")] == [Decimal("0.5")]


def test_one_person_is_somebody() -> None:
    assert list(people("une personne m'a dit")) == list(people("un commercial sur deux")) == []
    assert [(found.low, found.high) for found in people("deux ou trois commerciaux")] == [(2, 3)]


def test_all_of_something_is_a_share_and_fully_agreed_is_not() -> None:
    assert list(percents("d'accord a 100 %")) == []
    assert [found.high for found in percents("100 % de nos devis")] == [100]


def test_a_sentence_ends_at_a_full_stop_not_at_a_decimal() -> None:
    text = "on perd 1.5 k€. il faut agir"
    assert sentence(text, 8, 10) == "on perd 1.5 k€"
