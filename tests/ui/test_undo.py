"""What is done can be undone by its name; what failed is not kept."""

import pytest
from PySide6.QtGui import QUndoStack

from desktop.errors import UserError
from desktop.ui.undo import Typing, perform, redo, short, tell_moves, undo


@pytest.fixture
def stack(qapp) -> QUndoStack:
    return QUndoStack()


def test_an_act_is_done_undone_and_done_again(stack: QUndoStack) -> None:
    marks: list[str] = []
    perform(stack, "score Budget = 2", lambda: marks.append("2"), lambda: marks.append(""))
    assert stack.undoText() == "score Budget = 2"
    stack.undo()
    stack.redo()
    assert marks == ["2", "", "2"]


def refuse() -> None:
    raise UserError("The disk is full.")


def test_an_act_that_failed_is_raised_and_forgotten(stack: QUndoStack) -> None:
    with pytest.raises(UserError, match="full"):
        perform(stack, "score", refuse, lambda: None)
    assert not stack.canUndo()


def test_an_undo_that_failed_is_raised_and_can_be_tried_again(stack: QUndoStack) -> None:
    room = False
    marks = ["2"]

    def take_back() -> None:
        if not room:
            refuse()
        marks.clear()

    perform(stack, "score", lambda: None, take_back)
    with pytest.raises(UserError, match="full"):
        undo(stack)
    assert marks == ["2"]
    room = True
    redo(stack)
    undo(stack)
    assert marks == []


def test_undo_and_redo_of_an_empty_stack_do_nothing(stack: QUndoStack) -> None:
    undo(stack)
    redo(stack)
    assert stack.count() == 0


def test_what_names_an_act_is_short() -> None:
    assert short("a" * 32) == "a" * 32
    assert short("a day a week lost to typing quotes again") == "a day a week lost to typing quo…"
    assert len(short("word " * 40)) <= 32


def test_the_typing_of_one_text_is_one_act(stack: QUndoStack) -> None:
    text = [""]

    def typed(words: str, target: str = "name") -> None:
        before = text[0]
        stack.push(Typing("change", lambda: text.__setitem__(0, words), lambda: text.__setitem__(0, before), target))

    for words in ("A", "Au", "Audit"):
        typed(words)
    typed("Other", "code")
    assert stack.count() == 2
    stack.undo()
    assert text == ["Audit"]
    stack.undo()
    assert text == [""]
    stack.redo()
    assert text == ["Audit"]


def test_what_is_taken_back_or_done_again_is_told_by_name_and_what_fails_is_not(stack: QUndoStack) -> None:
    said: list[str] = []
    tell_moves(stack, said.append)
    broken: list[str] = []

    def take_back() -> None:
        if broken:
            raise UserError("locked")

    perform(stack, "score Budget = 2", lambda: None, take_back)
    assert said == []
    undo(stack)
    redo(stack)
    assert said == ["Undone: score Budget = 2", "Done again: score Budget = 2"]
    broken.append("now")
    with pytest.raises(UserError):
        undo(stack)
    stack.clear()
    assert len(said) == 2
