"""The board: each follow-up in one part, a window at a time; those without a date, those on hold."""

from datetime import datetime

from sqlalchemy import event

from desktop.clock import FixedClock
from desktop.database import Session
from desktop.models.cadence_runs import CadenceRun, RunState
from desktop.models.followup_kinds import Channel, Objective
from desktop.services import followups
from desktop.services.board import Asked, Part, Paused, Unplanned, counts, lines
from desktop.services.followup_rows import Task
from desktop.services.followups import NextStep
from tests.services.test_today import prospect


def shown(session: Session, clock: FixedClock, part: Part, asked: Asked = Asked(), **window: int) -> list[str]:  # noqa: B008
    asked_for = {"offset": 0, "limit": 60} | window
    found = lines(session, clock.now(), part, asked, **asked_for)
    return [line.company if isinstance(line, Task) else line.name for line in found]


def test_parts_by_date(session: Session, clock: FixedClock) -> None:
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
    assert counts(session, clock.now(), Asked()) == {
        Part.LATE: 1,
        Part.TODAY: 1,
        Part.WEEK: 2,
        Part.LATER: 1,
        Part.UNPLANNED: 1,
        Part.PAUSED: 0,
    }
    found = {part: shown(session, clock, part) for part in Part}
    assert found == {
        Part.LATE: ["late"],
        Part.TODAY: ["today"],
        Part.WEEK: ["week", "last of the week"],
        Part.LATER: ["later"],
        Part.UNPLANNED: ["nothing"],
        Part.PAUSED: [],
    }
    assert shown(session, clock, Part.WEEK, offset=1, limit=1) == ["last of the week"]


def test_what_is_asked_of_them(session: Session, clock: FixedClock) -> None:
    due = datetime.fromisoformat("2026-11-25T09:00")
    prospect(session, clock, "by phone", due=due)
    mailed = prospect(session, clock, "by e-mail")
    run = CadenceRun(
        prospect_id=mailed,
        cadence_copy={"name": "After a show", "steps": [{}, {}]},
        started_on=clock.today(),
        created_at=clock.now(),
        changed_at=clock.now(),
    )
    session.add(run)
    session.flush()
    step = NextStep(due, "Europe/Paris", Channel.EMAIL, Objective.PROJECTION, cadence_run_id=run.id, cadence_step=0)
    followups.plan(session, mailed, step, now=clock.now())
    for asked in (Asked(channel=Channel.EMAIL), Asked(objective=Objective.PROJECTION), Asked(in_cadence=True)):
        assert counts(session, clock.now(), asked)[Part.WEEK] == 1
        assert shown(session, clock, Part.WEEK, asked) == ["by e-mail"]
    assert shown(session, clock, Part.WEEK, Asked(in_cadence=False)) == ["by phone"]
    assert shown(session, clock, Part.WEEK, Asked(Channel.EMAIL, Objective.VALIDATION)) == []


def test_a_cadence_on_hold_says_why(session: Session, clock: FixedClock) -> None:
    key = prospect(session, clock, "held")
    session.add(
        CadenceRun(
            prospect_id=key,
            cadence_copy={"name": "After a show", "steps": [{}, {}, {}]},
            state=RunState.PAUSED,
            reason="They answered.",
            next_step=1,
            started_on=clock.today(),
            created_at=clock.now(),
            changed_at=clock.now(),
        )
    )
    session.flush()
    (line,) = lines(session, clock.now(), Part.PAUSED, Asked(), offset=0, limit=9)
    assert isinstance(line, Paused)
    assert (line.name, line.person, line.cadence) == ("held", "held person", "After a show")
    assert (line.step, line.steps, line.reason) == (2, 3, "They answered.")
    (without,) = lines(session, clock.now(), Part.UNPLANNED, Asked(), offset=0, limit=9)
    assert isinstance(without, Unplanned) and without.prospect_id == key
    assert counts(session, clock.now(), Asked())[Part.PAUSED] == 1


def test_no_grid_is_read_for_a_page_that_shows_none(session: Session, engine, clock: FixedClock) -> None:
    prospect(session, clock, "today", due=datetime.fromisoformat("2026-11-23T00:00"))
    session.flush()
    ran: list[str] = []

    def note(_connection, _cursor, statement, *_others) -> None:
        ran.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    try:
        assert shown(session, clock, Part.TODAY) == ["today"]
    finally:
        event.remove(engine, "before_cursor_execute", note)
    assert ran and not [each for each in ran if "FROM calls" in each or "FROM scores" in each]
