"""Which prospects, on which grid; and a level known from an earlier call, which is not forgotten."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.services import calls, templates
from desktop.services.matrix_board import Beside
from desktop.ui.matrix.page import MatrixPage
from desktop.ui.workspace import Workspace


def test_filtered_by_place_and_by_grid(page: MatrixPage, keys) -> None:
    page.show_view("table")
    view = page.table
    view.choose(None)
    assert (view.model.rowCount(), view.found.text()) == (6, "6 found")
    view.choose(Beside.NO_HEAT)
    assert [view.model.at(0).name, view.place.currentText()] == ["Caron", "Heat to choose (1)"]
    view.grid.setCurrentIndex(view.grid.findData("bant"))
    view.grid.activated.emit(view.grid.currentIndex())
    assert view.nobody.isVisible() and view.model.columnCount() == 1 + 4 + 3


def test_what_an_earlier_call_said_stands(page: MatrixPage, workspace: Workspace, clock, keys) -> None:
    grid, script = templates.grid("five-criteria", "en"), templates.script("b2b", "en")
    clock.advance(3600)
    workspace.do(calls.start_call, keys["Garnier"], script, grid, now=clock.now())
    page.show_view("table")
    page.table.choose(None)
    table, model = page.table.table, page.table.model
    row = next(place for place in range(model.rowCount()) if model.at(place).name == "Garnier")
    table.take(row, 1)
    QTest.keyClick(table, Qt.Key.Key_Question)
    assert model.data(model.index(row, 1)) == "2"
    assert page.banner.text.startswith("Stated need: 2 is known from an earlier call")
    table.take(row, 0)
    QTest.keyClick(table, Qt.Key.Key_1)
    assert page.banner.text == "Go to a criterion with the arrows, then type 0 to 3."
