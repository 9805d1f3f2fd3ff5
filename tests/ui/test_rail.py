"""The rail: names, badges, digits and arrows."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.ui import theme
from desktop.ui.rail import NARROW, WIDE, Rail, RailEntry
from tests.ui.accessibility import nameless
from tests.ui.touch import too_small


@pytest.fixture
def rail(qtbot: QtBot) -> Rail:
    made = Rail(
        [
            RailEntry("today", "Today", "sun", 1),
            RailEntry("call", "Call in progress", "phone-call", 3, visible=False),
            RailEntry("settings", "Settings", "settings", 7, foot=True),
        ],
        "Offline",
    )
    qtbot.addWidget(made)
    made.resize(WIDE, 600)
    with qtbot.waitActive(made):
        made.show()
    return made


def test_an_entry_says_its_name_its_key_and_what_waits(rail: Rail) -> None:
    assert nameless(rail) == []
    assert rail.entry("settings").accessibleDescription() == "Alt+7"
    rail.set_badge("today", 1)
    assert rail.entry("today").accessibleName() == "Today, 1 item waiting"
    rail.set_badge("today", 0)
    assert rail.entry("today").accessibleName() == "Today"


def test_a_badge_is_painted(rail: Rail) -> None:
    before = rail.entry("today").grab().toImage()
    rail.set_badge("today", 4)
    assert rail.entry("today").grab().toImage() != before


def test_a_hidden_entry_has_no_digit(rail: Rail) -> None:
    assert rail.key_of_digit(1) == "today"
    assert rail.key_of_digit(3) is None
    rail.set_entry_visible("call", True)
    assert rail.key_of_digit(3) == "call"
    assert rail.keys == ["today", "call", "settings"]
    assert [entry.key for entry in rail.entries] == ["today", "call", "settings"]


def test_clicking_asks_and_does_not_decide(qtbot: QtBot, rail: Rail) -> None:
    with qtbot.waitSignal(rail.chosen) as asked:
        qtbot.mouseClick(rail.entry("settings"), Qt.MouseButton.LeftButton)
    assert asked.args == ["settings"]
    assert not rail.entry("settings").isChecked()
    rail.set_current("settings")
    assert rail.entry("settings").isChecked()


def test_arrows_skip_what_is_hidden(qtbot: QtBot, rail: Rail) -> None:
    rail.set_current("today")
    rail.focus_current()
    assert QApplication.focusWidget() is rail.entry("today")
    qtbot.keyClick(rail.entry("today"), Qt.Key.Key_Down)
    assert QApplication.focusWidget() is rail.entry("settings")
    qtbot.keyClick(rail.entry("settings"), Qt.Key.Key_Down)
    assert QApplication.focusWidget() is rail.entry("today")
    with qtbot.waitSignal(rail.chosen):
        qtbot.keyClick(rail.entry("today"), Qt.Key.Key_Space)


def test_collapsed_it_keeps_names_as_tips(rail: Rail) -> None:
    rail.set_narrow(True)
    assert rail.width() == NARROW
    assert rail.entry("today").toolTip() == "Today"
    rail.set_narrow(False)
    assert (rail.width(), rail.entry("today").toolTip()) == (WIDE, "")


@pytest.mark.parametrize("narrow", [True, False])
def test_a_finger_hits_every_entry(qtbot: QtBot, rail: Rail, look: QApplication, narrow: bool) -> None:
    rail.set_narrow(narrow)
    theme.apply(look, theme.current(), touch=True)
    qtbot.waitUntil(lambda: too_small(rail, 44) == [])
    assert rail.width() == (NARROW if narrow else WIDE)
