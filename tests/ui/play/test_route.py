"""From one question to another by keys, wherever the time there is leads."""

import pytest

from desktop.models.calls import QuestionState
from desktop.services import calls
from desktop.services.conversation_steps import Step
from desktop.ui.play.held import HeldCall
from desktop.ui.play.keys import PlayError
from desktop.ui.play.route import RoutePilot


@pytest.fixture
def route(begun: HeldCall) -> RoutePilot:
    return RoutePilot(begun)


def play(route: RoutePilot, **step: object) -> bool:
    return route.play(Step.model_validate(step))


def test_a_question_is_reached_forwards_and_backwards(begun: HeldCall, route: RoutePilot):
    for key in ("choice", "opening", "budget"):
        assert play(route, ask=key)
        assert begun.question == key


def test_a_question_that_was_worked_on_is_left_as_asked(begun: HeldCall, route: RoutePilot):
    play(route, ask="budget")
    play(route, ask="decision")
    play(route, next=True)
    marks = begun.stage.workspace.ask(calls.outline, begun.call_id).marks
    assert marks == {"budget": QuestionState.ASKED, "decision": QuestionState.ASKED}


def test_the_fit_test_and_back(begun: HeldCall, route: RoutePilot):
    play(route, fit_test=True)
    assert begun.question == "fit-objective"
    play(route, ask="fit-decision")
    assert begun.question == "fit-decision"
    play(route, ask="budget")
    assert begun.question == "budget"


def test_a_fit_test_with_nothing_left_to_learn_stops_the_play(begun: HeldCall, route: RoutePilot):
    for criterion in ("need", "timing", "authority"):
        begun.running.scoring.score(2, criterion)
    with pytest.raises(PlayError, match="the fit test does not begin or end: The fit test has nothing left"):
        play(route, fit_test=True)


def test_the_advised_question_is_the_one_of_the_compass(begun: HeldCall, route: RoutePilot):
    play(route, advised=True)
    advised = begun.running.route.compass().advice.question
    assert advised is not None and begun.question == advised.key


def test_the_time_left_is_counted_from_now(begun: HeldCall, route: RoutePilot):
    begun.stage.clock.advance(120)
    play(route, minutes=3)
    assert begun.call.planned_minutes == 5
    assert begun.line().hasFocus()


def test_what_is_not_about_the_way_is_left_to_others(route: RoutePilot):
    assert not play(route, say="Words.")
    assert not play(route, wait=3)
