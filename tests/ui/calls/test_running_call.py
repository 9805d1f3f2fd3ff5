"""The acts of a call, without a screen: what is on the disk, what is sent, what can be taken back."""

import uuid

import pytest

from desktop.models.calls import QuestionState
from desktop.models.matrix import Heat
from desktop.services import calls, prospects, templates
from desktop.ui.calls.running_call import RunningCall
from desktop.ui.workspace import Workspace


@pytest.fixture
def call(workspace: Workspace, clock, prospect_id: uuid.UUID) -> RunningCall:
    script, grid = templates.script("b2b", "en"), templates.grid("five-criteria", "en")
    call_id = workspace.do(calls.start_call, prospect_id, script, grid, now=clock.now())
    return RunningCall(workspace, call_id)


def test_moving_takes_the_criterion_of_the_question_to_hand(call: RunningCall) -> None:
    assert call.at_hand == "need"
    call.go_to("budget")
    assert call.at_hand == "budget"
    call.other_criterion(-1)
    assert call.at_hand == "need"
    call.other_criterion(-1)
    assert call.at_hand == "fit"


def test_a_question_whose_criterion_the_grid_lacks_keeps_the_last_one(workspace, clock, prospect_id) -> None:
    script, grid = templates.script("b2b", "en"), templates.grid("bant", "en")
    call = RunningCall(workspace, workspace.do(calls.start_call, prospect_id, script, grid, now=clock.now()))
    call.go_to("budget")
    call.go_to("technical")
    assert call.at_hand == "budget"


def test_the_ends_of_the_script_hold(call: RunningCall) -> None:
    call.move(-1)
    assert call.question.key == "opening"
    call.go_to("next-step")
    assert call.mark_and_move()
    assert call.question.key == "next-step"
    assert call.marks == {"next-step": QuestionState.ASKED}


def test_taking_back_a_question_goes_back_to_it(call: RunningCall, workspace: Workspace) -> None:
    call.mark_and_move()
    assert call.stack.undoText() == "question asked: Reason for the call"
    call.undo()
    assert call.question.key == "opening"
    assert workspace.ask(calls.outline, call.call_id).marks == {}


def test_heat_is_an_act_with_a_name(call: RunningCall, workspace: Workspace) -> None:
    call.add_line("=warm")
    call.add_line("=hot")
    assert call.stack.undoText() == "heat hot"
    call.undo()
    assert workspace.ask(prospects.load_prospect, call.prospect_id).heat is Heat.WARM
    assert call.sheet.heat is Heat.WARM


def test_without_a_verbatim_there_is_nothing_to_quote(call: RunningCall, qtbot) -> None:
    call.add_line("- only a note")
    with qtbot.waitSignal(call.refused) as refused:
        assert not call.toggle_citable()
    assert refused.args == ["There is no verbatim to quote yet: type the prospect’s words first."]
    assert call.stack.count() == 1


def test_time_is_kept_every_fifteen_seconds_and_with_each_act(call: RunningCall, workspace, clock) -> None:
    def saved() -> int:
        return workspace.ask(calls.outline, call.call_id).call.elapsed_seconds

    clock.advance(14)
    call.save_time()
    assert saved() == 0
    clock.advance(1)
    call.save_time()
    assert saved() == 15
    clock.advance(4)
    call.score(2)
    assert saved() == 19
    clock.advance(3)
    call.add_line("words")
    assert saved() == 22


def test_a_bug_is_not_swallowed_by_the_undo_stack(call: RunningCall) -> None:
    call.score(2)

    def broken() -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        call._act("broken", broken, broken)
    call._act("fine", lambda: None, broken)
    with pytest.raises(ZeroDivisionError):
        call.undo()
