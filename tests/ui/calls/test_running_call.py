"""The acts of a call, without a screen: what is on the disk, what is sent, what can be taken back."""

import uuid

import pytest

from desktop.models.calls import QuestionState
from desktop.models.matrix import Heat
from desktop.services import calls, live_call, prospects, templates
from desktop.ui.calls.running_call import RunningCall
from desktop.ui.workspace import Workspace


@pytest.fixture
def call(workspace: Workspace, clock, prospect_id: uuid.UUID) -> RunningCall:
    script, grid = templates.script("b2b", "en"), templates.grid("five-criteria", "en")
    call_id = workspace.do(calls.start_call, prospect_id, script, grid, now=clock.now())
    return RunningCall(workspace, call_id)


def test_moving_takes_the_criterion_of_the_question_to_hand(call: RunningCall) -> None:
    assert call.at_hand == "need"
    call.route.go_to("budget")
    assert call.at_hand == "budget"
    call.route.other_criterion(-1)
    assert call.at_hand == "need"
    call.route.other_criterion(-1)
    assert call.at_hand == "fit"


def test_a_question_whose_criterion_the_grid_lacks_keeps_the_last_one(workspace, clock, prospect_id) -> None:
    script, grid = templates.script("b2b", "en"), templates.grid("bant", "en")
    call = RunningCall(workspace, workspace.do(calls.start_call, prospect_id, script, grid, now=clock.now()))
    call.route.go_to("budget")
    call.route.go_to("technical")
    assert call.at_hand == "budget"


def test_the_ends_of_the_script_hold(call: RunningCall) -> None:
    call.route.move(-1)
    assert call.question.key == "opening"
    call.route.go_to("next-step")
    assert call.route.mark_and_move()
    assert call.question.key == "next-step"
    assert call.marks == {"next-step": QuestionState.ASKED}


def test_taking_back_a_question_goes_back_to_it(call: RunningCall, workspace: Workspace) -> None:
    call.route.mark_and_move()
    assert call.stack.undoText() == "question asked: Reason for the call"
    call.undo()
    assert call.question.key == "opening"
    assert workspace.ask(calls.outline, call.call_id).marks == {}


def test_heat_is_an_act_with_a_name(call: RunningCall, workspace: Workspace) -> None:
    call.lines.add("=warm")
    call.lines.add("=hot")
    assert call.stack.undoText() == "heat hot"
    call.undo()
    assert workspace.ask(prospects.load_prospect, call.prospect_id).heat is Heat.WARM
    assert call.sheet.heat is Heat.WARM


def test_without_a_verbatim_there_is_nothing_to_quote(call: RunningCall, qtbot) -> None:
    call.lines.add("- only a note")
    with qtbot.waitSignal(call.refused) as refused:
        assert not call.lines.toggle_citable()
    assert refused.args == ["There is no verbatim to quote yet: type the prospect’s words first."]
    assert call.stack.count() == 1


def test_time_is_kept_every_fifteen_seconds(call: RunningCall, workspace, clock) -> None:
    def saved() -> int:
        return workspace.ask(calls.outline, call.call_id).call.elapsed_seconds

    clock.advance(14)
    call.save_time()
    assert saved() == 0
    clock.advance(1)
    call.save_time()
    assert saved() == 15


def test_a_call_killed_before_its_time_was_kept_lasted_until_its_last_line(call: RunningCall, workspace, clock) -> None:
    clock.advance(7)
    call.lines.add("words")
    assert RunningCall(workspace, call.call_id).elapsed == 7
    clock.advance(4)
    call.route.move(1)
    assert RunningCall(workspace, call.call_id).elapsed == 11


def test_what_an_act_shows_is_between_two_signals(call: RunningCall) -> None:
    heard: list[object] = []
    call.showing.connect(heard.append)
    call.entry_added.connect(lambda entry: heard.append(entry.text))
    call.entry_dropped.connect(lambda _gone: heard.append([entry.text for entry in call.entries]))
    call.lines.add("their words")
    call.undo()
    call.redo()
    assert heard == [True, "their words", False, True, [], False, True, "their words", False]


def test_an_entry_that_comes_back_stands_at_its_place(call: RunningCall, workspace: Workspace) -> None:
    for words in ("one", "two"):
        call.lines.add(words)
    first = call.entries[0]
    call.drop_entry(first.id, workspace.do(live_call.take_back, first.id, call.sheet, at=call.now()))
    assert [entry.text for entry in call.entries] == ["two"]
    call.bring_back_entry(*workspace.do(live_call.restore_entry, first.id, call.sheet))
    assert [entry.text for entry in call.entries] == ["one", "two"]
    assert call.sheet == workspace.ask(live_call.entries_and_sheet, call.call_id)[1]


def test_a_bug_is_not_swallowed_by_the_undo_stack(call: RunningCall) -> None:
    call.scoring.score(2)

    def broken() -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        call.act("broken", broken, broken)
    call.act("fine", lambda: None, broken)
    with pytest.raises(ZeroDivisionError):
        call.undo()
