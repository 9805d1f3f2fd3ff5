"""A cell as the rep wants it: followed everywhere, put back exactly."""

from dataclasses import replace

import pytest
from sqlalchemy import event

from desktop.clock import FixedClock
from desktop.database import Session
from desktop.errors import UserError
from desktop.models.calls import Call
from desktop.models.followup_kinds import Channel
from desktop.models.grids import Band
from desktop.models.matrix import SHIPPED, Heat, action
from desktop.models.matrix_cells import OwnCell
from desktop.services import grids, matrix_cells, proposals, row_changes, scoring
from tests.services.test_today import prospect

WHERE = (Band.GOOD, Heat.HOT)
OWN = replace(
    SHIPPED[WHERE], action="Aller les voir", channel=Channel.MEETING, delay_days=4, proposal="none", cadence=""
)


def test_without_a_choice_the_cells_are_those_of_the_program(session: Session) -> None:
    assert matrix_cells.cells(session) is SHIPPED


def test_an_own_cell_is_followed_and_the_others_stay(session: Session, clock: FixedClock) -> None:
    prospect_id = prospect(session, clock, "Roux", "33333", Heat.HOT)
    assert proposals.price_allowed(session, prospect_id)
    matrix_cells.change(session, replace(OWN, action="  Aller   les voir "), now=clock.now())
    assert matrix_cells.cell_of(session, *WHERE) == OWN
    assert {**matrix_cells.cells(session), WHERE: SHIPPED[WHERE]} == SHIPPED
    sheet = grids.prospect_sheet(session, prospect_id)
    assert sheet is not None and sheet.cell == OWN
    assert action(sheet.cell) == "Aller les voir"
    assert not proposals.price_allowed(session, prospect_id)


def test_a_key_of_a_live_call_does_not_read_them_again(session: Session, clock: FixedClock) -> None:
    prospect_id = prospect(session, clock, "Roux", "33333", Heat.HOT)
    matrix_cells.change(session, OWN, now=clock.now())
    call_id = session.query(Call.id).filter(Call.prospect_id == prospect_id).scalar()
    sheet = grids.call_sheet(session, call_id)
    asked: list[str] = []
    engine = session.get_bind()

    def note(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        asked.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    try:
        after, _before = scoring.score(session, call_id, "fit", 2, at=clock.now(), sheet=sheet)
    finally:
        event.remove(engine, "before_cursor_execute", note)
    assert after.cell == OWN
    assert asked and not any("matrix_cells" in statement for statement in asked)


def test_taken_back_and_done_again_row_for_row(session: Session, clock: FixedClock) -> None:
    _none, changes = row_changes.recorded(session, matrix_cells.change, OWN, now=clock.now())
    before = session.query(OwnCell).one()
    key, at = before.id, before.updated_at
    row_changes.take_back(session, changes)
    assert (session.query(OwnCell).count(), matrix_cells.cells(session)) == (0, SHIPPED)
    row_changes.again(session, changes)
    session.expire_all()
    after = session.query(OwnCell).one()
    assert (after.id, after.updated_at, matrix_cells.cell_of(session, *WHERE)) == (key, at, OWN)
    _none, changes = row_changes.recorded(session, matrix_cells.reset, *WHERE)
    assert matrix_cells.cells(session) is SHIPPED
    row_changes.take_back(session, changes)
    assert matrix_cells.cell_of(session, *WHERE) == OWN


def test_what_the_program_brings_typed_again_is_the_programs(session: Session, clock: FixedClock) -> None:
    shipped = SHIPPED[WHERE]
    matrix_cells.change(session, OWN, now=clock.now())
    matrix_cells.change(session, replace(shipped, action=action(shipped)), now=clock.now())
    assert (session.query(OwnCell).count(), matrix_cells.cells(session)) == (0, SHIPPED)


@pytest.mark.parametrize("wrong", [{"delay_days": 0}, {"delay_days": 366}, {"action": "a" * 201}])
def test_what_makes_no_sense_is_refused(session: Session, clock: FixedClock, wrong: dict[str, object]) -> None:
    with pytest.raises(UserError):
        matrix_cells.change(session, replace(OWN, **wrong), now=clock.now())  # type: ignore[arg-type]
    assert matrix_cells.cells(session) is SHIPPED


def test_a_document_of_a_later_version_allows_no_price(session: Session, clock: FixedClock) -> None:
    matrix_cells.change(session, OWN, now=clock.now())
    session.query(OwnCell).one().proposal = "framework-contract"
    session.flush()
    assert matrix_cells.cell_of(session, *WHERE).proposal == "none"
