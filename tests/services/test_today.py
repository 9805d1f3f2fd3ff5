"""The agenda: what comes first, what is late, what is counted."""

import uuid
from datetime import datetime

from desktop.clock import FixedClock
from desktop.database import Session
from desktop.models.followup_kinds import Channel, Objective
from desktop.models.matrix import Heat
from desktop.models.prospects import Prospect
from desktop.models.statuses import Status
from desktop.services import calls, followups, prospects, templates, today

KEYS = tuple(criterion.key for criterion in templates.grid("five-criteria", "en").criteria)


def prospect(
    session: Session,
    clock: FixedClock,
    name: str,
    marks: str = "",
    heat: Heat | None = None,
    due: datetime | None = None,
) -> uuid.UUID:
    prospect_id = prospects.create_prospect(session, now=clock.now(), company=name, person=f"{name} person")
    if heat:
        prospects.set_heat(session, prospect_id, heat, now=clock.now())
    if marks:
        grid, script = templates.grid("five-criteria", "en"), templates.script("b2b", "en")
        call_id = calls.start_call(session, prospect_id, script, grid, now=clock.now())
        for key, mark in zip(KEYS, marks, strict=True):
            calls.set_score(session, call_id, key, "?" if mark == "?" else int(mark), at=clock.now())  # type: ignore[arg-type]
    if due:
        step = followups.NextStep(due, "Europe/Paris", Channel.PHONE, Objective.VALIDATION, "budget")
        session.flush()
        followups.plan(session, prospect_id, step, now=datetime(2026, 11, 1, tzinfo=clock.zone))
    return prospect_id


def test_late_first_then_the_action_then_the_date(session: Session, clock: FixedClock) -> None:
    prospect(session, clock, "cold", "33333", Heat.COLD, datetime.fromisoformat("2026-11-23T08:00"))
    prospect(session, clock, "nothing known", due=datetime.fromisoformat("2026-11-23T07:00"))
    prospect(session, clock, "hot", "33333", Heat.HOT, datetime.fromisoformat("2026-11-23T18:00"))
    prospect(session, clock, "late", "00000", Heat.COLD, datetime.fromisoformat("2026-11-20T09:00"))
    prospect(session, clock, "tomorrow", "33333", Heat.HOT, datetime.fromisoformat("2026-11-24T00:00"))
    prospect(session, clock, "next month", "33333", Heat.HOT, datetime.fromisoformat("2026-12-24T09:00"))
    found = today.agenda(session, clock.now())
    assert [task.company for task in found.now] == ["late", "hot", "cold", "nothing known"]
    assert [task.company for task in found.week] == ["tomorrow"]
    assert (found.due, found.ahead, found.late) == (4, 1, 1)
    assert today.due_count(session, clock.now()) == 4


def test_lists_stop_and_counts_do_not(session: Session, clock: FixedClock) -> None:
    for place in range(5):
        prospect(session, clock, f"p{place}", due=datetime.fromisoformat(f"2026-11-23T{8 + place:02d}:00"))
    found = today.agenda(session, clock.now(), shown=2)
    assert ([task.company for task in found.now], found.due) == (["p0", "p1"], 5)


def test_what_is_counted(session: Session, clock: FixedClock) -> None:
    good = prospect(session, clock, "good", "33333", Heat.HOT)
    prospects.set_status(session, good, Status.QUALIFIED, now=clock.now())
    prospect(session, clock, "open", "2????", Heat.WARM)
    lost = prospect(session, clock, "lost", "33333", Heat.HOT, datetime.fromisoformat("2026-11-23T09:00"))
    prospects.set_status(session, lost, Status.LOST, now=clock.now(), reason="price")
    removed = prospect(session, clock, "removed", "33333", Heat.HOT, datetime.fromisoformat("2026-11-23T09:00"))
    prospects.remove_prospect(session, removed, at=clock.now())
    session.flush()
    found = today.agenda(session, clock.now())
    assert (found.qualified, found.to_complete, found.without_next_step, found.due) == (1, 1, 2, 0)
    assert sum(found.matrix.values()) == 2
    assert [(each.name, each.known, each.count) for each in found.incomplete] == [("open", 1, 5)]


def test_the_day_ends_where_the_rep_is(session: Session, clock: FixedClock) -> None:
    prospect(session, clock, "tonight", due=datetime.fromisoformat("2026-11-23T23:59"))
    assert len(today.agenda(session, clock.now()).now) == 1
    clock.advance(24 * 3600)
    assert today.agenda(session, clock.now()).now[0].late
    assert session.query(Prospect).count() == 1
