"""The needs by the mouse or by a finger alone: everything that a key does has a button."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.widgets.needs_case import Desk, desk  # noqa: F401


def press(desk: Desk, qtbot, words: str) -> None:  # noqa: F811
    (button,) = [each for each in desk.overlay.foot.shown if each.text() == words]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def offered(desk: Desk) -> list[str]:  # noqa: F811
    return [each.text() for each in desk.overlay.foot.shown if each.isEnabled()]


def tap(desk: Desk, qtbot, view, row: int) -> None:  # noqa: F811
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualItemRect(view.item(row)).center())


def words(desk: Desk) -> list[list[str]]:  # noqa: F811
    return [[each.text for each in stated.verbatims] for stated in desk.needs()]


def test_words_are_sorted_without_a_key(desk: Desk, qtbot) -> None:  # noqa: F811
    desk.say("one", "two", "three")
    overlay = desk.overlay = desk.open(qtbot)
    assert offered(desk) == ["Make a need of these words"], "there is no need to add them to"
    tap(desk, qtbot, overlay.loose, 2)
    press(desk, qtbot, "Make a need of these words")
    assert words(desk) == [["one"]]
    tap(desk, qtbot, overlay.loose, 1)
    press(desk, qtbot, "Add to the need chosen")
    assert words(desk) == [["one", "two"]]
    assert QApplication.focusWidget() is overlay.loose, "the words that come next are at hand"
    press(desk, qtbot, "Make a need of these words")
    assert words(desk) == [["one", "two"], ["three"]]
    assert "Take out" in offered(desk), "nothing is left to sort"


def test_needs_are_ordered_confirmed_joined_and_taken_out_without_a_key(desk: Desk, qtbot) -> None:  # noqa: F811
    for word in desk.say("one", "two", "three", "four"):
        if len(desk.needs()) < 3:
            desk.acts.make(word)
    overlay = desk.overlay = desk.open(qtbot)
    assert offered(desk) == ["Edit", "Move down", "Confirmed", "Take out"]
    press(desk, qtbot, "Move down")
    assert words(desk) == [["two"], ["one"], ["three"]]
    press(desk, qtbot, "Move down")
    assert offered(desk) == ["Edit", "Move up", "Confirmed", "Put with the one above", "Take out"]
    press(desk, qtbot, "Move up")
    press(desk, qtbot, "Confirmed")
    assert [stated.need.confirmed for stated in desk.needs()] == [False, True, False]
    press(desk, qtbot, "Not confirmed")
    assert not any(stated.need.confirmed for stated in desk.needs())
    press(desk, qtbot, "Put with the one above")
    assert words(desk) == [["one", "two"], ["three"]]
    press(desk, qtbot, "Take out")
    assert words(desk) == [["one", "two"]]
    press(desk, qtbot, "Edit")
    assert QApplication.focusWidget() is overlay.editor.statement
    tap(desk, qtbot, overlay.loose, 0)
    assert offered(desk) == ["Make a need of these words", "Add to the need chosen"]
    tap(desk, qtbot, overlay.list, 0)
    assert offered(desk) == ["Edit", "Confirmed", "Take out"]
