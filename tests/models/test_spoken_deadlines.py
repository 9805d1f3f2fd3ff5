"""A day is a deadline when the sentence says so, and only then."""

from datetime import date

import pytest

from desktop.models.spoken_deadlines import deadlines

MONDAY = date(2026, 11, 23)


def read(text: str) -> list[tuple[str, date, date | None]]:
    return [(text[each.start : each.end], each.from_on, each.due_on) for each in deadlines(text, MONDAY)]


def test_before_a_period_is_its_eve_and_its_end_is_itself() -> None:
    assert read("avant mars") == [("avant mars", date(2027, 2, 26), date(2027, 2, 26))]
    assert read("avant fin mars")[-1][2] == date(2027, 3, 31)


def test_a_period_without_before_is_a_deadline_in_a_sentence_about_what_comes() -> None:
    assert read("il faut que ce soit livre en mars") == [("en mars", date(2027, 3, 1), date(2027, 3, 31))]
    assert read("en mars il fait beau") == []
    assert read("on a signe en mars, il faut livrer") == []


def test_not_before_has_no_last_day() -> None:
    assert read("pas avant l'an prochain")[-1] == ("pas avant l'an prochain", date(2027, 1, 1), None)


@pytest.mark.parametrize(
    "text",
    [
        "rappelez-moi avant fin janvier", "on etait perdus avant mars", "depuis fin janvier il faut tout refaire",
        "il faut tenir jusqu'a fin janvier", "il faut relire la note de mars", "i may need help", "call me by friday",
    ],
)  # fmt: skip
def test_memories_appointments_and_other_words_are_none(text: str) -> None:
    assert read(text) == []


def test_the_sentence_next_to_it_does_not_count() -> None:
    assert read("on avait un outil. il faut le changer avant fin mars")[-1][2] == date(2027, 3, 31)


def test_a_bare_day_of_this_week_is_about_the_next_call() -> None:
    assert read("il faut que je voie ca avant lundi") == []
    assert read("il faut livrer avant le 20")[-1][2] == date(2026, 12, 20)


def test_in_place_before_what_was_named() -> None:
    assert read("on ouvre en fevrier, il faut que ce soit en place avant.")[-1][2] == date(2027, 1, 29)
