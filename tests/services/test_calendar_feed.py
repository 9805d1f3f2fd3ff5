"""What a calendar is told, and that it is told again of what it was given: moved, done, dropped, open again."""

import uuid
from collections.abc import Callable
from datetime import date, datetime

import pytest

from desktop.database import Session
from desktop.models.followup_kinds import Channel, Objective
from desktop.models.followups import FollowUp, FollowUpState
from desktop.models.prospects import Prospect
from desktop.services import calendar_feed, followups, row_changes
from desktop.services.calendar_feed import Feed
from desktop.services.followups import NextStep
from desktop.services.prospects import create_prospect
from tests.conftest import MONDAY

Plan = Callable[[str], uuid.UUID]


@pytest.fixture
def plan(session: Session) -> Plan:
    def planned(due: str) -> uuid.UUID:
        key = create_prospect(session, now=MONDAY, company="Ateliers Brévent", person="Claire Fontaine")
        step = NextStep(datetime.fromisoformat(due), "Europe/Paris", Channel.PHONE, Objective.VALIDATION, "le budget")
        return followups.plan(session, key, step, now=MONDAY)

    return planned


def told(feed: Feed) -> list[tuple[uuid.UUID, int, bool]]:
    return [(each.follow_up_id, each.sequence, each.cancelled) for each in feed.events]


def test_one_a_day_and_all(session: Session, plan: Plan) -> None:
    later, first = plan("2026-11-27T10:00"), plan("2026-11-24T00:00")
    same_day = plan("2026-11-24T23:59")
    assert told(calendar_feed.one(session, later)) == [(later, 0, False)]
    assert told(calendar_feed.day(session, date(2026, 11, 24))) == [(first, 0, False), (same_day, 0, False)]
    assert [each[0] for each in told(calendar_feed.all_open(session))] == [first, same_day, later]
    (event,) = calendar_feed.one(session, later).events
    assert (event.who, event.company, event.subject) == ("Claire Fontaine", "Ateliers Brévent", "le budget")


def test_what_was_never_given_is_not_withdrawn(session: Session, plan: Plan) -> None:
    key = plan("2026-11-24T10:00")
    followups.set_state(session, key, FollowUpState.DROPPED, now=MONDAY)
    assert calendar_feed.one(session, key).events == calendar_feed.all_open(session).events == ()


def test_what_was_given_and_changed_is_told_wherever_it_went(session: Session, plan: Plan) -> None:
    moved, dropped, done, kept = (plan("2026-11-24T10:00") for _each in range(4))
    feed = calendar_feed.day(session, date(2026, 11, 24))
    calendar_feed.hand_over(session, feed.events)
    assert calendar_feed.day(session, date(2026, 11, 24)).events == feed.events
    assert calendar_feed.day(session, date(2026, 11, 25)).events == ()
    followups.move(session, moved, datetime.fromisoformat("2026-12-01T09:00"), now=MONDAY)
    followups.set_state(session, dropped, FollowUpState.DROPPED, now=MONDAY)
    followups.set_state(session, done, FollowUpState.DONE, now=MONDAY)
    again = calendar_feed.day(session, date(2026, 11, 24))
    states = {each.follow_up_id: (each.sequence, each.cancelled) for each in again.events}
    assert states == {kept: (0, False), moved: (1, False), dropped: (1, True), done: (1, True)}
    assert {each.follow_up_id for each in again.withdrawn} == {dropped, done}
    calendar_feed.hand_over(session, again.events)
    assert [each[0] for each in told(calendar_feed.all_open(session))] == [kept, moved]


def test_replaced_or_open_again_it_is_another_state(session: Session, plan: Plan) -> None:
    key = plan("2026-11-24T10:00")
    calendar_feed.hand_over(session, calendar_feed.one(session, key).events)
    prospect_id = session.get_one(FollowUp, key).prospect_id
    step = NextStep(datetime.fromisoformat("2026-11-26T10:00"), "Europe/Paris", Channel.EMAIL, Objective.PRECISION)
    other, changes = row_changes.recorded(session, followups.plan, prospect_id, step, now=MONDAY)
    assert told(calendar_feed.all_open(session)) == [(key, 1, True), (other, 0, False)]
    calendar_feed.hand_over(session, calendar_feed.all_open(session).events)
    followups.undo(session, changes)
    # Undone: the first is there again under a higher state, and the second, which a calendar has, is withdrawn.
    assert told(calendar_feed.all_open(session)) == [(key, 2, False), (other, 1, True)]


def test_who_was_removed_is_in_no_calendar(session: Session, plan: Plan) -> None:
    key = plan("2026-11-24T10:00")
    session.get_one(Prospect, session.get_one(FollowUp, key).prospect_id).deleted_at = MONDAY
    assert calendar_feed.all_open(session).events == ()
