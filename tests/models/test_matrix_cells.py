"""One row a cell, and no more."""

import pytest
from sqlalchemy.exc import IntegrityError

from desktop.clock import FixedClock
from desktop.database import Session
from desktop.models.followup_kinds import Channel
from desktop.models.grids import Band
from desktop.models.matrix import Heat
from desktop.models.matrix_cells import OwnCell


def test_a_cell_is_chosen_once(session: Session, clock: FixedClock) -> None:
    def chosen(heat: Heat) -> OwnCell:
        cell = OwnCell(band=Band.LOW, heat=heat, channel=Channel.EMAIL, delay_days=3, proposal="none")
        cell.updated_at = clock.now()
        return cell

    session.add_all([chosen(Heat.HOT), chosen(Heat.COLD)])
    session.flush()
    assert {(cell.action, cell.cadence) for cell in session.query(OwnCell)} == {("", "")}
    session.add(chosen(Heat.HOT))
    with pytest.raises(IntegrityError):
        session.flush()
    session.rollback()
