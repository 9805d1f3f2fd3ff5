"""The call begins with what the file asks for, whatever the panel proposes."""

import pytest

from desktop.services import calls
from desktop.ui.play.keys import PlayError
from desktop.ui.play.prospect import ProspectPilot
from desktop.ui.play.start import StartPilot


@pytest.mark.parametrize(
    ("script", "grid", "minutes"), [("b2b", "five-criteria", 30), ("fit-test", "bant", 10), ("b2b", "bant", 12)]
)
def test_script_grid_and_time_are_those_of_the_file(opened, written, pictures, script: str, grid: str, minutes: int):
    conversation = written(script=f'script = "{script}"\nminutes = {minutes}', grid=f'grid = "{grid}"')
    ProspectPilot(opened, conversation, pictures.append).play()
    StartPilot(opened, conversation.conversation).play()
    running = opened.workspace.ask(calls.running_call)
    call = opened.workspace.ask(calls.outline, running).call
    assert (call.script.key, call.grid.key, call.planned_minutes) == (script, grid, minutes)
    assert opened.shell.pages.call.live.line.hasFocus()


def test_without_a_prospect_there_is_nothing_to_start(opened, written):
    opened.hands.patience = 0.2
    with pytest.raises(PlayError, match=r"the start of the call: still not there after 0\.2 s"):
        StartPilot(opened, written().conversation).play()
