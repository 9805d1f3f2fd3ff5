"""Labels show what was typed, letter for letter."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.ui import theme
from desktop.ui.widgets.labels import Divider, PlainLabel, Sign, plain_tip

HOSTILE = '<img src="file:///etc/passwd"> & <b>bold</b>'


def test_markup_is_text(qtbot: QtBot) -> None:
    label = PlainLabel(HOSTILE)
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text() == HOSTILE


def test_a_label_cut_short_keeps_the_whole_text_in_its_tip(qtbot: QtBot) -> None:
    label = PlainLabel("A short start " * 20, elide=True)
    qtbot.addWidget(label)
    label.resize(120, 20)
    label.show()
    assert label.toolTip() == "A short start " * 20
    label.setText("Short")
    assert label.toolTip() == ""
    assert label.minimumSizeHint().width() == 24


def test_a_tip_shows_markup_literally() -> None:
    assert plain_tip("a & b") == "a & b"
    assert plain_tip("<b>a</b> & b") == "<qt>&lt;b&gt;a&lt;/b&gt; &amp; b</qt>"


@pytest.mark.parametrize("elide", [False, True])
def test_a_kind_has_its_colour_in_both_themes(qtbot: QtBot, qapp: QApplication, elide: bool) -> None:
    label = PlainLabel("████", "danger", elide=elide)
    qtbot.addWidget(label)
    label.resize(60, 20)
    for name in ("light", "dark"):
        theme.apply(qapp, theme.load(name))
        image = label.grab().toImage()
        colours = {image.pixelColor(x, 10).name() for x in range(image.width())}
        assert theme.load(name).danger.lower() in colours


def test_a_kind_can_change(qtbot: QtBot, qapp: QApplication) -> None:
    label = PlainLabel("10 à 13", "body", tabular=True)
    qtbot.addWidget(label)
    label.show()
    assert label.font().pixelSize() == 13
    label.set_kind("figure")
    assert (label.kind, label.font().pixelSize()) == ("figure", 22)
    for name in ("dark", "light"):
        theme.apply(qapp, theme.load(name))
        assert label.font().pixelSize() == 22, "a change of theme keeps the sizes"


def test_a_kind_keeps_its_size_once_shown(qtbot: QtBot) -> None:
    label = PlainLabel("10 à 13", "display")
    qtbot.addWidget(label)
    label.show()
    assert label.font().pixelSize() == 24


def test_a_sign_follows_the_theme(qtbot: QtBot, qapp: QApplication) -> None:
    sign = Sign("circle", "danger", 40)
    qtbot.addWidget(sign)
    for name in ("light", "dark"):
        theme.apply(qapp, theme.load(name))
        image = sign.grab().toImage()
        assert theme.load(name).danger.lower() in {image.pixelColor(x, 20).name() for x in range(40)}
    before = sign.grab().toImage()
    sign.set_icon("bell")
    assert sign.grab().toImage() != before


def test_a_divider_is_one_pixel_of_line(qtbot: QtBot) -> None:
    across, down = Divider(), Divider(vertical=True)
    qtbot.addWidget(across)
    qtbot.addWidget(down)
    assert (across.height(), down.width()) == (1, 1)
    assert across.grab().toImage().pixelColor(3, 0).name() == theme.current().line.lower()
