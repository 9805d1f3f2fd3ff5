"""The panels of a call: one key opens each, Esc gives the line back."""

import pytest
from PySide6.QtCore import Qt

from desktop.services import calls, speakers
from tests.ui.calls.conftest import CTRL, Rep

NONE = Qt.KeyboardModifier.NoModifier


@pytest.mark.parametrize(("key", "modifiers"), [(Qt.Key.Key_G, CTRL), (Qt.Key.Key_F3, NONE)])
def test_a_panel_takes_the_keys_of_the_call_and_gives_them_back(on_call: Rep, key, modifiers) -> None:
    on_call.press(key, modifiers)
    assert on_call.page.overlays.open and not on_call.page.able()
    on_call.press(Qt.Key.Key_Escape)
    assert not on_call.page.overlays.open
    assert on_call.focused is on_call.page.live.line


def test_somebody_joins_and_speaks_by_keyboard_alone(on_call: Rep) -> None:
    on_call.press(Qt.Key.Key_F3)
    on_call.type("Karim Benali, sales rep")
    on_call.press(Qt.Key.Key_Return)
    on_call.say("We lose a day.")
    found = on_call.workspace.ask(speakers.speakers_of, on_call.call_id)
    assert [person.name for person in found.people] == ["Claire Fontaine", "Karim Benali"]
    (entry,) = on_call.workspace.ask(calls.entries, on_call.call_id)
    assert entry.contact_id == found.people[1].contact_id
    on_call.press(Qt.Key.Key_F3)
    on_call.say("I decide.")
    assert on_call.workspace.ask(calls.entries, on_call.call_id)[1].contact_id == found.people[0].contact_id


def test_leaving_the_page_closes_what_is_open(on_call: Rep) -> None:
    on_call.ctrl(Qt.Key.Key_G)
    on_call.page.leave()
    assert not on_call.page.overlays.open
