"""A window over a file where Claire is to be followed up, with the acts of a page and what it says."""

from types import SimpleNamespace

from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.ui.widgets.followup_acts import FollowUpActs
from tests.services.cadence_case import prospect
from tests.services.test_messages import planned, spoke


def desk(workspace, qtbot) -> SimpleNamespace:
    """``window`` and its ``anchor``, ``acts`` on ``stack``, ``said`` the toasts; ``key``, ``follow_up`` of Claire."""

    def write(session):
        key = prospect(session)
        spoke(session, key, "We lose a day each week")
        return key, planned(session, key)

    key, follow_up = workspace.do(write)
    window = QWidget()
    anchor = QPushButton("anchor", window)
    QVBoxLayout(window).addWidget(anchor)
    window.resize(1024, 640)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    anchor.setFocus()
    stack, said = QUndoStack(window), []
    acts = FollowUpActs(workspace, stack, lambda sentence, undo: said.append((sentence, undo)))
    return SimpleNamespace(
        workspace=workspace,
        window=window,
        anchor=anchor,
        stack=stack,
        said=said,
        acts=acts,
        key=key,
        follow_up=follow_up,
        toast=lambda sentence, undo: said.append((sentence, undo)),
    )
