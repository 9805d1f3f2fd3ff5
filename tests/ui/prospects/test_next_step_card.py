"""The next step in the file of a prospect: missing, planned, done with its outcome, late; the series it is part of."""

import uuid
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop import i18n
from desktop.clock import FixedClock
from desktop.models.followup_kinds import Channel, Objective, Outcome
from desktop.models.followups import FollowUp, FollowUpState
from desktop.models.statuses import LossKind, Status
from desktop.services import cadence_runs, cadences, followups
from desktop.services.followups import NextStep, next_of
from desktop.services.status_moves import set_status
from desktop.ui.prospects.detail import Detail
from desktop.ui.prospects.page import ProspectsPage
from desktop.ui.widgets.next_step_popover import NextStepPopover
from desktop.ui.widgets.outcome_popover import OutcomePopover
from desktop.ui.workspace import Workspace
from tests.conftest import PARIS
from tests.ui.accessibility import nameless, rich_text_labels

DAY = 24 * 3600


@pytest.fixture
def planned(detail: Detail, workspace: Workspace, clock: FixedClock, key: uuid.UUID) -> FollowUp:
    """Tomorrow at nine by phone, bringing something."""
    due = (clock.now() + timedelta(days=1)).replace(hour=9, minute=0, tzinfo=None)
    step = NextStep(due, "Europe/Paris", Channel.PHONE, Objective.VALIDATION, "<i>budget</i>", brings="the case")
    return workspace.ask(followups.load, workspace.do(followups.plan, key, step, now=clock.now()))


def test_without_one_it_warns_and_offers_to_fix_one(detail: Detail, workspace: Workspace, key: uuid.UUID) -> None:
    card = detail.step
    assert card.when.kind == "warn"
    assert not card.plan.isHidden() and not card.cadence.isHidden()
    assert all(button.isHidden() for button in (card.done, card.move_it, card.snooze, card.change, card.draft))
    card.plan.click()
    form = detail.steps.popover
    assert isinstance(form, NextStepPopover)
    QTest.keyClicks(form.form.subject, "size it")
    QTest.keyClick(form.form.subject, Qt.Key.Key_Return)
    step = workspace.ask(next_of, key)
    assert step is not None and step.subject == "size it"


def test_planned_it_says_when_how_about_what_and_what_it_brings(detail: Detail, planned: FollowUp) -> None:
    step = detail.step
    assert step.when.text() == "Tuesday 24 November, 09:00"
    assert (step.how.text(), step.subject.text()) == ("Phone · Validation", "<i>budget</i>")
    assert step.brings.text() == "Brings: the case"
    assert step.plan.isHidden() and not step.done.isHidden()
    assert nameless(step) == [] and rich_text_labels(step) == []


def test_late_once_its_day_is_over_and_ringing_again_when_asked(
    page: ProspectsPage, detail: Detail, planned: FollowUp, workspace: Workspace, clock: FixedClock
) -> None:
    clock.advance(2 * DAY + 3600)
    page.refresh(frozenset())
    assert (detail.step.when.kind, detail.step.when.text()) == ("danger", "Tuesday 24 November, 09:00, late")
    workspace.do(followups.snooze, planned.id, clock.now() + timedelta(hours=2), now=clock.now())
    assert detail.step.when.text() == "Tuesday 24 November, 09:00, late; will ring again Wed 25 Nov, 12:32"


def test_done_with_its_outcome_then_taken_back(
    page: ProspectsPage, detail: Detail, planned: FollowUp, workspace: Workspace, key: uuid.UUID
) -> None:
    detail.step.done.click()
    asked = detail.steps.popover
    assert isinstance(asked, OutcomePopover)
    asked.outcome.choose_number(1)
    asked.go.click()
    done = workspace.ask(followups.load, planned.id)
    assert (done.state, done.outcome) == (FollowUpState.DONE, Outcome.REACHED)
    page.stack.undo()
    again = workspace.ask(next_of, key)
    assert again is not None and again.id == planned.id


@pytest.mark.parametrize("button", ["move_it", "snooze", "change"])
def test_the_other_acts_ask_first(detail: Detail, planned: FollowUp, button: str) -> None:
    getattr(detail.step, button).click()
    assert detail.steps.popover is not None and detail.steps.popover.isVisible()
    detail.steps.popover.close()


def test_a_series_says_how_far_it_is_and_waits_goes_on_or_stops(
    page: ProspectsPage, detail: Detail, workspace: Workspace, clock: FixedClock, key: uuid.UUID
) -> None:
    line = detail.step.series
    assert line.isHidden()
    cadence = next(each for each in workspace.ask(cadences.in_use, "en") if not each.needs_proposal)
    workspace.do(cadence_runs.start, key, cadence, now=clock.now(), zone=PARIS)
    assert (line.name.text(), line.progress.text()) == (cadence.name, f"step 1 of {len(cadence.steps)}")
    assert detail.step.cadence.isHidden()
    line.pause.click()
    assert line.pause.isHidden() and "paused" in line.progress.text()
    line.resume.click()
    assert "step 1" in line.progress.text()
    line.stop.click()
    assert line.isHidden()
    page.stack.undo()
    assert not line.isHidden()


def test_one_that_left_the_path_needs_none(
    detail: Detail, planned: FollowUp, workspace: Workspace, clock: FixedClock, key: uuid.UUID
) -> None:
    workspace.do(set_status, key, Status.LOST, now=clock.now(), reason="x", loss=LossKind.PRICE)
    assert (detail.step.when.kind, detail.step.when.text()) == ("muted", "No next step: they left the path.")
    assert detail.step.cadence.isHidden() and detail.step.gauge.isHidden()


def test_in_french(page: ProspectsPage, detail: Detail, planned: FollowUp) -> None:
    i18n.use("fr")
    page.refresh(frozenset())
    assert detail.step.when.text() == "mardi 24 novembre, 09:00"
