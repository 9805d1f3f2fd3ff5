"""A follow-up, and a page as far as the acts know it."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.models.followup_kinds import Channel, Objective
from desktop.services.followups import NextStep
from desktop.ui.widgets.followup_acts import FollowUpActs
from desktop.ui.workspace import Workspace

DUE = datetime.fromisoformat("2026-11-24T14:00")
FRIDAY = datetime.fromisoformat("2026-11-27T14:00")
STEP = NextStep(DUE, "Europe/Paris", Channel.PHONE, Objective.VALIDATION, "budget")


class Desk:
    """A page as far as the acts know it: a stack, and the toasts it showed."""

    def __init__(self, workspace: Workspace) -> None:
        self.stack = QUndoStack()
        self.toasts: list[tuple[str, Callable[[], None]]] = []
        self.acts = FollowUpActs(workspace, self.stack, lambda text, undo: self.toasts.append((text, undo)))  # type: ignore[arg-type]


def anchor(window: QWidget) -> QPushButton:
    return window.findChildren(QPushButton)[0]
