"""Heat is a word first, and a choice that waits to be saved."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop import i18n
from desktop.models.matrix import Heat
from desktop.ui import theme
from desktop.ui.widgets.heat import HEATS, HeatLabel, HeatPicker, heat_word
from tests.ui.accessibility import nameless


def test_the_heats_are_those_of_the_model() -> None:
    assert set(HEATS) == {heat.value for heat in Heat}


def test_the_words_follow_the_language() -> None:
    assert [heat_word(heat) for heat in HEATS] == ["Cold", "Warm", "Hot"]
    i18n.use("fr")
    assert [heat_word(heat) for heat in HEATS] == ["Froid", "Tiède", "Chaud"]


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_label_is_a_dot_and_a_word(qtbot: QtBot, qapp: QApplication, name: str) -> None:
    theme.apply(qapp, theme.load(name))
    label = HeatLabel("cold")
    qtbot.addWidget(label)
    label.set_heat("hot")
    label.resize(label.sizeHint())
    assert (label.heat, label.accessibleName()) == ("hot", "Hot")
    assert label.grab().toImage().pixelColor(6, 10).name() == theme.load(name).hot.lower()


def test_the_picker_asks_then_shows(qtbot: QtBot) -> None:
    picker = HeatPicker()
    qtbot.addWidget(picker)
    picker.show()
    assert nameless(picker) == []
    assert picker.chip("hot").accessibleName() == "Heat: Hot"
    with qtbot.waitSignal(picker.chosen) as asked:
        qtbot.mouseClick(picker.chip("hot"), Qt.MouseButton.LeftButton)
    assert asked.args == ["hot"]
    assert picker.heat == ""
    picker.set_heat("hot")
    assert [heat for heat in HEATS if picker.chip(heat).isChecked()] == ["hot"]
    picker.set_heat("")
    assert [heat for heat in HEATS if picker.chip(heat).isChecked()] == []


def test_a_large_picker_fits_a_finger(qtbot: QtBot) -> None:
    picker = HeatPicker(large=True)
    qtbot.addWidget(picker)
    assert picker.chip("warm").sizeHint().height() == 56


def test_a_finger_needs_more_room(qtbot: QtBot, qapp: QApplication) -> None:
    picker = HeatPicker()
    qtbot.addWidget(picker)
    picker.show()
    narrow = picker.sizeHint()
    theme.apply(qapp, theme.current(), touch=True)
    chips = [picker.chip(heat) for heat in HEATS]
    qtbot.waitUntil(lambda: {each.height() for each in chips} == {44})
    assert chips[1].x() - chips[0].geometry().right() - 1 >= 8
    assert min(each.width() for each in chips) >= 44
    theme.apply(qapp, theme.current())
    assert picker.sizeHint() == narrow
