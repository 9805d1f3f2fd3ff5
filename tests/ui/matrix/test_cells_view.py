"""The board and its list stay together through what changes elsewhere."""

from desktop.models.grids import Band
from desktop.models.matrix import Heat
from desktop.services import prospects
from desktop.ui.matrix.page import MatrixPage
from desktop.ui.workspace import Workspace


def test_what_changes_elsewhere_is_shown_and_the_row_at_hand_stays(
    page: MatrixPage, workspace: Workspace, clock, keys
) -> None:
    card = page.cells.card
    card.list.take(1)
    assert card.list.key_at_hand() == keys["Roux"]
    workspace.do(prospects.set_heat, keys["Caron"], Heat.HOT, now=clock.now())
    assert card.note_label.text() == "3 prospects · €50,000"
    assert (card.model.rowCount(), card.list.key_at_hand()) == (3, keys["Roux"])
    workspace.do(prospects.set_heat, keys["Roux"], Heat.COLD, now=clock.now())
    # Its place in the list is that of the next one.
    assert card.list.currentIndex().row() == 1
    assert card.list.key_at_hand() == keys["Caron"]


def test_a_place_where_nobody_stands_says_so(page: MatrixPage) -> None:
    page.cells.choose((Band.LOW, Heat.HOT))
    assert page.cells.card.nobody.isVisible() and not page.cells.card.apply.isVisible()
    page.cells.places.entered.emit()
    assert page.banner.text == "Nobody stands here."
