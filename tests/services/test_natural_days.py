"""Days as they are named: where they end, and which day worked they mean."""

from datetime import date, datetime

import pytest

from desktop.models.working_days import PLAIN, Calendar, Closure
from desktop.services.natural_days import day_at

MONDAY = datetime.fromisoformat("2026-11-23T09:30")


def test_the_end_of_the_day_is_where_the_other_words_begin() -> None:
    match = day_at("le ven 27 novembre valider", 3, MONDAY, "fr", PLAIN)
    assert match.day is not None
    assert (match.day.date, match.day.fixed, match.end) == (date(2026, 11, 27), True, len("le ven 27 novembre"))


def test_no_day_is_told_from_a_day_that_does_not_exist() -> None:
    nothing, impossible = day_at("valider", 0, MONDAY, "fr", PLAIN), day_at("31/02", 0, MONDAY, "fr", PLAIN)
    assert (nothing.day, nothing.end, nothing.impossible) == (None, 0, False)
    assert (impossible.day, impossible.impossible) == (None, True)


@pytest.mark.parametrize(("said", "moment"), [("dans 2 heures", "11:30"), ("in 45 minutes", "10:15")])
def test_hours_from_now_are_a_moment(said: str, moment: str) -> None:
    day = day_at(said, 0, MONDAY, "en", PLAIN).day
    assert day is not None and day.moment is not None
    assert f"{day.moment:%H:%M}" == moment


def test_french_next_is_the_first_to_come_and_english_next_that_of_next_week() -> None:
    prochain, following = (day_at(said, 0, MONDAY, "en", PLAIN).day for said in ("jeudi prochain", "next thursday"))
    assert prochain is not None and following is not None
    assert (prochain.date, following.date) == (date(2026, 11, 26), date(2026, 12, 3))


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("demain", date(2026, 11, 26)),
        ("dans 2 jours ouvres", date(2026, 11, 27)),
        ("mercredi prochain", date(2026, 11, 26)),
        ("fin novembre", date(2026, 11, 27)),
        ("24/11", date(2026, 11, 24)),
    ],
)
def test_words_mean_a_day_worked_and_a_date_stays_what_it_is(said: str, day: date) -> None:
    worked = Calendar((Closure((11, 30), (11, 30)),), ((date(2026, 11, 24), date(2026, 11, 25)),))
    found = day_at(said, 0, MONDAY, "fr", worked).day
    assert found is not None and found.date == day
