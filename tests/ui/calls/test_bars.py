"""What is offered above the capture line, by keyboard, the caret staying in the line."""

from PySide6.QtCore import Qt

from desktop.models.evidence import Grade
from desktop.services import calls
from tests.ui.calls.conftest import SHIFT, Rep

KEY = Qt.Key


def test_words_are_said_back_and_confirmed_in_two_keys(on_call: Rep) -> None:
    on_call.say("We lose a day a week.")
    on_call.press(KEY.Key_F5)
    bar = on_call.page.live.bars.saying
    assert bar.isVisible() and "you lose a day a week" in bar.sentence.lower()
    assert on_call.focused is on_call.page.live.line
    on_call.press(KEY.Key_F7)
    (entry,) = on_call.workspace.ask(calls.entries, on_call.call_id)
    assert entry.grade is Grade.CONFIRMED and not bar.isVisible()
    on_call.ctrl(KEY.Key_Z)
    (entry,) = on_call.workspace.ask(calls.entries, on_call.call_id)
    assert entry.grade is Grade.STATED


def test_a_correction_is_typed_in_the_bar_and_gives_the_line_back(on_call: Rep) -> None:
    on_call.say("We lose a day a week.")
    on_call.press(KEY.Key_F5)
    on_call.press(KEY.Key_F8)
    on_call.say("Two days, in fact.")
    assert on_call.focused is on_call.page.live.line
    assert [text for _kind, text, _citable in on_call.said()] == ["We lose a day a week.", "Two days, in fact."]


def test_a_refusal_is_one_key(on_call: Rep) -> None:
    on_call.say("We lose a day a week.")
    on_call.press(KEY.Key_F5)
    on_call.press(KEY.Key_F7, SHIFT)
    assert not on_call.page.live.bars.saying.isVisible()
    assert on_call.workspace.ask(calls.entries, on_call.call_id)[0].grade is Grade.STATED


def test_answering_what_was_not_said_back_is_said(on_call: Rep) -> None:
    on_call.say("We lose a day a week.")
    on_call.press(KEY.Key_F7)
    assert "F5" in on_call.page.live.banner.text
