"""A popover keeps the keyboard while it is open, gives it back, stays in the window, and closes when left."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.clock import FixedClock
from desktop.ui.widgets.next_step_popover import NextStepPopover
from desktop.ui.widgets.popover import Popover
from tests.ui.widgets.followup_case import anchor


def test_esc_or_a_click_beside_closes_and_a_click_inside_does_not(window: QWidget, clock: FixedClock) -> None:
    popover = NextStepPopover(clock, window)
    for leave in (
        lambda: QTest.keyClick(popover.form.due.line, Qt.Key.Key_Escape),
        lambda: QTest.mouseClick(window, Qt.MouseButton.LeftButton, pos=window.rect().bottomLeft()),
    ):
        popover.open_for(anchor(window), "Claire", None, lambda _step: None)
        assert popover.form.due.line.hasFocus()
        QTest.mouseClick(popover.heading, Qt.MouseButton.LeftButton)
        assert popover.isVisible()
        leave()
        assert not popover.isVisible()
        assert anchor(window).hasFocus()


def test_it_stays_inside_the_window_and_keeps_the_tab_key(window: QWidget, clock: FixedClock) -> None:
    window.resize(460, 560)
    popover = NextStepPopover(clock, window)
    popover.open_for(anchor(window), "Claire", None, lambda _step: None)
    assert window.rect().contains(popover.geometry())
    for _press in range(40):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        assert popover.isAncestorOf(focused)


def test_the_foot_has_a_way_out(window: QWidget) -> None:
    popover, done = Popover("Question", window), []
    go = popover.buttons("Do it", lambda: done.append(True))
    popover.show_at(anchor(window), 300)
    go.setFocus()
    QTest.keyClick(go, Qt.Key.Key_Return)
    assert (done, popover.isVisible()) == ([True], True)
    cancel = next(button for button in popover.findChildren(type(go)) if button is not go)
    cancel.click()
    assert not popover.isVisible()
