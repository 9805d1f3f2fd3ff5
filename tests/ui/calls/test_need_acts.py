"""Needs during a call: made of what was just typed, shown as the call goes on, each act undone with the call's."""

from PySide6.QtCore import Qt

from desktop.models.need_kinds import NeedKind
from desktop.ui.calls.need_acts import need_actions
from tests.ui.calls.needs_case import Desk, desk  # noqa: F401


def test_f4_makes_a_need_of_the_last_verbatim_once(desk: Desk) -> None:  # noqa: F811
    assert not desk.acts.from_last()
    desk.call.route.go_to("obstacle")
    words = desk.say("The CRM is a monster.", "- a sore subject")[0]
    told: list[str] = []
    desk.call.told.connect(told.append)
    assert desk.acts.from_last()
    (stated,) = desk.needs()
    assert (stated.verbatims[0].id, stated.need.kind, stated.need.statement) == (words, NeedKind.OBSTACLE, "")
    assert desk.acts.stated() == {words}
    assert told == ["Need: The CRM is a monster."]
    assert not desk.acts.from_last()
    assert len(desk.refused) == 2 and len(desk.needs()) == 1


def test_what_is_done_is_an_act_of_the_call(desk: Desk) -> None:  # noqa: F811
    desk.say("one")
    assert desk.acts.from_last()
    key = desk.needs()[0].need.id
    assert desk.acts.update(key, {"statement": "Ours"})
    assert desk.call.stack.undoText() == "need changed: one"
    desk.call.undo()
    assert desk.needs()[0].need.statement == ""
    desk.call.undo()
    assert desk.needs() == []
    desk.call.redo()
    assert desk.needs()[0].need.id == key and desk.refused == []


def test_open_they_follow_the_call_and_closed_they_hear_nothing(desk: Desk, qtbot) -> None:  # noqa: F811
    desk.say("one")
    overlay = desk.open(qtbot)
    assert overlay.title.text() == "Needs · Ateliers Brévent"
    overlay.made.emit(desk.call.entries[0].id)
    assert len(overlay.list.rows()) == 1
    desk.call.undo()
    assert overlay.list.rows() == [] and len(overlay.loose.rows()) == 1
    desk.press(Qt.Key.Key_Escape)
    overlay.made.emit(desk.call.entries[0].id)
    assert desk.needs() == []


def test_keys() -> None:
    done: list[str] = []
    actions = need_actions(lambda: done.append("made"), lambda: done.append("shown"), "call", lambda: True)
    for action in actions:
        action.trigger()
    assert ([action.keys for action in actions], done) == ([("F4",), ("Ctrl+Shift+N",)], ["made", "shown"])
