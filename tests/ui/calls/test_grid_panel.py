import pytest
from PySide6.QtCore import Qt

from desktop.models.evidence import Grade
from desktop.models.grids import Criterion, Grid, standing
from desktop.models.matrix import Heat
from desktop.services import templates
from desktop.services.grids import CriterionRow, GridSheet
from desktop.ui.calls.grid_panel import GridPanel
from desktop.ui.widgets.labels import PlainLabel

GRID = templates.grid("five-criteria", "en")


def sheet(heat: Heat | None = None, grid: Grid = GRID, **answers: object) -> GridSheet:
    rows = tuple(CriterionRow(each, answers.get(each.key, ""), None, None, 1, Grade.STATED) for each in grid.criteria)
    known = {row.criterion.key: row.level for row in rows if row.answer != ""}
    return GridSheet(grid, rows, standing(grid, known), heat)


@pytest.fixture
def panel(qtbot) -> GridPanel:
    panel = GridPanel()
    qtbot.addWidget(panel)
    panel.resize(372, 740)
    panel.show_grid(sheet())
    panel.show()
    return panel


def test_the_total_is_an_interval_and_the_box_waits_for_a_heat(panel: GridPanel) -> None:
    assert panel.total.text() == "0 to 15"
    assert panel.qualification.text() == "Qualification to complete"
    assert panel.action.text() == "How ready to act are they?"


def test_the_picture_of_the_mock_up(panel: GridPanel) -> None:
    panel.show_sheet(sheet(Heat.HOT, need=3, budget=2, authority="?", timing=3, fit=2))
    assert panel.total.text() == "10 to 13"
    assert panel.qualification.text() == "Qualification medium to good"
    assert panel.heat.heat == "hot"
    assert panel.action.text() == "Close gap no. 1 before any price; pre-proposal"
    assert "Decision-maker" in panel.advice.text()
    assert panel.rows["authority"].buttons.mark == "?"


def visible_texts(panel: GridPanel) -> list[str]:
    return [label.text() for label in panel.findChildren(PlainLabel) if label.isVisible()]


def test_the_total_says_how_much_of_it_is_proven(panel: GridPanel) -> None:
    # Only stated: what is scored 3 is not proven yet.
    panel.show_sheet(sheet(need=3, budget=2, authority="?", timing=3, fit=2))
    assert "out of 15, 4 proven" in visible_texts(panel)
    panel.show_sheet(sheet(budget=2))
    assert "out of 15, all proven" in visible_texts(panel)
    panel.show_sheet(sheet())
    assert "out of 15" in visible_texts(panel)


def test_the_proofs_of_a_criterion_ask_for_its_words(panel: GridPanel, qtbot) -> None:
    panel.show_sheet(sheet(need=3))
    with qtbot.waitSignal(panel.words_wanted) as asked:
        qtbot.mouseClick(panel.rows["need"].proofs, Qt.MouseButton.LeftButton)
    assert asked.args == ["need"]


@pytest.mark.parametrize("size", [(276, 512), (372, 740)])
def test_a_larger_grid_scrolls_with_the_criterion_at_hand_in_view(panel: GridPanel, size) -> None:
    levels = ("none", "some", "more", "much")
    criteria = tuple(Criterion(f"c{n}", f"Criterion {n}", "objective", levels) for n in range(14))
    panel.set_compact(size[0] < 300, True)
    panel.show_grid(sheet(grid=Grid("big", "Big", "en", 1, criteria)))
    panel.resize(*size)
    panel.grab()
    for at_hand in ("c13", "c0", "c7"):
        panel.show_at_hand(at_hand)
        panel.grab()
        row = panel.rows[at_hand]
        view = panel._scroll.viewport()
        top = row.mapTo(view, row.rect().topLeft()).y()
        assert top >= 0
        assert top + row.height() <= view.height()
    panel.resize(size[0], size[1] - 40)
    panel.grab()
    assert panel.rows["c7"].mapTo(view, row.rect().bottomLeft()).y() <= view.height()


def test_the_colour_of_the_box_follows_the_heat(panel: GridPanel) -> None:
    pictures = []
    for heat in Heat:
        panel.show_sheet(sheet(heat, need=3, budget=3, authority=3, timing=3, fit=3))
        pictures.append(panel.grab().toImage())
    assert pictures[0] != pictures[1] != pictures[2]


def test_a_chip_asks_for_a_heat_and_shows_only_what_is_saved(panel: GridPanel, qtbot) -> None:
    with qtbot.waitSignal(panel.heat_chosen) as chosen:
        qtbot.mouseClick(panel.heat.chip("warm"), Qt.MouseButton.LeftButton)
    assert chosen.args == ["warm"]
    assert panel.heat.heat == ""


def test_nothing_of_five_criteria_is_cut_in_the_smallest_window(panel: GridPanel) -> None:
    panel.set_compact(True, True)
    panel.show_sheet(sheet(Heat.HOT, need=3, budget=2, authority="?", timing=3, fit=2))
    panel.resize(276, 512)
    for at_hand in ("authority", "timing"):
        panel.show_at_hand(at_hand)
        panel.grab()
        assert panel._scroll.verticalScrollBar().maximum() == 0
    assert panel.rows["timing"].missing_text == "3 asks for: confirmed (say it back)"
    assert panel.advice.isVisible()
