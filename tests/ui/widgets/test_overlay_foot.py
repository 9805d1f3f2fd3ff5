"""The foot of an overlay: buttons that a finger can press, and that leave what is at hand at hand."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui import theme
from desktop.ui.widgets.overlay_foot import FootAct, OverlayFoot
from tests.ui.accessibility import nameless
from tests.ui.touch import too_small


class Desk:
    """A line that has the focus, over a foot of two rows."""

    def __init__(self, qtbot: QtBot) -> None:
        self.done: list[str] = []
        self.closed = False
        self.foot = OverlayFoot(
            {
                "list": [
                    FootAct(self.words, "Space", self.toggle),
                    FootAct(lambda: "Move up", "Alt+Up", lambda: self.done.append("up"), lambda: self.closed),
                ],
                "words": [FootAct(lambda: "Add", "Shift+Return", lambda: self.done.append("add"))],
            }
        )
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.line = QLineEdit()
        self.line.setAccessibleName("Line")
        column = QVBoxLayout(self.window)
        column.addWidget(self.line)
        column.addWidget(self.foot)
        with qtbot.waitActive(self.window):
            self.window.show()
        self.line.setFocus()
        self.foot.show_row("list")

    def words(self) -> str:
        return "Open again" if self.closed else "Close"

    def toggle(self) -> None:
        self.closed = not self.closed
        self.foot.show_row("list")


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot)


def test_building_one_opens_no_window(qtbot: QtBot, desk: Desk) -> None:
    before = {each for each in QApplication.topLevelWidgets() if each.isVisible()}
    other = OverlayFoot({"list": [FootAct(lambda: "Close", "Space", lambda: None)]})
    qtbot.addWidget(other)
    assert {each for each in QApplication.topLevelWidgets() if each.isVisible()} == before
    assert desk.window.isActiveWindow()


def test_each_act_is_a_button_with_its_key_and_the_focus_stays(qtbot: QtBot, desk: Desk) -> None:
    close, up = desk.foot.shown
    assert (close.text(), close.accessibleDescription(), up.isEnabled()) == ("Close", "Space", False)
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert (close.text(), up.isEnabled()) == ("Open again", True)
    assert close.accessibleName() == "Open again"
    qtbot.mouseClick(up, Qt.MouseButton.LeftButton)
    assert desk.done == ["up"]
    assert QApplication.focusWidget() is desk.line
    assert nameless(desk.window) == []


def test_another_row_takes_the_same_room(qtbot: QtBot, desk: Desk) -> None:
    desk.window.resize(180, 300)
    qtbot.waitUntil(lambda: desk.foot.shown[1].y() > desk.foot.shown[0].y())
    place = desk.foot.geometry()
    desk.foot.show_row("words")
    (add,) = desk.foot.shown
    assert add.isVisible() and add.text() == "Add"
    assert desk.foot.geometry() == place
    qtbot.mouseClick(add, Qt.MouseButton.LeftButton)
    assert desk.done == ["add"]


def test_a_finger_hits_each_of_them(qtbot: QtBot, desk: Desk, look: QApplication) -> None:
    before = desk.foot.shown[0].grab().toImage()
    theme.apply(look, theme.current(), touch=True)
    qtbot.waitUntil(lambda: too_small(desk.foot, 44) == [])
    assert desk.foot.shown[0].grab().toImage() != before
    theme.apply(look, theme.current())
    qtbot.waitUntil(lambda: desk.foot.shown[0].grab().toImage() == before)
