"""The grid of a prospect, criterion by criterion, in the words of each level."""

import uuid

from desktop.clock import FixedClock
from desktop.models.matrix import Heat
from desktop.services import calls, prospects, templates
from desktop.ui.prospects.detail import Detail
from desktop.ui.workspace import Workspace
from tests.ui.prospects.conftest import visible_texts

GRID = templates.grid("five-criteria", "en")


def test_before_the_first_call_it_says_when_it_fills_in(detail: Detail) -> None:
    assert "No call yet: the grid fills in while you listen." in visible_texts(detail.grid)
    assert GRID.criteria[0].name not in visible_texts(detail.grid)


def test_each_level_in_its_words_and_what_was_not_asked(
    detail: Detail, workspace: Workspace, clock: FixedClock, key: uuid.UUID
) -> None:
    call_id = workspace.do(calls.start_call, key, templates.script("b2b", "en"), GRID, now=clock.now())
    workspace.do(calls.set_score, call_id, GRID.criteria[0].key, 3, at=clock.now())
    workspace.do(calls.set_score, call_id, GRID.criteria[1].key, "?", at=clock.now())
    shown = visible_texts(detail.grid)
    assert "No call yet: the grid fills in while you listen." not in shown
    assert GRID.criteria[0].levels[3] in shown
    assert shown.count("asked, unknown") == 1
    assert shown.count("not asked") == 3
    assert "3 to 15 out of 15" in shown
    assert "1 of 5 filled in" in shown
    assert "Choose the heat." in shown


def test_with_a_heat_it_says_what_to_do(
    detail: Detail, workspace: Workspace, clock: FixedClock, key: uuid.UUID
) -> None:
    call_id = workspace.do(calls.start_call, key, templates.script("b2b", "en"), GRID, now=clock.now())
    for criterion in GRID.criteria:
        workspace.do(calls.set_score, call_id, criterion.key, 3, at=clock.now())
    workspace.do(prospects.set_heat, key, Heat.HOT, now=clock.now())
    shown = visible_texts(detail.grid)
    assert "15 out of 15" in shown
    assert "Choose the heat." not in shown
