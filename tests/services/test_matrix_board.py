"""Where everybody stands: each in one place, counted as they are listed."""

from decimal import Decimal

from desktop.clock import FixedClock
from desktop.database import Session
from desktop.models.grids import Band
from desktop.models.matrix import Heat
from desktop.models.prospects import Prospect
from desktop.models.statuses import Status
from desktop.services import matrix_board, prospects
from desktop.services.matrix_board import MARKS, NOBODY, PLACES, Beside, Mark, Tally, gathered
from tests.services.matrix_case import book
from tests.services.test_today import prospect

HOT = (Band.GOOD, Heat.HOT)


def names(session: Session, place: matrix_board.Place | None) -> list[str]:
    ids = matrix_board.ids_of(session, place, limit=60)
    return [row.name for row in matrix_board.rows_by_id(session, ids)]


def test_each_stands_in_one_place_and_is_counted_there(session: Session, clock: FixedClock) -> None:
    book(session, clock)
    board = matrix_board.board(session)
    assert tuple(board) == PLACES
    assert {place: tally for place, tally in board.items() if tally != NOBODY} == {
        HOT: Tally(2, Decimal(50000), 2),
        (Band.MEDIUM, Heat.WARM): Tally(2, Decimal(10000), 2),
        (Band.LOW, Heat.COLD): Tally(1, Decimal(0), 1),
        Beside.TO_COMPLETE: Tally(1, Decimal(5000), 1),
        Beside.NO_HEAT: Tally(1, Decimal(0), 1),
    }
    for place, tally in board.items():
        assert len(names(session, place)) == tally.prospects


def test_listed_by_what_they_may_bring(session: Session, clock: FixedClock) -> None:
    book(session, clock)
    # 30,000 × 14/15 before 20,000 × 15/15; no amount comes last.
    assert names(session, HOT) == ["Perrin", "Roux"]
    assert names(session, (Band.MEDIUM, Heat.WARM)) == ["Garnier", "Vidal"]
    assert names(session, None)[0] == "Caron"
    page = matrix_board.ids_of(session, HOT, limit=1, offset=1)
    assert [row.name for row in matrix_board.rows_by_id(session, page)] == ["Roux"]


def test_those_to_complete_come_the_hottest_first_page_after_page(session: Session, clock: FixedClock) -> None:
    for name, heat in (("never", None), ("cold", Heat.COLD), ("hot", Heat.HOT), ("warm", Heat.WARM), ("other", None)):
        prospect(session, clock, name, "", heat)
        clock.advance(60)
    session.flush()
    found = names(session, Beside.TO_COMPLETE)
    assert found == ["hot", "warm", "cold", "never", "other"]
    pages = [matrix_board.ids_of(session, Beside.TO_COMPLETE, limit=2, offset=start) for start in (0, 2, 4, 6)]
    assert [row.name for page in pages for row in matrix_board.rows_by_id(session, page)] == found


def test_clients_the_set_aside_and_the_removed_stand_nowhere(session: Session, clock: FixedClock) -> None:
    keys = book(session, clock)
    session.get_one(Prospect, keys["Roux"]).status = Status.CLIENT
    session.get_one(Prospect, keys["Garnier"]).status = Status.SHELVED
    prospects.remove_prospect(session, keys["Vidal"], at=clock.now())
    session.flush()
    board = matrix_board.board(session)
    assert (board[HOT].prospects, board[Band.MEDIUM, Heat.WARM]) == (1, NOBODY)
    assert names(session, HOT) == ["Perrin"]
    assert matrix_board.rows_by_id(session, [keys["Vidal"]]) == []


def test_a_row_says_what_one_needs_to_decide(session: Session, clock: FixedClock) -> None:
    key = prospect(session, clock, "Roux", "3?333", Heat.HOT, clock.now().replace(hour=18, tzinfo=None))
    [row] = matrix_board.rows_by_id(session, [key])
    assert (row.name, row.contact, row.low, row.high, row.maximum) == ("Roux", "Roux person", 12, 15, 15)
    assert (row.heat, row.band, row.band_high, row.to_complete) == (Heat.HOT, Band.GOOD, Band.GOOD, False)
    assert row.due_local is not None and row.due_local.hour == 18
    rows, known = matrix_board.seen(session, [key])
    assert (rows, known[key].marks) == ([row], ("3", "?", "3", "3", "3"))


def test_the_plane_spans_what_is_unknown(session: Session, clock: FixedClock) -> None:
    keys = book(session, clock)
    marks = {mark.name: mark for mark in matrix_board.plane(session)}
    assert set(marks) == {"Roux", "Perrin", "Garnier", "Vidal", "Morin"}
    assert (marks["Vidal"].low, marks["Vidal"].high) == (8 / 15, 11 / 15)
    assert marks["Roux"].low == marks["Roux"].high == 1
    assert matrix_board.ids_within(session, marks["Vidal"]) == [keys["Vidal"]]


def test_a_crowd_is_drawn_by_groups_and_nobody_is_lost(session: Session, clock: FixedClock) -> None:
    for place in range(MARKS + 2):
        low = place % 16
        shown = Prospect(company=f"p{place}", heat=Heat.HOT, low=low, high=15, maximum=15, band=Band.LOW)
        shown.band_high, shown.to_complete = Band.GOOD, False
        shown.created_at = shown.updated_at = clock.now()
        session.add(shown)
    session.flush()
    marks = matrix_board.plane(session)
    assert sum(mark.count for mark in marks) == MARKS + 2
    assert len(marks) == 16
    first = max(marks, key=lambda mark: mark.count)
    assert len(matrix_board.ids_within(session, first)) == first.count
    assert len(matrix_board.ids_within(session, first, limit=5, offset=first.count - 2)) == 2


def test_gathered_as_little_as_it_takes() -> None:
    marks = [Mark(heat, low / 15, 1.0, ((low, 15, 15),)) for heat in Heat for low in range(16)]
    assert gathered(marks, 48) == tuple(marks)
    for most in (47, 20, 9, 3):
        found = gathered(marks, most)
        assert 0 < len(found) <= max(most, 9)
        assert sum(mark.count for mark in found) == 48
        assert {span for mark in found for span in mark.spans} == {(low, 15, 15) for low in range(16)}
