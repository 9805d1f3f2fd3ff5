"""A grid as a whole: its thresholds in points, its criteria in order."""

from dataclasses import replace

import pytest

from desktop import i18n
from desktop.services import templates
from desktop.ui.library.grid_editor import effect
from tests.ui.library.conftest import GRID


def test_the_effect_of_the_thresholds_is_said_as_they_move(bench):
    page = bench.page
    page.open_item(GRID)
    page.edit()
    part = page.editor.grid_part
    assert part.effect.text().startswith("Good from 11 out of 15, medium from 6.")
    part.good.editor.setValue(80)
    assert part.effect.text().startswith("Good from 12 out of 15, medium from 6.")
    assert bench.draft(GRID)["good"] == 80
    part.medium.editor.setValue(90)
    assert part.medium.error == "“Medium” may not begin above “good”." and page.editor.outline.line.sign == "wrong"


@pytest.mark.parametrize(
    ("good", "medium", "complete", "said"),
    [(70, 40, 60, "Bonne dès 11 sur 15, moyenne dès 6."), (100, 1, 0, "Bonne dès 15 sur 15, moyenne dès 1.")],
)
def test_the_least_total_that_reaches_a_share(good, medium, complete, said):
    i18n.use("fr")
    grid = replace(templates.grid("five-criteria", "fr"), good=good, medium=medium, complete=complete)
    assert effect(grid).startswith(said)


def test_weights_are_counted_as_weights():
    grid = templates.grid("five-criteria", "en")
    assert effect(grid).endswith("less than 3 of the 5 criteria are known.")
    heavy = replace(grid, criteria=tuple(replace(each, weight=2) for each in grid.criteria))
    assert effect(heavy).endswith("less than 6 of the 10 points of weight are known.")


def test_criteria_are_added_after_the_one_at_hand_and_reordered(bench):
    page = bench.page
    page.open_item(GRID)
    page.edit()
    page.editor.show_place(("criteria", 0))
    page.editor.add("criterion")
    assert page.editor.place == ("criteria", 1) and page.editor.criterion_part.name.editor.hasFocus()
    assert page.editor.criterion_part.name.error == "Name the criterion."
    page.editor.move_line(-1)
    assert bench.draft(GRID)["criteria"][0]["name"] == "" and page.editor.place == ("criteria", 0)
