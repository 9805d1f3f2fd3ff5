import pytest
from PySide6.QtCore import Qt

from desktop.models.grids import standing
from desktop.models.matrix import Heat
from desktop.services import templates
from desktop.services.grids import CriterionRow, GridSheet
from desktop.ui.calls.grid_panel import GridPanel

GRID = templates.grid("five-criteria", "en")


def sheet(heat: Heat | None = None, **answers: object) -> GridSheet:
    rows = tuple(CriterionRow(each, answers.get(each.key, ""), None, None, 1) for each in GRID.criteria)
    known = {row.criterion.key: row.level for row in rows if row.answer != ""}
    return GridSheet(GRID, rows, standing(GRID, known), heat)


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
    panel.show_at_hand("authority")
    panel.resize(276, 512)
    panel.grab()
    assert panel._scroll.verticalScrollBar().maximum() == 0
    assert panel.advice.isVisible()
