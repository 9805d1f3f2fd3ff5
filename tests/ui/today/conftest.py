"""The Today page on a real file: one follow-up late, one today, one this week, and a prospect without any."""

from datetime import datetime

import pytest

from desktop.clock import FixedClock
from desktop.models.matrix import Heat
from desktop.services import today
from desktop.services.today import Agenda
from desktop.ui.today.page import TodayPage
from desktop.ui.workspace import Workspace
from tests.services.test_today import prospect
from tests.ui.in_window import by_itself


def wall(text: str) -> datetime:
    return datetime.fromisoformat(text)


def shown(qtbot, workspace: Workspace) -> TodayPage:
    return by_itself(TodayPage(workspace), workspace, qtbot, 1200, 800)


@pytest.fixture
def filled(workspace: Workspace, clock: FixedClock) -> Workspace:
    workspace.do(prospect, clock, "Brevent", "33333", Heat.HOT, wall("2026-11-20T09:00"))
    workspace.do(prospect, clock, "Kerbrat", "2?232", Heat.WARM, wall("2026-11-23T14:00"))
    workspace.do(prospect, clock, "Perrin", "", None, wall("2026-11-26T10:00"))
    workspace.do(prospect, clock, "Roux")
    return workspace


@pytest.fixture
def agenda(filled: Workspace, clock: FixedClock) -> Agenda:
    return filled.ask(today.agenda, clock.now())


@pytest.fixture
def page(qtbot, filled: Workspace) -> TodayPage:
    return shown(qtbot, filled)
