"""A proposal put in another language: what was drafted follows, what a hand wrote stays, and all of it comes back."""

import pytest

from desktop.models.catalogue import BlockKind
from desktop.models.proposals import Proposal
from desktop.services import option_making, proposal_blocks, proposal_options, proposal_plan, proposals, standing_blocks
from desktop.services.proposal_language import put_back, speak
from tests.services.doors_case import three_offers
from tests.services.proposal_case import NOW, claire


def block(session, title, language, **fields):
    standing_blocks.add_block(session, now=NOW, title=title, language=language, text=f"{title}.", usual=True, **fields)


@pytest.fixture
def proposal(session):
    three_offers(session)
    for title, language in (("Méthode", "fr"), ("Point hebdomadaire", "fr"), ("Method", "en"), ("Weekly call", "en")):
        block(session, title, language)
    block(session, "L’équipe", "fr", kind=BlockKind.TEAM)
    session.flush()
    key = proposals.compose(session, claire(session).prospect, now=NOW, language="fr")
    session.flush()
    return session.get_one(Proposal, key)


def told(session, proposal):
    options = proposal_options.options_of(session, proposal.id)
    return (
        proposal.language,
        [step["name"] for step in proposal.plan],
        [each["title"] for each in proposal.blocks],
        [(option.name, option.reason, option.lead_time, option.proposed) for option in options],
    )


def test_what_was_drafted_follows_and_comes_back(session, proposal):
    before = told(session, proposal)
    former = speak(session, proposal.id, "en", now=NOW)
    _language, steps, blocks, options = told(session, proposal)
    assert steps[1:3] == ["Signature and order", "Kick-off meeting"] and steps[-1] == "Going into service"
    assert blocks == ["Method", "Weekly call", "L’équipe"], "one without a counterpart stays"
    assert [lead for _name, _reason, lead, _digest in options] == [
        "5 working days",
        "20 working days",
        "40 working days",
    ]
    assert options[1][1].endswith("This option answers it, and stays within the budget you gave us.")
    for option in proposal_options.options_of(session, proposal.id):
        assert not option_making.by_hand(option, proposal_options.lines_of(session, [option.id]))
    for _twice in range(2):
        put_back(session, proposal.id, former, now=NOW)
        assert told(session, proposal) == before
    speak(session, proposal.id, "en", now=NOW)
    speak(session, proposal.id, "fr", now=NOW)
    assert told(session, proposal) == before


def test_what_was_written_by_hand_stays(session, proposal):
    second = proposal.plan[1]["key"]
    proposal_plan.update_step(session, proposal.id, second, now=NOW, name="Accord du comité")
    proposal_plan.update_step(session, proposal.id, proposal.plan[2]["key"], now=NOW, days=4, owner="Julie")
    proposal_blocks.write_block(session, proposal.id, 0, now=NOW, text="À deux.")
    option = proposal_options.options_of(session, proposal.id)[1]
    proposal_options.update_option(session, option.id, now=NOW, reason="Parce que c’est le leur.")
    session.flush()
    speak(session, proposal.id, "en", now=NOW)
    _language, steps, blocks, options = told(session, proposal)
    assert steps[1:3] == ["Accord du comité", "Kick-off meeting"]
    assert (proposal.plan[2]["days"], proposal.plan[2]["owner"]) == (4, "Julie")
    assert blocks[:2] == ["Méthode", "Weekly call"] and proposal.blocks[0]["text"] == "À deux."
    assert options[1][1:3] == ("Parce que c’est le leur.", "20 jours ouvrés") and options[2][2] == "40 working days"


def test_a_plan_that_cannot_be_read_is_left_as_it_is(session, proposal):
    proposal.plan = [{"key": "from elsewhere"}]
    speak(session, proposal.id, "en", now=NOW)
    assert proposal.plan == [{"key": "from elsewhere"}] and proposal.language == "en"
