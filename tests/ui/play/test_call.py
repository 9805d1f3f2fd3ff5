"""The steps of a call, one by one, in the capture line that keeps the focus."""

import pytest

from desktop.models.calls import Entry, QuestionState
from desktop.services import calls, grids
from desktop.services.calls import Outline
from desktop.ui.play.call import CallPilot
from desktop.ui.play.held import Noticed
from desktop.ui.play.keys import PlayError
from desktop.ui.play.stage import Stage


def held(opened: Stage) -> tuple[Outline, list[Entry], grids.GridSheet]:
    running = opened.workspace.ask(calls.running_call)
    assert running is not None
    ask = opened.workspace.ask
    return ask(calls.outline, running), ask(calls.entries, running), ask(grids.call_sheet, running)


def test_every_act_is_on_the_disk(opened, pilot):
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
    pilot(steps).play()
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


def test_a_call_that_is_left_stays_on_its_question(opened, pilot):
    pilot().play(leave=True)
    outline, _entries, _sheet = held(opened)
    assert (outline.call.question, outline.marks) == ("objective", {})


@pytest.mark.parametrize(
    ("steps", "left"),
    [
        ('[[steps]]\nsay = "And time."\ncitable = true\n[[steps]]\nundo = true\n', ["We lose a day a week."]),
        (
            '[[steps]]\nsay = "And time."\n[[steps]]\nscore = 2\n[[steps]]\nundo = true\n[[steps]]\nundo = true\n',
            ["We lose a day a week."],
        ),
        (
            '[[steps]]\nsay = "And time."\n[[steps]]\nscore = 2\n[[steps]]\nundo = true\n',
            [
                "We lose a day a week.",
                "And time.",
            ],
        ),
    ],
)
def test_a_step_is_taken_back_whole(opened, pilot, steps: str, left: list[str]):
    pilot(steps).play()
    _outline, entries, sheet = held(opened)
    assert [entry.text for entry in entries] == left
    assert sheet.row("need").answer == ""


def test_a_contradiction_on_the_screen_is_noticed_once(opened, pilot):
    steps = """
[[steps]]
ask = "decision"
[[steps]]
score = 3
[[steps]]
say = "I decide, but I have to talk to my partner about it."
[[steps]]
say = "- a note"
"""
    noticed = Noticed()
    pilot(steps, noticed=noticed).play()
    assert noticed.contradictions, "the bar shows a contradiction"
    assert len({each["rule"] for each in noticed.contradictions}) == len(noticed.contradictions)
    assert all(each["ask"].endswith("?") and each["fact"] for each in noticed.contradictions)


def test_pictures_are_taken_on_the_way(pilot, pictures: list[str]):
    pilot("[[steps]]\nwait = 5\n[[steps]]\nwait = 5\n").play()
    assert pictures == ["new-prospect", "prospect", "call-begins", "call", "call-ends"]


def test_a_play_that_loses_the_line_stops(opened, pilot):
    played = pilot()
    opened.hands.press("Esc")
    with pytest.raises(PlayError, match="the focus has left the capture line"):
        played.play()


def test_a_step_that_leads_away_from_its_question_stops(opened, pilot):
    """As a key would that the field lets go on to the screen behind."""
    played = pilot()
    live = opened.shell.pages.call.live
    live.line.submitted.connect(lambda _text: opened.shell.pages.call.running().route.mark_and_move())
    with pytest.raises(PlayError, match="“say” leads from “objective” to “obstacle”"):
        played.play()


def test_there_must_be_a_call(opened, written):
    with pytest.raises(PlayError, match="no call is running"):
        CallPilot(opened, written().steps, lambda _name: None)
