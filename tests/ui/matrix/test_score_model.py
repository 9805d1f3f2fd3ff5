"""The table of scores as a model: cells that can be scored, and those that cannot."""

from PySide6.QtCore import Qt

from desktop.services import matrix_table, templates
from desktop.services.matrix_board import Beside
from desktop.ui.matrix.score_model import ScoreModel
from desktop.ui.workspace import Workspace

FIVE = templates.grid("five-criteria", "en")


def test_it_is_a_model(qtmodeltester, workspace: Workspace, keys) -> None:
    model = ScoreModel(workspace)
    model.show_of(None, FIVE)
    assert (model.rowCount(), model.columnCount()) == (len(keys) - 1, 1 + 5 + 3)
    qtmodeltester.check(model)


def test_what_a_cell_says(workspace: Workspace, keys) -> None:
    model = ScoreModel(workspace)
    model.show_of(None, FIVE)
    row = next(place for place in range(model.rowCount()) if model.at(place).name == "Vidal")
    need, budget = model.index(row, 1), model.index(row, 2)
    assert (model.data(need), model.mark(need)) == ("2", ("2", True))
    level = FIVE.criteria[0].levels[2]
    said = model.data(need, Qt.ItemDataRole.AccessibleTextRole)
    assert said == f"Vidal · Stated need: 2, {level} (to prove)"
    assert model.data(budget, Qt.ItemDataRole.AccessibleTextRole) == "Vidal · Estimated budget: asked, unknown"
    assert model.mark(model.index(row, 0)) is None
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Stated need"


def test_rows_keep_their_place_when_they_change(workspace: Workspace, clock, keys) -> None:
    model = ScoreModel(workspace)
    model.show_of(None, FIVE)
    before = [model.at(place).name for place in range(model.rowCount())]
    workspace.do(matrix_table.give, keys["Morin"], "need", 3, at=clock.now())
    model.read_again()
    assert [model.at(place).name for place in range(model.rowCount())] == before
    row = before.index("Morin")
    assert (model.data(model.index(row, 1)), model.data(model.index(row, 6))) == ("3", "3/15")


def test_never_called_has_cells_to_fill_and_nothing_in_them(workspace: Workspace, keys) -> None:
    model = ScoreModel(workspace)
    model.show_of(Beside.TO_COMPLETE, FIVE)
    assert [model.mark(model.index(0, column)) for column in (1, 5)] == [("", False), ("", False)]
    assert model.data(model.index(0, 6)) == "no call yet"
