"""One follow-up on Today: what it shows, what it says aloud, and what its button and its menu ask."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop.services.strips import Strip
from desktop.services.today import Agenda
from desktop.ui import theme
from desktop.ui.today.task_row import TaskRow
from desktop.ui.widgets.labels import PlainLabel
from tests.ui.accessibility import nameless
from tests.ui.touch import too_small


@pytest.fixture
def rows(qtbot, agenda: Agenda, clock) -> list[TaskRow]:
    rows = [TaskRow(task, clock.today()) for task in (*agenda.now, *agenda.week)]
    for row in rows:
        qtbot.addWidget(row)
        row.resize(840, 70)
        row.show()
    return rows


def test_everything_drawn_is_said(rows: list[TaskRow]) -> None:
    assert rows[0].accessibleName() == (
        "Fri 20 · late · Brevent person · Brevent · budget · 15 · 4 scores to prove · Hot · Focus, proposal · "
        "Phone · validation"
    )
    assert rows[2].accessibleName() == (
        "Thu 26 · Perrin person · Perrin · budget · Not scored yet · Heat to choose · Phone · validation"
    )
    assert [each for row in rows for each in nameless(row)] == []


def test_late_is_red_and_the_rest_is_not(rows: list[TaskRow]) -> None:
    assert [row.when.kind for row in rows] == ["danger", "strong", "strong"]


@pytest.mark.parametrize(("place", "words", "asked"), [(0, "Open the proposal", "proposal"), (1, "Call", "call")])
def test_the_button_does_what_the_matrix_calls_for(
    rows: list[TaskRow], qtbot, place: int, words: str, asked: str
) -> None:
    button = rows[place].button
    assert button.text() == words
    with qtbot.waitSignal(rows[place].chosen) as chosen:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert chosen.args == [asked]


def test_the_menu_asks_the_rest(rows: list[TaskRow]) -> None:
    said: list[str] = []
    rows[0].chosen.connect(said.append)
    for act in rows[0].menu().actions():
        act.trigger()
    assert said == ["done", "move", "snooze", "draft", "call", "open", "proposal", "drop"]


def test_narrow_it_keeps_its_words_and_gives_up_its_squares(rows: list[TaskRow]) -> None:
    squares = rows[0]._standing
    rows[0].set_narrow(True)
    rows[0].resize(760, rows[0].height())
    assert not squares.isHidden()
    rows[0].resize(644, rows[0].height())
    assert squares.isHidden()
    assert rows[0].button.text() == "Proposal"
    assert rows[0].button.accessibleName() == "Open the proposal · Brevent person"
    assert rows[0].advice.lines() == ["· Focus,", "proposal"] or rows[0].advice.lines() == ["· Focus, proposal"]
    assert rows[0].advice.isVisible()
    rows[0].set_narrow(False)
    assert not squares.isHidden()


def test_it_knows_when_it_says_the_same(rows: list[TaskRow], agenda: Agenda, clock) -> None:
    assert rows[1].shows(agenda.now[1], clock.today())
    assert not rows[1].shows(agenda.now[0], clock.today())
    clock.advance(24 * 3600)
    assert not rows[1].shows(agenda.now[1], clock.today())


def test_a_click_on_a_square_says_which_and_does_not_take_the_focus(rows: list[TaskRow], qtbot) -> None:
    assert rows[0].squares.accessibleName().endswith("see the words behind it")
    with qtbot.waitSignal(rows[0].words_wanted) as asked:
        QTest.mouseClick(rows[0].squares, Qt.MouseButton.LeftButton, pos=QPoint(22, 8))
    assert asked.args == [1]
    assert not rows[0].squares.hasFocus()


def test_a_score_without_its_evidence_is_hollow(rows: list[TaskRow]) -> None:
    # Scored 3 everywhere and not a word: the last criterion is an impression, which needs none.
    image, look = rows[0].squares.grab().toImage(), theme.current()
    top = (rows[0].squares.height() - 14) // 2 + 3
    filled = [image.pixelColor(place * 18 + 2, top) == look.colour("score_3") for place in range(5)]
    assert filled == [False, False, False, False, True]
    assert rows[0].squares.accessibleName().startswith("Stated need: 3 (to prove) · ")


def test_a_long_grid_stays_beside_its_total(qtbot, agenda: Agenda, clock) -> None:
    task = agenda.now[0]
    for count in (5, 8, 12):
        names = tuple(f"Criterion {place}" for place in range(count))
        strip = Strip(names, names, (2,) * count, frozenset())
        row = TaskRow(replace(task, strip=strip, low=10, high=23), clock.today())
        qtbot.addWidget(row)
        row.resize(840, 80)
        row.show()
        holder = row.squares.parentWidget()
        total = next(each for each in holder.findChildren(PlainLabel) if each.text() == "10 to 23")
        assert holder.rect().contains(row.squares.geometry())
        assert holder.rect().contains(total.geometry())
        assert not total.geometry().intersects(row.squares.geometry())
        assert total.width() >= total.sizeHint().width()
        with qtbot.waitSignal(row.words_wanted) as asked:
            QTest.mouseClick(row.squares, Qt.MouseButton.LeftButton, pos=QPoint(row.squares.width() - 3, 8))
        assert asked.args == [count - 1]


def test_a_finger_hits_everything_of_a_row(rows: list[TaskRow], look, qtbot) -> None:
    for touch, least in ((False, 24), (True, 44), (False, 24)):
        theme.apply(look, theme.current(), touch)
        for row in rows[:2]:
            row.resize(840, row.sizeHint().height())
            qtbot.waitUntil(lambda row=row, least=least: too_small(row, least) == [])
            assert min(row.squares.size().toTuple()) >= least
            assert row.rect().contains(row.more.geometry())
            assert not row.more.geometry().intersects(row.button.geometry())
