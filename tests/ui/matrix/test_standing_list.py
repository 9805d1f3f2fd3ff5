"""The list under keys that belong to the page: no letter is taken for the beginning of a name."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.services import matrix_board
from desktop.ui.matrix.standing_list import StandingList
from desktop.ui.matrix.standing_model import StandingModel
from desktop.ui.workspace import Workspace


def test_keys(qtbot, workspace: Workspace, keys) -> None:
    model = StandingModel(workspace)
    model.show_of(lambda limit, offset: workspace.ask(matrix_board.ids_of, None, limit=limit, offset=offset))
    listed = StandingList(model)
    qtbot.addWidget(listed)
    listed.resize(420, 160)
    with qtbot.waitActive(listed):
        listed.show()
    listed.setFocus()
    assert listed.currentIndex().row() == 0
    QTest.keyClicks(listed, "jjkv")
    QTest.keyClick(listed, Qt.Key.Key_Down)
    assert listed.currentIndex().row() == 2
    listed.grab()
    # Only what is looked at has been read.
    assert model.row(0) is not None and model.row(model.rowCount() - 1) is None
    with qtbot.waitSignal(listed.applied) as applied:
        QTest.keyClick(listed, Qt.Key.Key_Space)
    assert applied.args == [model.key_at(2)]
    with qtbot.waitSignal(listed.left):
        QTest.keyClick(listed, Qt.Key.Key_Left)
