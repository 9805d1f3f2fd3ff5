"""The lines of an item."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.ui import theme
from desktop.ui.library.outline import Outline, OutlineRow
from tests.ui.touch import too_small

LINES = [
    OutlineRow((), "The script", 0),
    OutlineRow(("sections", 0), "Opening", 1),
    OutlineRow(("sections", 0, "questions", 0), "Reason", 2, "note", "advice"),
    OutlineRow(("sections", 0, "questions", 1), "", 2, "wrong", "to mend"),
]


@pytest.fixture
def outline(qtbot):
    outline = Outline("Questions", {"question": "Question"})
    qtbot.addWidget(outline)
    outline.resize(240, 400)
    with qtbot.waitActive(outline):
        outline.show()
    outline.show_lines(LINES, (), True)
    return outline


def test_the_arrows_choose_and_the_buttons_follow_what_can_move(outline):
    chosen = []
    outline.chosen.connect(chosen.append)
    outline.focus_list()
    assert not outline.up.isEnabled(), "the item itself stays where it is"
    QTest.keyClick(outline.view, Qt.Key.Key_Down)
    QTest.keyClick(outline.view, Qt.Key.Key_Down)
    assert chosen == [("sections", 0), ("sections", 0, "questions", 0)] and outline.up.isEnabled()
    assert outline.place == chosen[-1] and outline.line.text == "Reason"


def test_showing_does_not_choose_and_goes_to_the_nearest_line(outline):
    chosen = []
    outline.chosen.connect(chosen.append)
    outline.show_lines(LINES[:2], ("sections", 0, "questions", 5), True)
    assert chosen == [] and outline.place == ("sections", 0)
    outline.show_lines(LINES[:1], ("sections", 3), True)
    assert outline.place == ()


def test_enter_opens_delete_removes_what_can_be_and_buttons_ask(outline):
    asked = []
    outline.opened.connect(lambda: asked.append("open"))
    outline.removed.connect(lambda: asked.append("remove"))
    outline.moved.connect(asked.append)
    outline.duplicated.connect(lambda: asked.append("copy"))
    outline.added.connect(asked.append)
    QTest.keyClick(outline.view, Qt.Key.Key_Delete)
    QTest.keyClick(outline.view, Qt.Key.Key_Return)
    outline.show_lines(LINES, ("sections", 0, "questions", 1), True)
    QTest.keyClick(outline.view, Qt.Key.Key_Delete)
    for button in (outline.up, outline.down, outline.copy, outline.add_buttons["question"]):
        button.click()
    assert asked == ["open", "remove", -1, 1, "copy", "question"]


def test_a_published_item_has_no_tools(outline):
    assert outline.up.isVisible()
    outline.show_lines(LINES, (), False)
    assert not outline.up.isVisible()


def test_signs_are_told_in_words(outline):
    role = Qt.ItemDataRole.AccessibleTextRole
    assert outline.rows.index(2).data(role) == "Reason · advice" and outline.rows.index(1).data(role) == "Opening"
    image = outline.view.grab().toImage()
    assert not image.isNull()


def test_a_changed_line_is_repainted_without_losing_the_place(outline, qtbot):
    outline.show_lines(LINES, ("sections", 0, "questions", 0), True)
    changed = [*LINES[:2], OutlineRow(LINES[2].place, "Renamed", 2), LINES[3]]
    with qtbot.waitSignal(outline.rows.dataChanged):
        outline.show_lines(changed, ("sections", 0, "questions", 0), True)
    assert outline.line.text == "Renamed"


def test_a_finger_has_higher_lines(outline, look, qtbot):
    for touch, height in ((False, 32), (True, 52), (False, 32)):
        theme.apply(look, theme.current(), touch)
        second = outline.rows.index(1)
        qtbot.waitUntil(lambda height=height, second=second: outline.view.visualRect(second).height() == height)
        assert outline.view.visualRect(second).top() == height
        qtbot.waitUntil(lambda: too_small(outline, theme.metrics().least) == [])


def test_in_a_smaller_window_the_line_at_hand_stays_in_sight(outline, qtbot):
    lines = [OutlineRow(("sections", place), f"Theme {place}", 1) for place in range(20)]
    outline.resize(236, 900)
    outline.show_lines(lines, ("sections", 15), True)
    outline.resize(236, 300)
    assert outline.line.text == "Theme 15"

    def in_sight():
        at_hand = outline.view.visualRect(outline.view.currentIndex())
        return outline.view.viewport().rect().contains(at_hand)

    qtbot.waitUntil(in_sight)
