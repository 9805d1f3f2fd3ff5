"""The list in pages: order, filter by words, the first step still open."""

import uuid
from datetime import datetime

import pytest

from desktop.clock import FixedClock
from desktop.database import Session
from desktop.models.followup_kinds import Channel, Objective
from desktop.models.followups import FollowUpState
from desktop.services import calls, followups, prospect_rows, prospects, templates

GRID, SCRIPT = templates.grid("five-criteria", "en"), templates.script("b2b", "en")
NEED, BUDGET = GRID.criteria[0].key, GRID.criteria[1].key


@pytest.fixture
def brevent(session: Session, clock: FixedClock) -> uuid.UUID:
    return prospects.create_prospect(session, now=clock.now(), company="Ateliers Brévent", person="Claire Fontaine")


def call(session: Session, clock: FixedClock, prospect_id: uuid.UUID, **levels: int | None) -> uuid.UUID:
    call_id = calls.start_call(session, prospect_id, SCRIPT, GRID, now=clock.now())
    for criterion, level in levels.items():
        calls.set_score(session, call_id, criterion, "?" if level is None else level, at=clock.now())
    return call_id


def test_the_list_has_the_latest_touched_first(session: Session, clock: FixedClock, brevent: uuid.UUID) -> None:
    clock.advance(60)
    roux = prospects.create_prospect(session, now=clock.now(), person="Paul Roux", job_title="Owner")
    assert [row.id for row in prospect_rows.prospect_rows(session)] == [roux, brevent]
    clock.advance(60)
    prospects.touch(session, brevent, clock.now())
    first, second = prospect_rows.prospect_rows(session)
    assert (first.name, first.contact) == ("Ateliers Brévent", "Claire Fontaine")
    assert (second.name, second.contact, second.job_title) == ("Paul Roux", "", "Owner")
    assert [row.id for row in prospect_rows.prospect_rows(session, limit=1, offset=1)] == [roux]


def test_a_row_says_the_first_step_still_open(session: Session, clock: FixedClock, brevent: uuid.UUID) -> None:
    days = [datetime.fromisoformat(f"2026-11-{day}T09:00") for day in (25, 27)]
    first, _second = (
        followups.plan(
            session,
            brevent,
            followups.NextStep(day, "Europe/Paris", Channel.PHONE, Objective.VALIDATION),
            now=clock.now(),
        )
        for day in days
    )
    assert prospect_rows.prospect_rows(session)[0].due_local == days[0]
    followups.set_state(session, first, FollowUpState.DONE, now=clock.now())
    session.flush()
    assert prospect_rows.prospect_rows(session)[0].due_local == days[1]
