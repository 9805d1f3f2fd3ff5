"""Status: the facts allow, the rep decides and says why; leaving drops what was planned, coming back is one act."""

import uuid
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.clock import FixedClock
from desktop.database import Session
from desktop.errors import UserError
from desktop.models.cadence_runs import CadenceRun, RunState
from desktop.models.exchanges import ExchangeKind
from desktop.models.followup_kinds import Channel, Objective
from desktop.models.followups import FollowUp, FollowUpState
from desktop.models.prospects import Prospect, StatusChange
from desktop.models.statuses import LossKind, Status
from desktop.services import calls, exchanges, followups, prospects, status_moves, templates
from desktop.services.followups import NextStep
from tests.conftest import MONDAY
from tests.hostile import MARKUP

GRID, SCRIPT = templates.grid("five-criteria", "en"), templates.script("b2b", "en")


@pytest.fixture
def key(session: Session, clock: FixedClock) -> uuid.UUID:
    return prospects.create_prospect(session, now=clock.now(), company="Ateliers Brévent", person="Claire Fontaine")


def plan(session: Session, clock: FixedClock, key: uuid.UUID) -> uuid.UUID:
    due = (clock.now() + timedelta(days=4)).replace(tzinfo=None)
    step = NextStep(due, "Europe/Paris", Channel.PHONE, Objective.PRECISION, "budget")
    return followups.plan(session, key, step, now=clock.now())


def rows(session: Session) -> dict[str, list[tuple[object, ...]]]:
    """Every column that the acts of this part write, as the file has it."""
    session.flush()
    session.expire_all()
    return {
        "prospects": [tuple(row) for row in session.execute(Prospect.__table__.select())],
        "moves": sorted(tuple(row) for row in session.execute(StatusChange.__table__.select())),
        "steps": [(each.id, each.state, each.remind_at) for each in session.query(FollowUp).order_by(FollowUp.id)],
        "runs": [(each.id, each.state, each.reason) for each in session.query(CadenceRun).order_by(CadenceRun.id)],
    }


def test_with_the_facts_no_word_is_asked(session: Session, clock: FixedClock, key: uuid.UUID) -> None:
    call_id = calls.start_call(session, key, SCRIPT, GRID, now=clock.now())
    question = next(each.key for each in SCRIPT.questions if each.criterion == "need")
    calls.add_entry(session, call_id, "verbatim", "We lose a day a week.", at=clock.now(), question=question)
    assert status_moves.set_status(session, key, Status.PROSPECT, now=clock.now()) is Status.LEAD
    (move,) = status_moves.status_changes(session, key)
    assert (move.suggested, move.reason, move.grid, move.grid_version) == (None, "", GRID.key, GRID.version)


@pytest.mark.parametrize("wanted", [Status.PROSPECT, Status.QUALIFIED])
def test_against_the_facts_one_line_is_kept_with_what_was_suggested(
    session: Session, clock: FixedClock, key: uuid.UUID, wanted: Status
) -> None:
    with pytest.raises(UserError, match="one line"):
        status_moves.set_status(session, key, wanted, now=clock.now(), reason="  ")
    status_moves.set_status(session, key, wanted, now=clock.now(), reason=MARKUP[0])
    (move,) = status_moves.status_changes(session, key)
    assert (move.suggested, move.reason) == (Status.LEAD, MARKUP[0].strip())


def test_a_purchase_is_a_fact_and_to_unsay_it_is_not(session: Session, clock: FixedClock, key: uuid.UUID) -> None:
    status_moves.set_status(session, key, Status.CLIENT, now=clock.now())
    with pytest.raises(UserError):
        status_moves.set_status(session, key, Status.LEAD, now=clock.now())
    status_moves.set_status(session, key, Status.LEAD, now=clock.now(), reason="they signed elsewhere")


def test_leaving_the_path_asks_why_and_a_loss_what_for(session: Session, clock: FixedClock, key: uuid.UUID) -> None:
    for status, loss in ((Status.SHELVED, None), (Status.LOST, LossKind.PRICE)):
        with pytest.raises(UserError, match="few words"):
            status_moves.set_status(session, key, status, now=clock.now(), loss=loss)
    with pytest.raises(UserError, match="counted"):
        status_moves.set_status(session, key, Status.LOST, now=clock.now(), reason="too dear")
    with pytest.raises(UserError, match="past"):
        status_moves.set_status(session, key, Status.SHELVED, now=clock.now(), reason="later", wake_on=clock.today())
    assert session.get_one(Prospect, key).status is Status.LEAD


def test_what_was_planned_is_dropped_and_undo_brings_all_of_it_back(
    session: Session, clock: FixedClock, key: uuid.UUID
) -> None:
    step = plan(session, clock, key)
    session.add(
        CadenceRun(
            prospect_id=key, cadence_copy={}, started_on=clock.today(), created_at=clock.now(), changed_at=clock.now()
        )
    )
    before = rows(session)
    clock.advance(60)
    changes = status_moves.recorded(
        session, key, Status.SHELVED, now=clock.now(), reason="no project", wake_on=date(2027, 3, 1)
    )
    after = rows(session)
    assert session.get_one(FollowUp, step).state is FollowUpState.DROPPED
    assert session.query(CadenceRun).one().state is RunState.ENDED
    assert session.get_one(Prospect, key).wake_on == date(2027, 3, 1)
    for _twice in range(2):
        followups.undo(session, changes)
        assert rows(session) == before
        followups.redo(session, changes)
        assert rows(session) == after


def test_on_its_day_one_set_aside_is_listed_and_wakes_where_it_was(
    session: Session, clock: FixedClock, key: uuid.UUID
) -> None:
    status_moves.set_status(session, key, Status.PROSPECT, now=clock.now(), reason="they asked")
    status_moves.set_status(
        session, key, Status.SHELVED, now=clock.now(), reason="merger under way", wake_on=date(2026, 11, 25)
    )
    assert (status_moves.to_wake(session, clock.now()), status_moves.count_to_wake(session, clock.now())) == ((), 0)
    clock.advance(2 * 24 * 3600)
    (found,) = status_moves.to_wake(session, clock.now())
    assert (found.prospect_id, found.name, found.reason) == (key, "Ateliers Brévent", "merger under way")
    assert status_moves.count_to_wake(session, clock.now()) == 1
    assert status_moves.wake_up(session, key, now=clock.now()) is Status.PROSPECT
    saved = session.get_one(Prospect, key)
    assert (saved.status, saved.wake_on) == (Status.PROSPECT, None)
    assert status_moves.to_wake(session, clock.now()) == ()
    assert status_moves.wake_up(session, key, now=clock.now()) is Status.PROSPECT


def test_from_one_exit_to_the_other_and_back_to_the_path(session: Session, clock: FixedClock, key: uuid.UUID) -> None:
    status_moves.set_status(session, key, Status.CLIENT, now=clock.now())
    clock.advance(60)
    status_moves.set_status(session, key, Status.SHELVED, now=clock.now(), reason="closed")
    clock.advance(60)
    status_moves.set_status(session, key, Status.LOST, now=clock.now(), reason="bankrupt", loss=LossKind.OTHER)
    clock.advance(60)
    assert status_moves.wake_up(session, key, now=clock.now()) is Status.CLIENT


def test_losses_are_counted_by_kind_and_one_brought_back_no_longer_is(session: Session, clock: FixedClock) -> None:
    lost = []
    for kind in (LossKind.PRICE, LossKind.FIT, LossKind.PRICE):
        lost.append(prospects.create_prospect(session, now=clock.now(), company=kind))
        status_moves.set_status(session, lost[-1], Status.LOST, now=clock.now(), reason="x", loss=kind)
    assert status_moves.losses(session) == ((LossKind.PRICE, 2), (LossKind.FIT, 1))
    status_moves.wake_up(session, lost[0], now=clock.now())
    prospects.remove_prospect(session, lost[1], at=clock.now())
    session.flush()
    assert status_moves.losses(session) == ((LossKind.PRICE, 1),)


def test_a_meeting_is_an_exchange_too(session: Session, clock: FixedClock, key: uuid.UUID) -> None:
    assert "a first exchange" in status_moves.status_suggestion(session, key).missing
    exchanges.write(session, key, ExchangeKind.MEETING, "met at their workshop", now=clock.now())
    assert "a first exchange" not in status_moves.status_suggestion(session, key).missing


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("dans 3 mois", date(2027, 2, 23)),
        ("mars", date(2027, 3, 1)),
        ("in 3 months", date(2027, 2, 23)),
        ("15/01", date(2027, 1, 15)),
        ("  ", None),
    ],
)
def test_the_day_to_wake_as_it_is_said(said: str, day: date | None) -> None:
    assert status_moves.wake_day(said, MONDAY, "fr") == day


@pytest.mark.parametrize("said", ["quand ils rappelleront", "hier", "demain peut-être", "22/11/2026"])
def test_what_is_no_day_to_come_is_refused(said: str) -> None:
    with pytest.raises(UserError):
        status_moves.wake_day(said, MONDAY, "fr")


def test_only_one_set_aside_has_a_day_to_wake(session: Session, clock: FixedClock, key: uuid.UUID) -> None:
    with pytest.raises(UserError):
        status_moves.set_wake_day(session, key, date(2027, 1, 4), now=clock.now())
    status_moves.set_status(session, key, Status.SHELVED, now=clock.now(), reason="later")
    status_moves.set_wake_day(session, key, date(2027, 1, 4), now=clock.now())
    assert session.get_one(Prospect, key).wake_on == date(2027, 1, 4)


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(path=st.lists(st.sampled_from(list(Status)), min_size=1, max_size=5))
def test_any_path_undone_is_a_path_never_taken(store, clock: FixedClock, path: list[Status]) -> None:
    with store.writing() as (session, _touched):
        key = prospects.create_prospect(session, now=clock.now(), company="Roux")
        plan(session, clock, key)
        states, done = [rows(session)], []
        for status in path:
            why = {"reason": "because", "loss": LossKind.OTHER if status is Status.LOST else None}
            done.append(status_moves.recorded(session, key, status, now=clock.now(), **why))
            states.append(rows(session))
        for changes in reversed(done):
            assert rows(session) == states.pop()
            followups.undo(session, changes)
        assert rows(session) == states.pop()
        session.rollback()
