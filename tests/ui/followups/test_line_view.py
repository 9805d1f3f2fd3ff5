"""The list keeps its place, whatever changes around it, and never reads the whole file for a letter."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.ui.followups.page import FollowUpsPage


def test_the_line_at_hand_is_found_again_or_the_one_that_took_its_place(page: FollowUpsPage) -> None:
    view = page.list
    view.go_to(3)
    line = view.line()
    view.find_again(line, 5)
    assert view.currentIndex().row() == 3
    view.find_again(None, 2)
    assert view.currentIndex().row() == 3
    view.go_to(99)
    assert view.currentIndex().row() == page.model.rowCount() - 1


def test_ctrl_space_chooses_one_more_and_a_double_click_opens(page: FollowUpsPage, qtbot) -> None:
    view = page.list
    view.go_to(1)
    QTest.keyClick(view, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    assert view.count_chosen() == 0
    view.toggle()
    assert [task.company for task in view.chosen()] == ["<b>Late</b>"]
    with qtbot.waitSignal(page.prospect_opened):
        place = view.visualRect(page.model.index(1)).center()
        QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    view.keyboardSearch("l")
    assert view.currentIndex().row() == 1
    assert view.anchor().height() > 20
