"""Acts of a page: done, refused in a sentence, taken back, and told."""

import pytest

from desktop.errors import UserError
from desktop.ui.acting import Acting


@pytest.fixture
def acting(workspace, qtbot):
    made = Acting(workspace)
    made.heard = []
    made.refused.connect(lambda sentence: made.heard.append(("refused", sentence)))
    made.said.connect(lambda sentence, _undo: made.heard.append(("said", sentence)))
    made.changing.connect(lambda: made.heard.append(("changing",)))
    return made


def test_an_act_is_told_and_can_be_undone_from_what_is_told(acting):
    shelf, ways = [], []
    acting.said.connect(lambda _sentence, way: ways.append(way))
    assert acting.act("add", lambda: shelf.append(1), shelf.clear, "Added.")
    assert (shelf, acting.stack.undoText(), acting.heard) == ([1], "add", [("said", "Added.")])
    ways[0]()
    assert shelf == [] and acting.heard[-1] == ("changing",)
    acting.redo()
    assert shelf == [1]


def test_what_is_refused_is_said_and_leaves_nothing_to_undo(acting):
    def refuse():
        raise UserError("Two offers have this code.")

    assert not acting.act("add", refuse, lambda: None, "Added.")
    assert acting.heard == [("refused", "Two offers have this code.")]
    assert not acting.stack.canUndo()


def test_an_undo_that_is_refused_is_said_too(acting):
    def refuse():
        raise UserError("It is in use.")

    acting.act("add", lambda: None, refuse)
    acting.undo()
    assert acting.heard == [("changing",), ("refused", "It is in use.")]


def test_a_bug_is_no_refusal(acting):
    def fail():
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        acting.act("add", fail, lambda: None)
    assert acting.heard == []
