"""Every act of a call has a key, and no key does two things."""

from desktop.ui.actions import ActionRegistry
from tests.ui.calls.conftest import Rep


def test_every_key_of_the_call_is_in_the_palette_and_used_once(on_call: Rep) -> None:
    registry = ActionRegistry()
    registry.add(*on_call.page.commands())  # a key taken twice raises
    keys = [key for action in registry.visible("call") for key in action.keys]
    assert len(keys) == len(set(keys)) and len(keys) > 20
    assert all(action.text for action in registry.visible("call"))


def test_nothing_of_a_call_can_be_done_without_one(rep: Rep) -> None:
    assert [action.id for action in rep.page.commands() if action.enabled() and action.scope == "call"] == []
