"""Every line of the capture grammar is typed, and found on the disk."""

import pytest

from desktop.models.matrix import Heat
from desktop.services import followups
from desktop.ui.play.held import HeldCall, Noticed
from desktop.ui.play.keys import PlayError
from desktop.ui.play.lines import LinePilot


@pytest.fixture
def noticed() -> Noticed:
    return Noticed()


@pytest.fixture
def lines(begun: HeldCall, noticed: Noticed) -> LinePilot:
    return LinePilot(begun, noticed)


@pytest.mark.parametrize(
    ("words", "kind"), [("And time.", "verbatim"), ("- a note", "note"), ("! dear", "objection"), ("? how", "question")]
)
def test_an_entry_of_each_kind(begun: HeldCall, lines: LinePilot, words: str, kind: str):
    lines.say(words)
    assert begun.entries[-1].kind == kind


def test_tags_go_on_the_last_entry_and_off_it(begun: HeldCall, lines: LinePilot):
    lines.say("# impact, Marge")
    lines.say("# -marge")
    assert begun.entries[-1].tags == ["impact"]


def test_a_step_is_fixed_in_the_middle_of_the_call(begun: HeldCall, lines: LinePilot, noticed: Noticed):
    lines.say("@fri 10am confirm the option")
    step = begun.stage.workspace.ask(followups.of_call, begun.call_id)
    assert step is not None and step.due_local.isoformat() == noticed.step_typed == "2026-11-27T10:00:00"


def test_the_heat_is_typed(begun: HeldCall, lines: LinePilot):
    lines.say_heat(Heat.HOT)
    assert begun.sheet.heat is Heat.HOT
    lines.say("=cold")
    assert begun.sheet.heat is Heat.COLD


def test_the_last_entry_is_typed_again(begun: HeldCall, lines: LinePilot):
    lines.say("We loose time.")
    lines.correct("We lose time.")
    last = begun.entries[-1]
    assert (last.text, last.corrected) == ("We loose time.", "We lose time.")
    lines.correct("! We lose time.")
    assert (begun.entries[-1].kind, len(begun.entries)) == ("objection", 2)


def test_a_line_that_does_nothing_stops_the_play(lines: LinePilot):
    with pytest.raises(PlayError, match="the capture line keeps “# -absent”"):
        lines.say("# -absent")


def test_words_already_quotable_stay_so(begun: HeldCall, lines: LinePilot):
    lines.allow_last()
    assert begun.last_verbatim().citable
    lines.say("And time.")
    lines.allow_last()
    assert begun.last_verbatim().citable
