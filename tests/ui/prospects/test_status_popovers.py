"""What a status asks: one line against the facts, a day to wake up, a kind that is counted."""

import uuid
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.clock import FixedClock
from desktop.models.statuses import LossKind, Status
from desktop.services.prospects import load_prospect
from desktop.services.status_moves import set_status, status_changes
from desktop.ui.prospects.detail import Detail
from desktop.ui.prospects.page import ProspectsPage
from desktop.ui.prospects.status_popovers import StatusPopover
from desktop.ui.workspace import Workspace
from tests.ui.accessibility import nameless, rich_text_labels


@pytest.fixture
def saved(workspace: Workspace, key: uuid.UUID):
    return lambda: workspace.ask(load_prospect, key)


@pytest.fixture
def popover(detail: Detail) -> StatusPopover:
    return detail.acts.popover


def test_against_the_facts_a_line_is_asked_and_kept(
    page: ProspectsPage, detail: Detail, popover: StatusPopover, workspace: Workspace, saved, key: uuid.UUID
) -> None:
    detail.head.choose_status(Status.QUALIFIED)
    assert popover.why.text() == "The facts say “lead”. Your line is kept with what was suggested."
    assert popover.wake_field.isHidden() and popover.losses.isHidden()
    popover.go.click()
    assert popover.field.error and saved().status is Status.LEAD
    QTest.keyClicks(popover.reason, "signed budget <b>seen</b>")
    QTest.keyClick(popover.reason, Qt.Key.Key_Return)
    assert not popover.isVisible()
    (move,) = workspace.ask(status_changes, key)
    assert (saved().status, move.reason, move.suggested) == (Status.QUALIFIED, "signed budget <b>seen</b>", Status.LEAD)
    page.stack.undo()
    assert (saved().status, workspace.ask(status_changes, key)) == (Status.LEAD, [])
    page.stack.redo()
    assert workspace.ask(status_changes, key)[0].id == move.id


def test_set_aside_with_a_day_in_words(detail: Detail, popover: StatusPopover, saved) -> None:
    detail.head.choose_status(Status.SHELVED)
    QTest.keyClicks(popover.reason, "merger")
    QTest.keyClicks(popover.wake, "whenever")
    QTest.keyClick(popover.wake, Qt.Key.Key_Return)
    assert popover.isVisible() and "March" in popover.wake_field.error
    popover.wake.clear()
    QTest.keyClicks(popover.wake, "in 3 months")
    assert popover.day.text() == "Tuesday 23 February 2027"
    QTest.keyClick(popover.wake, Qt.Key.Key_Return)
    assert (saved().status, saved().wake_on) == (Status.SHELVED, date(2027, 2, 23))
    assert not detail.fields.fields["wake_on"].isHidden()


def test_lost_by_a_digit_and_a_line(
    detail: Detail, popover: StatusPopover, workspace: Workspace, clock: FixedClock, saved, other: uuid.UUID, key
) -> None:
    workspace.do(set_status, other, Status.LOST, now=clock.now(), reason="x", loss=LossKind.NO_DECISION)
    detail.head.choose_status(Status.LOST)
    assert popover.counts.text() == "Lost so far: no decision 1"
    popover.go.click()
    assert "counted" in popover.losses.error
    popover.loss.chip(LossKind.PRICE).setFocus()
    QTest.keyClick(popover.loss.chip(LossKind.PRICE), Qt.Key.Key_4)
    assert popover.loss.value == LossKind.COMPETITOR
    popover.go.click()
    assert popover.field.error
    QTest.keyClicks(popover.reason, "4 users only")
    QTest.keyClick(popover.reason, Qt.Key.Key_Return)
    (move,) = workspace.ask(status_changes, key)
    assert (saved().status, move.loss, move.reason) == (Status.LOST, LossKind.COMPETITOR, "4 users only")
    assert nameless(popover) == [] and rich_text_labels(popover) == []
