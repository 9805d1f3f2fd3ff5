"""Needs during a call: one act each, named, undone and done again; any sequence undone leaves the file as it was."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.models.need_kinds import NeedKind
from desktop.models.needs import Told
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


def test_each_act_has_a_name_and_goes_back_and_forth(desk: Desk, subtests: pytest.Subtests) -> None:  # noqa: F811
    first, second, third = desk.say("one", "two", "three")
    desk.acts.make(first)
    desk.acts.make(second)
    a, b = (stated.need.id for stated in desk.needs())
    acts: dict[str, Callable[[], bool]] = {
        "need: three": lambda: desk.acts.make(third),
        "need changed: one": lambda: desk.acts.update(a, {"statement": "Ours", "kind": NeedKind.STAKE}),
        "need confirmed: one": lambda: desk.acts.confirm(a, True),
        "priority of need: two": lambda: desk.acts.move(b, 0),
        "need removed: one": lambda: desk.acts.remove(a),
        "needs put together: one": lambda: desk.acts.merge(a, b),
        "words added to need: one": lambda: desk.acts.attach(a, third),
        "words taken off need: one": lambda: desk.acts.detach(a, first),
    }
    for name, act in acts.items():
        with subtests.test(name):
            before = desk.rows()
            assert act()
            after = desk.rows()
            assert desk.call.stack.undoText() == name
            assert after != before
            for _twice in range(2):
                desk.call.undo()
                assert desk.rows() == before
                desk.call.redo()
                assert desk.rows() == after
            desk.call.undo()
    assert desk.refused == []


def test_confirmed_aloud_now_and_taken_back(desk: Desk) -> None:  # noqa: F811
    desk.say("one")
    desk.acts.from_last()
    key = desk.needs()[0].need.id
    desk.acts.confirm(key, True)
    need = desk.needs()[0].need
    assert (need.confirmed_via, need.confirmed_at) == (Told.ALOUD, desk.clock.now())
    desk.acts.confirm(key, False)
    assert desk.needs()[0].need.confirmed_at is None


KINDS = ("make", "update", "confirm", "move", "remove", "merge", "attach", "detach", "undo", "redo")


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(KINDS), st.integers(0, 5), st.integers(0, 5)), max_size=14))
def test_any_sequence_undone_leaves_the_file_as_it_was(desk: Desk, steps) -> None:  # noqa: F811
    words = [entry.id for entry in desk.call.entries] or desk.say("one", "two", "three")
    desk.call.stack.clear()
    before = desk.rows()
    for kind, one, two in steps:
        _step(desk, kind, one, two, words)
    while desk.call.stack.canUndo():
        desk.call.undo()
    assert desk.rows() == before


def _step(desk: Desk, kind: str, one: int, two: int, words) -> None:  # noqa: F811
    keys = [stated.need.id for stated in desk.needs()]
    word = words[one % len(words)]
    if kind == "make":
        desk.acts.make(word)
    elif kind in ("undo", "redo"):
        getattr(desk.call, kind)()
    elif keys:
        key, other = keys[one % len(keys)], keys[two % len(keys)]
        {
            "update": lambda: desk.acts.update(key, {"statement": f"{two}"}),
            "confirm": lambda: desk.acts.confirm(key, bool(two % 2)),
            "move": lambda: desk.acts.move(key, two),
            "remove": lambda: desk.acts.remove(key),
            "merge": lambda: desk.acts.merge(key, other),
            "attach": lambda: desk.acts.attach(key, words[two % len(words)]),
            "detach": lambda: desk.acts.detach(key, words[two % len(words)]),
        }[kind]()


def test_keys() -> None:
    done: list[str] = []
    actions = need_actions(lambda: done.append("made"), lambda: done.append("shown"), "call", lambda: True)
    for action in actions:
        action.trigger()
    assert ([action.keys for action in actions], done) == ([("F4",), ("Ctrl+Shift+N",)], ["made", "shown"])
