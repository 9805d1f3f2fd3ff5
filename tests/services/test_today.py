"""The agenda: what comes first, what is late, what is counted."""

import uuid
from datetime import datetime
from decimal import Decimal

from desktop.clock import FixedClock
from desktop.database import Session
from desktop.models.followup_kinds import Channel, Objective
from desktop.models.grids import Band
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


def test_by_recommended_action_then_date_then_amount(session: Session, clock: FixedClock) -> None:
    prospect(session, clock, "cold", "33333", Heat.COLD, datetime.fromisoformat("2026-11-23T08:00"))
    prospect(session, clock, "nothing known", due=datetime.fromisoformat("2026-11-23T07:00"))
    prospect(session, clock, "hot", "33333", Heat.HOT, datetime.fromisoformat("2026-11-23T18:00"))
    prospect(session, clock, "hot and late", "33333", Heat.HOT, datetime.fromisoformat("2026-11-20T09:00"))
    rich = prospect(session, clock, "hot and worth more", "33333", Heat.HOT, datetime.fromisoformat("2026-11-23T18:00"))
    prospects.update_prospect(session, rich, now=clock.now(), amount=Decimal(9000))
    prospect(session, clock, "late", "00000", Heat.COLD, datetime.fromisoformat("2026-11-20T09:00"))
    prospect(session, clock, "tomorrow", "33333", Heat.HOT, datetime.fromisoformat("2026-11-24T00:00"))
    prospect(session, clock, "next month", "33333", Heat.HOT, datetime.fromisoformat("2026-12-24T09:00"))
    session.flush()
    found = today.agenda(session, clock.now())
    assert [task.company for task in found.now] == [
        "hot and late",
        "hot and worth more",
        "hot",
        "cold",
        "late",
        "nothing known",
    ]
    assert [task.late_days for task in found.now] == [3, 0, 0, 0, 3, 0]
    assert [task.company for task in found.week] == ["tomorrow"]
    assert (found.due, found.ahead, found.late) == (6, 1, 2)
    assert today.due_count(session, clock.now()) == 6
    assert [task.company for task in found.calls] == ["nothing known", "cold", "hot", "hot and worth more"][:4]


def test_lists_stop_and_counts_do_not(session: Session, clock: FixedClock) -> None:
    for place in range(5):
        prospect(session, clock, f"p{place}", due=datetime.fromisoformat(f"2026-11-23T{8 + place:02d}:00"))
    for place in range(8):
        prospect(session, clock, f"w{place}", due=datetime.fromisoformat(f"2026-11-25T{8 + place:02d}:00"))
    found = today.agenda(session, clock.now(), shown=2)
    assert ([task.company for task in found.now], found.due) == (["p0", "p1"], 5)
    assert (len(found.week), found.ahead) == (today.WEEK_AT_LEAST, 8)


def test_what_is_counted(session: Session, clock: FixedClock) -> None:
    good = prospect(session, clock, "good", "33333", Heat.HOT)
    prospects.update_prospect(session, good, now=clock.now(), amount=Decimal("1234.50"))
    session.get_one(Prospect, good).status = Status.QUALIFIED
    prospect(session, clock, "open", "2????", Heat.WARM)
    lost = prospect(session, clock, "lost", "33333", Heat.HOT, datetime.fromisoformat("2026-11-23T09:00"))
    session.get_one(Prospect, lost).status = Status.LOST
    removed = prospect(session, clock, "removed", "33333", Heat.HOT, datetime.fromisoformat("2026-11-23T09:00"))
    prospects.remove_prospect(session, removed, at=clock.now())
    session.flush()
    found = today.agenda(session, clock.now())
    assert (found.qualified, found.expected, found.without_next_step, found.due) == (1, Decimal("1234.50"), 2, 0)
    # Too little is known of the other one to say where it stands.
    assert found.matrix == {(Band.GOOD, Heat.HOT): 1}


def test_the_first_still_ahead_is_the_next_reminder(session: Session, clock: FixedClock) -> None:
    assert today.next_reminder(session, clock.now()) is None
    prospect(session, clock, "past", due=datetime.fromisoformat("2026-11-23T09:00"))
    prospect(session, clock, "second", due=datetime.fromisoformat("2026-11-23T12:00"))
    prospect(session, clock, "first", due=datetime.fromisoformat("2026-11-23T10:00"))
    found = today.next_reminder(session, clock.now())
    assert found is not None and found[1].name == "first"


def test_the_day_ends_where_the_rep_is(session: Session, clock: FixedClock) -> None:
    prospect(session, clock, "tonight", due=datetime.fromisoformat("2026-11-23T23:59"))
    assert len(today.agenda(session, clock.now()).now) == 1
    clock.advance(24 * 3600)
    assert today.agenda(session, clock.now()).now[0].late
    assert session.query(Prospect).count() == 1
