"""What is done to needs, in a call or not: one act each, named, undone and done again; undone whole, as it was."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.models.need_kinds import NeedKind
from desktop.models.needs import Told
from desktop.services import calls
from tests.ui.widgets.needs_case import Desk, desk  # noqa: F401


def test_words_make_one_need_of_the_kind_that_their_question_reveals(desk: Desk) -> None:  # noqa: F811
    (words,) = desk.say("The CRM is a monster.", question="obstacle")
    assert desk.acts.make(words)
    (stated,) = desk.needs()
    assert (stated.verbatims[0].id, stated.need.kind, stated.need.statement) == (words, NeedKind.OBSTACLE, "")
    assert desk.acts.stated() == {words}
    assert not desk.acts.make(words)
    assert desk.refused == ["These words state a need already. Ctrl+Shift+N shows it."] and len(desk.needs()) == 1


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
            assert desk.stack.undoText() == f"{name[0].upper()}{name[1:]}" == desk.toasts[-1]
            assert after != before
            for _twice in range(2):
                desk.undo()
                assert desk.rows() == before
                desk.redo()
                assert desk.rows() == after
            desk.undo()
    assert desk.refused == []


def test_confirmed_aloud_now_and_taken_back(desk: Desk) -> None:  # noqa: F811
    desk.acts.make(desk.say("one")[0])
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
    words = [entry.id for entry in desk.workspace.ask(calls.entries, desk.call_id)] or desk.say("one", "two", "three")
    desk.stack.clear()
    before = desk.rows()
    for kind, one, two in steps:
        _step(desk, kind, one, two, words)
    while desk.stack.canUndo():
        desk.undo()
    assert desk.rows() == before


def _step(desk: Desk, kind: str, one: int, two: int, words) -> None:  # noqa: F811
    keys = [stated.need.id for stated in desk.needs()]
    word = words[one % len(words)]
    if kind == "make":
        desk.acts.make(word)
    elif kind in ("undo", "redo"):
        getattr(desk, kind)()
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
