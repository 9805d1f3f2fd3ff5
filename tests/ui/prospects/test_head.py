"""The head of a file: who, how warm, which status and what is missing for the next one."""

import uuid

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.clock import FixedClock
from desktop.models.matrix import Heat
from desktop.models.statuses import Status
from desktop.services import calls, templates
from desktop.services.prospects import load_prospect, update_contact, update_prospect
from desktop.ui.prospects.detail import Detail
from desktop.ui.prospects.page import ProspectsPage
from desktop.ui.workspace import Workspace
from tests.hostile import MARKUP


@pytest.fixture
def saved(workspace: Workspace, key: uuid.UUID):
    return lambda: workspace.ask(load_prospect, key)


def test_who_they_are_in_plain_words(detail: Detail, workspace: Workspace, clock: FixedClock, saved, key) -> None:
    workspace.do(update_prospect, key, now=clock.now(), about=MARKUP[0], is_example=True)
    workspace.do(update_contact, saved().contacts[0].id, job_title="Owner")
    assert detail.head.about.text() == f"Thomas Kerbrat · Owner · {MARKUP[0]}"
    assert not detail.head.example.isHidden()
    workspace.do(update_prospect, key, now=clock.now(), company="", is_example=False)
    assert detail.head.name.text() == "Thomas Kerbrat"
    assert detail.head.about.text() == f"Owner · {MARKUP[0]}"
    assert detail.head.example.isHidden()


def test_heat_is_a_click_and_the_same_click_takes_it_back(page: ProspectsPage, detail: Detail, saved) -> None:
    detail.head.heat.chip("hot").click()
    assert saved().heat is Heat.HOT
    assert detail.head.heat.chip("hot").isChecked()
    detail.head.heat.chip("hot").click()
    assert saved().heat is None
    page.stack.undo()
    assert saved().heat is Heat.HOT


def test_leaving_the_path_asks_why(page: ProspectsPage, detail: Detail, saved) -> None:
    detail.head.choose_status(Status.LOST)
    popover = detail.head.popover
    QTest.keyClick(popover.reason, Qt.Key.Key_Return)
    assert popover.isVisible()
    assert popover.field.error
    assert saved().status is Status.LEAD
    QTest.keyClicks(popover.reason, "prix <b>")
    QTest.keyClick(popover.reason, Qt.Key.Key_Return)
    assert not popover.isVisible()
    assert saved().status is Status.LOST
    assert detail.head.missing.text() == "Reason: prix <b>"
    page.stack.undo()
    assert saved().status is Status.LEAD


def test_against_the_facts_a_reason_is_offered_not_asked(detail: Detail, saved) -> None:
    detail.head.choose_status(Status.QUALIFIED)
    detail.head.popover.go.click()
    assert saved().status is Status.QUALIFIED
    assert detail.head.status.text() == "Qualified prospect"
    assert detail.head.suggestion.isVisible()
    assert detail.head.suggestion.text() == "Suggested: Lead"


def test_a_suggestion_is_followed_in_one_click(
    detail: Detail, workspace: Workspace, clock: FixedClock, saved, key: uuid.UUID
) -> None:
    script, grid = templates.script("b2b", "en"), templates.grid("five-criteria", "en")
    call_id = workspace.do(calls.start_call, key, script, grid, now=clock.now())
    question = next(each.key for each in script.questions if each.criterion == "need")
    workspace.do(calls.add_entry, call_id, "verbatim", "a day a week", at=clock.now(), question=question)
    assert detail.head.suggestion.text() == "Suggested: Prospect"
    detail.head.suggestion.click()
    assert saved().status is Status.PROSPECT
    assert detail.head.suggestion.isHidden()
    assert detail.head.missing.text().startswith("Missing to become “qualified prospect”:")


def test_the_menu_has_every_status_with_the_present_one_ticked(detail: Detail) -> None:
    menu = detail.head.status_menu()
    acts = [act for act in menu.actions() if not act.isSeparator()]
    assert len(acts) == len(Status)
    assert [act.text() for act in acts if act.isChecked()] == ["Lead"]
    acts[-1].trigger()
    assert detail.head.popover.isVisible()
    detail.head.popover.close()
