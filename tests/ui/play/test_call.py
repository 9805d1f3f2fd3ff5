"""The steps of a call, one by one, in the capture line that keeps the focus."""

import pytest

from desktop.models.calls import Entry, QuestionState
from desktop.services import calls, grids
from desktop.services.calls import Outline
from desktop.services.conversation_forms import Conversation
from desktop.ui.play.call import CallPilot
from desktop.ui.play.keys import PlayError
from desktop.ui.play.prospect import ProspectPilot
from desktop.ui.play.stage import Stage
from desktop.ui.play.start import StartPilot


def pilot(opened: Stage, conversation: Conversation, pictures: list[str]) -> CallPilot:
    ProspectPilot(opened, conversation, pictures.append).play()
    StartPilot(opened, conversation.conversation).play()
    return CallPilot(opened.hands, opened.workspace, opened.clock, conversation, pictures.append)


def held(opened: Stage) -> tuple[Outline, list[Entry], grids.GridSheet]:
    running = opened.workspace.ask(calls.running_call)
    assert running is not None
    ask = opened.workspace.ask
    return ask(calls.outline, running), ask(calls.entries, running), ask(grids.call_sheet, running)


def test_every_act_is_on_the_disk(opened, written, pictures: list[str]):
    steps = """
[[steps]]
score = 3
[[steps]]
unknown = true
criterion = "fit"
[[steps]]
ask = "budget"
[[steps]]
wait = 40
say = "- 15 k€, à voir…"
[[steps]]
say = "Rien avant l’été : « on verra »."
[[steps]]
citable = true
[[steps]]
score = 0
[[steps]]
heat = "warm"
[[steps]]
ask = "obstacle"
[[steps]]
next = true
"""
    pilot(opened, written(steps), pictures).play()
    outline, entries, sheet = held(opened)
    assert [(each.kind, each.text, each.citable) for each in entries] == [
        ("verbatim", "We lose a day a week.", True),
        ("note", "15 k€, à voir…", False),
        ("verbatim", "Rien avant l’été : « on verra ».", True),
    ]
    assert [each.question for each in entries] == ["objective", "budget", "budget"]
    assert entries[1].offset_seconds == 40
    assert {row.criterion.key: row.answer for row in sheet.rows} == {
        "need": 3,
        "budget": 0,
        "authority": "",
        "timing": "",
        "fit": "?",
    }
    assert sheet.heat == "warm"
    assert outline.marks == dict.fromkeys(("objective", "budget", "obstacle"), QuestionState.ASKED)
    assert outline.call.question == "consequence"


def test_the_same_score_twice_does_not_clear_it(opened, written, pictures: list[str]):
    pilot(opened, written("[[steps]]\nscore = 2\n[[steps]]\nscore = 2\n"), pictures).play()
    assert held(opened)[2].row("need").answer == 2


def test_pictures_are_taken_on_the_way(opened, written, pictures: list[str]):
    pilot(opened, written("[[steps]]\nwait = 5\n[[steps]]\nwait = 5\n"), pictures).play()
    assert pictures == ["new-prospect", "prospect", "call-begins", "call", "call-ends"]


def test_a_play_that_loses_the_line_stops(opened, written, pictures: list[str]):
    played = pilot(opened, written(), pictures)
    opened.hands.press("Esc")
    with pytest.raises(PlayError, match="the focus has left the capture line"):
        played.play()


def test_there_must_be_a_call(opened, written, pictures: list[str]):
    with pytest.raises(PlayError, match="no call is running"):
        CallPilot(opened.hands, opened.workspace, opened.clock, written(), pictures.append)
