"""The call as a play sees it: the disk, and the line."""

import pytest

from desktop.ui.play.held import HeldCall
from desktop.ui.play.keys import PlayError


def test_what_is_on_the_disk_is_read(begun: HeldCall):
    assert (begun.question, begun.call.planned_minutes) == ("objective", 30)
    assert begun.last_verbatim().text == "We lose a day a week."
    assert begun.speakers.speaking is not None and begun.speakers.speaking.name == "Claire"
    assert begun.sheet.row("need").answer == ""


def test_each_act_counts_as_one_to_undo(begun: HeldCall):
    before = begun.acts
    begun.type_line("And time.")
    assert begun.acts == before + 1


def test_a_line_that_is_refused_stops_the_play(begun: HeldCall):
    with pytest.raises(PlayError, match="the capture line keeps “=boiling”: “boiling” is not a heat"):
        begun.type_line("=boiling")


def test_a_line_without_the_focus_stops_the_play(begun: HeldCall):
    begun.hands.press("Esc")
    with pytest.raises(PlayError, match="the focus has left the capture line"):
        begun.line()


def test_a_call_that_is_no_longer_there_is_told(begun: HeldCall):
    begun.stage.shell.pages.call.call.leave()
    begun.stage.shell.pages.call._forget_call()
    with pytest.raises(PlayError, match="the call is not on the screen"):
        _ = begun.running
