"""What was tried with a prospect, and by what means they can be reached."""

from datetime import timedelta

from desktop.models.calls import Call, CallState
from desktop.models.exchanges import Exchange, ExchangeKind
from desktop.models.followup_kinds import Channel, Objective
from desktop.models.followups import FollowUp, FollowUpState
from desktop.models.pressure import MEMORY
from desktop.models.proposals import Proposal, ProposalState
from desktop.models.prospects import Contact, Prospect
from desktop.services import touches
from tests.services.cadence_case import NOW, ZONE, proposal, prospect


def done(session, prospect_id, days, channel=Channel.EMAIL, state=FollowUpState.DONE):
    at = NOW - timedelta(days=days)
    more = {"due_local": at.replace(tzinfo=None), "due_at": at, "zone": ZONE.key, "done_at": at, "created_at": at}
    row = FollowUp(prospect_id=prospect_id, channel=channel, objective=Objective.PRECISION, state=state, **more)
    session.add(row)
    session.flush()


def test_what_was_done_sent_or_dialled_counts_and_nothing_else(session):
    key, other = prospect(session), prospect(session)
    done(session, key, 5)
    done(session, key, 4, state=FollowUpState.DROPPED)
    done(session, key, MEMORY + 1)
    done(session, other, 1)
    for days, kind in ((3, ExchangeKind.SENT), (2, ExchangeKind.RECEIVED), (2, ExchangeKind.NOTE)):
        session.add(Exchange(prospect_id=key, kind=kind, text="", at=NOW - timedelta(days=days), created_at=NOW))
    started = NOW - timedelta(days=1)
    session.add(
        Call(prospect_id=key, script_copy={}, grid_copy={}, started_at=started, ended_at=started, state=CallState.LEFT)
    )
    session.flush()
    found = sorted(touches.of(session, key, now=NOW), key=lambda each: each.at)
    assert [(round((NOW - each.at) / timedelta(days=1)), each.channel) for each in found] == [
        (5, Channel.EMAIL),
        (3, Channel.EMAIL),
        (1, Channel.PHONE),
    ]
    assert touches.last_channel(session, key, now=NOW) is Channel.PHONE
    assert touches.last_channel(session, prospect(session), now=NOW) is None


def test_whom_to_speak_to_is_who_was_named_while_they_are_there(session):
    key = prospect(session)
    first = touches.contact_of(session, key, None)
    second = Contact(prospect_id=key, position=1, name="Paul", created_at=NOW)
    session.add(second)
    session.flush()
    assert touches.contact_of(session, key, second.id) is second
    second.deleted_at = NOW
    session.flush()
    assert touches.contact_of(session, key, second.id) is first


def test_a_channel_needs_what_it_goes_by():
    company, home = Prospect(kind="b2b", address=""), Prospect(kind="b2c", address="1 rue des Pins")
    nobody = Contact(name="A", phone=" ", email="")
    reachable = Contact(name="A", phone="01", email="a@b.fr")
    assert set(touches.possible_channels(company, None)) == {Channel.LINKEDIN}
    assert set(touches.possible_channels(home, nobody)) == {Channel.MEETING, Channel.OTHER}
    assert set(touches.possible_channels(company, reachable)) == {
        Channel.PHONE,
        Channel.EMAIL,
        Channel.VIDEO,
        Channel.LINKEDIN,
    }


def test_the_proposal_with_them_is_the_latest_that_was_sent(session):
    key = prospect(session)
    assert touches.proposal_with_them(session, key) is None
    sent = session.get_one(Proposal, proposal(session, key))
    assert touches.proposal_with_them(session, key) is sent
    for gone in ({"state": ProposalState.DRAFT}, {"state": ProposalState.SENT, "deleted_at": NOW}):
        for name, value in gone.items():
            setattr(sent, name, value)
        session.flush()
        assert touches.proposal_with_them(session, key) is None
