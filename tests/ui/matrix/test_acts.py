"""Acts told by a toast are taken back alone, even after others."""

from PySide6.QtGui import QUndoStack

from desktop.models.grids import Band
from desktop.models.matrix import Heat
from desktop.services import followups, matrix_acts, matrix_board
from desktop.services.matrix_acts import Terms
from desktop.ui.matrix.acts import MatrixActs
from desktop.ui.workspace import Workspace


def test_undone_from_its_toast_after_another_act(workspace: Workspace, keys) -> None:
    told: list[tuple[str, object]] = []
    stack = QUndoStack()
    acts = MatrixActs(workspace, stack, lambda text, back: told.append((text, back)))
    asked = workspace.ask(matrix_acts.callings)[Band.GOOD, Heat.HOT]
    for row in workspace.ask(matrix_board.rows_by_id, [keys["Roux"], keys["Perrin"]]):
        acts.apply_to_one(asked, row, Terms())
    assert stack.undoText() == "Next step on Wednesday 25 November: Perrin"

    def planned() -> list[bool]:
        return [workspace.ask(followups.next_of, keys[name]) is not None for name in ("Roux", "Perrin")]

    told[0][1]()  # type: ignore[operator]
    assert planned() == [False, True]
    stack.undo()
    assert planned() == [False, False]


def test_nobody_to_plan_for_leaves_nothing_to_undo(workspace: Workspace, keys) -> None:
    stack = QUndoStack()
    acts = MatrixActs(workspace, stack, lambda text, back: None)
    asked = workspace.ask(matrix_acts.callings)[Band.LOW, Heat.HOT]
    assert acts.apply_to_all(asked, Terms()).count == 0
    assert not stack.canUndo()
