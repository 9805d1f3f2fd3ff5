"""The impressions as acts of the call."""

import uuid

import pytest

from desktop.models.heat_signs import Sign
from desktop.services import calls, heat, templates
from desktop.ui.calls.running_call import RunningCall
from desktop.ui.workspace import Workspace


@pytest.fixture
def call(workspace: Workspace, clock, prospect_id: uuid.UUID) -> RunningCall:
    script, grid = templates.script("b2b", "en"), templates.grid("five-criteria", "en")
    return RunningCall(workspace, workspace.do(calls.start_call, prospect_id, script, grid, now=clock.now()))


def signs(call: RunningCall, workspace: Workspace) -> dict[Sign, int]:
    return workspace.ask(heat.feeling, call.prospect_id, call.now()).signs


def test_an_impression_has_a_name_in_the_undo(call: RunningCall, workspace: Workspace) -> None:
    assert call.feelings.set_sign(Sign.TRUST, 3)
    assert call.stack.undoText() == "impression trust = 3"
    call.undo()
    assert signs(call, workspace) == {}
    call.redo()
    assert signs(call, workspace) == {Sign.TRUST: 3}


def test_the_same_level_again_takes_it_back(call: RunningCall, workspace: Workspace) -> None:
    call.feelings.set_sign(Sign.TRUST, 0)
    call.feelings.set_sign(Sign.TRUST, 0)
    assert call.stack.undoText() == "impression trust cleared"
    assert signs(call, workspace) == {}
