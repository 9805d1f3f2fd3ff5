"""The editor of a cell: what it shows is what it gives back, and a refusal is said in it."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget

from desktop.errors import UserError
from desktop.models.followup_kinds import Channel
from desktop.models.grids import Band
from desktop.models.matrix import SHIPPED, Cell, Heat, action
from desktop.ui.matrix.cell_popover import CellPopover

CELL = replace(SHIPPED[Band.LOW, Heat.COLD], action="Wait", channel=Channel.LINKEDIN, cadence="gone since")


@pytest.fixture
def window(qtbot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 700)
    window.show()
    return window


@pytest.fixture
def popover(window: QWidget) -> CellPopover:
    return CellPopover(window)


def test_nothing_touched_is_nothing_changed(popover: CellPopover, window: QWidget) -> None:
    saved: list[Cell] = []
    popover.open_for(window, CELL, (), saved.append, saved.append)
    popover.go.click()
    assert saved == [CELL]
    assert not popover.isVisible()


def test_a_refusal_is_said_and_nothing_is_lost(popover: CellPopover, window: QWidget) -> None:
    def refuse(_cell: Cell) -> None:
        raise UserError("Too long.")

    shipped = SHIPPED[Band.LOW, Heat.COLD]
    popover.open_for(window, shipped, (), refuse, refuse)
    assert (popover.action.text(), popover.reset.isVisible()) == (action(shipped), False)
    popover.action.setText("Something else")
    popover.go.click()
    assert popover.isVisible()
    assert (popover.action_field.error, popover.action.text()) == ("Too long.", "Something else")
