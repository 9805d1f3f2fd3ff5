"""Who stands under a mark, read when it is taken in hand."""

from desktop.models.matrix import Heat
from desktop.services import prospects
from desktop.ui.matrix.page import MatrixPage
from desktop.ui.workspace import Workspace


def test_a_mark_keeps_the_hand_until_its_prospect_moves(page: MatrixPage, workspace: Workspace, clock, keys) -> None:
    page.show_view("plane")
    view = page.plane
    assert view.hint.isVisible() and not view.list.isVisible()
    view.plane.choose(next(each.mark for each in view.plane.placed if each.mark.name == "Morin"))
    assert (view.list.isVisible(), view.list.key_at_hand()) == (True, keys["Morin"])
    workspace.do(prospects.set_heat, keys["Roux"], Heat.COLD, now=clock.now())
    assert view.plane.mark is not None and view.plane.mark.name == "Morin"
    workspace.do(prospects.set_heat, keys["Morin"], Heat.HOT, now=clock.now())
    assert view.plane.mark is None and view.hint.isVisible()
