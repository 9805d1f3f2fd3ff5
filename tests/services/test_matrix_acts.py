"""The action of a cell applied: spread over the days worked, what is planned kept, all of it one act."""

from collections import Counter
from datetime import date, datetime

import pytest

from desktop.clock import FixedClock
from desktop.database import Session
from desktop.errors import UserError
from desktop.models.cadence_runs import CadenceRun, RunState
from desktop.models.followup_kinds import Channel, Objective
from desktop.models.followups import FollowUp, FollowUpState
from desktop.models.grids import Band
from desktop.models.matrix import Heat
from desktop.services import absences, followups, matrix_acts, matrix_board
from desktop.services.matrix_acts import A_DAY, MOST, Terms
from desktop.services.matrix_board import Beside, Place
from tests.services.matrix_case import book
from tests.services.test_today import prospect

HOT: Place = (Band.GOOD, Heat.HOT)
WARM: Place = (Band.MEDIUM, Heat.WARM)


wall = datetime.fromisoformat


def planned(session: Session) -> list[FollowUp]:
    return session.query(FollowUp).filter(FollowUp.state == FollowUpState.OPEN).order_by(FollowUp.due_at).all()


def test_what_is_foretold_is_what_is_done(session: Session, clock: FixedClock) -> None:
    book(session, clock)
    asked = matrix_acts.callings(session)[HOT]
    tally = matrix_board.board(session)[HOT]
    told = matrix_acts.outlook(session, asked, tally.prospects, tally.unplanned, Terms(), now=clock.now())
    done = matrix_acts.apply_to_all(session, asked, Terms(), now=clock.now(), zone=clock.zone)
    assert (told.count, told.kept, told.first, told.last) == (done.count, done.kept, done.first, done.last)
    # Monday the 23rd, two working days on.
    assert (done.count, done.first) == (2, date(2026, 11, 25))
    steps = planned(session)
    assert [step.due_local for step in steps] == [wall("2026-11-25T09:00"), wall("2026-11-25T09:30")]
    assert {(step.channel, step.objective) for step in steps} == {(Channel.PHONE, Objective.VALIDATION)}
    # The best first; no gap is left for one of them, so that the step is about the action itself.
    assert [step.subject for step in steps] == ["Immediate focus, proposal"] * 2


def test_the_first_gap_is_what_the_step_is_about(session: Session, clock: FixedClock) -> None:
    keys = book(session, clock)
    calls = matrix_acts.callings(session)
    matrix_acts.apply_to_one(session, calls[WARM], keys["Vidal"], Terms(), now=clock.now(), zone=clock.zone)
    beside = calls[Beside.TO_COMPLETE]
    matrix_acts.apply_to_one(session, beside, keys["Picard"], Terms(), now=clock.now(), zone=clock.zone)
    assert sorted(step.subject for step in planned(session)) == ["First discovery call", "Gap no. 1: Estimated budget"]


def test_so_many_a_day_on_days_worked(session: Session, clock: FixedClock) -> None:
    for place in range(20):
        prospect(session, clock, f"p{place}", "33333", Heat.HOT)
    # Two calls already wait on the first day, and the rep is away on the second.
    for hour in (10, 11):
        prospect(session, clock, f"busy{hour}", due=wall(f"2026-11-25T{hour}:00"))
    absences.declare(session, date(2026, 11, 26), date(2026, 11, 26), now=clock.now())
    asked = matrix_acts.callings(session)[HOT]
    applied = matrix_acts.apply_to_all(session, asked, Terms(), now=clock.now(), zone=clock.zone)
    assert (applied.count, applied.last) == (20, date(2026, 11, 30))
    days = Counter(step.due_local.date() for step in planned(session))
    assert days == {date(2026, 11, 25): A_DAY[Channel.PHONE], date(2026, 11, 27): 8, date(2026, 11, 30): 6}
    assert len({step.due_local for step in planned(session) if step.due_local.date() == date(2026, 11, 27)}) == 8


def test_a_next_step_is_kept_unless_it_is_to_be_replaced(session: Session, clock: FixedClock) -> None:
    keys = book(session, clock)
    asked = matrix_acts.callings(session)[HOT]
    promised = followups.NextStep(wall("2026-12-01T09:00"), "Europe/Paris", Channel.EMAIL, Objective.VALIDATION)
    followups.plan(session, keys["Roux"], promised, now=clock.now())
    with pytest.raises(UserError, match="Replace"):
        matrix_acts.apply_to_one(session, asked, keys["Roux"], Terms(), now=clock.now(), zone=clock.zone)
    applied = matrix_acts.apply_to_all(session, asked, Terms(), now=clock.now(), zone=clock.zone)
    assert (applied.count, applied.kept) == (1, 1)
    again = matrix_acts.apply_to_all(session, asked, Terms(replace=True), now=clock.now(), zone=clock.zone)
    assert (again.count, again.kept) == (2, 0)
    assert Counter(step.prospect_id for step in planned(session)) == {keys["Roux"]: 1, keys["Perrin"]: 1}


def test_taken_back_and_done_again_as_one_act(session: Session, clock: FixedClock) -> None:
    keys = book(session, clock)
    promised = followups.NextStep(wall("2026-12-01T09:00"), "Europe/Paris", Channel.EMAIL, Objective.VALIDATION)
    followups.plan(session, keys["Roux"], promised, now=clock.now())
    asked = matrix_acts.callings(session)[HOT]
    applied = matrix_acts.apply_to_all(session, asked, Terms(replace=True), now=clock.now(), zone=clock.zone)
    done = {step.id: step.due_local for step in planned(session)}
    followups.undo(session, applied.changes)
    assert [(step.prospect_id, step.due_local) for step in planned(session)] == [(keys["Roux"], promised.due_local)]
    followups.redo(session, applied.changes)
    assert {step.id: step.due_local for step in planned(session)} == done


def test_the_cadence_of_the_cell_starts_instead(session: Session, clock: FixedClock) -> None:
    keys = book(session, clock)
    asked = matrix_acts.callings(session)[WARM]
    assert asked.cadence is not None and asked.cadence.key == "nurturing-30-days"
    terms = Terms(by_cadence=True)
    told = matrix_acts.outlook(session, asked, 2, 2, terms, now=clock.now())
    applied = matrix_acts.apply_to_all(session, asked, terms, now=clock.now(), zone=clock.zone)
    assert (applied.count, applied.first) == (told.count, told.first) == (2, told.last)
    runs = session.query(CadenceRun).all()
    assert {run.prospect_id for run in runs} == {keys["Garnier"], keys["Vidal"]}
    assert {(run.state, run.origin) for run in runs} == {(RunState.RUNNING, "Matrix")}
    assert {step.cadence_run_id for step in planned(session)} == {run.id for run in runs}
    followups.undo(session, applied.changes)
    assert (session.query(CadenceRun).count(), planned(session)) == (0, [])


def test_a_cadence_counted_from_a_proposal_is_not_started_here(session: Session) -> None:
    asked = matrix_acts.callings(session)[HOT]
    assert asked.cell is not None and asked.cell.cadence == "after-proposal"
    assert asked.cadence is None


def test_no_more_at_once_than_somebody_can_keep(session: Session, clock: FixedClock) -> None:
    asked = matrix_acts.callings(session)[WARM]
    told = matrix_acts.outlook(session, asked, 5000, 4000, Terms(), now=clock.now())
    assert (told.count, told.kept, told.beyond) == (MOST, 1000, 4000 - MOST)


def test_a_rep_whose_days_are_full_is_not_sent_months_away(session: Session, clock: FixedClock) -> None:
    somebody = prospect(session, clock, "busy")
    for day in range(25, 31):
        for minute in range(8):
            due = wall(f"2026-11-{day}T14:{minute:02}")
            session.add(
                FollowUp(
                    prospect_id=somebody,
                    due_local=due,
                    zone="Europe/Paris",
                    due_at=FollowUp.moment(due, "Europe/Paris"),
                    channel=Channel.PHONE,
                    objective=Objective.VALIDATION,
                    created_at=clock.now(),
                )
            )
    session.flush()
    told = matrix_acts.outlook(session, matrix_acts.callings(session)[HOT], 1, 1, Terms(), now=clock.now())
    assert told.first == date(2026, 12, 1)
