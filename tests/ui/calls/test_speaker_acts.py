import uuid

import pytest

from desktop.services import calls, prospects, templates
from desktop.ui.actions import ActionRegistry
from desktop.ui.calls.running_call import RunningCall
from desktop.ui.calls.speaker_acts import SpeakerActs, speaker_actions
from desktop.ui.workspace import Workspace


@pytest.fixture
def call(workspace: Workspace, clock, prospect_id: uuid.UUID) -> RunningCall:
    script, grid = templates.script("b2b", "en"), templates.grid("five-criteria", "en")
    return RunningCall(workspace, workspace.do(calls.start_call, prospect_id, script, grid, now=clock.now()))


@pytest.fixture
def acts(call: RunningCall) -> SpeakerActs:
    return SpeakerActs(call)


def _speaking(acts: SpeakerActs) -> str:
    assert acts.speakers.speaking is not None
    return acts.speakers.speaking.name


def test_words_are_those_of_who_is_speaking_also_after_a_crash(call: RunningCall, acts: SpeakerActs, workspace) -> None:
    call.lines.add("we lose a day")
    with_karim = acts.add("Karim Benali", "Sales director")
    call.lines.add("I do the quotes at night")
    assert with_karim
    again = RunningCall(workspace, call.call_id)
    names = SpeakerActs(again).speakers.first_names
    assert [names[entry.contact_id] for entry in again.entries] == ["Claire", "Karim"]
    assert _speaking(SpeakerActs(again)) == "Karim Benali"


def test_the_way_back_is_the_other_key_and_nothing_is_left_to_undo(call, acts, qtbot) -> None:
    acts.add("Karim")
    with qtbot.waitSignal(acts.changed):
        acts.step(1)
    assert _speaking(acts) == "Claire Fontaine"
    acts.step(-1)
    assert _speaking(acts) == "Karim"
    assert call.stack.count() == 1
    with qtbot.assertNotEmitted(acts.changed):
        assert acts.speak(acts.speakers.current)


def test_somebody_added_by_mistake_goes_and_comes_back(call, acts, workspace) -> None:
    acts.add(" Karim ")
    assert call.stack.undoText() == "person added: Karim"
    call.undo()
    assert (_speaking(acts), acts.speakers.several) == ("Claire Fontaine", False)
    assert workspace.ask(calls.outline, call.call_id).call.speaker_id is None
    call.redo()
    call.redo()
    assert _speaking(acts) == "Karim"
    assert len(workspace.ask(prospects.load_prospect, call.prospect_id).contacts) == 2


def test_a_nameless_person_is_refused_and_somebody_gone_cannot_speak(call, acts, workspace, clock, qtbot) -> None:
    with qtbot.waitSignal(call.refused):
        assert not acts.add("  ")
    assert call.stack.count() == 0
    acts.add("Karim")
    karim = acts.speakers.current
    acts.step(1)
    workspace.do(prospects.remove_contact, karim, at=clock.now())
    with qtbot.waitSignal(call.refused):
        assert not acts.speak(karim)
    assert _speaking(acts) == "Claire Fontaine"


def test_f3_goes_round_or_asks_for_a_name_when_one_is_alone(acts: SpeakerActs) -> None:
    asked: list[bool] = []
    actions = speaker_actions(lambda: acts, lambda: True, lambda: asked.append(True))
    registry = ActionRegistry()
    registry.add(*actions)
    assert {action.keys for action in actions} == {("F3",), ("Shift+F3",), ()}
    following, previous = registry.get("call.next_speaker"), registry.get("call.previous_speaker")
    following.trigger()
    assert asked == [True]
    acts.add("Karim")
    acts.add("Léa")
    following.trigger()
    assert _speaking(acts) == "Claire Fontaine"
    previous.trigger()
    assert (_speaking(acts), asked) == ("Léa", [True])
    registry.get("call.speaker").trigger()
    assert len(asked) == 2


def test_outside_a_call_the_keys_do_nothing() -> None:
    for action in speaker_actions(lambda: None, lambda: False, lambda: pytest.fail("asked")):
        action.trigger()
    speaker_actions(lambda: None, lambda: True, lambda: pytest.fail("asked"))[0].trigger()
