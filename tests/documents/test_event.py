"""The appointment as a telephone reads it: a calendar of one event, short, the same one when it is moved."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from icalendar import Calendar

from desktop.documents.event import NEXT, event_key, event_text
from desktop.documents.styles import styles
from desktop.documents.typesetter import Typesetter
from desktop.i18n import Language
from desktop.models.followup_kinds import Channel
from desktop.services.proposal_content import AgreedStep, ProposalContent
from tests.documents.cases import SELLER
from tests.documents.extremes import APPOINTMENT, FULL
from tests.hostile import HOSTILE

FRENCH = Typesetter(Language("fr"), styles("#0F6E6E"))


def event(content: ProposalContent):
    (found,) = Calendar.from_ical(event_text(content, FRENCH).encode()).walk("VEVENT")
    return found


def test_it_is_a_calendar_of_one_event() -> None:
    found = event(FULL)
    assert found["dtstart"].dt == datetime(2026, 11, 27, 9, 0, tzinfo=UTC)
    assert found["dtend"].dt == datetime(2026, 11, 27, 9, 30, tzinfo=UTC)
    assert str(found["summary"]) == "Appel avec Julie Morvan"
    assert "02 99 00 00 00" in str(found["description"])
    assert str(found["uid"]) == event_key(FULL, NEXT)


def test_the_wall_clock_is_that_of_its_zone() -> None:
    summer = AgreedStep(datetime.fromisoformat("2027-06-01T10:00"), Channel.MEETING, "America/Guadeloupe")
    assert event(replace(FULL, appointment=summer))["dtstart"].dt == datetime(2027, 6, 1, 14, 0, tzinfo=UTC)


def test_a_moved_appointment_is_the_same_event() -> None:
    moved = replace(
        FULL, revision=3, appointment=replace(APPOINTMENT, due_local=datetime.fromisoformat("2026-12-04T09:00"))
    )
    assert event(moved)["uid"] == event(FULL)["uid"] and event(moved)["sequence"] > event(FULL)["sequence"]


def test_without_an_appointment_there_is_no_event() -> None:
    assert event_text(replace(FULL, appointment=None), FRENCH) == ""


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:30]))
def test_any_name_keeps_it_one_short_event(text: str) -> None:
    content = replace(FULL, seller=replace(SELLER, name=text, representative=text, phone=text, email=text))
    lines = event_text(content, FRENCH).split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR" and lines[-1] == "END:VCALENDAR"
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == 1
    assert len("\r\n".join(lines).encode()) < 640
    assert event(content)["uid"]


def test_commas_and_semicolons_are_words() -> None:
    seller = replace(SELLER, representative="Morvan, Julie; de l’Atelier\\Nord")
    assert str(event(replace(FULL, seller=seller))["summary"]) == "Appel avec Morvan, Julie; de l’Atelier\\Nord"
