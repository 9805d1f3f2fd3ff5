"""A calendar that reads our files, twice or in any order, holds each follow-up once, where it is now."""

import uuid
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from desktop.documents.followup_calendar import follow_up_key, followup_calendar, followup_calendar_name
from desktop.i18n import Language
from desktop.models.followup_kinds import Channel, Objective
from desktop.services.calendar_feed import CalendarEvent, Feed
from tests.hostile import HOSTILE

TODAY = date(2026, 11, 23)
FRENCH = Language("fr")
CALL = CalendarEvent(
    follow_up_id=uuid.UUID(int=1),
    sequence=0,
    cancelled=False,
    due_local=datetime.fromisoformat("2026-11-27T10:30"),
    zone="Europe/Paris",
    channel=Channel.PHONE,
    objective=Objective.VALIDATION,
    subject="Valider le budget",
    brings="Le cas Delmas",
    person="Claire Fontaine",
    company="Ateliers Brévent",
    phone="06 12 34 56 78",
    email="claire@brevent.fr",
)
MAIL = replace(
    CALL,
    follow_up_id=uuid.UUID(int=2),
    channel=Channel.EMAIL,
    due_local=datetime.fromisoformat("2026-11-30T09:00"),
    zone="America/Martinique",
)


def written(*events: CalendarEvent, language: Language = FRENCH) -> bytes:
    return followup_calendar(Feed(events), today=TODAY, language=language)


class Importer:
    """What a calendar does with a file: an event is known by its UID, and a lower SEQUENCE changes nothing."""

    def __init__(self) -> None:
        self.held: dict[str, tuple[int, datetime]] = {}
        self.seen: dict[str, int] = {}

    def read(self, data: bytes) -> "Importer":
        for event in Calendar.from_ical(data).walk("VEVENT"):
            key, sequence = str(event["uid"]), int(event["sequence"])
            if sequence < self.seen.get(key, 0):
                continue
            self.seen[key] = sequence
            self.held.pop(key, None)
            if str(event["status"]) != "CANCELLED":
                self.held[key] = (sequence, event["dtstart"].dt)
        return self


def test_it_says_who_when_why_and_how_to_reach_them() -> None:
    calendar = Calendar.from_ical(written(CALL, MAIL))
    call, mail = calendar.walk("VEVENT")
    assert str(call["summary"]) == "Appeler Claire Fontaine, Ateliers Brévent"
    assert str(call["description"]).split("\n") == [
        "Valider le budget",
        "Le cas Delmas",
        "Téléphone · Validation",
        "06 12 34 56 78 · claire@brevent.fr",
    ]
    assert call["dtstart"].dt == datetime(2026, 11, 27, 10, 30, tzinfo=ZoneInfo("Europe/Paris"))
    assert call["duration"].dt == timedelta(minutes=30)
    assert b"DTSTART;TZID=Europe/Paris:20261127T103000" in written(CALL)
    assert mail["dtstart"].dt.astimezone(UTC) == datetime(2026, 11, 30, 13, tzinfo=UTC)
    assert [str(zone["tzid"]) for zone in calendar.walk("VTIMEZONE")] == ["America/Martinique", "Europe/Paris"]
    (alarm,) = call.walk("VALARM")
    assert (alarm["trigger"].dt, str(alarm["action"])) == (timedelta(), "DISPLAY")
    assert "transp" not in call and str(mail["transp"]) == "TRANSPARENT"
    assert str(Calendar.from_ical(written(CALL, language=Language("en"))).walk("VEVENT")[0]["summary"]).startswith(
        "Call Claire"
    )


def test_read_twice_there_is_no_double_and_the_last_state_wins() -> None:
    importer = Importer().read(written(CALL, MAIL)).read(written(CALL, MAIL))
    assert len(importer.held) == 2
    moved = replace(CALL, sequence=1, due_local=datetime.fromisoformat("2026-12-01T14:00"))
    importer.read(written(moved)).read(written(CALL, MAIL))
    assert importer.held[follow_up_key(CALL.follow_up_id)] == (
        1,
        datetime(2026, 12, 1, 14, tzinfo=ZoneInfo("Europe/Paris")),
    )
    importer.read(written(replace(moved, sequence=2, cancelled=True), MAIL)).read(written(moved))
    assert list(importer.held) == [follow_up_key(MAIL.follow_up_id)]
    importer.read(written(replace(moved, sequence=3)))
    assert len(importer.held) == 2


def test_a_withdrawal_alone_is_a_cancellation() -> None:
    gone = replace(CALL, sequence=1, cancelled=True)
    assert str(Calendar.from_ical(written(gone))["method"]) == "CANCEL"
    (event,) = Calendar.from_ical(written(gone)).walk("VEVENT")
    assert str(event["status"]) == "CANCELLED" and not event.walk("VALARM")
    assert str(Calendar.from_ical(written(gone, MAIL))["method"]) == "PUBLISH"
    assert str(Calendar.from_ical(written())["method"]) == "PUBLISH"


def test_both_nights_of_the_clocks() -> None:
    skipped = replace(CALL, due_local=datetime.fromisoformat("2027-03-28T02:30"))
    twice = replace(CALL, due_local=datetime.fromisoformat("2026-10-25T02:30"))
    assert b"DTSTART;TZID=Europe/Paris:20270328T033000" in written(skipped)
    assert b"DTSTART;TZID=Europe/Paris:20261025T023000" in written(twice)
    for each in (skipped, twice):
        (event,) = Calendar.from_ical(written(each)).walk("VEVENT")
        starts = event["dtstart"].dt.astimezone(UTC)
        assert starts == each.due_local.replace(tzinfo=ZoneInfo("Europe/Paris")).astimezone(UTC)


def test_the_same_feed_gives_the_same_bytes_and_a_name_that_says_what_it_is() -> None:
    assert written(CALL, MAIL) == written(CALL, MAIL) and all(len(line) <= 75 for line in written(CALL).split(b"\r\n"))
    names = [followup_calendar_name(Feed(each), today=TODAY, language=FRENCH) for each in ((CALL,), (CALL, MAIL))]
    assert names == ["2026-11-23_Relances_Ateliers-Brevent.ics", "2026-11-23_Relances.ics"]
    assert follow_up_key(CALL.follow_up_id) != follow_up_key(MAIL.follow_up_id)


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:20]))
def test_any_text_stays_inside_its_event(text: str) -> None:
    data = written(replace(CALL, subject=text, brings=text, person=text, company=text, phone=text, email=text))
    (event,) = Calendar.from_ical(data).walk("VEVENT")
    assert str(event["uid"]) == follow_up_key(CALL.follow_up_id) and len(event.walk("VALARM")) == 1
