"""The Follow-ups page on a real file: one late, one today, one this week, one later, and one without a step."""

from datetime import datetime
from pathlib import Path

import pytest

from desktop.clock import FixedClock
from desktop.models.matrix import Heat
from desktop.ui.followups.page import FollowUpsPage
from desktop.ui.workspace import Workspace
from tests.services.test_today import prospect
from tests.ui.in_window import by_itself

DUE = {
    "<b>Late</b>": "2026-11-20T09:00",
    "Today": "2026-11-23T14:00",
    "Week": "2026-11-26T10:00",
    "Later": "2026-12-23T09:00",
}


@pytest.fixture
def filled(workspace: Workspace, clock: FixedClock) -> Workspace:
    for name, due in DUE.items():
        workspace.do(prospect, clock, name, heat=Heat.HOT, due=datetime.fromisoformat(due))
    workspace.do(prospect, clock, "Nothing")
    return workspace


def shown(qtbot, workspace: Workspace, documents: Path | None = None) -> FollowUpsPage:
    return by_itself(FollowUpsPage(workspace, documents), workspace, qtbot, 1240, 800)


@pytest.fixture
def page(qtbot, filled: Workspace, tmp_path: Path) -> FollowUpsPage:
    return shown(qtbot, filled, tmp_path)
