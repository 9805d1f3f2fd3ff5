"""Handing follow-ups to a calendar: the file, what is said of it, and what is remembered."""

import uuid
from datetime import date, datetime
from pathlib import Path

import pytest
from icalendar import Calendar

from desktop.models.followup_kinds import Channel, Objective
from desktop.models.followups import FollowUp, FollowUpState
from desktop.services import followups
from desktop.services.followups import NextStep
from desktop.services.prospects import create_prospect
from desktop.ui.widgets.calendar_acts import CalendarActs
from desktop.ui.widgets.outcome import Outcome
from tests.conftest import MONDAY


@pytest.fixture
def outcome(qtbot) -> Outcome:
    outcome = Outcome()
    qtbot.addWidget(outcome)
    return outcome


@pytest.fixture
def opened() -> list[str]:
    return []


@pytest.fixture
def acts(workspace, tmp_path: Path, outcome: Outcome, opened: list[str]) -> CalendarActs:
    def open_url(url) -> bool:
        opened.append(Path(url.toLocalFile()).name)
        return not url.toLocalFile().endswith(".ics")

    return CalendarActs(workspace, tmp_path / "documents", outcome, open_url)


def plan(workspace, due: str) -> uuid.UUID:
    key = workspace.do(create_prospect, now=MONDAY, company="Ateliers Brévent", person="Claire Fontaine")
    step = NextStep(datetime.fromisoformat(due), "Europe/Paris", Channel.PHONE, Objective.VALIDATION)
    return workspace.do(followups.plan, key, step, now=MONDAY)


def given(workspace, key: uuid.UUID) -> int | None:
    return workspace.ask(lambda session: session.get_one(FollowUp, key).calendar_sequence)


def test_one_a_day_and_all_are_files_in_the_folder_of_documents(
    acts: CalendarActs, outcome: Outcome, workspace, tmp_path: Path, opened: list[str]
) -> None:
    first, second = plan(workspace, "2026-11-24T10:00"), plan(workspace, "2026-11-25T10:00")
    acts.one(first)
    path = tmp_path / "documents" / "2026-11-23_Follow-ups_Ateliers-Brevent.ics"
    assert len(Calendar.from_ical(path.read_bytes()).walk("VEVENT")) == 1
    assert outcome.text == f"1 follow-up is in {path.name}: open it in your calendar."
    assert (given(workspace, first), given(workspace, second)) == (0, None)
    outcome.folder_button.click()
    assert opened == ["documents"] and "1 follow-up" in outcome.text
    outcome.open_button.click()
    assert opened[-1] == path.name and outcome.text == f"No program here opens {path.name}."
    acts.day(date(2026, 11, 25))
    assert given(workspace, second) == 0
    workspace.do(followups.set_state, first, FollowUpState.DONE, now=MONDAY)
    acts.all_open()
    assert "2 follow-ups are in" in outcome.text and "1 to take out" in outcome.text
    whole = Calendar.from_ical((tmp_path / "documents" / "2026-11-23_Follow-ups.ics").read_bytes())
    assert {str(each["status"]) for each in whole.walk("VEVENT")} == {"CONFIRMED", "CANCELLED"}
    assert given(workspace, first) == 1


def test_nothing_to_hand_over_is_said(acts: CalendarActs, outcome: Outcome, workspace, tmp_path: Path) -> None:
    acts.all_open()
    assert outcome.text == "There is no follow-up to hand over."
    acts.day(date(2026, 11, 24))
    assert outcome.text == "Nothing is due on 24 November 2026."
    assert not (tmp_path / "documents").exists()


def test_a_file_that_cannot_be_written_hands_nothing_over(
    acts: CalendarActs, outcome: Outcome, workspace, tmp_path: Path
) -> None:
    key = plan(workspace, "2026-11-24T10:00")
    (tmp_path / "documents").write_text("in the way")
    acts.one(key)
    assert "could not be made" in outcome.text and given(workspace, key) is None
