"""The list a page at a time."""

from PySide6.QtCore import QModelIndex

from desktop.clock import FixedClock
from desktop.database import Session
from desktop.services.prospects import PAGE, create_prospect
from desktop.ui.prospects.item_model import ProspectItemModel
from desktop.ui.workspace import Workspace


def many(session: Session, clock: FixedClock, count: int) -> None:
    for place in range(count):
        create_prospect(session, now=clock.now(), company=f"Company {place}")


def test_it_is_a_model(qtmodeltester, workspace: Workspace, clock: FixedClock) -> None:
    workspace.do(many, clock, 3)
    model = ProspectItemModel(workspace)
    model.look_for("")
    qtmodeltester.check(model)


def test_pages_follow_without_repeats(workspace: Workspace, clock: FixedClock) -> None:
    workspace.do(many, clock, PAGE + 5)
    model = ProspectItemModel(workspace)
    model.look_for("")
    assert (model.rowCount(), model.is_whole) == (PAGE, False)
    model.fetchMore(QModelIndex())
    assert (model.rowCount(), model.is_whole) == (PAGE + 5, True)
    assert len({model.at(place).id for place in range(model.rowCount())}) == PAGE + 5
