"""What the tests of follow-ups share: one that is planned, a page that acts on it, a window to ask in."""

import uuid
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.clock import FixedClock
from desktop.models.followups import FollowUp
from desktop.services import followups
from desktop.services.prospects import create_prospect
from desktop.ui.workspace import Workspace
from tests.ui.widgets.followup_case import STEP, Desk


@pytest.fixture
def acting(workspace: Workspace) -> Desk:
    return Desk(workspace)


@pytest.fixture
def prospect_id(workspace: Workspace, clock: FixedClock) -> uuid.UUID:
    return workspace.do(create_prospect, now=clock.now(), company="Brévent")


@pytest.fixture
def planned(workspace: Workspace, clock: FixedClock, prospect_id: uuid.UUID) -> uuid.UUID:
    return workspace.do(followups.plan, prospect_id, STEP, now=clock.now())


@pytest.fixture
def saved(workspace: Workspace, planned: uuid.UUID) -> Callable[[], FollowUp]:
    return lambda: workspace.ask(lambda session: session.get_one(FollowUp, planned))


@pytest.fixture
def window(qtbot) -> QWidget:
    window = QWidget()
    button = QPushButton("Move", window)
    QVBoxLayout(window).addWidget(button)
    window.resize(800, 600)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    button.setFocus()
    return window
