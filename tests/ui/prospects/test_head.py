"""The head of a file: who, how warm, which status and what is missing for the next one."""

import uuid
from datetime import date

import pytest

from desktop.clock import FixedClock
from desktop.models.matrix import Heat
from desktop.models.statuses import LossKind, Status
from desktop.services import calls, templates
from desktop.services.prospects import load_prospect, update_contact, update_prospect
from desktop.services.status_moves import set_status
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


def test_leaving_the_path_is_told_and_coming_back_is_one_click(
    page: ProspectsPage, detail: Detail, workspace: Workspace, clock: FixedClock, saved, key: uuid.UUID
) -> None:
    assert detail.head.wake.isHidden()
    why = {"reason": "prix <b>", "wake_on": date(2027, 3, 1)}
    workspace.do(set_status, key, Status.SHELVED, now=clock.now(), **why)
    assert detail.head.missing.text() == "Reason: prix <b> · to look at again on 1 March 2027"
    detail.head.wake.click()
    assert saved().status is Status.LEAD
    assert detail.head.wake.isHidden()
    page.stack.undo()
    assert (saved().status, saved().wake_on) == (Status.SHELVED, date(2027, 3, 1))
    workspace.do(set_status, key, Status.LOST, now=clock.now(), reason="too dear", loss=LossKind.PRICE)
    assert detail.head.missing.text() == "Reason: Price, too dear"


def test_a_call_that_is_not_over_is_taken_up_again_first(
    detail: Detail, workspace: Workspace, clock: FixedClock, key: uuid.UUID, qtbot
) -> None:
    assert detail.head.resume.isHidden() and not detail.head.call.isHidden()
    script, grid = templates.script("b2b", "en"), templates.grid("five-criteria", "en")
    call_id = workspace.do(calls.start_call, key, script, grid, now=clock.now())
    assert not detail.head.resume.isHidden() and detail.head.call.isHidden()
    with qtbot.waitSignal(detail.call_resumed) as resumed:
        detail.head.resume.click()
    assert resumed.args == [call_id]


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
    assert detail.acts.popover.isVisible()
    detail.acts.popover.close()
