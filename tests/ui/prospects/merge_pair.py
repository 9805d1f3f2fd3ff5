"""Two files of one prospect, and the acts on them, in a window."""

import uuid
from dataclasses import dataclass, field
from decimal import Decimal

from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QWidget

from desktop.services import prospects
from desktop.ui.prospects.merge_acts import MergeActs
from desktop.ui.workspace import Workspace
from tests.conftest import MONDAY


@dataclass
class Scene:
    """A window, the acts, and what was said."""

    window: QWidget
    workspace: Workspace
    acts: MergeActs
    stack: QUndoStack
    kept: uuid.UUID
    merged: uuid.UUID
    said: list[str] = field(default_factory=list)
    undos: list[object] = field(default_factory=list)


def scene(qtbot, workspace: Workspace) -> Scene:
    """Durand, written down again the day after with a phone and another amount."""
    kept = workspace.do(
        prospects.create_prospect,
        now=MONDAY,
        company="Durand",
        person="Zoé Martin",
        amount=Decimal(10),
        address="Rennes",
    )
    merged = workspace.do(
        prospects.create_prospect,
        now=MONDAY,
        company="<b>Durand SA",
        amount=Decimal(20),
        address="Nantes",
        sector="Bois",
    )
    window = QWidget()
    window.resize(1100, 720)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    stack, said, undos = QUndoStack(window), [], []

    def toast(text: str, take_back: object) -> None:
        said.append(text)
        undos.append(take_back)

    return Scene(window, workspace, MergeActs(workspace, stack, toast), stack, kept, merged, said, undos)
