import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from desktop.services.natural_words import DOUBTFUL, MONTHS, WEEKDAYS, fold, one_of


@given(st.text())
def test_folding_keeps_each_sign_at_its_place(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    assert len(fold(composed)) == len(composed)


def test_folding_forgets_capitals_accents_and_the_kind_of_apostrophe() -> None:
    assert fold("D’ÉTÉ\u00a0Août") == "d'ete aout"


def test_every_month_and_day_is_named_in_both_languages() -> None:
    assert {MONTHS[name] for name in ("janvier", "january")} == {1}
    assert sorted(set(MONTHS.values())) == list(range(1, 13))
    assert sorted(set(WEEKDAYS.values())) == list(range(7))
    assert all(name in WEEKDAYS for names in DOUBTFUL.values() for name in names)


def test_the_longest_word_is_tried_first() -> None:
    assert one_of(["sem", "semaines", "semaine"]) == "semaines|semaine|sem"
