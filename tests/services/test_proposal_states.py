"""What became of a proposal, kept with its day and its reason."""

from datetime import date, timedelta

import pytest

from desktop import i18n
from desktop.errors import UserError
from desktop.models.proposals import Proposal, ProposalState
from desktop.services import proposals
from desktop.services.proposal_states import put_back, story, take_state
from tests.services.proposal_case import NOW, PARIS, claire

LATER = NOW + timedelta(days=3)


@pytest.fixture
def proposal(session):
    key = proposals.compose(session, claire(session).prospect, now=NOW, language="fr")
    session.flush()
    return session.get_one(Proposal, key)


def words(proposal, today=None):
    return [each.text for each in story(proposal, today or LATER.date(), PARIS)]


def test_each_state_is_kept_with_its_day(session, proposal):
    take_state(session, proposal.id, ProposalState.SENT, now=NOW)
    take_state(session, proposal.id, ProposalState.REFUSED, now=LATER, reason="  Trop cher & <b> ")
    assert (proposal.state, proposal.state_at, proposal.refusal) == (ProposalState.REFUSED, LATER, "Trop cher & <b>")
    session.flush()
    session.expire(proposal)
    assert words(proposal) == [
        "Composed on 23 November 2026",
        "Sent on 23 November 2026",
        "Refused on 26 November 2026: “Trop cher & <b>”",
    ]


def test_a_refusal_needs_its_reason(session, proposal):
    for reason in ("", "  \n"):
        with pytest.raises(UserError):
            take_state(session, proposal.id, ProposalState.REFUSED, now=NOW, reason=reason)
    assert proposal.state is ProposalState.DRAFT and proposal.states == []


def test_the_same_again_changes_nothing_and_undo_takes_it_out_of_the_story(session, proposal):
    before = take_state(session, proposal.id, ProposalState.SENT, now=NOW)
    take_state(session, proposal.id, ProposalState.SENT, now=LATER)
    assert proposal.state_at == NOW and len(proposal.states) == 1
    for _twice in range(2):
        put_back(session, proposal.id, before, now=LATER)
        assert (proposal.state, proposal.state_at, proposal.states) == (ProposalState.DRAFT, None, [])
    accepted = take_state(session, proposal.id, ProposalState.REFUSED, now=LATER, reason="Non")
    take_state(session, proposal.id, ProposalState.ACCEPTED, now=LATER)
    assert proposal.refusal == "", "an agreement has no reason of refusal"
    put_back(session, proposal.id, accepted, now=LATER)
    assert words(proposal) == ["Composed on 23 November 2026"]


def test_it_expires_in_the_story_too(session, proposal):
    take_state(session, proposal.id, ProposalState.SENT, now=NOW)
    assert words(proposal, date(2026, 12, 24))[-1] == "Expired: it was valid until 23 December 2026"
    assert words(proposal, date(2026, 12, 23))[-1] == "Sent on 23 November 2026"


def test_a_proposal_older_than_its_story_says_where_it_stands(session, proposal):
    proposal.state, proposal.updated_at = ProposalState.ACCEPTED, LATER
    assert words(proposal) == ["Composed on 23 November 2026", "Accepted on 26 November 2026"]


def test_days_are_those_of_the_rep_and_words_those_of_the_screen(session, proposal):
    i18n.use("fr")
    midnight = NOW.replace(hour=0, minute=30)
    take_state(session, proposal.id, ProposalState.SENT, now=midnight)
    assert words(proposal)[-1] == "Envoyée le 23 novembre 2026"
