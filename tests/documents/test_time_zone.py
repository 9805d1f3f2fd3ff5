"""The clocks of a calendar file change when those of the country do."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from desktop.documents.time_zone import time_zone

FIRST, LAST = datetime(2026, 1, 1, tzinfo=UTC), datetime(2028, 1, 1, tzinfo=UTC)


def read(key: str) -> Calendar:
    calendar = Calendar()
    calendar.add_component(time_zone(ZoneInfo(key), FIRST, LAST))
    return Calendar.from_ical(calendar.to_ical())


def test_each_change_is_dated_by_the_clock_that_it_ends() -> None:
    (zone,) = read("Europe/Paris").walk("VTIMEZONE")
    phases = [(each.name, each["dtstart"].dt.isoformat(), str(each["tzname"])) for each in zone.subcomponents]
    assert phases == [
        ("STANDARD", "2026-01-01T01:00:00", "CET"),
        ("DAYLIGHT", "2026-03-29T02:00:00", "CEST"),
        ("STANDARD", "2026-10-25T03:00:00", "CET"),
        ("DAYLIGHT", "2027-03-28T02:00:00", "CEST"),
        ("STANDARD", "2027-10-31T03:00:00", "CET"),
    ]
    assert zone.subcomponents[1]["tzoffsetfrom"].td == timedelta(hours=1)
    assert zone.subcomponents[1]["tzoffsetto"].td == timedelta(hours=2)


@pytest.mark.parametrize(("key", "changes"), [("America/Martinique", 0), ("Australia/Lord_Howe", 4)])
def test_every_moment_is_the_same_for_who_reads_the_file_alone(key: str, changes: int) -> None:
    (zone,) = read(key).walk("VTIMEZONE")
    assert len(zone.subcomponents) == changes + 1
    known = [
        (each["dtstart"].dt - each["tzoffsetfrom"].td, each["tzoffsetto"].td)
        for each in sorted(zone.subcomponents, key=lambda each: each["dtstart"].dt)
    ]
    moment = FIRST
    while moment < LAST:
        offset = [to for since, to in known if since <= moment.replace(tzinfo=None)][-1]
        assert moment.astimezone(ZoneInfo(key)).utcoffset() == offset, moment
        moment += timedelta(hours=7)
