"""A card: its header row, its ground, its chosen state."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.ui import theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.card import Card
from tests.ui.accessibility import rich_text_labels


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_ground_and_the_border(qtbot: QtBot, qapp: QApplication, name: str) -> None:
    look = theme.load(name)
    theme.apply(qapp, look)
    card = Card()
    qtbot.addWidget(card)
    card.resize(100, 60)
    assert card.grab().toImage().pixelColor(50, 30).name() == look.surface.lower()
    assert card.grab().toImage().pixelColor(50, 0).name() == look.line.lower()
    card.set_tone("danger_soft")
    assert card.grab().toImage().pixelColor(50, 30).name() == look.danger_soft.lower()


def test_a_part_of_another_card_has_no_line(qtbot: QtBot) -> None:
    part = Card(framed=False)
    qtbot.addWidget(part)
    part.resize(100, 60)
    assert part.grab().toImage().pixelColor(50, 0).name() == theme.current().surface.lower()


def test_the_header_row(qtbot: QtBot) -> None:
    card = Card("To do now", "4 late")
    qtbot.addWidget(card)
    extra = Button("See all", "quiet")
    card.add_to_header(extra)
    card.show()
    card.set_title("This week")
    card.set_note("<b>9</b>")
    assert card.title_label.isVisible()
    assert (card.title_label.text(), card.note_label.text()) == ("This week", "<b>9</b>")
    assert extra.geometry().left() > card.note_label.geometry().right()
    assert rich_text_labels(card) == []


def test_a_card_without_a_title_has_no_header(qtbot: QtBot) -> None:
    card = Card()
    qtbot.addWidget(card)
    card.show()
    assert not card.title_label.isVisible()
    assert card.body.count() == 0
