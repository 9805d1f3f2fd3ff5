"""How long each question was on the screen."""

import uuid

import pytest

from desktop.database import Session
from desktop.models.calls import Call
from desktop.services import calls, live_call, prospects, question_times, templates
from tests.conftest import MONDAY


@pytest.fixture
def call_id(session: Session) -> uuid.UUID:
    prospect = prospects.create_prospect(session, now=MONDAY, company="Brévent")
    script, grid = templates.script("b2b", "fr"), templates.grid("five-criteria", "fr")
    return calls.start_call(session, prospect, script, grid, now=MONDAY)


def test_a_question_gets_the_time_of_all_its_visits(session: Session, call_id: uuid.UUID) -> None:
    live_call.go_to(session, call_id, "budget", 40)
    live_call.go_to(session, call_id, "opening", 100)
    live_call.go_to(session, call_id, "budget", 130)
    live_call.ending(calls.leave)(session, call_id, 150, now=MONDAY)
    assert question_times.times_of(session, call_id) == {"opening": 70, "budget": 80}


def test_marking_a_question_leaves_it(session: Session, call_id: uuid.UUID) -> None:
    live_call.mark_and_go(session, call_id, "opening", None, "objective", at=MONDAY, seconds=25)
    assert question_times.times_of(session, call_id) == {"opening": 25}


def test_the_same_moment_counts_once(session: Session, call_id: uuid.UUID) -> None:
    call = session.get_one(Call, call_id)
    question_times.keep(session, call, 30)
    question_times.keep(session, call, 30)
    question_times.keep(session, call, 20)
    assert question_times.times_of(session, call_id) == {"opening": 30}
