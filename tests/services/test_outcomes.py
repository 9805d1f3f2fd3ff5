"""What became of a follow-up, the next step it calls for, and every row given back."""

import uuid
from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import select

from desktop.clock import PARIS, FixedClock
from desktop.database import Session
from desktop.errors import UserError
from desktop.models.cadence_runs import CadenceRun, RunState
from desktop.models.followup_kinds import Channel, Objective, Outcome
from desktop.models.followups import FollowUp, FollowUpState
from desktop.models.grids import Band
from desktop.models.matrix import Heat
from desktop.models.prospects import Contact, Prospect, StatusChange
from desktop.models.statuses import LossKind, Status
from desktop.services import cadence_runs, cadences, catalogue_references, followups, outcomes
from desktop.services.followups import NextStep
from desktop.services.prospects import create_prospect
from tests.services.followup_course import EVERYTHING, whole

DUE = datetime.fromisoformat("2026-11-23T14:00")


@pytest.fixture
def prospect(session: Session, clock: FixedClock) -> Prospect:
    prospect = session.get_one(Prospect, create_prospect(session, now=clock.now(), company="Ateliers Brévent"))
    prospect.band, prospect.heat, prospect.to_complete = Band.GOOD, Heat.WARM, False
    session.add(Contact(prospect_id=prospect.id, name="Claire", phone="01", email="c@x.fr", created_at=clock.now()))
    return prospect


def due(session: Session, clock: FixedClock, prospect: Prospect, **fields: Any) -> uuid.UUID:
    given = {"channel": Channel.PHONE, "objective": Objective.PRECISION, "subject": "budget"} | fields
    return followups.plan(session, prospect.id, NextStep(DUE, PARIS.key, **given), now=clock.now())


def after(session: Session, clock: FixedClock, key: uuid.UUID, outcome: Outcome) -> NextStep:
    step = outcomes.proposed(session, key, outcome, now=clock.now(), zone=PARIS)
    assert step is not None
    return step


@pytest.mark.parametrize(
    ("outcome", "day", "channel", "objective"),
    [
        (Outcome.REACHED, "2026-12-02T09:00", Channel.VIDEO, Objective.PROJECTION),
        (Outcome.VOICE_MAIL, "2026-11-25T09:00", Channel.VIDEO, Objective.PRECISION),
        (Outcome.REPLIED, "2026-11-25T09:00", Channel.VIDEO, Objective.PROJECTION),
        (Outcome.MOVED, "2026-11-30T14:00", Channel.PHONE, Objective.PRECISION),
        (Outcome.WON, "2026-12-21T09:00", Channel.EMAIL, Objective.PROJECTION),
    ],
)
def test_the_step_that_an_outcome_calls_for(
    session: Session,
    clock: FixedClock,
    prospect: Prospect,
    outcome: Outcome,
    day: str,
    channel: Channel,
    objective: Objective,
) -> None:
    step = after(session, clock, due(session, clock, prospect), outcome)
    assert (step.due_local, step.channel, step.objective) == (datetime.fromisoformat(day), channel, objective)
    assert step.subject == ("Account review" if outcome is Outcome.WON else "budget")


def test_lost_calls_for_nothing_and_says_why(session: Session, clock: FixedClock, prospect: Prospect) -> None:
    key = due(session, clock, prospect)
    assert outcomes.proposed(session, key, Outcome.LOST, now=clock.now(), zone=PARIS) is None
    for loss, reason in ((None, "trop cher"), (LossKind.PRICE, "  ")):
        with pytest.raises(UserError, match="lost"):
            outcomes.settle(session, key, Outcome.LOST, None, now=clock.now(), loss=loss, reason=reason)
    before = whole(session, EVERYTHING)
    settled = outcomes.settle(
        session, key, Outcome.LOST, None, now=clock.now(), loss=LossKind.PRICE, reason="trop cher"
    )
    change = session.scalars(select(StatusChange)).one()
    assert (prospect.status, change.loss, change.reason) == (Status.LOST, LossKind.PRICE, "trop cher")
    assert (settled.next_id, followups.open_of(session, prospect.id)) == (None, [])
    outcomes.take_back(session, settled)
    assert whole(session, EVERYTHING) == before


def test_won_makes_a_client_with_an_account_review(session: Session, clock: FixedClock, prospect: Prospect) -> None:
    key = due(session, clock, prospect)
    before = whole(session, EVERYTHING)
    step = after(session, clock, key, Outcome.WON)
    settled = outcomes.settle(session, key, Outcome.WON, step, now=clock.now(), note=" signé ")
    done = session.get_one(FollowUp, key)
    assert (done.state, done.outcome, done.outcome_note) == (FollowUpState.DONE, Outcome.WON, "signé")
    assert (prospect.status, prospect.heard_at) == (Status.CLIENT, clock.now())
    assert [each.id for each in followups.open_of(session, prospect.id)] == [settled.next_id]
    outcomes.take_back(session, settled)
    assert whole(session, EVERYTHING) == before


def test_a_voice_mail_is_no_word_from_them_and_a_reply_is(
    session: Session, clock: FixedClock, prospect: Prospect
) -> None:
    key = due(session, clock, prospect)
    outcomes.settle(session, key, Outcome.VOICE_MAIL, after(session, clock, key, Outcome.VOICE_MAIL), now=clock.now())
    assert prospect.heard_at is None
    (following,) = followups.open_of(session, prospect.id)
    outcomes.settle(session, following.id, Outcome.REPLIED, None, now=clock.now())
    assert prospect.heard_at == clock.now()
    with pytest.raises(UserError, match="no longer open"):
        outcomes.settle(session, following.id, Outcome.REPLIED, None, now=clock.now())


def test_what_is_missing_is_asked_first(session: Session, clock: FixedClock, prospect: Prospect) -> None:
    prospect.to_complete = True
    key = due(session, clock, prospect, objective=Objective.VALIDATION)
    assert after(session, clock, key, Outcome.REACHED).objective is Objective.PRECISION
    prospect.to_complete, prospect.heat = False, None
    step = after(session, clock, key, Outcome.REACHED)
    assert (step.objective, step.due_local.date().isoformat()) == (Objective.PRECISION, "2026-11-25")


def test_a_series_goes_first_and_an_answer_pauses_it(session: Session, clock: FixedClock, prospect: Prospect) -> None:
    cadence = cadences.in_use(session, "en")[0]
    run_id = cadence_runs.start(session, prospect.id, cadence, now=clock.now(), zone=PARIS)
    (first,) = followups.open_of(session, prospect.id)
    step = after(session, clock, first.id, Outcome.VOICE_MAIL)
    assert (step.cadence_run_id, step.cadence_step) == (run_id, 1)
    settled = outcomes.settle(session, first.id, Outcome.VOICE_MAIL, step, now=clock.now())
    run = session.get_one(CadenceRun, run_id)
    assert (run.next_step, run.state) == (1, RunState.RUNNING)
    outcomes.take_back(session, settled)
    assert (run.next_step, followups.open_of(session, prospect.id)) == (0, [first])
    answered = after(session, clock, first.id, Outcome.REPLIED)
    assert answered.cadence_run_id is None
    outcomes.settle(session, first.id, Outcome.REPLIED, answered, now=clock.now())
    assert run.state is RunState.PAUSED


def test_proofs_are_offered_as_what_a_step_brings(session: Session, clock: FixedClock) -> None:
    catalogue_references.add_reference(session, now=clock.now(), text="Menuiserie Roux : 12 % de marge en plus")
    assert outcomes.offered_contents(session) == ("Menuiserie Roux : 12 % de marge en plus",)
