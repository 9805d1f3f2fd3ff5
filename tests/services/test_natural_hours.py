from datetime import time

import pytest

from desktop.services.natural_hours import hour_after


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("10h", time(10)),
        ("10h30", time(10, 30)),
        ("10 h 30", time(10, 30)),
        ("10 heures", time(10)),
        ("a 9:05", time(9, 5)),
        ("12am", time(0)),
        ("12 pm", time(12)),
        ("2.30 p.m.", time(14, 30)),
        ("midi et demie", time(12, 30)),
        ("at noon", time(12)),
        ("a 5h du soir", time(17)),
    ],
)
def test_an_hour_is_read_to_its_end(text: str, at: time) -> None:
    hour = hour_after(text, 0)
    assert hour is not None
    assert (hour.at, hour.end, hour.vague) == (at, len(text), False)


@pytest.mark.parametrize(
    "text", ["10", "24h", "10h61", "10h par jour", "10h d'attente", "10 hours a week", "13pm", "1h/j"]
)
def test_what_counts_something_is_no_hour(text: str) -> None:
    assert hour_after(text, 0) is None


def test_minutes_stand_against_the_hour() -> None:
    hour = hour_after("10h 30 personnes", 0)
    assert hour is not None
    assert (hour.at, hour.end) == (time(10), 3)


def test_a_part_of_the_day_is_vague_and_says_which_half() -> None:
    morning = hour_after("du matin", 0)
    assert morning is not None
    assert (morning.at, morning.vague) == (time(9), True)
    exact = hour_after("apres-midi a 3h", 0)
    assert exact is not None
    assert (exact.at, exact.vague) == (time(15), False)


def test_a_bare_number_is_an_hour_only_after_a_day_and_alone() -> None:
    hour = hour_after(" at 2", 0)
    assert hour is not None
    assert hour.at == time(14)
    assert hour_after(" at 2", 0, after_day=False) is None
    assert hour_after(" a 2 pages", 0) is None


def test_the_end_of_a_range_is_not_lost() -> None:
    hour = hour_after(" 10h-11h30 rdv", 0)
    assert hour is not None
    assert (hour.at, " 10h-11h30 rdv"[hour.end :]) == (time(10), "10h-11h30 rdv")
