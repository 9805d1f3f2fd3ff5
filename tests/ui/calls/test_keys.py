from desktop.models.matrix import Heat
from tests.ui.calls.conftest import Rep


def test_an_action_does_from_the_palette_what_its_key_does(on_call: Rep) -> None:
    actions = {action.id: action for action in on_call.page.commands()}
    actions["call.score_2"].trigger()
    actions["call.heat_hot"].trigger()
    assert on_call.saved_sheet().row("need").answer == 2
    assert on_call.saved_sheet().heat is Heat.HOT
    actions["call.following_question"].trigger()
    assert on_call.saved_call().question == "objective"


def test_nothing_can_be_done_before_the_call_nor_after(rep: Rep) -> None:
    actions = {action.id: action for action in rep.page.commands()}
    assert not any(actions[name].enabled() for name in actions)
    actions["call.next"].trigger()
    assert rep.page.call is None
