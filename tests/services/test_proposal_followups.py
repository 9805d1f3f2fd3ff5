"""The follow-ups that a state calls for: offered, on working days, never in the past, never twice."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from desktop.models.followup_kinds import Channel
from desktop.models.followups import FollowUp, FollowUpState
from desktop.models.proposals import Proposal, ProposalState
from desktop.models.working_days import is_working_day
from desktop.services import absences, followups, proposals
from desktop.services.proposal_followups import offered, suggestions
from desktop.services.proposal_states import take_state
from tests.services.proposal_case import NOW, PARIS, claire


@pytest.fixture
def proposal(session):
    key = proposals.compose(session, claire(session).prospect, now=NOW, language="fr")
    session.flush()
    return session.get_one(Proposal, key)


def found(session, proposal, now=NOW):
    """Every follow-up of the state, planned or not."""
    return suggestions(proposal, now.date(), PARIS, absences.calendar(session))


def days(session, proposal, now=NOW):
    return [each.step.due_local.date() for each in found(session, proposal, now)]


def offer(session, proposal, now=NOW):
    return offered(session, proposal.id, now=now, zone=PARIS)


def take(session, proposal, state, now=NOW, reason=""):
    take_state(session, proposal.id, state, now=now, reason=reason)
    session.flush()


def test_a_draft_calls_for_nothing(session, proposal):
    assert days(session, proposal) == []


def test_what_was_sent_is_asked_about_after_two_working_days_and_before_it_expires(session, proposal):
    thursday = datetime(2026, 11, 26, 17, 0, tzinfo=PARIS)
    take(session, proposal, ProposalState.SENT, thursday)
    # Valid until Wednesday 23 December: three working days before, a weekend between.
    assert days(session, proposal, thursday) == [date(2026, 11, 30), date(2026, 12, 18)]
    late = datetime(2026, 12, 19, 9, 0, tzinfo=PARIS)
    assert days(session, proposal, late) == [date(2026, 12, 21)], "once the reminder is past, one call is enough"


def test_a_validity_of_a_few_days_leaves_room_for_one_reminder(session, proposal):
    proposals.update_proposal(session, proposal.id, now=NOW, valid_until=date(2026, 11, 26))
    take(session, proposal, ProposalState.SENT)
    assert days(session, proposal) == [date(2026, 11, 25)]


def test_what_expired_is_called_about_on_the_next_working_day(session, proposal):
    take(session, proposal, ProposalState.SENT)
    christmas_eve = datetime(2026, 12, 24, 9, 0, tzinfo=PARIS)
    call = offer(session, proposal, christmas_eve)
    assert call.step.due_local.date() == date(2026, 12, 28) and call.step.channel is Channel.PHONE


def test_a_refusal_is_answered_with_thanks_and_asked_about_in_three_months(session, proposal):
    take(session, proposal, ProposalState.REFUSED, reason="Le budget est gelé")
    thanks, later = found(session, proposal)
    assert thanks.step.channel is Channel.EMAIL and thanks.step.due_local.date() == date(2026, 11, 24)
    assert later.step.due_local.date() == date(2027, 2, 22)


def test_an_agreement_begins_with_a_meeting(session, proposal):
    take(session, proposal, ProposalState.ACCEPTED)
    meeting = offer(session, proposal)
    assert meeting.step.channel is Channel.MEETING and meeting.words == "Thu 26 Nov: kick-off"
    assert meeting.step.subject == "P-2026-0001: kick-off" and meeting.step.contact_id == proposal.contact_id


def test_the_first_is_offered_and_nothing_while_it_is_the_next_step(session, proposal):
    take(session, proposal, ProposalState.SENT)
    first, reminder = found(session, proposal)
    assert offer(session, proposal) == first
    key = followups.plan(session, proposal.prospect_id, first.step, now=NOW)
    assert offer(session, proposal) is None, "planning the other would replace it"
    followups.set_state(session, key, FollowUpState.DONE, now=NOW)
    assert offer(session, proposal) == reminder
    followups.set_state(session, key, FollowUpState.DROPPED, now=NOW)
    assert offer(session, proposal) == first
    assert session.query(FollowUp).count() == 1, "offering plans nothing"


def test_one_that_something_else_replaced_is_offered_again(session, proposal):
    take(session, proposal, ProposalState.SENT)
    first = offer(session, proposal)
    followups.plan(session, proposal.prospect_id, first.step, now=NOW)
    followups.plan(session, proposal.prospect_id, replace(first.step, subject="own"), now=NOW)
    assert offer(session, proposal) == first


def test_nothing_is_offered_for_a_day_when_the_rep_is_away(session, proposal):
    take(session, proposal, ProposalState.SENT)
    absences.declare(session, date(2026, 11, 24), date(2026, 11, 27), now=NOW)
    assert days(session, proposal) == [date(2026, 12, 1), date(2026, 12, 18)]


def test_sent_again_it_is_followed_up_again(session, proposal):
    take(session, proposal, ProposalState.SENT)
    followups.plan(session, proposal.prospect_id, offer(session, proposal).step, now=NOW)
    later = NOW + timedelta(days=4)
    take(session, proposal, ProposalState.DRAFT, later)
    take(session, proposal, ProposalState.SENT, later)
    assert offer(session, proposal, later) is not None


@pytest.mark.parametrize("shift", range(0, 60, 7))
def test_each_can_be_planned_at_once_on_a_working_day(session, proposal, shift):
    for state in (ProposalState.SENT, ProposalState.ACCEPTED, ProposalState.REFUSED):
        take(session, proposal, state, reason="x")
        now = NOW + timedelta(days=shift, hours=14)
        for each in found(session, proposal, now):
            assert is_working_day(each.step.due_local.date())
            assert followups.plan(session, proposal.prospect_id, each.step, now=now)
