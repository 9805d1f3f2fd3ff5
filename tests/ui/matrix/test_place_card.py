"""The terms of the act: a cadence only where the cell has one."""

from desktop.models.grids import Band
from desktop.models.matrix import Heat
from desktop.services.matrix_acts import Terms
from desktop.ui.matrix.page import MatrixPage


def test_a_cadence_is_offered_where_the_cell_has_one(page: MatrixPage) -> None:
    card = page.cells.card
    assert not card.mode.isVisible()
    page.cells.choose((Band.MEDIUM, Heat.WARM))
    assert card.mode.isVisible()
    assert card.terms == Terms()
    card.mode.segment("cadence").click()
    assert card.terms == Terms(by_cadence=True)
    assert "30-day nurturing" in card.foreseen.text()
    page.cells.choose((Band.GOOD, Heat.HOT))
    assert card.terms == Terms()
