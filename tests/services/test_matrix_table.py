"""Prospects by criteria: the right grid, and a level that goes to the latest call and comes back from it."""

import pytest

from desktop.clock import FixedClock
from desktop.database import Session
from desktop.errors import UserError
from desktop.models.calls import Score
from desktop.models.grids import Band
from desktop.models.matrix import Heat
from desktop.models.prospects import Prospect
from desktop.services import calls, matrix_board, matrix_table, prospects, templates
from desktop.services.matrix_board import PAGE, Beside
from tests.services.matrix_case import book
from tests.services.test_today import prospect

FIVE = templates.DEFAULT_GRID


def test_those_of_a_grid_and_those_never_called_among_the_incomplete(session: Session, clock: FixedClock) -> None:
    keys = book(session, clock)
    other = prospects.create_prospect(session, now=clock.now(), company="Famille Roy")
    session.flush()
    grid, script = templates.grid("bant", "en"), templates.script("b2b", "en")
    calls.start_call(session, other, script, grid, now=clock.now())
    session.flush()
    everyone = matrix_table.rows(session, None, FIVE)
    assert {row.id for row in everyone.rows} == set(keys.values()) - {keys["Picard"]}
    assert everyone.then is None
    assert [row.name for row in matrix_table.rows(session, None, "bant").rows] == ["Famille Roy"]
    incomplete = matrix_table.rows(session, Beside.TO_COMPLETE, FIVE)
    assert [row.name for row in incomplete.rows] == ["Picard"]
    assert matrix_table.rows(session, (Band.LOW, Heat.HOT), FIVE).rows == ()
    assert [grid.key for grid in matrix_table.grids_on_offer(session)][:2] == [FIVE, "bant"]  # most of them first


def test_page_after_page(session: Session, clock: FixedClock) -> None:
    for place in range(PAGE + 3):
        prospect(session, clock, f"p{place:02}")
    session.flush()
    first = matrix_table.rows(session, Beside.TO_COMPLETE, FIVE)
    assert (len(first.rows), first.then) == (PAGE, PAGE)
    rest = matrix_table.rows(session, Beside.TO_COMPLETE, FIVE, start=PAGE)
    assert (len(rest.rows), rest.then) == (3, None)
    assert not {row.id for row in first.rows} & {row.id for row in rest.rows}


def test_a_level_moves_the_prospect_and_comes_back(session: Session, clock: FixedClock) -> None:
    key = book(session, clock)["Garnier"]
    before = session.query(Score).filter(Score.prospect_id == key, Score.criterion == "need").one()
    score_id, at = before.id, before.at
    clock.advance(60)
    given = matrix_table.give(session, key, "need", 0, at=clock.now())
    session.flush()
    assert (given.sheet.standing.low, given.before.answer) == (6, 2)
    assert session.get_one(Prospect, key).low == 6
    matrix_table.put_back(session, given, at=clock.now())
    session.flush()
    row = session.query(Score).filter(Score.prospect_id == key, Score.criterion == "need").one()
    assert (row.id, row.at, row.level, session.get_one(Prospect, key).low) == (score_id, at, 2, 8)


def test_a_level_needs_a_call_and_a_criterion_of_its_grid(session: Session, clock: FixedClock) -> None:
    keys = book(session, clock)
    with pytest.raises(UserError, match="No call yet"):
        matrix_table.give(session, keys["Picard"], "need", 2, at=clock.now())
    with pytest.raises(UserError, match="criterion"):
        matrix_table.give(session, keys["Roux"], "champion", 2, at=clock.now())
    assert matrix_board.board(session)[Beside.TO_COMPLETE].prospects == 1
