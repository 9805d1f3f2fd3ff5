"""Rows that only changed are repainted; other rows are another list."""

from PySide6.QtCore import Qt

from desktop.ui.widgets.rows_model import RowsItemModel

ROWS = [("a", "Besoins"), ("b", "Budget")]


def _model() -> RowsItemModel[tuple[str, str]]:
    model = RowsItemModel[tuple[str, str]](lambda row: row[0], lambda row: row[1], lambda row: f"{row[1]}, {row[0]}")
    model.set_rows(ROWS)
    return model


def test_it_is_a_model(qtmodeltester) -> None:
    model = _model()
    qtmodeltester.check(model)
    assert model.index(1).data() == "Budget"
    assert model.index(1).data(Qt.ItemDataRole.AccessibleTextRole) == "Budget, b"
    assert model.index(1).data(Qt.ItemDataRole.ToolTipRole) is None


def test_the_same_rows_in_other_words_are_repainted(qtbot) -> None:
    model = _model()
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.set_rows([("a", "Besoins"), ("b", "Délai")])
    assert model.index(1).data() == "Délai"


def test_rows_that_did_not_change_tell_nobody(qtbot) -> None:
    model = _model()
    with qtbot.assertNotEmitted(model.modelReset), qtbot.assertNotEmitted(model.dataChanged):
        model.set_rows(list(ROWS))


def test_other_rows_are_laid_out_anew(qtbot) -> None:
    model = _model()
    with qtbot.waitSignal(model.modelReset):
        model.set_rows([("b", "Budget")])
    assert model.rowCount() == 1
