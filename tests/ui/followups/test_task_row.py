"""One line of Follow-ups: what it shows, says aloud and asks; in red once late, without a company said twice."""

from datetime import datetime

import pytest

from desktop.clock import FixedClock
from desktop.models.matrix import Heat
from desktop.services.board import Board, board
from desktop.ui.followups.task_row import TaskLine, UnplannedLine
from desktop.ui.widgets.heat import HeatLabel
from desktop.ui.widgets.labels import PlainLabel
from desktop.ui.workspace import Workspace
from tests.hostile import MARKUP
from tests.services.test_today import prospect
from tests.ui.accessibility import nameless, rich_text_labels


@pytest.fixture
def found(workspace: Workspace, clock: FixedClock) -> Board:
    workspace.do(prospect, clock, MARKUP[1], heat=Heat.HOT, due=datetime.fromisoformat("2026-11-20T09:00"))
    workspace.do(prospect, clock, "Kerbrat", due=datetime.fromisoformat("2026-11-23T14:00"))
    workspace.do(prospect, clock, MARKUP[0], heat=Heat.COLD)
    return workspace.ask(board, clock.now())


@pytest.fixture
def late(qtbot, found: Board, clock: FixedClock) -> TaskLine:
    line = TaskLine(found.late.tasks[0], clock.today())
    qtbot.addWidget(line)
    return line


@pytest.fixture
def unplanned(qtbot, found: Board) -> UnplannedLine:
    line = UnplannedLine(found.unplanned[0])
    qtbot.addWidget(line)
    return line


def test_late_is_red_and_said(late: TaskLine) -> None:
    assert (late.when.text(), late.when.kind) == ("Fri 20 Nov 09:00", "danger")
    company = MARKUP[1]
    assert late.accessibleName() == (
        f"Fri 20 Nov 09:00 · late · {company} person · {company} · budget · Phone · Validation"
    )
    assert (nameless(late), rich_text_labels(late)) == ([], [])


def test_today_is_an_hour(qtbot, found: Board, clock: FixedClock) -> None:
    line = TaskLine(found.today.tasks[0], clock.today())
    qtbot.addWidget(line)
    assert (line.when.text(), line.when.kind) == ("14:00", "strong")
    assert line.findChildren(HeatLabel) == []


def test_each_button_asks_its_own(late: TaskLine) -> None:
    said: list[str] = []
    late.chosen.connect(said.append)
    for button in (late.done, late.anchor, late.call):
        button.click()
    assert said == ["done", "move", "call"]
    assert late.done.accessibleName().startswith("Done · ")


def test_a_prospect_without_a_step_is_offered_one(unplanned: UnplannedLine, qtbot) -> None:
    said: list[str] = []
    unplanned.chosen.connect(said.append)
    unplanned.plan.click()
    unplanned.call.click()
    assert said == ["plan", "call"]
    assert [label.heat for label in unplanned.findChildren(HeatLabel)] == ["cold"]
    assert f"{MARKUP[0]} · {MARKUP[0]} person" in [label.text() for label in unplanned.findChildren(PlainLabel)]
    assert (nameless(unplanned), rich_text_labels(unplanned)) == ([], [])
