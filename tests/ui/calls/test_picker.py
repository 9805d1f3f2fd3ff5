"""What is typed filters, the arrows go round, Enter and a click take."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from desktop.ui.calls.picker import Picker
from tests.ui.accessibility import nameless


class Fruits(Picker):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "A fruit", 300, "Its name", "Fruits")
        self.taken: list[str] = []

    def wanted_height(self) -> int:
        return 200

    def fill(self, typed: str) -> None:
        self.list.clear()
        self.list.addItems([name for name in ("apple", "pear", "plum") if typed in name])
        self.list.setCurrentRow(0)

    def take(self) -> None:
        self.taken.append(self.list.currentItem().text())


@pytest.fixture
def fruits(qtbot) -> Fruits:
    window = QWidget()
    window.resize(500, 400)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    found = Fruits(window)
    found.keep = window  # the window must outlive the test's locals
    found.show_list()
    return found


def test_the_field_has_the_focus_and_every_part_a_name(fruits: Fruits) -> None:
    assert QApplication.focusWidget() is fruits.field
    assert nameless(fruits) == []


def test_arrows_go_round_from_the_field(fruits: Fruits, qtbot) -> None:
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert fruits.taken == ["plum", "apple"]


def test_what_is_typed_filters_and_a_click_takes(fruits: Fruits, qtbot) -> None:
    qtbot.keyClicks(QApplication.focusWidget(), "p")
    qtbot.keyClicks(QApplication.focusWidget(), "l")
    assert [fruits.list.item(place).text() for place in range(fruits.list.count())] == ["apple", "plum"]
    spot = fruits.list.visualItemRect(fruits.list.item(1)).center()
    qtbot.mouseClick(fruits.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert fruits.taken == ["plum"]


def test_opened_again_it_shows_everything(fruits: Fruits, qtbot) -> None:
    qtbot.keyClicks(QApplication.focusWidget(), "pear")
    fruits.close_overlay()
    fruits.show_list()
    assert (fruits.field.text(), fruits.list.count()) == ("", 3)
