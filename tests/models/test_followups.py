"""The moment a wall clock falls on, where clocks change."""

from datetime import datetime

from desktop.models.followups import FollowUp


def test_a_skipped_hour_is_read_as_the_hour_after() -> None:
    moment = FollowUp.moment(datetime.fromisoformat("2026-03-29T02:30"), "Europe/Paris")
    assert moment.isoformat() == "2026-03-29T01:30:00+00:00"
    assert moment == FollowUp.moment(datetime.fromisoformat("2026-03-29T03:30"), "Europe/Paris")


def test_an_hour_that_comes_twice_is_the_first() -> None:
    moment = FollowUp.moment(datetime.fromisoformat("2026-10-25T02:30"), "Europe/Paris")
    assert moment.isoformat() == "2026-10-25T00:30:00+00:00"


def test_the_zone_says_the_moment() -> None:
    nine = datetime.fromisoformat("2026-11-24T09:00")
    assert FollowUp.moment(nine, "America/Martinique") > FollowUp.moment(nine, "Europe/Paris")
