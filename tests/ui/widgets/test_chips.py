"""Chips and the choice among a few."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.ui import theme
from desktop.ui.widgets.chips import Chip, ChipButton, SegmentedControl
from tests.ui.accessibility import nameless


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("tone", ["accent", "danger", "warn", "ok", "cold", "warm", "hot"])
def test_a_chip_has_the_ground_of_its_tone(qtbot: QtBot, qapp: QApplication, name: str, tone: str) -> None:
    theme.apply(qapp, theme.load(name))
    chip = Chip("Need", tone)
    qtbot.addWidget(chip)
    chip.resize(chip.sizeHint())
    assert chip.grab().toImage().pixelColor(5, 10).name() == getattr(theme.load(name), f"{tone}_soft").lower()


def test_a_chip_follows_its_words(qtbot: QtBot) -> None:
    chip = Chip("Need", icon_name="tag")
    qtbot.addWidget(chip)
    before = chip.sizeHint().width()
    chip.set_text("A need confirmed together", "ok")
    assert (chip.text, chip.accessibleName()) == ("A need confirmed together", "A need confirmed together")
    assert chip.sizeHint().width() > before


def test_a_chip_button_is_checked_by_its_owner(qtbot: QtBot) -> None:
    chip = ChipButton("Hot", "hot", icon_name="flag")
    qtbot.addWidget(chip)
    chip.resize(chip.sizeHint())
    chip.show()
    with qtbot.waitSignal(chip.clicked):
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert not chip.isChecked()
    chip.setChecked(True)
    assert chip.grab().toImage().pixelColor(4, 13).name() == theme.current().hot.lower()
    assert chip.sizeHint().height() >= 24


@pytest.mark.parametrize("large", [False, True])
def test_one_choice_among_a_few(qtbot: QtBot, large: bool) -> None:
    control = SegmentedControl("Channel", [("phone", "Phone"), ("email", "E-mail")], "phone", large=large)
    qtbot.addWidget(control)
    with qtbot.waitActive(control):
        control.show()
    assert nameless(control) == []
    assert control.segment("email").accessibleName() == "Channel · E-mail"
    with qtbot.waitSignal(control.chosen) as asked:
        qtbot.mouseClick(control.segment("email"), Qt.MouseButton.LeftButton)
    assert asked.args == ["email"]
    assert (control.value, control.segment("phone").isChecked()) == ("email", False)
    with qtbot.assertNotEmitted(control.chosen):
        control.set_value("")
    assert not control.segment("email").isChecked()


def test_arrows_go_round_the_segments(qtbot: QtBot) -> None:
    control = SegmentedControl("Channel", [("a", "A"), ("b", "B"), ("c", "C")])
    qtbot.addWidget(control)
    with qtbot.waitActive(control):
        control.show()
    control.segment("a").setFocus()
    qtbot.keyClick(control.segment("a"), Qt.Key.Key_Left)
    assert control.segment("c").hasFocus()
    with qtbot.waitSignal(control.chosen) as asked:
        qtbot.keyClick(control.segment("c"), Qt.Key.Key_Space)
    assert asked.args == ["c"]


def test_a_finger_needs_more_room(qtbot: QtBot, qapp: QApplication) -> None:
    short, control = ChipButton("0"), SegmentedControl("Channel", [("a", "A"), ("b", "B")])
    large = ChipButton("0", large=True)
    for each in (short, control, large):
        qtbot.addWidget(each)
    assert (short.sizeHint().height(), control.sizeHint().height()) == (26, 34)
    assert short.sizeHint().width() >= 24
    theme.apply(qapp, theme.current(), touch=True)
    assert (short.sizeHint().width(), short.sizeHint().height()) == (44, 44)
    assert control.segment("a").sizeHint().width() == 44 and control.sizeHint().height() == 44
    assert large.sizeHint().height() == 56
