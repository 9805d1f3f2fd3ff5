"""One change in a sentence."""

from decimal import Decimal

from desktop import i18n
from desktop.services import change_words
from desktop.services.change_words import in_euros, list_change, on_day, plain, text_change


def said(*args):
    return list(text_change(*args))


def test_a_text_that_stays_says_nothing_and_one_that_comes_or_goes_is_shown():
    assert said("Title", "a", "a") == said("Title", None, "") == []
    assert said("Title", "a", "b") == ["Title: “a” → “b”"]
    assert said("Title", "", "b") == ["Title: “b” added"]
    assert said("Title", "a", None) == ["Title: “a” removed"]


def test_a_long_text_is_cut_and_two_that_are_cut_alike_are_told_apart():
    long = "mot " * 40
    (sentence,) = said("Title", long, "b")
    assert len(sentence) < 90 and "…" in sentence
    assert said("Title", long + "a", long + "b") == ["Title: other words"]
    assert said("Lead time", "3 weeks", "2 weeks", plain) == ["Lead time: 3 weeks → 2 weeks"]


def test_a_list_says_what_came_what_went_and_when_only_the_order_is_another():
    assert list(list_change("Gains", ["a", "b"], ["a", "b"])) == []
    assert list(list_change("Gains", ["a", "b"], ["a", "c"])) == ["Gains: “b” → “c”"]
    other = ["Gains: “a” removed", "Gains: “b” added", "Gains: “c” added"]
    assert list(list_change("Gains", ["a"], ["b", "c"])) == other
    assert list(list_change("Gains", ["a", "b"], ["b", "a"])) == ["Gains: another order"]
    assert list(list_change("Gains", ["a", "a"], ["a"])) == ["Gains: “a” removed"]


def test_amounts_show_their_cents_when_one_of_them_has_any():
    assert in_euros(Decimal(12400), Decimal(11900)) == ("€12,400", "€11,900")
    assert in_euros(Decimal(12400), Decimal("11900.5")) == ("€12,400.00", "€11,900.50")


def test_in_french():
    i18n.use("fr")
    assert on_day("2026-12-01") == "1er décembre 2026"
    assert change_words.quoted("Une journée") == "«\u00a0Une journée\u00a0»"
    assert said("Titre", "a", "b") == ["Titre\u00a0: «\u00a0a\u00a0» → «\u00a0b\u00a0»"]
