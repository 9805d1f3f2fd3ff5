"""Scores: shown only once saved, said in words, and drawn in both themes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui import theme
from desktop.ui.widgets.scores import MARKS, ScoreButtons, TotalBar, score_token
from tests.ui.accessibility import nameless

LEVELS = ("none", "mentioned", "described", "confirmed")


@pytest.fixture
def row(qtbot: QtBot) -> ScoreButtons:
    made = ScoreButtons("Need", LEVELS)
    qtbot.addWidget(made)
    made.resize(320, 32)
    with qtbot.waitActive(made):
        made.show()
    return made


def test_each_button_says_the_criterion_the_digit_and_what_it_means(row: ScoreButtons) -> None:
    assert nameless(row) == []
    assert row.button("3").accessibleName() == "Need: 3, confirmed"
    assert row.button("?").accessibleName() == "Need: ?, asked, unknown"
    row.set_criterion("Budget", ("", "", "", ""))
    assert row.button("3").accessibleName() == "Budget: 3"


def test_a_click_asks_and_shows_nothing_before_it_is_saved(qtbot: QtBot, row: ScoreButtons) -> None:
    with qtbot.waitSignal(row.chosen) as asked:
        qtbot.mouseClick(row.button("2"), Qt.MouseButton.LeftButton)
    assert asked.args == ["2"]
    assert (row.mark, row.button("2").isChecked()) == ("", False)
    row.set_mark("2")
    assert (row.mark, row.button("2").isChecked(), row.button("1").isChecked()) == ("2", True, False)


def test_the_same_score_again_clears(qtbot: QtBot, row: ScoreButtons) -> None:
    row.set_mark("2")
    with qtbot.waitSignal(row.chosen) as asked:
        qtbot.mouseClick(row.button("2"), Qt.MouseButton.LeftButton)
    assert asked.args == [""]


def test_a_click_leaves_the_caret_where_it_was(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    line, scores = QLineEdit(), ScoreButtons("Need", LEVELS)
    column = QVBoxLayout(window)
    column.addWidget(line)
    column.addWidget(scores)
    with qtbot.waitActive(window):
        window.show()
    line.setFocus()
    qtbot.mouseClick(scores.button("1"), Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is line


def test_arrows_move_and_space_chooses(qtbot: QtBot, row: ScoreButtons) -> None:
    row.button("?").setFocus()
    qtbot.keyClick(row.button("?"), Qt.Key.Key_Right)
    assert row.button("0").hasFocus()
    with qtbot.waitSignal(row.chosen) as asked:
        qtbot.keyClick(row.button("0"), Qt.Key.Key_Space)
    assert asked.args == ["0"]
    qtbot.keyClick(row.button("0"), Qt.Key.Key_Left)
    qtbot.keyClick(row.button("?"), Qt.Key.Key_Left)
    assert row.button("3").hasFocus()


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("mark", MARKS)
def test_the_chosen_one_is_filled_and_hollow_without_evidence(
    qtbot: QtBot, qapp: QApplication, name: str, mark: str
) -> None:
    look = theme.load(name)
    theme.apply(qapp, look)
    row = ScoreButtons("Need", LEVELS)
    qtbot.addWidget(row)
    row.resize(320, 32)
    level = getattr(look, score_token(mark)).lower()
    row.set_mark(mark)
    assert row.button(mark).grab().toImage().pixelColor(6, 16).name() == level
    row.set_mark(mark, hollow=True)
    image = row.button(mark).grab().toImage()
    assert image.pixelColor(6, 16).name() == look.surface.lower()
    assert image.pixelColor(1, 16).name() == level


def test_large_buttons_fit_a_finger(qtbot: QtBot) -> None:
    row = ScoreButtons("Need", LEVELS, large=True)
    qtbot.addWidget(row)
    assert all(row.button(mark).sizeHint().height() == 56 for mark in MARKS)


def test_the_bar_is_solid_to_the_low_total_and_hatched_to_the_high_one(qtbot: QtBot) -> None:
    bar = TotalBar()
    qtbot.addWidget(bar)
    bar.resize(300, 10)
    bar.set_total(10, 13, 15)
    assert bar.accessibleName() == "10 to 13 out of 15"
    image = bar.grab().toImage()
    solid = {image.pixelColor(x, 5).name() for x in range(6, 198)}
    hatched = {image.pixelColor(x, 5).name() for x in range(204, 256)}
    rest = {image.pixelColor(x, 5).name() for x in range(264, 292)}
    assert solid == {theme.current().score_2.lower()}
    assert len(hatched) > 1
    assert solid.isdisjoint(hatched)
    assert rest == {theme.current().line.lower()}
    bar.set_total(15, 15, 15, "score_3")
    assert bar.accessibleName() == "15 out of 15"
    assert bar.grab().toImage().pixelColor(290, 5).name() == theme.current().score_3.lower()
    bar.set_total(0, 0, 0)
    assert bar.grab().toImage().pixelColor(150, 5).name() == theme.current().line.lower()


def test_a_hollow_button_is_said_to_prove(row: ScoreButtons) -> None:
    row.set_mark("3", hollow=True)
    assert [row.button(mark).accessibleDescription() for mark in MARKS] == ["", "", "", "", "to prove"]
    row.set_mark("3")
    assert row.button("3").accessibleDescription() == ""


def test_the_bar_is_paler_where_what_is_known_is_not_proven(qtbot: QtBot) -> None:
    bar = TotalBar()
    qtbot.addWidget(bar)
    bar.resize(300, 10)
    bar.set_total(10, 13, 15, "score_2", 7)
    assert bar.accessibleName() == "10 to 13 out of 15, 7 proven"
    image = bar.grab().toImage()
    proven = {image.pixelColor(x, 5).name() for x in range(6, 138)}
    known = {image.pixelColor(x, 5).name() for x in range(143, 198)}
    hatched = {image.pixelColor(x, 5).name() for x in range(204, 256)}
    assert proven == {theme.current().score_2.lower()}
    assert len(known) == 1
    assert known.isdisjoint(proven | hatched)


def test_a_finger_needs_more_room(row: ScoreButtons, qapp: QApplication) -> None:
    narrow = row.sizeHint()
    assert narrow.height() == 32
    theme.apply(qapp, theme.current(), touch=True)
    assert (row.sizeHint().width(), row.sizeHint().height()) == (5 * 64 + 4 * 8, 56)
    assert row.minimumSizeHint() == row.sizeHint()
    theme.apply(qapp, theme.current())
    assert row.sizeHint() == narrow
