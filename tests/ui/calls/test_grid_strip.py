import uuid
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.models.evidence import Grade
from desktop.models.grids import Criterion, Grid, standing
from desktop.models.matrix import Heat
from desktop.services import templates
from desktop.services.grids import CriterionRow, GridSheet
from desktop.services.opinions import SpeakerOpinion
from desktop.ui import theme
from desktop.ui.calls.grid_strip import GridStrip
from tests.ui.accessibility import nameless, rich_text_labels

GRID = templates.grid("five-criteria", "en")
AT = datetime(2026, 11, 2, tzinfo=UTC)
EIGHT = templates.grid("meddpicc", "en")


def sheet(heat: Heat | None = None, grid: Grid = GRID, **answers: object) -> GridSheet:
    rows = tuple(CriterionRow(each, answers.get(each.key, ""), None, None, 1, Grade.STATED) for each in grid.criteria)
    known = {row.criterion.key: row.level for row in rows if row.answer != ""}
    return GridSheet(grid, rows, standing(grid, known), heat)


@pytest.fixture
def strip(qtbot) -> GridStrip:
    strip = GridStrip()
    qtbot.addWidget(strip)
    strip.resize(948, 124)
    strip.show_grid(sheet())
    strip.show_at_hand("need")
    strip.show()
    return strip


def test_a_chip_each_and_one_open(strip: GridStrip) -> None:
    assert list(strip.rows) == [criterion.key for criterion in GRID.criteria]
    assert [key for key, chip in strip.rows.items() if chip.isChecked()] == ["need"]
    assert strip.level_text.startswith("0 = ")
    strip.show_sheet(sheet(Heat.HOT, need=2, budget=2, authority="?", timing=3, fit=2))
    assert [chip.mark for chip in strip.rows.values()] == ["2", "2", "?", "3", "2"]
    assert strip.buttons.mark == "2" and strip.level_text == GRID.criterion("need").levels[2]
    assert strip.total.text() == "9 to 12" and strip.heat.heat == "hot"
    assert "Qualification medium to good" in strip.qualification
    strip.show_at_hand("timing")
    assert strip.buttons.mark == "3" and strip.buttons.accessibleName() == GRID.criterion("timing").name
    assert strip.level_text.startswith("3 asks for")
    assert strip.rows["timing"].hollow


def test_clicks_only_ask(strip: GridStrip, qtbot) -> None:
    left = Qt.MouseButton.LeftButton
    strip.show_at_hand("budget")
    with qtbot.waitSignal(strip.scored) as asked:
        qtbot.mouseClick(strip.buttons.button("3"), left)
    assert asked.args == ["budget", 3] and strip.buttons.mark == ""
    with qtbot.waitSignal(strip.scored) as asked:
        qtbot.mouseClick(strip.buttons.button("?"), left)
    assert asked.args == ["budget", "?"]
    strip.show_sheet(sheet(budget=3))
    with qtbot.waitSignal(strip.scored) as asked:
        qtbot.mouseClick(strip.buttons.button("3"), left)
    assert asked.args == ["budget", ""], "the same one again clears it"
    with qtbot.waitSignal(strip.criterion_chosen) as asked:
        qtbot.mouseClick(strip.rows["fit"], left)
    assert asked.args == ["fit"]
    with qtbot.waitSignal(strip.heat_chosen) as asked:
        qtbot.mouseClick(strip.heat.chip("cold"), left)
    assert asked.args == ["cold"]
    with qtbot.waitSignal(strip.words_wanted) as asked:
        qtbot.mouseClick(strip.proofs, left)
    assert asked.args == ["budget"]


def test_the_buttons_are_those_of_a_finger_whatever_points(strip: GridStrip) -> None:
    buttons = [strip.buttons.button(mark) for mark in "?0123"]
    assert {(each.width(), each.height()) for each in buttons} == {(64, 56)}
    assert {right.x() - left.x() - 64 for left, right in pairwise(buttons)} == {8}


@pytest.mark.parametrize("touch", [True, False])
@pytest.mark.parametrize("width", [780, 948])
def test_nothing_sticks_out(strip: GridStrip, qapp: QApplication, qtbot, touch: bool, width: int) -> None:
    theme.apply(qapp, theme.current(), touch)
    strip.show_sheet(sheet(Heat.WARM, need=3))
    strip.resize(width, strip.sizeHint().height())
    qtbot.waitUntil(lambda: strip.heat.geometry().right() <= width - 8)
    assert strip.minimumSizeHint().width() <= width
    for each in (strip.total, strip.buttons, strip.proofs, strip.heat):
        assert strip.rect().contains(each.geometry())
    assert strip.buttons.geometry().right() < strip.proofs.x()
    for label in (strip.total,):
        assert label.width() >= label.sizeHint().width()


@pytest.mark.parametrize("grid", [EIGHT, None])
def test_many_criteria_scroll_with_the_one_at_hand_in_view(strip: GridStrip, qtbot, grid: Grid | None) -> None:
    levels = ("none", "some", "more", "much")
    criteria = tuple(Criterion(f"c{n}", f"Criterion {n}", "objective", levels) for n in range(14))
    grid = grid or Grid("big", "Big", "en", 1, criteria)
    strip.resize(780, 124)
    strip.show_grid(sheet(grid=grid))
    keys = list(strip.rows)
    for key in (keys[-1], keys[0], keys[len(keys) // 2]):
        strip.show_at_hand(key)
        chip = strip.rows[key]
        view = strip._chips.viewport()
        qtbot.waitUntil(lambda chip=chip, view=view: view.rect().contains(view_place(chip, view)))


def view_place(chip, view):
    return chip.rect().translated(chip.mapTo(view, chip.rect().topLeft()))


def test_who_disagrees_takes_the_place_of_the_words(strip: GridStrip, qtbot) -> None:
    both = tuple(SpeakerOpinion(uuid.uuid4(), name, level, AT) for name, level in (("Claire", 3), ("Karim", 1)))
    saved = sheet(need=3)
    rows = tuple(replace(row, opinions=both) if row.criterion.key == "need" else row for row in saved.rows)
    strip.set_words(lambda key: {both[0].contact_id: f"words about {key}"})
    strip.show_sheet(replace(saved, rows=rows))
    assert strip.disagreement.isVisible() and strip.level_text == ""
    assert strip.rows["need"].differ
    with qtbot.waitSignal(strip.words_wanted) as asked:
        qtbot.mouseClick(strip.disagreement, Qt.MouseButton.LeftButton)
    assert asked.args == ["need"]
    strip.show_at_hand("fit")
    assert not strip.disagreement.isVisible() and strip.level_text
    strip.show_at_hand("need")
    assert "words about need" in strip.disagreement.accessibleDescription()


def test_everything_has_a_name(strip: GridStrip) -> None:
    assert nameless(strip) == []
    assert rich_text_labels(strip) == []


def test_no_click_takes_the_focus(strip: GridStrip) -> None:
    clicked = [*strip.rows.values(), strip.proofs, strip.disagreement, *strip.buttons.children()]
    kept = [each for each in clicked if hasattr(each, "focusPolicy")]
    assert kept and not any(each.focusPolicy() & Qt.FocusPolicy.ClickFocus for each in kept)
