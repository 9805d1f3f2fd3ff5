"""The board: each follow-up in one group, and those without one."""

from datetime import datetime

from sqlalchemy import event

from desktop.clock import FixedClock
from desktop.database import Session
from desktop.services.board import board
from tests.services.test_today import prospect


def test_groups_by_date(session: Session, clock: FixedClock) -> None:
    for name, due in (
        ("late", datetime.fromisoformat("2026-11-22T23:59")),
        ("today", datetime.fromisoformat("2026-11-23T00:00")),
        ("week", datetime.fromisoformat("2026-11-24T00:00")),
        ("last of the week", datetime.fromisoformat("2026-11-30T23:59")),
        ("later", datetime.fromisoformat("2026-12-01T00:00")),
        ("nothing", None),
    ):
        prospect(session, clock, name, due=due)
    session.flush()
    found = board(session, clock.now())
    groups = [[task.company for task in group.tasks] for group in (found.late, found.today, found.week, found.later)]
    assert groups == [["late"], ["today"], ["week", "last of the week"], ["later"]]
    assert ([each.name for each in found.unplanned], found.unplanned_count) == (["nothing"], 1)


def test_no_grid_is_read_for_a_page_that_shows_none(session: Session, engine, clock: FixedClock) -> None:
    prospect(session, clock, "today", due=datetime.fromisoformat("2026-11-23T00:00"))
    session.flush()
    ran: list[str] = []

    def note(_connection, _cursor, statement, *_others) -> None:
        ran.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    try:
        assert board(session, clock.now()).today.count == 1
    finally:
        event.remove(engine, "before_cursor_execute", note)
    assert ran and not [each for each in ran if "FROM calls" in each or "FROM scores" in each]
