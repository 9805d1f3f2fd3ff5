"""Where the keys lead, by acts on a real file: the kept questions, the fit test and back, the advised one."""

import uuid
from collections.abc import Callable

import pytest

from desktop.clock import FixedClock
from desktop.models.calls import QuestionState
from desktop.services import calls, templates
from desktop.ui.calls.running_call import RunningCall
from desktop.ui.workspace import Workspace

ASKED, SKIPPED = QuestionState.ASKED, QuestionState.SKIPPED
Begin = Callable[..., RunningCall]


@pytest.fixture
def begin(workspace: Workspace, clock: FixedClock, prospect_id: uuid.UUID) -> Begin:
    def start(minutes: int = 30, script: str = "b2b", fit_test: bool = True) -> RunningCall:
        grid, plain = templates.grid("five-criteria", "en"), templates.script(script, "en")
        whole = templates.with_fit_test(plain, grid) if fit_test else plain
        key = workspace.do(calls.start_call, prospect_id, whole, grid, now=clock.now(), planned_minutes=minutes)
        return RunningCall(workspace, key)

    return start


@pytest.fixture
def call(begin: Begin) -> RunningCall:
    return begin()


def saved(call: RunningCall) -> tuple[str, dict[str, QuestionState]]:
    outline = call.ask(calls.outline, call.call_id)
    return outline.call.question, dict(outline.marks)


def test_the_fit_test_is_entered_at_the_first_answer_not_known_and_left_again(call: RunningCall) -> None:
    call.route.go_to("tools")
    call.scoring.score(2, "need")
    call.route.toggle_fit_test()
    assert saved(call)[0] == "fit-urgency" and call.at_hand == "timing"
    assert call.route.in_fit_test
    call.route.toggle_fit_test()
    assert saved(call)[0] == "tools"


def test_next_walks_the_fit_test_then_returns_where_the_script_was(call: RunningCall) -> None:
    call.route.go_to("tools")
    call.route.toggle_fit_test()
    walked = [call.question.key]
    for _step in range(3):
        call.route.mark_and_move()
        walked.append(call.question.key)
    assert walked == ["fit-objective", "fit-urgency", "fit-decision", "tools"]
    assert saved(call)[1] == dict.fromkeys(("fit-objective", "fit-urgency", "fit-decision"), ASKED)
    assert call.asked == 0


def test_next_passes_what_became_known_meanwhile(call: RunningCall) -> None:
    call.route.toggle_fit_test()
    call.scoring.score(3, "timing")
    call.route.mark_and_move()
    assert call.question.key == "fit-decision"


def test_the_walk_is_taken_back_and_done_again_step_by_step(call: RunningCall) -> None:
    call.route.go_to("tools")
    call.route.toggle_fit_test()
    before = saved(call)
    for _step in range(3):
        call.route.mark_and_move()
    after = saved(call)
    for _step in range(3):
        call.undo()
    assert saved(call) == before == ("fit-objective", {})
    for _step in range(3):
        call.redo()
    assert saved(call) == after


def test_the_arrows_go_through_the_fit_test_and_out_of_it_at_both_ends(call: RunningCall) -> None:
    call.route.go_to("budget")
    call.route.toggle_fit_test()
    call.route.move(1)
    assert call.question.key == "fit-urgency"
    call.route.move(-1)
    call.route.move(-1)
    assert call.question.key == "budget"


def test_a_call_killed_in_the_fit_test_finds_its_way_back(call: RunningCall, workspace: Workspace) -> None:
    call.route.mark_and_move()
    call.route.toggle_fit_test()
    again = RunningCall(workspace, call.call_id)
    assert again.route.in_fit_test
    again.route.toggle_fit_test()
    assert again.question.key == "objective"


def test_a_fit_test_with_nothing_left_to_learn_says_so(call: RunningCall, qtbot) -> None:
    for criterion in ("need", "timing", "authority"):
        call.scoring.score(2, criterion)
    with qtbot.waitSignal(call.refused) as refused:
        call.route.toggle_fit_test()
    assert "nothing left to learn" in refused.args[0] and call.question.key == "opening"


@pytest.mark.parametrize(("script", "fit_test"), [("b2b", False), ("fit-test", True)])
def test_a_call_without_a_fit_test_says_why(begin: Begin, qtbot, script: str, fit_test: bool) -> None:
    call = begin(script=script, fit_test=fit_test)
    assert not call.route.has_fit_test
    with qtbot.waitSignal(call.refused) as refused:
        call.route.toggle_fit_test()
    assert refused.args[0] == call.route.no_fit_test() != ""


def test_next_passes_what_was_asked_early_and_what_there_is_no_time_for(begin: Begin) -> None:
    call = begin(minutes=10)
    assert {"obstacle", "consequence"} <= call.route.compass().plan.dropped
    call.route.mark_and_move()
    call.route.mark_and_move()
    assert call.question.key == "urgency"
    # Reached all the same, by the arrows.
    call.route.move(-1)
    assert call.question.key == "consequence"


def test_in_three_minutes_next_goes_through_the_fit_test_to_the_next_step(begin: Begin, clock: FixedClock) -> None:
    call = begin(minutes=3)
    walked = []
    for _step in range(4):
        call.route.mark_and_move()
        call.scoring.score(2)
        clock.advance(30)
        walked.append(call.question.key)
    assert walked == ["fit-objective", "fit-urgency", "fit-decision", "next-step"]


def test_more_time_brings_back_what_was_dropped(begin: Begin, qtbot) -> None:
    call = begin(minutes=3)
    assert "objective" in call.route.compass().plan.dropped
    with qtbot.waitSignal(call.moved):
        call.route.set_planned(30)
    assert not call.route.compass().plan.dropped
    assert call.ask(calls.outline, call.call_id).call.planned_minutes == 30


def test_the_advised_question_is_one_key_away(call: RunningCall) -> None:
    assert call.route.compass().advice.question.key == "objective"
    call.route.go_to_advised()
    assert saved(call)[0] == "objective"
    for criterion in ("need", "budget", "timing", "fit"):
        call.scoring.score(2, criterion)
    call.route.go_to_advised()
    assert saved(call)[0] == "decision"


def test_with_nothing_left_to_ask_the_advice_says_so(call: RunningCall, qtbot) -> None:
    for criterion in ("need", "budget", "timing", "fit", "authority"):
        call.scoring.score(3, criterion)
    call.route.go_to_advised()
    assert call.question.key == "next-step"
    call.route.mark_and_move()
    with qtbot.waitSignal(call.refused):
        call.route.go_to_advised()


def test_the_compass_is_read_again_only_when_something_changed(call: RunningCall, clock: FixedClock) -> None:
    first = call.route.compass()
    call.lines.add("We lose a day a week")
    assert call.route.compass() is first
    clock.advance(59)
    assert call.route.compass() is first
    clock.advance(1)
    later = call.route.compass()
    assert later is not first and later.plan.left == 29 * 60
    call.scoring.score(2)
    assert call.route.compass() is not later


def test_time_on_the_screen_is_not_counted_twice(begin: Begin, clock: FixedClock) -> None:
    call = begin(minutes=12)
    call.route.go_to("objective")
    kept = call.route.compass().plan.kept
    clock.advance(100)
    assert call.route.compass().plan.kept == kept
