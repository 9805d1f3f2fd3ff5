from datetime import date, datetime

import pytest

from desktop.services.natural_days import day_at

MONDAY = datetime.fromisoformat("2026-11-23T09:30")


def test_the_end_of_the_day_is_where_the_other_words_begin() -> None:
    match = day_at("le ven 27 novembre valider", 3, MONDAY, "fr")
    assert match.day is not None
    assert (match.day.date, match.day.fixed, match.end) == (date(2026, 11, 27), True, len("le ven 27 novembre"))


def test_no_day_is_told_from_a_day_that_does_not_exist() -> None:
    nothing, impossible = day_at("valider", 0, MONDAY, "fr"), day_at("31/02", 0, MONDAY, "fr")
    assert (nothing.day, nothing.end, nothing.impossible) == (None, 0, False)
    assert (impossible.day, impossible.impossible) == (None, True)


@pytest.mark.parametrize(("said", "moment"), [("dans 2 heures", "11:30"), ("in 45 minutes", "10:15")])
def test_hours_from_now_are_a_moment(said: str, moment: str) -> None:
    day = day_at(said, 0, MONDAY, "en").day
    assert day is not None and day.moment is not None
    assert f"{day.moment:%H:%M}" == moment


def test_french_next_is_the_first_to_come_and_english_next_that_of_next_week() -> None:
    prochain, following = (day_at(said, 0, MONDAY, "en").day for said in ("jeudi prochain", "next thursday"))
    assert prochain is not None and following is not None
    assert (prochain.date, following.date) == (date(2026, 11, 26), date(2026, 12, 3))
