"""A small book for the list: six prospects, three of them hot, and the page that shows them."""

import pytest

from desktop.clock import FixedClock
from desktop.models.matrix import Heat
from desktop.services.prospect_filters import ProspectFilter
from desktop.services.prospects import create_prospect
from desktop.ui.prospects.page import ProspectsPage
from desktop.ui.workspace import Workspace
from tests.ui.prospects.conftest import shown

HOT = ProspectFilter(heats=(Heat.HOT,))


def fill(session, clock: FixedClock, count: int) -> None:
    for place in range(count):
        source = "Fair" if place % 2 else "Web"
        heat = Heat.HOT if place < 3 else None
        create_prospect(session, now=clock.now(), company=f"Company {place}", source=source, amount=place, heat=heat)
        clock.advance(60)


@pytest.fixture
def listed(qtbot, workspace: Workspace, clock: FixedClock) -> ProspectsPage:
    workspace.do(fill, clock, 6)
    return shown(qtbot, workspace)


def names(page: ProspectsPage) -> list[str]:
    return [page.model.at(place).name[-1] for place in range(page.model.rowCount())]
