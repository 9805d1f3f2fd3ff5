"""The flow layout breaks lines, and its height follows."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.widgets.chips import Chip, ChipButton
from desktop.ui.widgets.flow import FlowLayout


def test_chips_go_to_the_next_line(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    flow = FlowLayout(box, spacing=6)
    chips = [ChipButton(f"A probe number {place}") for place in range(4)]
    for chip in chips:
        flow.addWidget(chip)
    one = chips[0].sizeHint()
    assert flow.heightForWidth(4 * one.width() + 18) == one.height()
    assert flow.heightForWidth(2 * one.width() + 6) == 2 * one.height() + 6
    assert flow.heightForWidth(one.width()) == 4 * one.height() + 18
    box.resize(2 * one.width() + 6, 200)
    box.show()
    tops = [chip.geometry().top() for chip in chips]
    assert tops == [0, 0, one.height() + 6, one.height() + 6]
    assert all(box.rect().contains(chip.geometry()) for chip in chips)


def test_a_flow_can_be_emptied_and_filled_again(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    flow = FlowLayout(box)
    first = ChipButton("First")
    flow.addWidget(first)
    box.show()
    flow.clear()
    assert (flow.count(), first.isVisible()) == (0, False)
    second = ChipButton("Second")
    flow.addWidget(second)
    assert flow.count() == 1
    item = flow.itemAt(0)
    assert item is not None
    assert item.widget() is second
    assert flow.itemAt(1) is None
    assert flow.takeAt(0) is not None
    assert flow.takeAt(0) is None


def test_the_height_follows_a_chip_that_changes(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    flow = FlowLayout(box, spacing=6)
    chips = [Chip(text) for text in ("one", "two")]
    for chip in chips:
        flow.addWidget(chip)
    width = chips[0].sizeHint().width() + chips[1].sizeHint().width() + 6
    box.resize(width, 100)
    box.show()
    assert flow.heightForWidth(width) == chips[0].sizeHint().height()
    chips[0].set_text("a much longer one")
    assert flow.heightForWidth(width) > chips[0].sizeHint().height()
