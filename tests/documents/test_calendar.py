"""The dates as a calendar reads them."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from icalendar import Calendar

from desktop.documents import files
from desktop.documents.calendar import calendar_name, plan_calendar
from desktop.documents.event import event_key
from desktop.models.followup_kinds import Channel
from desktop.services.proposal_content import AgreedStep
from tests.documents.cases import CLAIRE
from tests.documents.plan_case import PLAN
from tests.hostile import HOSTILE

STEP = AgreedStep(datetime.fromisoformat("2026-11-27T10:30"), Channel.PHONE)
CONTENT = replace(CLAIRE, plan=PLAN, appointment=STEP, next_step="Valider le périmètre avec Karim")


def events(data: bytes) -> list:
    return list(Calendar.from_ical(data).walk("VEVENT"))


def test_each_step_is_a_whole_day_event() -> None:
    first, *_others = events(plan_calendar(CONTENT))
    assert str(first["summary"]) == "Décision (Vous)"
    assert first["dtstart"].dt == date(2026, 12, 22) and first["dtend"].dt == date(2027, 1, 7)
    assert "Claire Fontaine" in str(first["description"]) and "critique" in str(first["description"])
    assert len(events(plan_calendar(CONTENT))) == len(PLAN.steps) + 1
    for event, step in zip(events(plan_calendar(CONTENT)), PLAN.steps, strict=False):
        assert (event["dtstart"].dt, event["dtend"].dt) == (step.starts_on, step.ends_on + timedelta(days=1))


def test_the_next_step_rings_a_quarter_of_an_hour_before() -> None:
    event = events(plan_calendar(CONTENT))[-1]
    assert str(event["summary"]) == "Prochaine étape avec Julie Morvan"
    assert event["dtstart"].dt == datetime(2026, 11, 27, 9, 30, tzinfo=UTC)
    assert "Valider le périmètre" in str(event["description"])
    (alarm,) = event.walk("VALARM")
    assert alarm["trigger"].dt == timedelta(minutes=-15) and str(alarm["action"]) == "DISPLAY"
    assert not any(each.walk("VALARM") for each in events(plan_calendar(CONTENT))[:-1])


def test_without_a_plan_or_an_appointment_only_the_rest_is_there() -> None:
    assert len(events(plan_calendar(replace(CONTENT, plan=None)))) == 1
    assert len(events(plan_calendar(replace(CONTENT, appointment=None)))) == len(PLAN.steps)
    assert events(plan_calendar(CLAIRE)) == []


def test_an_event_is_found_again_whatever_its_name_its_date_and_its_place() -> None:
    before = {str(event["uid"]) for event in events(plan_calendar(CONTENT))}
    steps = tuple(replace(step, name="Autre", starts_on=step.ends_on) for step in reversed(PLAN.steps))
    moved = replace(STEP, due_local=datetime.fromisoformat("2026-12-04T09:00"))
    later = replace(CONTENT, revision=3, plan=replace(PLAN, steps=steps), appointment=moved)
    after = events(plan_calendar(later))
    assert {str(event["uid"]) for event in after} == before and len(before) == len(PLAN.steps) + 1
    assert {event["sequence"] for event in after} == {3}
    assert event_key(CONTENT, "next") != event_key(replace(CONTENT, number="P-2026-0043"), "next")


def test_the_same_content_gives_the_same_bytes() -> None:
    assert plan_calendar(CONTENT) == plan_calendar(CONTENT)
    assert plan_calendar(CONTENT) != plan_calendar(replace(CONTENT, language="en"))
    assert all(len(line) <= 75 for line in plan_calendar(CONTENT).split(b"\r\n"))


def test_it_is_written_beside_the_documents_whole_or_not_at_all(tmp_path) -> None:
    name = calendar_name(CONTENT)
    assert name == "2026-11-23_Dates_Ateliers-Brevent_P-2026-0042_v2.ics"
    path = files.hand_over(tmp_path / "documents", name, plan_calendar(CONTENT))
    assert path.name == name and path.read_bytes() == plan_calendar(CONTENT)
    assert files.hand_over(tmp_path / "documents", name, plan_calendar(CONTENT)) == path
    assert [each.name for each in path.parent.iterdir()] == [name]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:20]))
def test_any_text_stays_inside_its_event(text: str) -> None:
    steps = tuple(replace(step, name=text, owner=text) for step in PLAN.steps[:2])
    seller = replace(CONTENT.seller, representative=text, name=text, phone=text)
    data = plan_calendar(replace(CONTENT, title=text, next_step=text, seller=seller, plan=replace(PLAN, steps=steps)))
    found = events(data)
    assert len(found) == 3 and len(Calendar.from_ical(data).walk()) == 5
    assert {str(event["uid"]) for event in found} == {
        *(event_key(CONTENT, step.key) for step in steps),
        event_key(CONTENT, "next"),
    }
    if text.isprintable() and len(text) < 100 and text.strip() and "  " not in text:
        assert str(found[0]["summary"]) == f"{text.strip()} (Vous)"
