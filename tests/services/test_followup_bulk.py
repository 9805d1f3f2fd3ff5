"""Several follow-ups in one act, and one undo."""

import uuid
from datetime import date, datetime, timedelta

import pytest

from desktop.clock import PARIS, FixedClock
from desktop.database import Session
from desktop.errors import UserError
from desktop.models.followup_kinds import Channel, Objective, Outcome
from desktop.models.followups import FollowUp, FollowUpState
from desktop.services import absences, followup_bulk, followups
from desktop.services.followups import NextStep
from desktop.services.prospects import create_prospect
from desktop.services.row_changes import recorded
from tests.services.followup_course import EVERYTHING, whole

DUE = datetime.fromisoformat("2026-11-23T14:00")


@pytest.fixture
def keys(session: Session, clock: FixedClock) -> list[uuid.UUID]:
    found = []
    for place in range(5):
        prospect_id = create_prospect(session, now=clock.now(), company=f"Prospect {place}")
        step = NextStep(DUE + timedelta(minutes=place), PARIS.key, Channel.PHONE, Objective.VALIDATION)
        found.append(followups.plan(session, prospect_id, step, now=clock.now()))
    return found


def loaded(session: Session, keys: list[uuid.UUID]) -> list[FollowUp]:
    return [session.get_one(FollowUp, key) for key in keys]


def test_done_together_each_gets_its_next_step(session: Session, clock: FixedClock, keys: list[uuid.UUID]) -> None:
    before = whole(session, EVERYTHING)
    followups.set_state(session, keys[0], FollowUpState.DROPPED, now=clock.now())
    since = whole(session, EVERYTHING)
    done, changes = recorded(session, followup_bulk.settle, keys, Outcome.VOICE_MAIL, now=clock.now(), zone=PARIS)
    assert done == keys[1:]
    for follow_up in loaded(session, keys[1:]):
        (following,) = followups.open_of(session, follow_up.prospect_id)
        assert (follow_up.outcome, following.channel) == (Outcome.VOICE_MAIL, Channel.LINKEDIN)
    followups.undo(session, changes)
    assert whole(session, EVERYTHING) == since != before
    with pytest.raises(UserError, match="one by one"):
        followup_bulk.settle(session, keys, Outcome.LOST, now=clock.now(), zone=PARIS)


def test_spread_over_working_days_at_their_hours(session: Session, clock: FixedClock, keys: list[uuid.UUID]) -> None:
    absences.declare(session, date(2026, 11, 30), date(2026, 11, 30), now=clock.now())
    before = whole(session, EVERYTHING)
    _moved, changes = recorded(session, followup_bulk.spread, keys, date(2026, 11, 27), 2, now=clock.now())
    days = [(each.due_local.date().isoformat(), each.due_local.minute) for each in loaded(session, keys)]
    friday, tuesday, wednesday = "2026-11-27", "2026-12-01", "2026-12-02"
    assert days == [(friday, 0), (friday, 1), (tuesday, 2), (tuesday, 3), (wednesday, 4)]
    followups.undo(session, changes)
    assert whole(session, EVERYTHING) == before
    with pytest.raises(UserError, match="one a day"):
        followup_bulk.spread(session, keys, date(2026, 11, 27), 0, now=clock.now())


def test_postponed_and_dropped_together(session: Session, clock: FixedClock, keys: list[uuid.UUID]) -> None:
    friday = datetime.fromisoformat("2026-11-27T10:00")
    assert followup_bulk.postpone(session, keys, friday, now=clock.now()) == keys
    assert {(each.due_local, each.moves) for each in loaded(session, keys)} == {(friday, 1)}
    followup_bulk.drop(session, keys, now=clock.now())
    assert {each.state for each in loaded(session, keys)} == {FollowUpState.DROPPED}
    assert followup_bulk.drop(session, keys, now=clock.now()) == []
