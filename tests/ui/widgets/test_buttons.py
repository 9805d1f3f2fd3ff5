"""Buttons: readable in each state, named, with their key beside the words."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.ui import theme
from desktop.ui.widgets.buttons import Button, KeyCap, button
from tests.ui.accessibility import nameless


def colours(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


@pytest.mark.parametrize("name", ["light", "dark"])
def test_a_primary_button_is_filled_with_the_accent(qtbot: QtBot, qapp: QApplication, name: str) -> None:
    theme.apply(qapp, theme.load(name))
    made = button("Start a call", "primary", "Ctrl+L", "phone")
    qtbot.addWidget(made)
    made.resize(made.sizeHint())
    assert made.grab().toImage().pixelColor(4, 17).name() == theme.load(name).accent.lower()
    secondary = Button("Print", "secondary")
    qtbot.addWidget(secondary)
    secondary.resize(secondary.sizeHint())
    assert theme.load(name).control.lower() in colours(secondary.grab().toImage())


def test_a_button_is_wide_enough_for_its_words_and_its_key(qtbot: QtBot) -> None:
    bare, keyed = Button("Export the PDF"), Button("Export the PDF", keycap="Ctrl+E", icon_name="download")
    qtbot.addWidget(bare)
    qtbot.addWidget(keyed)
    assert keyed.sizeHint().width() > bare.sizeHint().width() + 50
    assert bare.sizeHint().height() == theme.metrics().control
    assert keyed.accessibleDescription() == "Ctrl E"


def test_names(qtbot: QtBot) -> None:
    icon_only = Button("", "quiet", icon_name="x", name="Close")
    qtbot.addWidget(icon_only)
    assert nameless(icon_only) == []
    assert icon_only.toolTip() == "Close"
    unnamed = Button("", icon_name="x")
    qtbot.addWidget(unnamed)
    assert len(nameless(unnamed)) == 1, "the check finds what it is for"
    icon_only.set_text("Shut")
    assert icon_only.accessibleName() == "Shut"


def test_states_are_drawn_differently(qtbot: QtBot) -> None:
    made = Button("Remove", "danger")
    qtbot.addWidget(made)
    made.resize(made.sizeHint())
    plain = made.grab().toImage()
    made.setEnabled(False)
    assert made.grab().toImage() != plain
    made.setEnabled(True)
    made.set_kind("primary")
    assert made.grab().toImage() != plain


def test_the_focus_is_seen(qtbot: QtBot) -> None:
    made = Button("Print")
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    made.clearFocus()
    before = made.grab().toImage()
    made.setFocus(Qt.FocusReason.TabFocusReason)
    after = made.grab().toImage()
    assert theme.current().accent.lower() in colours(after)
    assert after != before


def test_space_and_click_run_it(qtbot: QtBot) -> None:
    made = Button("Print")
    qtbot.addWidget(made)
    made.show()
    with qtbot.waitSignal(made.clicked):
        qtbot.mouseClick(made, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(made.clicked):
        qtbot.keyClick(made, Qt.Key.Key_Space)


def test_a_key_cap_says_its_key(qtbot: QtBot) -> None:
    cap = KeyCap("Ctrl+Shift+Return")
    qtbot.addWidget(cap)
    assert cap.accessibleName() == "Ctrl ⇧ ⏎"
    assert cap.width() > cap.height()


def test_a_finger_needs_more_room(qtbot: QtBot, qapp: QApplication) -> None:
    words, cross, large = Button("Go"), Button("", icon_name="x", name="Close", small=True), Button("Go", large=True)
    for each in (words, cross, large):
        qtbot.addWidget(each)
    assert (words.sizeHint().height(), large.sizeHint().height()) == (34, 56)
    assert cross.sizeHint() == QSize(26, 26)
    theme.apply(qapp, theme.current(), touch=True)
    assert (words.sizeHint().height(), large.sizeHint().height()) == (44, 56)
    assert cross.sizeHint() == QSize(44, 44) and words.sizeHint().width() >= 44
