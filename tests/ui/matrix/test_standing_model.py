"""The list of a place as a model: keys by pages, rows as they come in sight."""

from PySide6.QtCore import QModelIndex, Qt

from desktop.services import matrix_board
from desktop.services.matrix_board import PAGE
from desktop.ui.matrix.standing_model import StandingModel
from desktop.ui.workspace import Workspace
from tests.services.test_today import prospect


def model_of(workspace: Workspace) -> StandingModel:
    model = StandingModel(workspace)
    model.show_of(lambda limit, offset: workspace.ask(matrix_board.ids_of, None, limit=limit, offset=offset))
    return model


def test_it_is_a_model(qtmodeltester, workspace: Workspace, keys) -> None:
    model = model_of(workspace)
    assert model.rowCount() == len(keys)
    qtmodeltester.check(model)


def test_rows_are_read_in_sight_and_said_whole(workspace: Workspace, keys) -> None:
    model = model_of(workspace)
    place = model.place_of(keys["Vidal"])
    assert place is not None and model.row(place) is None
    model.see(range(place, place + 1))
    row, strip = model.row(place), model.strip(place)
    assert row is not None and strip is not None
    assert (row.name, strip.marks) == ("Vidal", ("2", "?", "2", "2", "2"))
    said = model.data(model.index(place), Qt.ItemDataRole.AccessibleTextRole)
    assert str(said).startswith("Vidal · Vidal person · 8 to 11/15 · Warm · Next step: none planned · ")
    assert model.data(model.index(place)) == "Vidal · Vidal person"


def test_page_after_page(workspace: Workspace, clock) -> None:
    def fill(session) -> None:
        for place in range(PAGE + 5):
            prospect(session, clock, f"p{place}")

    workspace.do(fill)
    model = model_of(workspace)
    assert (model.rowCount(), model.canFetchMore(QModelIndex())) == (PAGE, True)
    model.fetchMore(QModelIndex())
    assert (model.rowCount(), model.canFetchMore(QModelIndex())) == (PAGE + 5, False)
    assert len({model.key_at(place) for place in range(PAGE + 5)}) == PAGE + 5
