"""The next step in the file of a prospect: missing, planned, done, late, changed."""

import uuid

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop import i18n
from desktop.clock import FixedClock
from desktop.models.followup_kinds import Channel
from desktop.models.followups import FollowUp, FollowUpState
from desktop.services.followups import next_of
from desktop.ui.prospects.detail import Detail
from desktop.ui.prospects.page import ProspectsPage
from desktop.ui.workspace import Workspace

DAY = 24 * 3600


@pytest.fixture
def planned(page: ProspectsPage, detail: Detail, workspace: Workspace, key: uuid.UUID) -> FollowUp:
    """Tomorrow at nine by phone, planned by click and Enter."""
    detail.step.plan.click()
    form = page.detail._plan.form
    QTest.keyClicks(form.subject, "<i>budget</i>")
    QTest.keyClick(form.subject, Qt.Key.Key_Return)
    step = workspace.ask(next_of, key)
    assert step is not None
    return step


def test_without_one_it_warns_and_offers_to_fix_one(detail: Detail) -> None:
    assert detail.step.when.kind == "warn"
    assert not detail.step.plan.isHidden()
    assert detail.step.done.isHidden()
    assert detail.step.move_it.isHidden()


def test_planned_it_says_when_how_and_about_what(detail: Detail, planned: FollowUp) -> None:
    step = detail.step
    assert step.when.text() == "Tuesday 24 November, 09:00"
    assert (step.how.text(), step.subject.text()) == ("Phone · Validation", "<i>budget</i>")
    assert step.plan.isHidden()
    assert not step.done.isHidden()


def test_late_once_its_day_is_over(page: ProspectsPage, detail: Detail, planned: FollowUp, clock: FixedClock) -> None:
    clock.advance(DAY + 3600)
    page.refresh(frozenset())
    assert detail.step.when.kind == "strong"
    clock.advance(DAY)
    page.refresh(frozenset())
    assert (detail.step.when.kind, detail.step.when.text()) == ("danger", "Tuesday 24 November, 09:00, late")


def test_done_then_taken_back(
    page: ProspectsPage, detail: Detail, planned: FollowUp, workspace: Workspace, key: uuid.UUID
) -> None:
    detail.step.done.click()
    assert workspace.ask(next_of, key) is None
    assert not detail.step.plan.isHidden()
    page.stack.undo()
    again = workspace.ask(next_of, key)
    assert again is not None
    assert (again.id, again.state) == (planned.id, FollowUpState.OPEN)


def test_moved_by_a_chip(detail: Detail, planned: FollowUp, workspace: Workspace, key: uuid.UUID) -> None:
    detail.step.move_it.click()
    detail._move.picker.chips.chip("friday").click()
    step = workspace.ask(next_of, key)
    assert step is not None
    assert (step.due_local.isoformat(), step.moves) == ("2026-11-27T09:00:00", 1)


def test_changed_as_a_whole(
    page: ProspectsPage, detail: Detail, planned: FollowUp, workspace: Workspace, key: uuid.UUID
) -> None:
    detail.step.change.click()
    form = detail._plan.form
    assert form.subject.text() == "<i>budget</i>"
    form.channel.chip("email").click()
    detail._plan.go.click()
    step = workspace.ask(next_of, key)
    assert step is not None
    assert (step.channel, step.moves, step.subject) == (Channel.EMAIL, 0, "<i>budget</i>")
    page.stack.undo()
    assert detail.step.how.text() == "Phone · Validation"


def test_in_french(page: ProspectsPage, detail: Detail, planned: FollowUp) -> None:
    i18n.use("fr")
    page.refresh(frozenset())
    assert detail.step.when.text() == "mardi 24 novembre, 09:00"
