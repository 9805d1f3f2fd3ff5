"""Follow-ups by keys: done, moved, dropped, planned for who had none."""

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.clock import FixedClock
from desktop.models.followups import FollowUp, FollowUpState
from desktop.services.followups import next_of
from desktop.ui.followups.page import FollowUpsPage
from desktop.ui.followups.task_row import UnplannedLine
from desktop.ui.workspace import Workspace
from tests.services.test_today import prospect
from tests.ui.accessibility import nameless, rich_text_labels


@pytest.fixture
def page(qtbot, workspace: Workspace, clock: FixedClock) -> FollowUpsPage:
    workspace.do(prospect, clock, "<b>Late</b>", due=datetime.fromisoformat("2026-11-20T09:00"))
    workspace.do(prospect, clock, "Later", due=datetime.fromisoformat("2026-12-20T09:00"))
    workspace.do(prospect, clock, "Nothing")
    page = FollowUpsPage(workspace)
    qtbot.addWidget(page)
    workspace.changed.connect(page.refresh)
    page.resize(1100, 800)
    page.refresh(frozenset())
    with qtbot.waitActive(page):
        page.show()
    page.arrive()
    return page


def test_what_is_shown(page: FollowUpsPage) -> None:
    assert page.subtitle() == "1 late, 0 today, 0 in the next 7 days, 1 without a next step"
    assert len(page.lines()) == 3
    assert nameless(page) == []
    assert rich_text_labels(page) == []


@pytest.mark.parametrize(
    ("key", "state"), [(Qt.Key.Key_Space, FollowUpState.DONE), (Qt.Key.Key_Delete, FollowUpState.DROPPED)]
)
def test_done_or_dropped_and_taken_back(
    page: FollowUpsPage, workspace: Workspace, key: Qt.Key, state: FollowUpState
) -> None:
    follow_up_id = page.lines()[0].task.follow_up_id
    QTest.keyClick(page.lines()[0], key)
    assert workspace.ask(lambda session: session.get_one(FollowUp, follow_up_id).state) is state
    page.stack.undo()
    assert workspace.ask(lambda session: session.get_one(FollowUp, follow_up_id).state) is FollowUpState.OPEN


def test_a_next_step_for_who_had_none(page: FollowUpsPage, workspace: Workspace) -> None:
    line = page.lines()[2]
    assert isinstance(line, UnplannedLine)
    line.plan.click()
    form = page.plan_popover.form
    QTest.keyClicks(form.subject, "premier appel")
    QTest.keyClick(form.subject, Qt.Key.Key_Return)
    step = workspace.ask(next_of, line.prospect.prospect_id)
    assert step is not None
    assert step.subject == "premier appel"
    assert not any(isinstance(each, UnplannedLine) for each in page.lines())
    page.stack.undo()
    assert workspace.ask(next_of, line.prospect.prospect_id) is None


def test_a_date_already_past_is_said_under_it(page: FollowUpsPage, workspace: Workspace) -> None:
    QTest.keyClick(page.lines()[0], Qt.Key.Key_R)
    picker = page.move_popover.picker
    picker.set_value(datetime.fromisoformat("2026-11-02T09:00"))
    page.move_popover.go.click()
    assert "already past" in picker.field.error
    assert page.move_popover.isVisible()
    QTest.keyClick(page.move_popover, Qt.Key.Key_Escape)
