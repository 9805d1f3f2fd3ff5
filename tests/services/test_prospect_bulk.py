"""One act on many prospects: only those concerned change, and one step back gives everything back."""

import uuid
from datetime import date, time

import pytest
from sqlalchemy import select

from desktop.clock import FixedClock
from desktop.database import Session
from desktop.errors import UserError
from desktop.models.followup_kinds import Channel, Objective
from desktop.models.matrix import Heat
from desktop.models.prospects import Prospect, StatusChange
from desktop.models.statuses import LossKind, Status
from desktop.services import followups, prospect_bulk, prospects, row_changes
from desktop.services.prospect_bulk import Plan


@pytest.fixture
def keys(session: Session, clock: FixedClock) -> list[uuid.UUID]:
    return [prospects.create_prospect(session, now=clock.now(), company=f"Company {n}") for n in range(5)]


def all_of(session: Session, column: object) -> list[object]:
    return list(session.scalars(select(column).order_by(Prospect.id)))


def test_heat_changes_those_that_were_otherwise(session: Session, clock: FixedClock, keys: list[uuid.UUID]) -> None:
    prospects.set_heat(session, keys[0], Heat.HOT, now=clock.now())
    before = all_of(session, Prospect.updated_at)
    clock.advance(60)
    changed = prospect_bulk.set_heat(session, keys[:3], Heat.HOT, now=clock.now())
    assert set(changed.keys) == set(keys[1:3])
    assert all_of(session, Prospect.heat) == [Heat.HOT, Heat.HOT, Heat.HOT, None, None]
    for _twice in range(2):
        prospect_bulk.put(session, changed, back=True)
        assert all_of(session, Prospect.heat) == [Heat.HOT, None, None, None, None]
        assert all_of(session, Prospect.updated_at) == before
    prospect_bulk.put(session, changed, back=False)
    assert all_of(session, Prospect.heat)[:3] == [Heat.HOT] * 3
    assert session.info["touched"] >= {Prospect}


def test_removed_together_and_brought_back(session: Session, clock: FixedClock, keys: list[uuid.UUID]) -> None:
    prospects.remove_prospect(session, keys[0], at=clock.now())
    changed = prospect_bulk.remove(session, keys, now=clock.now())
    assert set(changed.keys) == set(keys[1:])
    assert None not in all_of(session, Prospect.deleted_at)
    prospect_bulk.put(session, changed, back=True)
    assert [each is None for each in all_of(session, Prospect.deleted_at)] == [False, True, True, True, True]


def test_a_status_is_told_as_it_goes_and_refused_as_a_whole(
    session: Session, clock: FixedClock, keys: list[uuid.UUID]
) -> None:
    with pytest.raises(UserError):
        prospect_bulk.set_status(session, keys, Status.LOST, now=clock.now())
    assert set(all_of(session, Prospect.status)) == {Status.LEAD}
    told: list[int] = []
    moved, changes = prospect_bulk.set_status(
        session, keys, Status.LOST, now=clock.now(), reason="Prix", loss=LossKind.PRICE, told=told.append
    )
    assert (moved, told) == (keys, [0])
    assert set(all_of(session, Prospect.status)) == {Status.LOST}
    assert {each.reason for each in session.scalars(select(StatusChange))} == {"Prix"}
    row_changes.take_back(session, changes)
    assert set(all_of(session, Prospect.status)) == {Status.LEAD}
    assert session.scalars(select(StatusChange)).all() == []


def test_next_steps_are_spread_over_working_days(session: Session, clock: FixedClock, keys: list[uuid.UUID]) -> None:
    friday = date(2026, 11, 27)
    step = Plan(friday, time(10), "Europe/Paris", 2, Channel.EMAIL, Objective.PRECISION, "salon")
    planned, changes = prospect_bulk.plan(session, keys, step, now=clock.now())
    assert planned == keys
    due = [found.due_local.day for key in keys if (found := followups.next_of(session, key))]
    assert due == [27, 27, 30, 30, 1]
    row_changes.take_back(session, changes)
    assert [followups.next_of(session, key) for key in keys] == [None] * 5
