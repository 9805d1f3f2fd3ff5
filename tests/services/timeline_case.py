"""A prospect with one thing of every kind in its history."""

import uuid
from datetime import timedelta

from desktop.clock import FixedClock
from desktop.database import Session
from desktop.models.exchanges import ExchangeKind
from desktop.models.followup_kinds import Channel, Objective, Outcome
from desktop.models.merges import Merge
from desktop.models.proposals import ProposalState
from desktop.models.statuses import Status
from desktop.services import calls, exchanges, followups, proposals, prospects, status_moves, templates
from desktop.services.followups import NextStep
from desktop.services.proposal_states import take_state
from tests.hostile import MARKUP

GRID, SCRIPT = templates.grid("five-criteria", "en"), templates.script("b2b", "en")
HOUR = timedelta(hours=1)


def step(clock: FixedClock, days: int, subject: str) -> NextStep:
    due = (clock.now() + timedelta(days=days)).replace(tzinfo=None)
    return NextStep(due, "Europe/Paris", Channel.PHONE, Objective.PRECISION, subject)


def lived(session: Session, clock: FixedClock) -> uuid.UUID:
    """An hour between two things: a call with two scores, a status, a follow-up done, one dropped by another that is
    open, a note, a message, a proposal sent, a merge."""
    key = prospects.create_prospect(session, now=clock.now(), company="Roux", person="Paul Roux")
    paul = prospects.load_prospect(session, key).contacts[0].id
    call_id = calls.start_call(session, key, SCRIPT, GRID, now=clock.now())
    question = next(each.key for each in SCRIPT.questions if each.criterion == "need")
    for minute, text in enumerate(("first", "a day a week", MARKUP[0])):
        at = clock.now() + timedelta(minutes=minute)
        calls.add_entry(session, call_id, "verbatim", text, at=at, question=question)
    calls.set_score(session, call_id, "need", 1, at=clock.now() + timedelta(minutes=1))
    calls.set_score(session, call_id, "need", 3, at=clock.now() + timedelta(minutes=5))
    calls.set_score(session, call_id, "budget", "?", at=clock.now() + timedelta(minutes=6))
    calls.conclude(session, call_id, now=clock.now() + timedelta(minutes=20), no_follow_up_reason="later")
    clock.advance(3600)
    status_moves.set_status(session, key, Status.QUALIFIED, now=clock.now(), reason="budget seen")
    first = followups.plan(session, key, step(clock, 1, "<b>budget</b>"), now=clock.now())
    clock.advance(3600)
    followups.finish(followups.load(session, first), now=clock.now(), outcome=Outcome.VOICE_MAIL, note="full box")
    session.flush()
    followups.plan(session, key, step(clock, 1, "replaced one"), now=clock.now())
    clock.advance(3600)
    followups.plan(session, key, step(clock, 3, "open one"), now=clock.now())
    exchanges.write(session, key, ExchangeKind.NOTE, "bring the tablet", now=clock.now())
    clock.advance(3600)
    exchanges.write(session, key, ExchangeKind.RECEIVED, MARKUP[1], now=clock.now(), contact_id=paul)
    clock.advance(3600)
    proposal_id = proposals.compose(session, key, now=clock.now(), language="en")
    clock.advance(3600)
    take_state(session, proposal_id, ProposalState.SENT, now=clock.now())
    clock.advance(3600)
    merged = prospects.create_prospect(session, now=clock.now(), company="Roux & Fils")
    session.add(Merge(kept_id=key, merged_id=merged, content={"name": "Twin"}, at=clock.now()))
    clock.advance(3600)
    session.flush()
    return key
