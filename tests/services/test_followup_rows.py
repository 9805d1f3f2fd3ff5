"""What a list shows of a next step: whose it is, how late, put off until when, which step of which cadence."""

from datetime import datetime, timedelta

from desktop.clock import FixedClock
from desktop.database import Session
from desktop.models.cadence_runs import CadenceRun
from desktop.models.followup_kinds import Channel, Objective
from desktop.models.matrix import Heat
from desktop.services import followups, matrix_cells, prospects
from desktop.services.followup_rows import dawn_and_tonight, tasks
from desktop.services.followups import NextStep
from tests.services.test_today import prospect

LATE = datetime.fromisoformat("2026-11-20T09:00")


def test_in_the_order_asked_and_without_those_that_have_none(session: Session, clock: FixedClock) -> None:
    first, second = (prospect(session, clock, name, due=LATE) for name in ("first", "second"))
    nothing = prospect(session, clock, "nothing")
    session.flush()
    found = tasks(session, [second, nothing, first], clock.now())
    assert [task.company for task in found] == ["second", "first"]
    assert (found[0].who, found[0].late, found[0].late_days, found[0].at.hour) == ("second person", True, 3, 9)
    assert found[0].strip.keys == ()


def test_the_person_it_is_promised_to_or_the_first_there(session: Session, clock: FixedClock) -> None:
    prospect_id = prospect(session, clock, "Brevent")
    other = prospects.add_contact(session, prospect_id, now=clock.now(), name="Other")
    due = datetime.fromisoformat("2026-11-25T09:00")
    step = NextStep(due, "Europe/Paris", Channel.EMAIL, Objective.PRECISION, contact_id=other, brings="a case")
    followups.plan(session, prospect_id, step, now=clock.now())
    assert (tasks(session, [prospect_id], clock.now())[0].person, step.brings) == ("Other", "a case")
    prospects.remove_contact(session, other, at=clock.now())
    session.flush()
    assert tasks(session, [prospect_id], clock.now())[0].person == "Brevent person"


def test_put_off_it_stays_late_until_it_rings_again(session: Session, clock: FixedClock) -> None:
    prospect_id = prospect(session, clock, "Brevent", due=LATE)
    session.flush()
    until = clock.now() + timedelta(hours=2)
    followups.snooze(session, tasks(session, [prospect_id], clock.now())[0].follow_up_id, until, now=clock.now())
    task = tasks(session, [prospect_id], clock.now())[0]
    assert (task.late_days, task.snoozed_until) == (3, until)
    assert tasks(session, [prospect_id], until)[0].snoozed_until is None


def test_the_step_of_a_cadence_is_named(session: Session, clock: FixedClock) -> None:
    prospect_id = prospect(session, clock, "Brevent")
    run = CadenceRun(
        prospect_id=prospect_id,
        cadence_copy={"name": "After a show", "steps": [{}, {}, {}]},
        started_on=clock.today(),
        created_at=clock.now(),
        changed_at=clock.now(),
    )
    session.add(run)
    session.flush()
    due = datetime.fromisoformat("2026-11-25T09:00")
    step = NextStep(due, "Europe/Paris", Channel.EMAIL, Objective.PRECISION, cadence_run_id=run.id, cadence_step=1)
    followups.plan(session, prospect_id, step, now=clock.now())
    task = tasks(session, [prospect_id], clock.now())[0]
    assert (task.cadence, task.step, task.steps) == ("After a show", 2, 3)


def test_the_cell_is_the_one_the_rep_made_and_none_while_the_grid_is_open(session: Session, clock: FixedClock) -> None:
    known = prospect(session, clock, "known", "33333", Heat.HOT, LATE)
    unknown = prospect(session, clock, "unknown", "3????", Heat.HOT, LATE)
    session.flush()
    first, second = tasks(session, [known, unknown], clock.now(), with_strips=True)
    assert first.cell is not None and first.cell == matrix_cells.cells(session)[first.cell.band, Heat.HOT]
    assert (second.to_complete, second.cell, len(second.strip.keys)) == (True, None, 5)


def test_the_day_is_that_of_the_rep_on_the_night_the_clocks_change(clock: FixedClock) -> None:
    dawn, tonight = dawn_and_tonight(datetime(2026, 10, 25, 12, tzinfo=clock.zone))
    assert (tonight.timestamp() - dawn.timestamp()) / 3600 == 25
