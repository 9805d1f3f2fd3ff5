"""The list in pages: order, filter by words, the first step still open."""

import uuid
from datetime import datetime

import pytest

from desktop.clock import FixedClock
from desktop.database import Session
from desktop.models.followup_kinds import Channel, Objective
from desktop.models.followups import FollowUpState
from desktop.services import followups, prospect_rows, prospects
from desktop.services.prospect_filters import ProspectFilter


@pytest.fixture
def brevent(session: Session, clock: FixedClock) -> uuid.UUID:
    return prospects.create_prospect(session, now=clock.now(), company="Ateliers Brévent", person="Claire Fontaine")


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


def test_a_row_says_the_step_that_is_open(session: Session, clock: FixedClock, brevent: uuid.UUID) -> None:
    days = [datetime.fromisoformat(f"2026-11-{day}T09:00") for day in (27, 25)]
    for day in days:
        step = followups.NextStep(day, "Europe/Paris", Channel.PHONE, Objective.VALIDATION)
        last = followups.plan(session, brevent, step, now=clock.now())
    (row,) = prospect_rows.prospect_rows(session)
    assert (row.due_local, row.follow_up_id) == (days[1], last)
    followups.set_state(session, last, FollowUpState.DONE, now=clock.now())
    session.flush()
    (row,) = prospect_rows.prospect_rows(session)
    assert (row.due_local, row.follow_up_id) == (None, None)


def test_lines_of_some_in_their_order_and_the_commonest_sources(session: Session, clock: FixedClock) -> None:
    made = [
        prospects.create_prospect(session, now=clock.now(), company=f"C{place}", source=source)
        for place, source in enumerate(("salon", "site", "salon", ""))
    ]
    rows = prospect_rows.rows_of(session, [made[2], uuid.uuid4(), made[0]])
    assert [(row.name, row.source) for row in rows] == [("C2", "salon"), ("C0", "salon")]
    assert prospect_rows.sources(session) == ["salon", "site"]
    chosen = prospect_rows.prospect_rows(session, "c", chosen_by=ProspectFilter(sources=("site",)))
    assert [row.id for row in chosen] == [made[1]]
