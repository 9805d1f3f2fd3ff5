"""The grid of a prospect, criterion by criterion, in the words of each level."""

import uuid

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.clock import FixedClock
from desktop.models.matrix import Heat
from desktop.services import calls, prospects, templates
from desktop.ui.prospects.detail import Detail
from desktop.ui.widgets.words_behind import WordsBehindPanel
from desktop.ui.workspace import Workspace
from tests.ui.accessibility import nameless
from tests.ui.prospects.conftest import visible_texts

GRID = templates.grid("five-criteria", "en")


def test_before_the_first_call_it_says_when_it_fills_in(detail: Detail) -> None:
    assert "No call yet: the grid fills in while you listen." in visible_texts(detail.grid)
    assert GRID.criteria[0].name not in visible_texts(detail.grid)


def test_each_level_in_its_words_and_what_was_not_asked(
    detail: Detail, workspace: Workspace, clock: FixedClock, key: uuid.UUID
) -> None:
    call_id = workspace.do(calls.start_call, key, templates.script("b2b", "en"), GRID, now=clock.now())
    workspace.do(calls.set_score, call_id, GRID.criteria[0].key, 3, at=clock.now())
    workspace.do(calls.set_score, call_id, GRID.criteria[1].key, "?", at=clock.now())
    shown = visible_texts(detail.grid)
    assert "No call yet: the grid fills in while you listen." not in shown
    # Nothing that they said is written down yet.
    assert f"To prove · {GRID.criteria[0].levels[3]}" in shown
    assert shown.count("asked, unknown") == 1
    assert shown.count("not asked") == 3
    assert "3 to 15 out of 15, none proven" in shown
    assert "1 of 5 filled in" in shown
    assert "Choose the heat." in shown


def test_with_a_heat_it_says_what_to_do(
    detail: Detail, workspace: Workspace, clock: FixedClock, key: uuid.UUID
) -> None:
    call_id = workspace.do(calls.start_call, key, templates.script("b2b", "en"), GRID, now=clock.now())
    for criterion in GRID.criteria:
        workspace.do(calls.set_score, call_id, criterion.key, 3, at=clock.now())
    workspace.do(prospects.set_heat, key, Heat.HOT, now=clock.now())
    shown = visible_texts(detail.grid)
    # The subjective criterion alone: an impression is enough for it.
    assert "15 out of 15, 3 proven" in shown
    assert "Choose the heat." not in shown


def test_a_square_opens_the_words_behind_it_and_gives_the_keyboard_back(
    detail: Detail, workspace: Workspace, clock: FixedClock, key: uuid.UUID
) -> None:
    call_id = workspace.do(calls.start_call, key, templates.script("b2b", "en"), GRID, now=clock.now())
    workspace.do(calls.set_score, call_id, "budget", 2, at=clock.now())
    question = next(each.key for each in templates.script("b2b", "en").questions if each.criterion == "budget")
    workspace.do(calls.add_entry, call_id, "verbatim", "15 k€", at=clock.now(), question=question)
    assert "2 to 14 out of 15, all proven" in visible_texts(detail.grid)
    assert nameless(detail.grid) == []
    square = detail.grid.squares["budget"]
    QTest.mouseClick(square, Qt.MouseButton.LeftButton)
    panel = detail.window().findChild(WordsBehindPanel)
    assert panel.isVisible()
    assert (panel.name.text(), panel.verdict.text()) == ("Estimated budget", "Proven: stated")
    QTest.keyClick(panel.list, Qt.Key.Key_Escape)
    square.setFocus()
    QTest.keyClick(square, Qt.Key.Key_Return)
    assert panel.isVisible()
    QTest.keyClick(panel.list, Qt.Key.Key_Space)
    assert f"To prove · {GRID.criterion('budget').levels[2]}" in visible_texts(detail.grid)
    QTest.keyClick(panel.list, Qt.Key.Key_Escape)
    # The line is the same one, brought in step: it has kept the focus that it is given back.
    assert square is detail.grid.squares["budget"]
    assert square.hasFocus()


def test_another_grid_lays_out_other_lines(
    detail: Detail, workspace: Workspace, clock: FixedClock, key: uuid.UUID
) -> None:
    workspace.do(calls.start_call, key, templates.script("b2b", "en"), GRID, now=clock.now())
    assert list(detail.grid.squares) == [criterion.key for criterion in GRID.criteria]
    clock.advance(60)
    bant = templates.grid("bant", "en")
    workspace.do(calls.start_call, key, templates.script("b2b", "en"), bant, now=clock.now())
    assert list(detail.grid.squares) == [criterion.key for criterion in bant.criteria]
    assert bant.criteria[0].name in visible_texts(detail.grid)
