"""Figures of a return in what is said, in both languages: found as they are meant, or not at all."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.returns import Rhythm, Unit
from desktop.models.said_figures import figure_of, find_figures, sum_in, values_in

TODAY = date(2026, 11, 23)
DAY, WEEK, MONTH, YEAR = Rhythm.DAY, Rhythm.WEEK, Rhythm.MONTH, Rhythm.YEAR


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("On perd une journée par semaine à relancer.", [("une journée par semaine", "1", Unit.DAYS, WEEK)]),
        ("une demi-journée par semaine", [("une demi-journée par semaine", "0.5", Unit.DAYS, WEEK)]),
        ("Chaque semaine, on perd deux jours", [("deux jours", "2", Unit.DAYS, WEEK)]),
        ("We lose half a day per week", [("half a day per week", "0.5", Unit.DAYS, WEEK)]),
        ("three reps", [("three reps", "3", Unit.PEOPLE, None)]),
        ("they lose two hours a day", [("two hours a day", "2", Unit.HOURS, DAY)]),
        ("20 minutes par appel", [("20 minutes par appel", "20", Unit.MINUTES, None)]),
        ("Une journée nous coûte 350 €", [("Une journée nous coûte 350 €", "350", Unit.EUROS_A_DAY, None)]),
        ("Il nous revient à 350 € par jour", [("350 € par jour", "350", Unit.EUROS_A_DAY, None)]),
        ("On perd 350 € par jour", [("350 € par jour", "350", Unit.EUROS, DAY)]),
        ("45 € de l’heure", [("45 € de l’heure", "45", Unit.EUROS_AN_HOUR, None)]),
        ("on perd 30 k€ par an", [("30 k€ par an", "30000", Unit.EUROS, YEAR)]),
        ("Tous les mois on perd 2 000 €", [("2 000 €", "2000", Unit.EUROS, MONTH)]),
        ("chaque erreur nous coûte 200 €", [("chaque erreur nous coûte 200 €", "200", Unit.EUROS, None)]),
        ("10 à 15 devis par mois", [("10 à 15 devis par mois", "10", Unit.THINGS, MONTH)]),
        ("on perd 10 % de nos clients", [("10 %", "10", Unit.PERCENT, None)]),
        (
            "3 erreurs par semaine et chaque erreur nous coûte 200 €",
            [
                ("3 erreurs par semaine", "3", Unit.THINGS, WEEK),
                ("chaque erreur nous coûte 200 €", "200", Unit.EUROS, None),
            ],
        ),
    ],
)  # fmt: skip
def test_what_is_found(text, found):
    read = [(each.words, str(each.value), each.unit, each.rhythm) for each in find_figures(text, TODAY)]
    assert read == found


@pytest.mark.parametrize(
    "text",
    [
        "J’ai mis 15 k€ de côté pour ça.",
        "Un concurrent nous facture 200 € par jour",
        "it costs us £400 a day",
        "On verra ça dans trois mois",
        "Il est passé trois fois",
        "Nous avons un bureau à 200 €",
    ],
)
def test_what_is_no_figure_of_a_return(text):
    assert find_figures(text, TODAY) == ()


@given(st.text(max_size=80))
def test_any_text_is_read_and_words_are_where_they_are_said_to_be(text):
    for each in find_figures(text, TODAY):
        assert text[each.start : each.end] == each.words and each.value > 0
        assert each.value in values_in(each.words)


def test_a_sum_that_the_rep_wrote_down_is_found_as_a_bare_number():
    found = sum_in("ça nous coûte 1 500 par mois", Decimal(1500), TODAY)
    assert (found.words, found.rhythm) == ("1 500 par mois", MONTH)
    assert sum_in("ça nous coûte cher", Decimal(1500), TODAY) is None
    assert sum_in("J’ai mis 1 500 € de côté", Decimal(1500), TODAY) is None


def test_the_few_words_of_a_figure_are_read_though_nothing_says_that_it_is_lost():
    assert find_figures("ça nous bouffe deux jours", TODAY) == ()
    found = figure_of("deux jours", TODAY)
    assert (found.words, found.start, found.value, found.unit) == ("deux jours", 0, 2, Unit.DAYS)
    assert figure_of("beaucoup", TODAY) is None


def test_a_value_that_was_not_said_is_none_of_the_values_of_the_words():
    assert Decimal(2) not in values_in("une journée par semaine")
    assert values_in("350 € par jour") == {350}
    assert {Decimal("0.5")} <= values_in("une demi-journée") and {5} <= values_in("une semaine par mois")
